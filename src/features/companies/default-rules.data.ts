import type { Locale } from '../../shared/errors/locale.js';

/** The rules that a new company begins with, in its own language; it may reword them. */
export const DEFAULT_RULES: Record<Locale, { title: string; text: string }[]> = {
  en: [
    {
      title: 'Talk to people as people',
      text: 'Criticise what was done or said, never who somebody is. Insults, threats and contempt have no place here.',
    },
    {
      title: 'No personal data',
      text: 'Leave out names, telephone numbers, addresses and booking or customer numbers: yours and anybody’s.',
    },
    {
      title: 'Stay on the subject',
      text: 'An idea answers the challenge it is in. What belongs elsewhere goes to the idea box.',
    },
    {
      title: 'No advertising',
      text: 'Offers, referral links and the same text over and over are removed. If you gain from a proposal, say so.',
    },
    {
      title: 'Only what is yours to give',
      text: 'Publish your own words and pictures, or those you may use, and say where they come from.',
    },
    {
      title: 'One person, one voice',
      text: 'Everybody has one account. Votes are given for what an idea is worth, not bought, not exchanged and not collected with other accounts.',
    },
  ],
  es: [
    {
      title: 'Habla con personas',
      text: 'Critica lo que se hizo o se dijo, nunca a quien lo hizo por ser quien es. Insultos, amenazas y desprecio no caben aquí.',
    },
    {
      title: 'Sin datos personales',
      text: 'No pongas nombres, teléfonos, direcciones ni números de reserva o de cliente: ni los tuyos ni los de nadie.',
    },
    {
      title: 'Sin salirse del tema',
      text: 'Una idea responde al reto en el que está. Lo que es de otro sitio va al buzón de ideas.',
    },
    {
      title: 'Sin publicidad',
      text: 'Se retiran ofertas, enlaces de afiliación y textos repetidos. Si ganas algo con una propuesta, dilo.',
    },
    {
      title: 'Solo lo que puedes dar',
      text: 'Publica tus palabras e imágenes, o las que puedas usar, y di de dónde vienen.',
    },
    {
      title: 'Una persona, una voz',
      text: 'Cada persona tiene una sola cuenta. Se vota por lo que vale una idea: los votos no se compran, no se intercambian ni se reúnen con otras cuentas.',
    },
  ],
  it: [
    {
      title: 'Parla con persone',
      text: 'Critica ciò che è stato fatto o detto, mai chi lo ha fatto per quello che è. Insulti, minacce e disprezzo qui non hanno posto.',
    },
    {
      title: 'Niente dati personali',
      text: 'Non scrivere nomi, telefoni, indirizzi o numeri di prenotazione o di cliente: né tuoi né di altri.',
    },
    {
      title: 'Resta in tema',
      text: 'Un’idea risponde alla sfida in cui si trova. Ciò che riguarda altro va nella cassetta delle idee.',
    },
    {
      title: 'Niente pubblicità',
      text: 'Offerte, link di affiliazione e testi ripetuti vengono tolti. Se una proposta ti porta un guadagno, dillo.',
    },
    {
      title: 'Solo ciò che puoi dare',
      text: 'Pubblica parole e immagini tue, o che puoi usare, e di’ da dove vengono.',
    },
    {
      title: 'Una persona, una voce',
      text: 'Ognuno ha un solo account. Si vota per quanto vale un’idea: i voti non si comprano, non si scambiano e non si raccolgono con altri account.',
    },
  ],
};
