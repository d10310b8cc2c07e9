export const MOST_AT_ONCE = 50;

/** What a pasted list holds. */
export interface Addresses {
  /** Each once, in small letters. */
  good: string[];
  /** Named more than once. */
  twice: string[];
  /** Have an invitation that is still good. */
  invited: string[];
  /** No addresses. */
  wrong: string[];
}

/** As strict as a hint may be: the server decides. */
const ADDRESS = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]{2,}$/;
const NAMED = /[^,;\n<]*<([^<>\s]+)>/g;

/** Addresses by lines, commas, semicolons or spaces, also as `Ana García <ana@example.org>`. */
export function readAddresses(text: string, open: string[] = []): Addresses {
  const words = text
    .replace(NAMED, ' $1 ')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const found: Addresses = { good: [], twice: [], invited: [], wrong: [] };
  const add = (list: string[], word: string) => list.includes(word) || list.push(word);
  for (const word of words) {
    const address = word.toLowerCase();
    if (!ADDRESS.test(word)) add(found.wrong, word);
    else if (open.includes(address)) add(found.invited, address);
    else if (found.good.includes(address)) add(found.twice, address);
    else found.good.push(address);
  }
  return found;
}
