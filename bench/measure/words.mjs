// Made-up words, as unevenly frequent as those of a natural language: Zipf's law as Mandelbrot put it, p ~ 1/(rank + 30)
// (B. Mandelbrot, 1953), of 20,000 words. So the most frequent one stands in every fifth text of fifty words.
const CONSONANTS = 'bcdfglmnprst';
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));
const [COUNT, SHIFT] = [20_000, 30];

const wordOf = (rank) =>
  SYLLABLES[rank % 60] + SYLLABLES[Math.floor(rank / 60) % 60] + SYLLABLES[Math.floor(rank / 3600)] + 'r';

/** So many random words. */
export const someWords = (count) =>
  Array.from({ length: count }, () => wordOf(Math.floor(SHIFT * (COUNT / SHIFT + 1) ** Math.random() - SHIFT))).join(
    ' ',
  );

/** SQL that makes the same of as many random words; anew for each row that `seed` names a column of. */
export const sqlWords = (
  count,
  seed,
) => `(SELECT string_agg(s[1 + n % 60] || s[1 + n / 60 % 60] || s[1 + n / 3600] || 'r', ' ')
  FROM (SELECT floor(${SHIFT} * power(${COUNT / SHIFT + 1}, random()) - ${SHIFT})::int AS n FROM generate_series(1, ${count}) WHERE ${seed} IS NOT NULL) r,
    (SELECT '{${SYLLABLES.join(',')}}'::text[] AS s) syllables)`;
