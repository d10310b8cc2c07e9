import { excerpt } from '../../shared/text/excerpt.js';
import type { Statements } from '../moderation/statements/statements.service.js';
import { mail } from './mail-frame.js';

type Statement = NonNullable<Awaited<ReturnType<Statements['of']>>>;

/** As the page has it: heading, then paragraphs. */
const whole = ({ sections }: Statement): string[] =>
  sections.flatMap(({ heading, paragraphs }) => [`${heading}: ${paragraphs[0]}`, ...paragraphs.slice(1)]);

const subjectOf = ({ title, item }: Statement): string => (item ? `${title}: ${excerpt(item, 60)}` : title);

/** The statement of reasons (Regulation (EU) 2022/2065, art. 17), whole. */
export const decisionMadeMail = mail<{ statement: Statement }>({
  en: ({ company, statement, url }) => ({
    subject: subjectOf(statement),
    paragraphs: [
      `The moderators of ${company} have to tell you about a decision${statement.item ? `, about “${statement.item}”` : ''}.`,
      ...whole(statement),
    ],
    button: { label: 'Read it, or appeal', url },
  }),
  es: ({ company, statement, url }) => ({
    subject: subjectOf(statement),
    paragraphs: [
      `El equipo de moderación de ${company} tiene que comunicarte una decisión${statement.item ? ` sobre «${statement.item}»` : ''}.`,
      ...whole(statement),
    ],
    button: { label: 'Leerla o reclamar', url },
  }),
  it: ({ company, statement, url }) => ({
    subject: subjectOf(statement),
    paragraphs: [
      `I moderatori di ${company} devono comunicarti una decisione${statement.item ? ` su «${statement.item}»` : ''}.`,
      ...whole(statement),
    ],
    button: { label: 'Leggila o fai reclamo', url },
  }),
});

export const decisionUndoneMail = mail<object>({
  en: ({ company, title, url }) => ({
    subject: title ? `A decision was taken back: ${title}` : 'A decision about you was taken back',
    paragraphs: [
      `The moderators of ${company} have taken a decision back${title ? ` about “${title}”` : ''}. All is as it was before.`,
    ],
    button: { label: 'See the decision', url },
  }),
  es: ({ company, title, url }) => ({
    subject: title ? `Se ha revocado una decisión: ${title}` : 'Se ha revocado una decisión sobre ti',
    paragraphs: [
      `El equipo de moderación de ${company} ha revocado una decisión${title ? ` sobre «${title}»` : ''}. Todo vuelve a estar como antes.`,
    ],
    button: { label: 'Ver la decisión', url },
  }),
  it: ({ company, title, url }) => ({
    subject: title ? `Una decisione è stata revocata: ${title}` : 'Una decisione su di te è stata revocata',
    paragraphs: [
      `I moderatori di ${company} hanno revocato una decisione${title ? ` su «${title}»` : ''}. Tutto è tornato com’era prima.`,
    ],
    button: { label: 'Vedi la decisione', url },
  }),
});

export const appealFiledMail = mail<object>({
  en: ({ company, url }) => ({
    subject: `An appeal waits for you: ${company}`,
    paragraphs: ['Somebody appeals against a decision that you did not make. You can decide about it.'],
    button: { label: 'See the appeals', url },
  }),
  es: ({ company, url }) => ({
    subject: `Te espera una reclamación: ${company}`,
    paragraphs: ['Alguien reclama contra una decisión que no tomaste tú. Puedes decidir sobre ella.'],
    button: { label: 'Ver las reclamaciones', url },
  }),
  it: ({ company, url }) => ({
    subject: `Un reclamo ti aspetta: ${company}`,
    paragraphs: ['Qualcuno fa reclamo contro una decisione che non hai preso tu. Puoi decidere tu.'],
    button: { label: 'Vedi i reclami', url },
  }),
});

export const appealDecidedMail = mail<{ overturned: boolean; reasons: string | null }>({
  en: ({ company, overturned, reasons, url }) => ({
    subject: overturned ? `${company}: your appeal was right` : `${company}: the decision stays`,
    paragraphs: [
      overturned
        ? 'Somebody who did not make the decision has looked at your appeal: you were right. The decision was taken back, and all is as it was before.'
        : 'Somebody who did not make the decision has looked at your appeal: the decision stays.',
    ],
    ...(reasons && { quote: reasons }),
    button: { label: 'See the outcome', url },
    ...(!overturned && {
      note: 'In the European Union you can also turn to a certified body for out-of-court dispute settlement (Regulation (EU) 2022/2065, art. 21), or to a court.',
    }),
  }),
  es: ({ company, overturned, reasons, url }) => ({
    subject: overturned ? `${company}: tu reclamación tenía razón` : `${company}: la decisión se mantiene`,
    paragraphs: [
      overturned
        ? 'Alguien que no tomó la decisión ha mirado tu reclamación: tenías razón. La decisión se ha revocado y todo vuelve a estar como antes.'
        : 'Alguien que no tomó la decisión ha mirado tu reclamación: la decisión se mantiene.',
    ],
    ...(reasons && { quote: reasons }),
    button: { label: 'Ver el resultado', url },
    ...(!overturned && {
      note: 'En la Unión Europea también puedes acudir a un órgano certificado de resolución extrajudicial de litigios (Reglamento (UE) 2022/2065, art. 21) o a los tribunales.',
    }),
  }),
  it: ({ company, overturned, reasons, url }) => ({
    subject: overturned ? `${company}: il tuo reclamo era giusto` : `${company}: la decisione resta`,
    paragraphs: [
      overturned
        ? 'Qualcuno che non ha preso la decisione ha guardato il tuo reclamo: avevi ragione. La decisione è stata revocata e tutto è tornato com’era prima.'
        : 'Qualcuno che non ha preso la decisione ha guardato il tuo reclamo: la decisione resta.',
    ],
    ...(reasons && { quote: reasons }),
    button: { label: 'Vedi l’esito', url },
    ...(!overturned && {
      note: 'Nell’Unione europea puoi rivolgerti anche a un organismo certificato di risoluzione extragiudiziale delle controversie (Regolamento (UE) 2022/2065, art. 21) o a un tribunale.',
    }),
  }),
});

