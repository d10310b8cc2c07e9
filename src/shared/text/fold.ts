const PLAIN = /^[\0-\x7f]*$/;

const MARKS = /\p{M}+/gu;

/**
 * A text as it is compared: case and accents do not count. Marks that stand for themselves go first: it takes long to
 * put many of them in order. Sigma is the only letter whose small form depends on where it stands.
 */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text.replace(MARKS, '').normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('ς', 'σ');

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
