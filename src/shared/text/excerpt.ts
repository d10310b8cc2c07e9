import sanitizeHtml from 'sanitize-html';
import { keptByText, renderMarkdown } from './markdown.js';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A page's head has more than one excerpt of the same text. */
const plainText = keptByText((markdown) => {
  const html = renderMarkdown(markdown).replace(/<(?:\/(?:p|li|h\d|tr|blockquote)|br[ /]*)>/g, ' ');
  const bare = sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} });
  return bare
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\s+/g, ' ')
    .trim();
});

/** Markdown as one line of plain text, for mails and previews; cut at a word where it is longer than `length`. */
export function excerpt(markdown: string, length = 200): string {
  const text = plainText(markdown);
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()}…`;
}
