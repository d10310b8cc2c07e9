import { Locale } from '../../../shared/errors/locale.js';
import { layoutMail, type MailContent, type MailWords } from '../../../shared/mail/layout.js';
import { DecisionAct } from '../decisions/decision.entity.js';

/** Nothing of it is in the words of whoever filed it: the address may be somebody else's. */
interface Received {
  company: string;
  itemUrl: string;
  token: string;
  /** where it is told what became of it */
  receiptUrl: string;
}

const RECEIPT: Record<Locale, (facts: Received) => MailWords> = {
  en: ({ company, itemUrl, token, receiptUrl }) => ({
    subject: `We have received your notice about ${company}`,
    paragraphs: [
      'Hello,',
      `your notice of illegal content in the community of ${company} has been received: ${itemUrl}. A moderator looks at it in time, and decides with care and without bias; part of the sorting is automatic, no notice is dismissed by a machine.`,
      `Your reference, which leads to the outcome: ${token}`,
    ],
    button: { label: 'See what becomes of it', url: receiptUrl },
    note: 'If you filed no notice, somebody has given your address by mistake: you need not do anything.',
  }),
  es: ({ company, itemUrl, token, receiptUrl }) => ({
    subject: `Hemos recibido tu notificación sobre ${company}`,
    paragraphs: [
      'Hola:',
      `hemos recibido tu notificación de contenido ilícito en la comunidad de ${company}: ${itemUrl}. Una persona que modera la mirará a tiempo y decidirá con diligencia y sin arbitrariedad; parte de la ordenación es automática, pero ninguna máquina descarta una notificación.`,
      `Tu referencia, con la que se llega al resultado: ${token}`,
    ],
    button: { label: 'Ver qué pasa con ella', url: receiptUrl },
    note: 'Si no has enviado ninguna notificación, alguien ha dado tu dirección por error: no tienes que hacer nada.',
  }),
  it: ({ company, itemUrl, token, receiptUrl }) => ({
    subject: `Abbiamo ricevuto la tua segnalazione su ${company}`,
    paragraphs: [
      'Ciao,',
      `abbiamo ricevuto la tua segnalazione di contenuto illegale nella comunità di ${company}: ${itemUrl}. Un moderatore la guarderà in tempo e deciderà con diligenza e senza arbitrio; parte dell’ordinamento è automatica, ma nessuna macchina scarta una segnalazione.`,
      `Il tuo riferimento, con cui si arriva all’esito: ${token}`,
    ],
    button: { label: 'Vedi che cosa ne è', url: receiptUrl },
    note: 'Se non hai inviato alcuna segnalazione, qualcuno ha dato il tuo indirizzo per errore: non devi fare nulla.',
  }),
};

/** The receipt of a notice (Regulation (EU) 2022/2065, art. 16(4)). */
export const noticeReceiptMail = (locale: Locale, facts: Received): MailContent =>
  layoutMail(locale, RECEIPT[locale](facts));

/** The ground is the company's or the law's; of the notifier's words, a name among them, and of the item's none is there: the address may be somebody else's. */
interface Outcome {
  company: string;
  upheld: boolean;
  automatic: boolean;
  act: DecisionAct;
  ground: string | null;
}

/** What leaves the item to be read is not always that it stays as it is. */
const LEFT: Record<Locale, { stays: string; merged: string; moved: string }> = {
  en: {
    stays: 'It stays as it is.',
    merged: 'It was merged with another idea that says the same; nothing else was done.',
    moved: 'It was moved to another place; nothing else was done.',
  },
  es: {
    stays: 'Se queda como está.',
    merged: 'La idea se ha unido a otra idea que dice lo mismo; no se ha hecho nada más.',
    moved: 'La idea se ha cambiado de sitio; no se ha hecho nada más.',
  },
  it: {
    stays: 'Resta com’è.',
    merged: 'L’idea è stata unita a un’altra idea che dice lo stesso; non è stato fatto altro.',
    moved: 'L’idea è stata spostata altrove; non è stato fatto altro.',
  },
};

const leftBy = (locale: Locale, act: DecisionAct): string => {
  const { stays, merged, moved } = LEFT[locale];
  return act === DecisionAct.MERGE ? merged : act === DecisionAct.MOVE ? moved : stays;
};

/** Only that it stays can be complained of. */
const mayComplain = ({ upheld, act }: Outcome): boolean => !upheld && act === DecisionAct.KEEP;

