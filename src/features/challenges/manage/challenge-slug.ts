import type { Transaction } from '../../../shared/database/database.js';

const LONGEST = 60;

/** `¿Cómo mejorar?` as part of an address: `como-mejorar`. */
export function slugOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return slug.slice(0, LONGEST).replace(/-+$/, '') || 'challenge';
}

/**
 * The title's slug, with a number where another challenge of the company has it. Holds the company's row, so that two
 * drafts of one title get two slugs.
 */
export async function freeSlug(tx: Transaction, companyId: string, title: string, exceptId?: string): Promise<string> {
  await tx.query('SELECT FROM company WHERE id = $1 FOR NO KEY UPDATE', [companyId]);
  const slug = slugOf(title);
  const rows = (await tx.query(
    `SELECT slug FROM challenge WHERE company_id = $1 AND starts_with(slug, $2) AND id IS DISTINCT FROM $3`,
    [companyId, slug, exceptId ?? null],
  )) as { slug: string }[];
  const taken = new Set(rows.map((row) => row.slug));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
