const PLAIN = /^[\0-\x7f]*$/;

/** A text as it is compared: case and accents do not count. */
export const fold = (text: string): string =>
  (PLAIN.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')).toLowerCase();

/** A text as it is compared, and of each of its signs where the one stands that it was made of; the last is the end. */
export interface Folded {
  text: string;
  places: number[];
}

export function foldInPlace(text: string): Folded {
  const folded: Folded = { text: '', places: [] };
  let at = 0;
  for (const sign of text) {
    const plain = fold(sign);
    folded.text += plain;
    for (let i = 0; i < plain.length; i++) folded.places.push(at);
    at += sign.length;
  }
  folded.places.push(text.length);
  return folded;
}
