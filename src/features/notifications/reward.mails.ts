import { Locale } from '../../shared/errors/locale.js';
import { mail } from './mail-frame.js';

interface GiftWords {
  giver: string;
  note: string;
  points: number;
  /** a badge, or something of the catalogue; empty where there is none */
  what: string;
}

/** What a mail says beside the note of what came with it. */
const WITH: Record<Locale, (gift: Pick<GiftWords, 'points' | 'what'>) => string> = {
  en: ({ points, what }) => (points > 0 ? ` and gives you ${points} points` : what ? ` and gives you “${what}”` : ''),
  es: ({ points, what }) => (points > 0 ? ` y te regala ${points} puntos` : what ? ` y te regala «${what}»` : ''),
  it: ({ points, what }) => (points > 0 ? ` e ti regala ${points} punti` : what ? ` e ti regala «${what}»` : ''),
};

export const giftMail = mail<GiftWords>({
  en: ({ company, url, ...gift }) => ({
    subject: `${company}: somebody thanks you`,
    paragraphs: [`${gift.giver} from ${company} thanks you${WITH.en(gift)}:`],
    quote: gift.note,
    button: { label: 'Read it', url },
  }),
  es: ({ company, url, ...gift }) => ({
    subject: `${company}: alguien te da las gracias`,
    paragraphs: [`${gift.giver}, de ${company}, te da las gracias${WITH.es(gift)}:`],
    quote: gift.note,
    button: { label: 'Leerla', url },
  }),
  it: ({ company, url, ...gift }) => ({
    subject: `${company}: qualcuno ti ringrazia`,
    paragraphs: [`${gift.giver} di ${company} ti ringrazia${WITH.it(gift)}:`],
    quote: gift.note,
    button: { label: 'Leggi il messaggio', url },
  }),
});

interface RedemptionWords {
  state: string;
  manual: boolean;
  points: number;
  reason: string | null;
}

const REDEMPTION: Record<Locale, (facts: RedemptionWords & { title: string }) => string> = {
  en: ({ title, state, manual, points }) =>
    state === 'FULFILLED'
      ? `“${title}” is yours. ${manual ? 'It has been handed over, or is on its way to you.' : 'Its code waits for you among your redemptions: we do not send it by mail.'}`
      : `“${title}” ${state === 'REFUNDED' ? 'was taken back by the company' : 'could not be handed over'}.${points > 0 ? ' The points that you spent on it are yours again.' : ''}`,
  es: ({ title, state, manual, points }) =>
    state === 'FULFILLED'
      ? `«${title}» es para ti. ${manual ? 'Ya se ha entregado o está en camino.' : 'El código te espera entre tus canjes: no lo enviamos por correo.'}`
      : `${state === 'REFUNDED' ? `La empresa ha anulado tu canje de «${title}».` : `No se ha podido entregar «${title}».`}${points > 0 ? ' Los puntos que gastaste vuelven a ser tuyos.' : ''}`,
  it: ({ title, state, manual, points }) =>
    state === 'FULFILLED'
      ? `«${title}» è per te. ${manual ? 'È stato consegnato, oppure è in arrivo.' : 'Il codice ti aspetta tra i tuoi riscatti: non lo inviamo per e-mail.'}`
      : `${state === 'REFUNDED' ? `L’azienda ha annullato il tuo riscatto di «${title}».` : `Non è stato possibile consegnare «${title}».`}${points > 0 ? ' I punti che hai speso sono di nuovo tuoi.' : ''}`,
};

export const redemptionMail = mail<RedemptionWords>({
  en: ({ company, url, ...facts }) => ({
    subject: `${company}: ${facts.state === 'FULFILLED' ? 'what you redeemed is there' : facts.points > 0 ? 'your points came back' : 'about what you were to get'}`,
    paragraphs: [REDEMPTION.en(facts)],
    ...(facts.state !== 'FULFILLED' && facts.reason && { quote: facts.reason }),
    button: { label: 'See my redemptions', url },
  }),
  es: ({ company, url, ...facts }) => ({
    subject: `${company}: ${facts.state === 'FULFILLED' ? 'tu canje ya está listo' : facts.points > 0 ? 'te hemos devuelto tus puntos' : 'sobre lo que ibas a recibir'}`,
    paragraphs: [REDEMPTION.es(facts)],
    ...(facts.state !== 'FULFILLED' && facts.reason && { quote: facts.reason }),
    button: { label: 'Ver mis canjes', url },
  }),
  it: ({ company, url, ...facts }) => ({
    subject: `${company}: ${facts.state === 'FULFILLED' ? 'il tuo riscatto è pronto' : facts.points > 0 ? 'i tuoi punti sono tornati' : 'su ciò che dovevi ricevere'}`,
    paragraphs: [REDEMPTION.it(facts)],
    ...(facts.state !== 'FULFILLED' && facts.reason && { quote: facts.reason }),
    button: { label: 'Vedi i miei riscatti', url },
  }),
});

export const winnersAnnouncedMail = mail<object>({
  en: ({ title, url }) => ({
    subject: `The winners are known: ${title}`,
    paragraphs: [`It is public who has won in “${title}”, and why.`],
    button: { label: 'See the winners', url },
  }),
  es: ({ title, url }) => ({
    subject: `Ya hay ganadores: ${title}`,
    paragraphs: [`Ya se sabe qué ideas han ganado en «${title}», y por qué.`],
    button: { label: 'Ver las ganadoras', url },
  }),
  it: ({ title, url }) => ({
    subject: `Ecco le idee vincitrici: ${title}`,
    paragraphs: [`Ora si sa quali idee hanno vinto in «${title}», e perché.`],
    button: { label: 'Vedi le vincitrici', url },
  }),
});

/** To managers, once until they have looked. */
export const handoutMail = mail<{ what: 'PRIZES' | 'REWARDS' }>({
  en: ({ company, what, url }) => ({
    subject: `${company}: ${what === 'PRIZES' ? 'a prize' : 'a reward'} waits to be handed out`,
    paragraphs: [
      what === 'PRIZES'
        ? 'A winner has accepted their prize. It can be sent now.'
        : 'A customer has redeemed points for something that you hand over yourselves.',
    ],
    button: { label: 'See what waits', url },
    note: 'More of them make no more mails until you have looked.',
  }),
  es: ({ company, what, url }) => ({
    subject: `${company}: hay ${what === 'PRIZES' ? 'un premio' : 'una recompensa'} por entregar`,
    paragraphs: [
      what === 'PRIZES'
        ? 'Una persona ganadora ha aceptado su premio. Ya se puede enviar.'
        : 'Un cliente ha canjeado puntos por algo que entregáis vosotros.',
    ],
    button: { label: 'Ver lo que espera', url },
    note: 'Si llegan más, no habrá más mensajes hasta que lo hayas mirado.',
  }),
  it: ({ company, what, url }) => ({
    subject: `${company}: c’è ${what === 'PRIZES' ? 'un premio' : 'una ricompensa'} da consegnare`,
    paragraphs: [
      what === 'PRIZES'
        ? 'Chi ha vinto ha accettato il premio. Ora si può spedire.'
        : 'Un cliente ha riscattato punti per qualcosa che consegnate voi.',
    ],
    button: { label: 'Vedi che cosa aspetta', url },
    note: 'Se ne arrivano altri, non riceverai altri messaggi finché non avrai guardato.',
  }),
});
