import type { ReviewKind } from '../reviews/review.entity.js';
import type { StatementWords, Told } from './statement.js';

const YOURS: Record<ReviewKind, string> = { IDEA: 'tu idea', COMMENT: 'tu comentario', PROFILE: 'tu perfil' };
const THIS: Record<ReviewKind, string> = { IDEA: 'esta idea', COMMENT: 'este comentario', PROFILE: 'este perfil' };
const READERS: Record<ReviewKind, string> = { IDEA: 'sus autores', COMMENT: 'ti', PROFILE: 'ti' };
const ROLE: Partial<Record<string, string>> = {
  MODERATOR: 'una persona que modera',
  MANAGER: 'una persona que gestiona',
  OWNER: 'la persona propietaria de',
};

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

const found = ({ foundBy, flagCount, kind, role }: Told): string => {
  if (foundBy === 'SCREENING' && !role) return 'Lo detectó una comprobación automática cuando se escribió.';
  if (foundBy === 'SCREENING') return 'Una comprobación automática hizo que esperara a que la leyera una persona.';
  if (foundBy === 'STAFF') return `Quienes moderan miraron ${THIS[kind]} por iniciativa propia; no había denuncias.`;
  return flagCount === 1 ? 'Había una denuncia.' : `Había denuncias de ${flagCount} personas.`;
};

const lasts = ({ endsAt, openBecause }: Told): string =>
  endsAt ? `Termina por sí sola el ${endsAt}.` : `No tiene fin, por este motivo: ${openBecause}`;

const kept = ({ kind, wasPublic }: Pick<Told, 'kind' | 'wasPublic'>): string => {
  if (kind === 'PROFILE') return 'Tu perfil sigue como está';
  return wasPublic ? `${capital(YOURS[kind])} sigue siendo visible` : `Se ha publicado ${YOURS[kind]}`;
};

const alone = (kind: ReviewKind) => `Afecta solo a ${THIS[kind]}, en todos los países, y no tiene fin.`;
const NOTHING_LOST = 'No se destruye nada: si la decisión se revoca, todo vuelve a estar como antes.';
const here = (company: string) => `Afecta solo a tu participación en la comunidad de ${company}.`;

