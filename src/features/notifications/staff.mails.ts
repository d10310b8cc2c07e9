import { Locale } from '../../shared/errors/locale.js';
import { mail } from './mail-frame.js';

/** “5 hours”, from two days on “2 days”. */
function span(locale: Locale, hours: number): string {
  const [value, unit] = hours < 48 ? [Math.max(1, hours), 'hour'] : [Math.floor(hours / 24), 'day'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: unit as string, unitDisplay: 'long' }).format(
    value as number,
  );
}

/** At most one a day. */
export const reviewsOverdueMail = mail<{ count: number; hours: number }>({
  en: ({ company, count, hours, url }) => ({
    subject: `${company}: ${count === 1 ? 'a review is overdue' : `${count} reviews are overdue`}`,
    paragraphs: [
      `${count === 1 ? 'One item waits' : `${count} items wait`} for a moderator longer than your rules mean it to. The oldest has been overdue for ${span(Locale.EN, hours)}.`,
    ],
    button: { label: 'Open the queue', url },
    note: 'You get this once a day at most, and only while something is overdue.',
  }),
  es: ({ company, count, hours, url }) => ({
    subject: `${company}: ${count === 1 ? 'hay una revisión atrasada' : `hay ${count} revisiones atrasadas`}`,
    paragraphs: [
      `${count === 1 ? 'Un elemento espera' : `${count} elementos esperan`} la moderación más tiempo del que prevén vuestras normas. El más antiguo lleva ${span(Locale.ES, hours)} de retraso.`,
    ],
    button: { label: 'Abrir la cola', url },
    note: 'Recibes este mensaje como mucho una vez al día, y solo mientras haya algo atrasado.',
  }),
  it: ({ company, count, hours, url }) => ({
    subject: `${company}: ${count === 1 ? 'una revisione è in ritardo' : `${count} revisioni sono in ritardo`}`,
    paragraphs: [
      `${count === 1 ? 'Un elemento aspetta' : `${count} elementi aspettano`} un moderatore più a lungo di quanto prevedano le vostre regole. Il più vecchio è in ritardo di ${span(Locale.IT, hours)}.`,
    ],
    button: { label: 'Apri la coda', url },
    note: 'Ricevi questo messaggio al massimo una volta al giorno, e solo finché qualcosa è in ritardo.',
  }),
});
