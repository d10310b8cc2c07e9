import type { Locale, Localized } from '../errors/locale.js';

/** A mail's texts, ready to be sent. */
export interface MailContent {
  subject: string;
  text: string;
  html: string;
}

/** What a mail says, in one language: plain text everywhere, nothing is read as HTML. */
export interface MailWords {
  subject: string;
  /** the first one is the greeting */
  paragraphs: string[];
  /** one thing to do */
  button?: { label: string; url: string };
  /** words of somebody else (an answer, a reason), set apart */
  quote?: string;
  /** small print after the button */
  note?: string;
  /** where mails of this kind end, of those that nobody asked for each time */
  unsubscribeUrl?: string;
}

const SIGNATURE: Localized = {
  en: 'Cocrea, the place where companies and their customers think together',
  es: 'Cocrea, donde las empresas y sus clientes piensan juntos',
  it: 'Cocrea, dove le aziende e i loro clienti pensano insieme',
};
const COPY_LINK: Localized = {
  en: 'If the button does not work, copy this address into your browser:',
  es: 'Si el botón no funciona, copia esta dirección en tu navegador:',
  it: 'Se il pulsante non funziona, copia questo indirizzo nel browser:',
};

const UNSUBSCRIBE: Localized = {
  en: 'No more mails of this kind',
  es: 'No quiero más correos de este tipo',
  it: 'Non voglio altre e-mail di questo tipo',
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Makes any text harmless in HTML, in attributes too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c]!);

const lines = (text: string) => escapeHtml(text).replace(/\n/g, '<br>');
const p = (html: string, style = '') => `<p style="margin:0 0 16px;${style}">${html}</p>`;

/** The same mail as text and as HTML, in the look of the site. */
export function layoutMail(locale: Locale, words: MailWords): MailContent {
  return {
    subject: words.subject.replace(/\s+/g, ' ').trim(),
    text: asText(locale, words),
    html: asHtml(locale, words),
  };
}

function asText(locale: Locale, { paragraphs, quote, button, note, unsubscribeUrl }: MailWords): string {
  const quoted = quote?.split('\n').map((line) => `> ${line}`.trimEnd());
  const parts = [...paragraphs, quoted?.join('\n'), button && `${button.label}:\n${button.url}`, note];
  const end = unsubscribeUrl ? `\n${UNSUBSCRIBE[locale] as string}: ${unsubscribeUrl}` : '';
  return `${[...parts.filter(Boolean), `-- \n${SIGNATURE[locale]}${end}`].join('\n\n')}\n`;
}

function asHtml(locale: Locale, { subject, paragraphs, quote, button, note, unsubscribeUrl }: MailWords): string {
  const url = button && escapeHtml(button.url);
  const body = [
    ...paragraphs.map((text) => p(lines(text))),
    quote &&
      `<blockquote style="margin:0 0 16px;padding:4px 16px;border-left:3px solid #0b7363">${lines(quote)}</blockquote>`,
    button &&
      p(
        `<a href="${url}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0b7363;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(button.label)}</a>`,
        'padding:8px 0',
      ),
    note && p(lines(note), 'color:#5c6664;font-size:14px'),
    button &&
      p(
        `${COPY_LINK[locale]}<br><a href="${url}" style="color:#0b7363;word-break:break-all">${url}</a>`,
        'color:#5c6664;font-size:14px',
      ),
  ];
  const end = unsubscribeUrl
    ? `<br><a href="${escapeHtml(unsubscribeUrl)}" style="color:#5c6664">${UNSUBSCRIBE[locale] as string}</a>`
    : '';
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f4f6f5">
<div style="max-width:560px;margin:0 auto;padding:32px;border-radius:12px;background:#ffffff;color:#1c2422;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
${body.filter(Boolean).join('\n')}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #dfe5e3;color:#5c6664;font-size:13px">${SIGNATURE[locale]}${end}</p>
</div>
</body>
</html>
`;
}
