/** People picked from the list of members, by the name that stands in the text. */
export type People = Record<string, string>;

const STORED = /@\[((?:[^\]\\\n]|\\.){1,80})\]\(user:([0-9a-f-]{36})\)/gi;
/** A name being typed: after an @ that begins a word, up to the caret. */
const TYPED = /(?:^|[\s(])@([\p{L}\p{N}][^\s@]{0,30}(?: [^\s@]{0,30})?)$/u;

/** The text that people read while they write, of the one that is stored: “@Ana Ruiz”. */
export function toReadable(body: string): { text: string; people: People } {
  const people: People = {};
  const text = body.replace(STORED, (_, escaped: string, id: string) => {
    const name = escaped.replace(/\\(.)/g, '$1');
    people[name] = id;
    return `@${name}`;
  });
  return { text, people };
}

/** The text to store: names that were picked become mentions. The longest first: “@Ana Ruiz” is not “@Ana”. */
export function toStored(text: string, people: People): string {
  const names = Object.keys(people).sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const picked = new RegExp(`@(${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(picked, (_, name: string) => `@[${name.replace(/[\]\\]/g, '\\$&')}](user:${people[name]})`);
}

/** The name that is being typed at the caret; null where none is, or where it is one already picked. */
export function typedName(text: string, caret: number, people: People): string | null {
  const name = TYPED.exec(text.slice(0, caret))?.[1];
  if (!name || Object.keys(people).some((picked) => name.startsWith(picked))) return null;
  return name;
}

/** The text with the typed name completed, and where the caret then stands. */
export function completeName(
  text: string,
  caret: number,
  typed: string,
  name: string,
): { text: string; caret: number } {
  const head = `${text.slice(0, caret - typed.length)}${name} `;
  return { text: head + text.slice(caret).replace(/^ /, ''), caret: head.length };
}