const OUTCOME: Record<Locale, (facts: Outcome & { complain: boolean }) => MailWords> = {
  en: ({ company, upheld, automatic, act, ground, complain }) => ({
    subject: `What became of your notice about ${company}`,
    paragraphs: [
      'Hello,',
      upheld
        ? `what you told us of in the community of ${company} was looked at, and something was done about it.${ground ? ` Ground: ${ground}` : ''}`
        : `what you told us of in the community of ${company} was looked at. ${leftBy(Locale.EN, act)}`,
      automatic ? 'It was decided automatically.' : 'A person decided.',
    ],
    note: `If you do not agree, ${complain ? 'you can complain, once within six months, by the link in your receipt; ' : ''}${upheld ? '' : 'you can file a notice again with more facts; '}you can turn to a certified body for out-of-court dispute settlement (Regulation (EU) 2022/2065, art. 21), or go to court.`,
  }),
  es: ({ company, upheld, automatic, act, ground, complain }) => ({
    subject: `Qué ha pasado con tu notificación sobre ${company}`,
    paragraphs: [
      'Hola:',
      upheld
        ? `se ha revisado lo que nos comunicaste de la comunidad de ${company} y se ha actuado.${ground ? ` Fundamento: ${ground}` : ''}`
        : `se ha revisado lo que nos comunicaste de la comunidad de ${company}. ${leftBy(Locale.ES, act)}`,
      automatic ? 'Se decidió de forma automática.' : 'Lo decidió una persona.',
    ],
    note: `Si no estás de acuerdo, puedes ${complain ? 'reclamar, una vez y en seis meses, con el enlace de tu acuse de recibo; ' : ''}${upheld ? '' : 'enviar otra notificación con más datos; '}acudir a un órgano certificado de resolución extrajudicial de litigios (Reglamento (UE) 2022/2065, art. 21) o a los tribunales.`,
  }),
  it: ({ company, upheld, automatic, act, ground, complain }) => ({
    subject: `Che ne è stato della tua segnalazione su ${company}`,
    paragraphs: [
      'Ciao,',
      upheld
        ? `quello che ci hai segnalato nella comunità di ${company} è stato guardato e si è agito.${ground ? ` Base: ${ground}` : ''}`
        : `quello che ci hai segnalato nella comunità di ${company} è stato guardato. ${leftBy(Locale.IT, act)}`,
      automatic ? 'È stato deciso in modo automatico.' : 'Ha deciso una persona.',
    ],
    note: `Se non sei d’accordo, puoi ${complain ? 'fare reclamo, una volta ed entro sei mesi, con il link della tua ricevuta; ' : ''}${upheld ? '' : 'inviare un’altra segnalazione con più elementi; '}rivolgerti a un organismo certificato di risoluzione extragiudiziale delle controversie (Regolamento (UE) 2022/2065, art. 21) o andare in tribunale.`,
  }),
};

/** What became of a notice (Regulation (EU) 2022/2065, art. 16(5) and (6)). */
export const noticeOutcomeMail = (locale: Locale, facts: Outcome): MailContent =>
  layoutMail(locale, OUTCOME[locale]({ ...facts, complain: mayComplain(facts) }));

/** The reasons are the moderator's; of whoever complains, whose address it may not be, there is nothing. */
interface ComplaintOutcome {
  company: string;
  overturned: boolean;
  reasons: string | null;
}

const COMPLAINT: Record<Locale, (facts: ComplaintOutcome) => MailWords> = {
  en: ({ company, overturned, reasons }) => ({
    subject: `What became of your complaint about ${company}`,
    paragraphs: [
      'Hello,',
      overturned
        ? `somebody who had not decided about your notice to ${company} has looked at your complaint: you were right. What you told us of waits for a new decision, of which you will hear.`
        : `somebody who had not decided about your notice to ${company} has looked at your complaint: it stays as it is.`,
    ],
    ...(reasons && { quote: reasons }),
    note: 'You can also turn to a certified body for out-of-court dispute settlement (Regulation (EU) 2022/2065, art. 21), or go to court.',
  }),
  es: ({ company, overturned, reasons }) => ({
    subject: `Qué ha pasado con tu reclamación sobre ${company}`,
    paragraphs: [
      'Hola:',
      overturned
        ? `alguien que no había decidido sobre tu notificación a ${company} ha mirado tu reclamación: tenías razón. Lo que nos comunicaste espera una nueva decisión, de la que te informaremos.`
        : `alguien que no había decidido sobre tu notificación a ${company} ha mirado tu reclamación: se queda como está.`,
    ],
    ...(reasons && { quote: reasons }),
    note: 'También puedes acudir a un órgano certificado de resolución extrajudicial de litigios (Reglamento (UE) 2022/2065, art. 21) o a los tribunales.',
  }),
  it: ({ company, overturned, reasons }) => ({
    subject: `Che ne è stato del tuo reclamo su ${company}`,
    paragraphs: [
      'Ciao,',
      overturned
        ? `qualcuno che non aveva deciso sulla tua segnalazione a ${company} ha guardato il tuo reclamo: avevi ragione. Quello che ci hai segnalato attende una nuova decisione, che ti comunicheremo.`
        : `qualcuno che non aveva deciso sulla tua segnalazione a ${company} ha guardato il tuo reclamo: resta com’è.`,
    ],
    ...(reasons && { quote: reasons }),
    note: 'Puoi anche rivolgerti a un organismo certificato di risoluzione extragiudiziale delle controversie (Regolamento (UE) 2022/2065, art. 21) o andare in tribunale.',
  }),
};

/** What became of a complaint (Regulation (EU) 2022/2065, art. 20(5)). */
export const complaintOutcomeMail = (locale: Locale, facts: ComplaintOutcome): MailContent =>
  layoutMail(locale, COMPLAINT[locale](facts));
