import type { ReviewKind } from '../reviews/review.entity.js';
import type { StatementWords, Told } from './statement.js';

const YOURS: Record<ReviewKind, string> = {
  IDEA: 'la tua idea',
  COMMENT: 'il tuo commento',
  PROFILE: 'il tuo profilo',
};
const OF: Record<ReviewKind, string> = {
  IDEA: 'della tua idea',
  COMMENT: 'del tuo commento',
  PROFILE: 'del tuo profilo',
};
const THIS: Record<ReviewKind, string> = { IDEA: 'questa idea', COMMENT: 'questo commento', PROFILE: 'questo profilo' };
const ONLY: Record<ReviewKind, string> = {
  IDEA: 'solo i suoi autori e i moderatori vedono',
  COMMENT: 'solo tu e i moderatori vedete',
  PROFILE: 'solo tu e i moderatori vedete',
};
const ROLE: Partial<Record<string, string>> = {
  MODERATOR: 'un moderatore',
  MANAGER: 'un responsabile',
  OWNER: 'un proprietario',
};

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

const found = ({ foundBy, flagCount, kind, role }: Told): string => {
  if (foundBy === 'SCREENING' && !role) return 'L’ha trovato un controllo automatico quando è stato scritto.';
  if (foundBy === 'SCREENING') return 'Un controllo automatico aveva fatto sì che lo leggesse prima una persona.';
  if (foundBy === 'STAFF')
    return `I moderatori hanno guardato ${THIS[kind]} di propria iniziativa; non c’erano segnalazioni.`;
  return flagCount === 1 ? 'C’era una segnalazione.' : `C’erano segnalazioni di ${flagCount} persone.`;
};

const lasts = ({ endsAt, openBecause }: Told): string =>
  endsAt ? `Termina da sé il ${endsAt}.` : `Non ha una fine, per questo motivo: ${openBecause}`;

const kept = ({ kind, wasPublic }: Pick<Told, 'kind' | 'wasPublic'>): string => {
  if (kind === 'PROFILE') return 'Il tuo profilo resta com’è';
  return wasPublic ? `${capital(YOURS[kind])} resta visibile` : `Abbiamo pubblicato ${YOURS[kind]}`;
};

const alone = (kind: ReviewKind) => `Riguarda solo ${THIS[kind]}, in tutti i Paesi, e non ha una fine.`;
const NOTHING_LOST = 'Nulla viene distrutto: se la decisione viene revocata, tutto torna com’era prima.';
const here = (company: string) => `Riguarda solo la tua partecipazione alla comunità di ${company}.`;