export const complaintDecidedMail = mail<{ overturned: boolean; reasons: string | null }>({
  en: ({ company, overturned, reasons, url }) => ({
    subject: overturned ? `${company}: your complaint was right` : `${company}: your complaint was turned down`,
    paragraphs: [
      overturned
        ? 'Somebody who had not decided about what you reported has looked at your complaint: you were right. It waits for a new decision, of which you will hear.'
        : 'Somebody who had not decided about what you reported has looked at your complaint: it stays as it is.',
    ],
    ...(reasons && { quote: reasons }),
    button: { label: 'See it', url },
  }),
  es: ({ company, overturned, reasons, url }) => ({
    subject: overturned ? `${company}: tu reclamación tenía razón` : `${company}: tu reclamación no se ha aceptado`,
    paragraphs: [
      overturned
        ? 'Alguien que no había decidido sobre lo que denunciaste ha mirado tu reclamación: tenías razón. Espera una nueva decisión, de la que te informaremos.'
        : 'Alguien que no había decidido sobre lo que denunciaste ha mirado tu reclamación: se queda como está.',
    ],
    ...(reasons && { quote: reasons }),
    button: { label: 'Verlo', url },
  }),
  it: ({ company, overturned, reasons, url }) => ({
    subject: overturned ? `${company}: il tuo reclamo era giusto` : `${company}: il tuo reclamo è stato respinto`,
    paragraphs: [
      overturned
        ? 'Qualcuno che non aveva deciso su quello che hai segnalato ha guardato il tuo reclamo: avevi ragione. Attende una nuova decisione, che ti comunicheremo.'
        : 'Qualcuno che non aveva deciso su quello che hai segnalato ha guardato il tuo reclamo: resta com’è.',
    ],
    ...(reasons && { quote: reasons }),
    button: { label: 'Vedilo', url },
  }),
});

export const flagDecidedMail = mail<{ upheld: boolean }>({
  en: ({ company, title, upheld, url }) => ({
    subject: upheld ? `${company}: something was done about your report` : `${company}: what you reported stays`,
    paragraphs: [
      upheld
        ? `Thank you. What you reported in the community of ${company} breaks its rules, and something was done about it.`
        : `Thank you for looking out. What you reported${title ? ` (“${title}”)` : ''} was looked at; it breaks no rule of ${company}, and stays.`,
    ],
    button: { label: upheld ? 'To the community' : 'See it', url },
  }),
  es: ({ company, title, upheld, url }) => ({
    subject: upheld ? `${company}: se ha actuado por tu denuncia` : `${company}: lo que denunciaste se queda`,
    paragraphs: [
      upheld
        ? `Gracias. Lo que denunciaste en la comunidad de ${company} incumple sus normas y se ha actuado.`
        : `Gracias por estar pendiente. Lo que denunciaste${title ? ` («${title}»)` : ''} se ha revisado; no incumple ninguna norma de ${company} y se queda.`,
    ],
    button: { label: upheld ? 'Ir a la comunidad' : 'Verlo', url },
  }),
  it: ({ company, title, upheld, url }) => ({
    subject: upheld ? `${company}: si è agito sulla tua segnalazione` : `${company}: quello che hai segnalato resta`,
    paragraphs: [
      upheld
        ? `Grazie. Quello che hai segnalato nella comunità di ${company} viola le sue regole e si è agito.`
        : `Grazie dell’attenzione. Quello che hai segnalato${title ? ` («${title}»)` : ''} è stato guardato; non viola nessuna regola di ${company} e resta.`,
    ],
    button: { label: upheld ? 'Vai alla comunità' : 'Vedilo', url },
  }),
});

export const trustRaisedMail = mail<{ level: number }>({
  en: ({ company, level, url }) => ({
    subject: `${company} trusts you more: level ${level}`,
    paragraphs: [`You have reached level ${level} of trust in the community of ${company}. You can do more there.`],
    button: { label: 'To the community', url },
  }),
  es: ({ company, level, url }) => ({
    subject: `${company} confía más en ti: nivel ${level}`,
    paragraphs: [
      `Has llegado al nivel ${level} de confianza en la comunidad de ${company}. Allí puedes hacer más cosas.`,
    ],
    button: { label: 'Ir a la comunidad', url },
  }),
  it: ({ company, level, url }) => ({
    subject: `${company} si fida di più di te: livello ${level}`,
    paragraphs: [`Hai raggiunto il livello ${level} di fiducia nella comunità di ${company}. Lì puoi fare di più.`],
    button: { label: 'Vai alla comunità', url },
  }),
});
