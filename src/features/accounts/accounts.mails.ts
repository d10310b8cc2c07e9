import { Locale } from '../../shared/errors/locale.js';
import { layoutMail, type MailContent, type MailWords } from '../../shared/mail/layout.js';

interface Params {
  name: string;
  url: string;
}

const greeting: Record<Locale, (name: string) => string> = {
  en: (name) => (name ? `Hello ${name},` : 'Hello,'),
  es: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  it: (name) => (name ? `Ciao ${name},` : 'Ciao,'),
};

/** One mail in three languages, greeting included. */
const mail =
  (words: Record<Locale, (params: Params) => MailWords>) =>
  (locale: Locale, params: Params): MailContent => {
    const { paragraphs, ...rest } = words[locale](params);
    return layoutMail(locale, { ...rest, paragraphs: [greeting[locale](params.name), ...paragraphs] });
  };

/** What accounts write to people. */
export const accountsMails = {
  confirmSignUp: mail({
    en: ({ url }) => ({
      subject: 'Confirm your e-mail address',
      paragraphs: ['Welcome to Cocrea. Confirm that this address is yours and your account is ready.'],
      button: { label: 'Confirm my address', url },
      note: 'The link works once, for 48 hours. If you did not sign up, do not open it: without it there is no account.',
    }),
    es: ({ url }) => ({
      subject: 'Confirma tu correo electrónico',
      paragraphs: ['Te damos la bienvenida a Cocrea. Confirma que esta dirección es tuya y tu cuenta estará lista.'],
      button: { label: 'Confirmar mi dirección', url },
      note: 'El enlace funciona una sola vez, durante 48 horas. Si no te has registrado, no lo abras: sin él no habrá cuenta.',
    }),
    it: ({ url }) => ({
      subject: 'Conferma il tuo indirizzo e-mail',
      paragraphs: [
        'Ti diamo il benvenuto su Cocrea. Conferma che questo indirizzo è tuo e il tuo account sarà pronto.',
      ],
      button: { label: 'Conferma il mio indirizzo', url },
      note: 'Il link funziona una volta sola, per 48 ore. Se non ti sei registrato tu, non aprirlo: senza, non ci sarà alcun account.',
    }),
  }),

  alreadyRegistered: mail({
    en: ({ url }) => ({
      subject: 'You already have an account',
      paragraphs: [
        'Somebody, probably you, wanted to use this address for an account. It has one already: just sign in. If you no longer know your password, you can choose a new one there.',
      ],
      button: { label: 'Sign in', url },
      note: 'If it was not you, you need not do anything: nothing has changed.',
    }),
    es: ({ url }) => ({
      subject: 'Ya tienes una cuenta',
      paragraphs: [
        'Alguien, seguramente tú, quería usar esta dirección para una cuenta. Ya tiene una: solo inicia sesión. Si no recuerdas tu contraseña, allí puedes elegir otra.',
      ],
      button: { label: 'Iniciar sesión', url },
      note: 'Si no has sido tú, no tienes que hacer nada: nada ha cambiado.',
    }),
    it: ({ url }) => ({
      subject: 'Hai già un account',
      paragraphs: [
        'Qualcuno, probabilmente tu, voleva usare questo indirizzo per un account. Ne ha già uno: basta accedere. Se non ricordi la password, lì puoi sceglierne un’altra.',
      ],
      button: { label: 'Accedi', url },
      note: 'Se non sei stato tu, non devi fare nulla: non è cambiato niente.',
    }),
  }),

  confirmAddress: mail({
    en: ({ url }) => ({
      subject: 'Confirm your e-mail address',
      paragraphs: ['Confirm that this address is yours, in the browser in which you are signed in.'],
      button: { label: 'Confirm my address', url },
      note: 'The link works once. If you did not ask for it, do not open it: nothing changes.',
    }),
    es: ({ url }) => ({
      subject: 'Confirma tu correo electrónico',
      paragraphs: ['Confirma que esta dirección es tuya, en el navegador en el que tienes la sesión abierta.'],
      button: { label: 'Confirmar mi dirección', url },
      note: 'El enlace funciona una sola vez. Si no lo has pedido, no lo abras: nada cambiará.',
    }),
    it: ({ url }) => ({
      subject: 'Conferma il tuo indirizzo e-mail',
      paragraphs: ['Conferma che questo indirizzo è tuo, nel browser in cui hai effettuato l’accesso.'],
      button: { label: 'Conferma il mio indirizzo', url },
      note: 'Il link funziona una volta sola. Se non l’hai chiesto tu, non aprirlo: non cambierà nulla.',
    }),
  }),

  resetPassword: mail({
    en: ({ url }) => ({
      subject: 'Choose a new password',
      paragraphs: ['You asked for a new password. Choose it here; you are then signed out everywhere else.'],
      button: { label: 'Choose a new password', url },
      note: 'The link works once, for one hour. If you did not ask for it, you need not do anything: your password stays.',
    }),
    es: ({ url }) => ({
      subject: 'Elige una contraseña nueva',
      paragraphs: ['Has pedido una contraseña nueva. Elígela aquí; después se cerrarán tus demás sesiones.'],
      button: { label: 'Elegir una contraseña nueva', url },
      note: 'El enlace funciona una sola vez, durante una hora. Si no lo has pedido, no tienes que hacer nada: tu contraseña sigue igual.',
    }),
    it: ({ url }) => ({
      subject: 'Scegli una nuova password',
      paragraphs: ['Hai chiesto una nuova password. Sceglila qui; poi verranno chiuse tutte le altre tue sessioni.'],
      button: { label: 'Scegli una nuova password', url },
      note: 'Il link funziona una volta sola, per un’ora. Se non l’hai chiesto tu, non devi fare nulla: la tua password resta la stessa.',
    }),
  }),

  passwordChanged: mail({
    en: () => ({
      subject: 'Your password was changed',
      paragraphs: [
        'Your password was changed just now, and you were signed out everywhere else.',
        'If it was not you, choose a new one at once: at the sign-in page, with “Forgot your password?”.',
      ],
    }),
    es: () => ({
      subject: 'Tu contraseña ha cambiado',
      paragraphs: [
        'Tu contraseña acaba de cambiar y se han cerrado tus demás sesiones.',
        'Si no has sido tú, elige otra cuanto antes: en la página de inicio de sesión, con «¿Has olvidado tu contraseña?».',
      ],
    }),
    it: () => ({
      subject: 'La tua password è cambiata',
      paragraphs: [
        'La tua password è appena cambiata e le altre tue sessioni sono state chiuse.',
        'Se non sei stato tu, scegline subito un’altra: nella pagina di accesso, con «Hai dimenticato la password?».',
      ],
    }),
  }),

  emailChanged: mail({
    en: () => ({
      subject: 'Your e-mail address was changed',
      paragraphs: [
        'Your account has a new e-mail address, confirmed just now. This one no longer belongs to it.',
        'If it was not you, answer this mail.',
      ],
    }),
    es: () => ({
      subject: 'Tu dirección de correo ha cambiado',
      paragraphs: [
        'Tu cuenta tiene una dirección de correo nueva, confirmada ahora mismo. Esta ya no le pertenece.',
        'Si no has sido tú, responde a este correo.',
      ],
    }),
    it: () => ({
      subject: 'Il tuo indirizzo e-mail è cambiato',
      paragraphs: [
        'Il tuo account ha un nuovo indirizzo e-mail, appena confermato. Questo non gli appartiene più.',
        'Se non sei stato tu, rispondi a questa e-mail.',
      ],
    }),
  }),

  accountErased: mail({
    en: () => ({
      subject: 'Your account is erased',
      paragraphs: [
        'As you wished, your account and your personal data are gone. What you wrote stays, as a “former member’s”.',
        'This is our last mail to you. Thank you for having taken part.',
      ],
    }),
    es: () => ({
      subject: 'Tu cuenta se ha borrado',
      paragraphs: [
        'Como querías, tu cuenta y tus datos personales ya no existen. Lo que escribiste se queda, como de «antiguo miembro».',
        'Este es nuestro último correo. Gracias por haber participado.',
      ],
    }),
    it: () => ({
      subject: 'Il tuo account è stato cancellato',
      paragraphs: [
        'Come volevi, il tuo account e i tuoi dati personali non ci sono più. Ciò che hai scritto resta, come di un «ex membro».',
        'Questa è la nostra ultima e-mail. Grazie per aver partecipato.',
      ],
    }),
  }),
};