export const it: StatementWords = {
  headings: {
    DECISION: 'Che cosa è stato deciso',
    GROUND: 'Su quale regola si basa',
    FACTS: 'I fatti',
    ORIGIN: 'Come è emerso e chi ha deciso',
    SCOPE: 'Fin dove arriva e quanto dura',
    REDRESS: 'Che cosa puoi fare',
  },
  title: ({ act, kind, wasPublic, endsAt }) =>
    ({
      KEEP: kept({ kind, wasPublic }),
      REQUEST_EDIT: `Devi modificare ${YOURS[kind]}`,
      HIDE: wasPublic ? `Abbiamo nascosto ${YOURS[kind]}` : `Non abbiamo pubblicato ${YOURS[kind]}`,
      REMOVE: `Abbiamo rimosso ${YOURS[kind]}`,
      LOCK: `Abbiamo bloccato ${YOURS[kind]}`,
      MASK: `Abbiamo coperto una parte ${OF[kind]}`,
      MERGE: `Abbiamo unito ${YOURS[kind]} a un’altra`,
      MOVE: `Abbiamo spostato ${YOURS[kind]}`,
      WARN: 'Hai ricevuto un avvertimento',
      SILENCE: endsAt ? `Non puoi scrivere fino al ${endsAt}` : 'Non puoi più scrivere',
      SUSPEND: endsAt ? `La tua partecipazione è sospesa fino al ${endsAt}` : 'La tua partecipazione è sospesa',
      EXCLUDE: endsAt ? `Non partecipi alle ricompense fino al ${endsAt}` : 'Non partecipi più alle ricompense',
    })[act],
  decision: ({ act, kind, wasPublic, role }) =>
    ({
      KEEP: 'Non viola nessuna regola e tutti possono vederlo.',
      REQUEST_EDIT: `Finché non ne cambi il testo, ${ONLY[kind]} ${THIS[kind]}; poi viene riletto.`,
      HIDE: wasPublic
        ? `D’ora in poi ${ONLY[kind]} ${THIS[kind]}. Al suo posto si legge che il contenuto è nascosto e per quale regola.`
        : `${capital(ONLY[kind])} ${THIS[kind]}: non l’abbiamo pubblicato.`,
      REMOVE: `D’ora in poi ${ONLY[kind]} ${THIS[kind]}, e il testo non si può più cambiare. Al suo posto si legge che il contenuto è stato rimosso e per quale regola.`,
      LOCK: `Tutti possono continuare a leggere ${THIS[kind]}, ma nessuno può più votare, commentare o modificare.`,
      MASK: role
        ? `${capital(THIS[kind])} resta visibile, tranne parole o file che nessuno legge più, in nessuna versione.`
        : `Alcune parole o alcuni file di ${THIS[kind]} sono coperti: nessuno li legge, in nessuna versione. Il resto rimane com’è stato scritto.`,
      MERGE: `${capital(THIS[kind])} dice lo stesso di un’altra: i suoi voti e chi la segue contano lì, e la sua pagina porta lì.`,
      MOVE: `${capital(THIS[kind])} ha il suo posto altrove: ora sta in un’altra sfida o nella cassetta delle idee.`,
      WARN: 'È un avvertimento. Puoi fare tutto quello che potevi fare prima.',
      SILENCE: 'Puoi leggere e votare, ma non scrivere idee né commenti.',
      SUSPEND: 'Puoi leggere, ma non partecipare.',
      EXCLUDE:
        'Puoi leggere, scrivere e votare come prima, e le tue idee, i tuoi voti e i tuoi distintivi restano. Non guadagni punti, non vinci premi, non riscatti nulla, non compari in nessuna classifica e i tuoi voti non danno punti ad altri. I punti che hai vengono ritirati e ciò che hai riscattato e non ancora ricevuto viene annullato.',
    })[act],
  ground: ({ act, rule, legalGround, company }) => [
    ...(act === 'MASK' && !rule && !legalGround
      ? [`Contiene parole che ${company} non mostra da nessuna parte della sua comunità.`]
      : []),
    ...(rule
      ? [`È stata violata questa regola di ${company}: «${rule.title}»`, ...(rule.text ? [rule.text] : [])]
      : []),
    ...(legalGround ? [`È illegale: ${legalGround}`] : []),
  ],
  noFacts: ({ role }) =>
    role
      ? 'Chi ha deciso rimanda al testo così com’è e non aggiunge nulla alla regola.'
      : 'L’avevano segnalato abbastanza persone di cui la comunità si fida da nasconderlo finché qualcuno non lo guarda.',
  origin: (told) => [
    found(told),
    told.role
      ? `Il ${told.decidedAt} ha deciso ${ROLE[told.role]} di ${told.company}, non una macchina.`
      : `La decisione è stata presa in modo automatico il ${told.decidedAt}, senza intervento umano. Sul tuo reclamo decide una persona.`,
  ],
  scope: (told) =>
    ({
      KEEP: [],
      REQUEST_EDIT: [
        `Riguarda solo ${THIS[told.kind]}, in tutti i Paesi, finché il testo non è stato cambiato e letto.`,
      ],
      HIDE: [alone(told.kind), NOTHING_LOST],
      REMOVE: [alone(told.kind), NOTHING_LOST],
      LOCK: [alone(told.kind)],
      MASK: [`Riguarda solo le parti coperte di ${THIS[told.kind]}, in tutti i Paesi, e non ha una fine.`],
      MERGE: ['Non ha una fine. Se la decisione viene revocata, l’idea e i suoi voti tornano a sé.'],
      MOVE: ['Non ha una fine. Se la decisione viene revocata, l’idea torna dov’era.'],
      WARN: [here(told.company), 'Se nei prossimi dodici mesi viene violata di nuovo una regola, può seguire altro.'],
      SILENCE: [here(told.company), lasts(told)],
      SUSPEND: [here(told.company), lasts(told)],
      EXCLUDE: [
        `Riguarda solo la tua partecipazione alle ricompense di ${told.company}.`,
        lasts(told),
        'I punti ritirati non tornano quando finisce; tornano se la decisione viene revocata.',
      ],
    })[told.act],
  redress: ({ appealUntil }) => [
    `Puoi fare reclamo qui fino al ${appealUntil}, una volta sola e gratis. Decide qualcuno che non ha preso questa decisione, mai una macchina, e te ne spiega i motivi.`,
    'Nell’Unione europea puoi anche rivolgerti a un organismo certificato di risoluzione extragiudiziale delle controversie (Regolamento (UE) 2022/2065, art. 21). Il tuo diritto di rivolgerti a un giudice resta intatto, in ogni momento.',
  ],
};
