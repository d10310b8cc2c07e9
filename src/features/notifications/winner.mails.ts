import { mail } from './mail-frame.js';

/** To managers. */
export const heldBackMail = mail<object>({
  en: ({ company, title, url }) => ({
    subject: `${company}: winners were not announced`,
    paragraphs: [
      `The winners of “${title}” were to be announced now. Something has changed since they were chosen, so nothing was made public.`,
      'The page of prizes says what it is, and you can choose again there.',
    ],
    button: { label: 'See why', url },
  }),
  es: ({ company, title, url }) => ({
    subject: `${company}: no se han anunciado las ideas ganadoras`,
    paragraphs: [
      `Las ideas ganadoras de «${title}» debían anunciarse ahora. Algo ha cambiado desde que se eligieron, así que no se ha publicado nada.`,
      'En la página de premios ves de qué se trata y puedes volver a elegir.',
    ],
    button: { label: 'Ver el motivo', url },
  }),
  it: ({ company, title, url }) => ({
    subject: `${company}: le idee vincitrici non sono state annunciate`,
    paragraphs: [
      `Le idee vincitrici di «${title}» dovevano essere annunciate ora. Da quando sono state scelte è cambiato qualcosa, quindi non è stato pubblicato nulla.`,
      'Nella pagina dei premi vedi di che cosa si tratta e puoi scegliere di nuovo.',
    ],
    button: { label: 'Vedi perché', url },
  }),
});

/** To managers, once until they have looked. */
export const prizeFreeMail = mail<object>({
  en: ({ company, title, url }) => ({
    subject: `${company}: a prize is free again`,
    paragraphs: [`A prize of “${title}” is free again: nobody holds it now. You can choose another winner.`],
    button: { label: 'Choose a winner', url },
    note: 'More of them make no more mails until you have looked.',
  }),
  es: ({ company, title, url }) => ({
    subject: `${company}: un premio vuelve a estar libre`,
    paragraphs: [
      `Un premio de «${title}» vuelve a estar libre: ahora no es de nadie. Podéis elegir otra idea ganadora.`,
    ],
    button: { label: 'Elegir una idea ganadora', url },
    note: 'Si llegan más, no habrá más mensajes hasta que lo hayas mirado.',
  }),
  it: ({ company, title, url }) => ({
    subject: `${company}: un premio è di nuovo libero`,
    paragraphs: [
      `Un premio di «${title}» è di nuovo libero: ora non è di nessuno. Potete scegliere un’altra idea vincitrice.`,
    ],
    button: { label: 'Scegli un’idea vincitrice', url },
    note: 'Se ne arrivano altri, non riceverai altri messaggi finché non avrai guardato.',
  }),
});

export const sharesMail = mail<{ author: string; challenge: string }>({
  en: ({ author, title, challenge, url }) => ({
    subject: `How to share a prize: ${title}`,
    paragraphs: [
      `${author} proposes how you would share what “${title}” may win in “${challenge}”.`,
      'It holds if all of you agree before the winners are announced; else everybody gets the same.',
    ],
    button: { label: 'See the proposal', url },
    note: 'Other proposals make no more mails until you have looked.',
  }),
  es: ({ author, title, challenge, url }) => ({
    subject: `Cómo repartir un premio: ${title}`,
    paragraphs: [
      `${author} propone cómo repartir entre vosotros lo que «${title}» pueda ganar en «${challenge}».`,
      'Vale si todas las personas que la escribisteis estáis de acuerdo antes de que se anuncien las ideas ganadoras; si no, se reparte a partes iguales.',
    ],
    button: { label: 'Ver la propuesta', url },
    note: 'Si llegan otras propuestas, no habrá más mensajes hasta que lo hayas mirado.',
  }),
  it: ({ author, title, challenge, url }) => ({
    subject: `Come dividere un premio: ${title}`,
    paragraphs: [
      `${author} propone come dividere tra voi ciò che «${title}» può vincere in «${challenge}».`,
      'Vale se siete tutti d’accordo prima che si annuncino le idee vincitrici; altrimenti si divide in parti uguali.',
    ],
    button: { label: 'Vedi la proposta', url },
    note: 'Se arrivano altre proposte, non riceverai altri messaggi finché non avrai guardato.',
  }),
});
