import { accountRows } from './accounts.rows.js';
import { challengeRows } from './challenges.rows.js';
import { companyRows } from './companies.rows.js';
import { consoleRows } from './console.rows.js';
import { ideaRows } from './ideas.rows.js';
import { othersIdeas } from './others.ideas.rows.js';
import type { OtherRow } from './others.row.js';
import { othersChallenges, othersComments, othersCompanies } from './others.rows.js';
import { catalogueRows, othersCatalogue } from './rewards-catalogue.rows.js';
import { fairPlayRows } from './rewards-fair-play.rows.js';
import { giftRows, othersGifts } from './rewards-gifts.rows.js';
import { rewardsHonoursRows } from './rewards-honours.rows.js';
import { pointRows } from './rewards-points.rows.js';
import { othersPrizes, prizeRows } from './rewards-prizes.rows.js';
import type { Rows } from './row.js';

/** What is expected of every operation of the schema. */
export const ROWS: Rows = {
  ...accountRows,
  ...companyRows,
  ...challengeRows,
  ...ideaRows,
  ...consoleRows,
  ...catalogueRows,
  ...giftRows,
  ...fairPlayRows,
  ...rewardsHonoursRows,
  ...pointRows,
  ...prizeRows,
};

/** What is expected of operations on what is somebody else's, whatever their role allows. */
export const OTHERS: OtherRow[] = [
  ...othersIdeas,
  ...othersComments,
  ...othersCompanies,
  ...othersChallenges,
  ...othersCatalogue,
  ...othersGifts,
  ...othersPrizes,
];
