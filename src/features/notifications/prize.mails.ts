import { Locale } from '../../shared/errors/locale.js';
import { mail } from './mail-frame.js';
import { dateIn, pointsIn } from './reward-news.mails.js';

/** How much something is. */
export interface Worth {
  /** in the smallest unit of the currency */
  amountMinor: number | null;
  currency: string | null;
  points: number | null;
  /** hundredths of a percent of what an idea earns */
  shareBasisPoints: number | null;
}

const OF_EARNINGS: Record<Locale, (share: string) => string> = {
  en: (share) => `${share} of what it earns`,
  es: (share) => `${share} de lo que gane`,
  it: (share) => `${share} di quanto rende`,
};

/** How much a prize is, in a language; null where its name says it all. */
function worthIn(locale: Locale, { amountMinor, currency, points, shareBasisPoints }: Worth): string | null {
  if (points !== null) return pointsIn(locale, points);
  if (shareBasisPoints !== null) {
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
    return OF_EARNINGS[locale](percent.format(shareBasisPoints / 10_000));
  }
  if (amountMinor === null || currency === null) return null;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
  return money.format(amountMinor / 10 ** money.resolvedOptions().maximumFractionDigits!);
}

interface ClaimWords {
  state: string;
  dueAt: Date;
}

interface WonPrize {
  prize: string;
  /** of all of it, and of what they have of it */
  whole: Worth;
  part: Worth;
}

const PRIZE: Record<Locale, Record<'prize' | 'part' | 'paid', string>> = {
  en: { prize: 'The prize', part: 'Your part', paid: ' The points are already in your account.' },
  es: { prize: 'El premio', part: 'Tu parte', paid: ' Los puntos ya están en tu cuenta.' },
  it: { prize: 'Il premio', part: 'La tua parte', paid: ' I punti sono già sul tuo conto.' },
};

/** What has been won, how much it is, and how much of it is theirs where several share it. */
function prizeIn(locale: Locale, { prize, whole, part }: WonPrize): string {
  const [words, all, theirs] = [PRIZE[locale], worthIn(locale, whole), worthIn(locale, part)];
  const shared = theirs !== all ? ` ${words.part}: ${theirs}.` : '';
  return `${words.prize}: ${prize}${all ? ` (${all})` : ''}.${shared}${part.points !== null ? words.paid : ''}`;
}

export const prizeWonMail = mail<ClaimWords & WonPrize & { challenge: string; reason: string }>({
  en: ({ title, challenge, reason, state, dueAt, url, ...won }) => ({
    subject: `Your idea has won: ${title}`,
    paragraphs: [`Congratulations! “${title}” has won in “${challenge}”. ${prizeIn(Locale.EN, won)}`, 'This is why:'],
    quote: reason,
    button: { label: 'See my prize', url },
    note: state === 'PENDING' ? `You can accept it until ${dateIn(Locale.EN, dueAt)}.` : undefined,
  }),
  es: ({ title, challenge, reason, state, dueAt, url, ...won }) => ({
    subject: `Tu idea ha ganado: ${title}`,
    paragraphs: [
      `¡Enhorabuena! «${title}» ha ganado en «${challenge}». ${prizeIn(Locale.ES, won)}`,
      'Este es el motivo:',
    ],
    quote: reason,
    button: { label: 'Ver mi premio', url },
    note: state === 'PENDING' ? `Puedes aceptarlo hasta el ${dateIn(Locale.ES, dueAt)}.` : undefined,
  }),
  it: ({ title, challenge, reason, state, dueAt, url, ...won }) => ({
    subject: `La tua idea ha vinto: ${title}`,
    paragraphs: [`Complimenti! «${title}» ha vinto in «${challenge}». ${prizeIn(Locale.IT, won)}`, 'Ecco perché:'],
    quote: reason,
    button: { label: 'Vedi il mio premio', url },
    note: state === 'PENDING' ? `Puoi accettarlo fino al ${dateIn(Locale.IT, dueAt)}.` : undefined,
  }),
});

const CLAIM: Record<Locale, (facts: ClaimWords & { title: string }) => string> = {
  en: ({ title, state, dueAt }) =>
    ({
      SENT: `Your prize “${title}” is on its way. Please say when it has arrived.`,
      LAPSED: `Your prize “${title}” was not accepted in time, so somebody else can have it now.`,
      REVOKED: `Your prize “${title}” was taken back, because the idea that won it does not stand any more.`,
      RECEIVED: `Your prize “${title}” is yours: it is noted as received.`,
    })[state] ?? `Your prize “${title}” waits for you. You can accept it until ${dateIn(Locale.EN, dueAt)}.`,
  es: ({ title, state, dueAt }) =>
    ({
      SENT: `Tu premio «${title}» está en camino. Avísanos cuando llegue.`,
      LAPSED: `Tu premio «${title}» no se aceptó a tiempo, así que ahora puede ser para otra persona.`,
      REVOKED: `Tu premio «${title}» se ha retirado, porque la idea que lo ganó ya no se sostiene.`,
      RECEIVED: `Tu premio «${title}» es tuyo: consta como recibido.`,
    })[state] ?? `Tu premio «${title}» te espera. Puedes aceptarlo hasta el ${dateIn(Locale.ES, dueAt)}.`,
  it: ({ title, state, dueAt }) =>
    ({
      SENT: `Il tuo premio «${title}» è in viaggio. Facci sapere quando arriva.`,
      LAPSED: `Il tuo premio «${title}» non è stato accettato in tempo: ora può andare a un’altra persona.`,
      REVOKED: `Il tuo premio «${title}» è stato ritirato, perché l’idea che l’ha vinto non è più valida.`,
      RECEIVED: `Il tuo premio «${title}» è tuo: risulta ricevuto.`,
    })[state] ?? `Il tuo premio «${title}» ti aspetta. Puoi accettarlo fino al ${dateIn(Locale.IT, dueAt)}.`,
};

export const prizeClaimMail = mail<ClaimWords>({
  en: ({ company, url, ...facts }) => ({
    subject: `${company}: ${facts.state === 'PENDING' ? 'your prize waits for you' : 'about your prize'}`,
    paragraphs: [CLAIM.en(facts)],
    button: { label: 'See my prize', url },
  }),
  es: ({ company, url, ...facts }) => ({
    subject: `${company}: ${facts.state === 'PENDING' ? 'tu premio te espera' : 'sobre tu premio'}`,
    paragraphs: [CLAIM.es(facts)],
    button: { label: 'Ver mi premio', url },
  }),
  it: ({ company, url, ...facts }) => ({
    subject: `${company}: ${facts.state === 'PENDING' ? 'il tuo premio ti aspetta' : 'riguardo al tuo premio'}`,
    paragraphs: [CLAIM.it(facts)],
    button: { label: 'Vedi il mio premio', url },
  }),
});
