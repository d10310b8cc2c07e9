import type { Unit } from '../context.js';
import { linksOf, sitesIn } from '../links.js';
import { ScreeningCode } from '../screening-code.js';

/** How many links are published unread, by trust. */
const FREE = [1, 3, 10];
const MOST_NAMED = 5;

/** More links than the author's trust allows. */
export const manyLinks: Unit = ({ member: { trustLevel }, post: { text } }) => {
  const links = linksOf(text);
  const free = FREE[Math.min(trustLevel, FREE.length - 1)]!;
  if (links.length <= free) return null;
  const score = Math.min(0.4 + (links.length - free) / 10, 0.8);
  const sites = [...new Set(links.map(({ site }) => site))];
  return { code: ScreeningCode.MANY_LINKS, score, detail: sites.slice(0, MOST_NAMED).join(', '), holds: true };
};

/** A site that the company watches, or one below it, whether it is linked or only named. */
export const blockedLinks: Unit = ({ blockedLinks: watched, post: { text } }) => {
  if (watched.size === 0) return null;
  const found = sitesIn(text).filter((site) => parentsOf(site).some((parent) => watched.has(parent)));
  if (found.length === 0) return null;
  return { code: ScreeningCode.BLOCKED_LINK, score: 0.8, detail: found.slice(0, MOST_NAMED).join(', '), holds: true };
};

/** `a.b.example`: itself, `b.example`, `example`. */
const parentsOf = (site: string): string[] => site.split('.').map((_, i, parts) => parts.slice(i).join('.'));