export const es: StatementWords = {
  headings: {
    DECISION: 'Qué se ha decidido',
    GROUND: 'En qué norma se basa',
    FACTS: 'Los hechos',
    ORIGIN: 'Cómo se detectó y quién decidió',
    SCOPE: 'Qué alcance tiene y cuánto dura',
    REDRESS: 'Qué puedes hacer',
  },
  title: ({ act, kind, wasPublic, endsAt }) =>
    ({
      KEEP: kept({ kind, wasPublic }),
      REQUEST_EDIT: `Tienes que cambiar ${YOURS[kind]}`,
      HIDE: wasPublic ? `Se ha ocultado ${YOURS[kind]}` : `No se ha publicado ${YOURS[kind]}`,
      REMOVE: `Se ha retirado ${YOURS[kind]}`,
      LOCK: `Se ha bloqueado ${YOURS[kind]}`,
      MASK: `Se ha tapado una parte de ${YOURS[kind]}`,
      MERGE: `Se ha unido ${YOURS[kind]} con otra`,
      MOVE: `Se ha movido ${YOURS[kind]}`,
      WARN: 'Has recibido una advertencia',
      SILENCE: endsAt ? `No puedes escribir hasta el ${endsAt}` : 'Ya no puedes escribir',
      SUSPEND: endsAt ? `Tu participación está suspendida hasta el ${endsAt}` : 'Tu participación está suspendida',
      EXCLUDE: endsAt ? `No participas en las recompensas hasta el ${endsAt}` : 'Ya no participas en las recompensas',
    })[act],
  decision: ({ act, kind, wasPublic, role }) =>
    ({
      KEEP: 'No incumple ninguna norma y cualquiera puede verlo.',
      REQUEST_EDIT: `${capital(THIS[kind])} solo es visible para ${READERS[kind]} y quienes moderan hasta que cambies el texto; entonces se vuelve a leer.`,
      HIDE: wasPublic
        ? `Desde ahora ${THIS[kind]} solo es visible para ${READERS[kind]} y quienes moderan. En su lugar se indica que se ha ocultado y por qué norma.`
        : `${capital(THIS[kind])} solo es visible para ${READERS[kind]} y quienes moderan: no se ha publicado.`,
      REMOVE: `Desde ahora ${THIS[kind]} solo es visible para ${READERS[kind]} y quienes moderan, y no se puede cambiar. En su lugar se indica que se ha retirado y por qué norma.`,
      LOCK: `Cualquiera puede seguir leyendo ${THIS[kind]}, pero ya nadie puede votar, comentar ni cambiar nada.`,
      MASK: role
        ? `${capital(THIS[kind])} sigue siendo visible, salvo palabras o archivos que ya nadie lee en ninguna de sus versiones.`
        : `Se han tapado palabras o archivos de ${THIS[kind]}: nadie los lee en ninguna de sus versiones. Lo demás queda como estaba escrito.`,
      MERGE: `${capital(THIS[kind])} dice lo mismo que otra: sus votos y seguidores cuentan allí, y su página lleva allí.`,
      MOVE: `${capital(THIS[kind])} corresponde a otro lugar: ahora está en otro reto o en el buzón de ideas.`,
      WARN: 'Es una advertencia. Puedes hacer todo lo que podías hacer antes.',
      SILENCE: 'Puedes leer y votar, pero no escribir ideas ni comentarios.',
      SUSPEND: 'Puedes leer, pero no participar.',
      EXCLUDE:
        'Puedes leer, escribir y votar como antes, y tus ideas, votos e insignias se quedan. No ganas puntos ni premios, no canjeas nada, no apareces en ninguna clasificación y tus votos no dan puntos a nadie. Se retiran los puntos que tienes y se cancela lo que has canjeado y todavía no has recibido.',
    })[act],
  ground: ({ act, rule, legalGround, company }) => [
    ...(act === 'MASK' && !rule && !legalGround
      ? [`Contiene palabras que ${company} no muestra en ningún lugar de su comunidad.`]
      : []),
    ...(rule ? [`Se incumple esta norma de ${company}: «${rule.title}»`, ...(rule.text ? [rule.text] : [])] : []),
    ...(legalGround ? [`Es ilícito: ${legalGround}`] : []),
  ],
  noFacts: ({ role }) =>
    role
      ? 'Quien decidió se remite al texto tal como está y no añade nada a la norma.'
      : 'Lo habían denunciado suficientes personas en las que la comunidad confía como para ocultarlo hasta que alguien lo mire.',
  origin: (told) => [
    found(told),
    told.role
      ? `El ${told.decidedAt} decidió ${ROLE[told.role]} ${told.role === 'OWNER' ? '' : 'en '}${told.company}, no una máquina.`
      : `Se decidió de forma automática el ${told.decidedAt}, sin intervención de ninguna persona. Sobre tu reclamación decide una persona.`,
  ],
  scope: (told) =>
    ({
      KEEP: [],
      REQUEST_EDIT: [`Afecta solo a ${THIS[told.kind]}, en todos los países, hasta que se haya cambiado y leído.`],
      HIDE: [alone(told.kind), NOTHING_LOST],
      REMOVE: [alone(told.kind), NOTHING_LOST],
      LOCK: [alone(told.kind)],
      MASK: [`Afecta solo a las partes tapadas de ${THIS[told.kind]}, en todos los países, y no tiene fin.`],
      MERGE: ['No tiene fin. Si la decisión se revoca, la idea y sus votos vuelven a estar por su cuenta.'],
      MOVE: ['No tiene fin. Si la decisión se revoca, la idea vuelve a donde estaba.'],
      WARN: [
        here(told.company),
        'Si se vuelve a incumplir una norma en los próximos doce meses, la medida puede ser mayor.',
      ],
      SILENCE: [here(told.company), lasts(told)],
      SUSPEND: [here(told.company), lasts(told)],
      EXCLUDE: [
        `Afecta solo a tu participación en las recompensas de ${told.company}.`,
        lasts(told),
        'Los puntos retirados no vuelven cuando termina; vuelven si la decisión se revoca.',
      ],
    })[told.act],
  redress: ({ appealUntil }) => [
    `Puedes reclamar aquí hasta el ${appealUntil}, una vez y gratis. Decide alguien que no tomó esta decisión, nunca una máquina, y te explica sus motivos.`,
    'En la Unión Europea también puedes acudir a un órgano certificado de resolución extrajudicial de litigios (Reglamento (UE) 2022/2065, art. 21). En todo momento conservas tu derecho a acudir a los tribunales.',
  ],
};
