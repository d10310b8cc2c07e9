import type { Locale } from '../../../shared/errors/locale.js';
import type { Company } from '../../companies/company.entity.js';
import type { Membership } from '../../companies/membership.entity.js';
import type { Fingerprint } from './fingerprint.js';
import type { ScreeningCode } from './screening-code.js';
import type { SpamClassifier } from './learning/spam-classifier.js';
import type { Hit } from './watched-words.js';
import type { Word } from './words.js';

/** What is known of a post when it is screened; the units look at nothing else. */
export interface ScreeningContext {
  company: Pick<Company, 'preModeration'>;
  member: Pick<Membership, 'role' | 'trustLevel'>;
  post: {
    kind: 'IDEA' | 'COMMENT' | 'PROFILE';
    isEdit: boolean;
    /** all that others read of it */
    text: string;
    language: Locale | null;
    /** those of what it says itself, without tags, files and the like */
    words: Word[];
    fingerprint: Fingerprint | null;
    writingMs: number | null;
    website: string;
  };
  /** watched words in it */
  hits: Hit[];
  blockedLinks: ReadonlySet<string>;
  /** null: the company does without what follows */
  spam: SpamContext | null;
}

/** What the author, and others from the same network, did of late. */
export interface SpamContext {
  /** their last posts in this company, the latest first */
  before: Fingerprint[];
  /** how many posts in the last ten minutes, without this one */
  postsOfLate: number;
  /** other newcomers who posted from the same network within a week */
  neighbours: number;
  /** null until it has learned enough */
  classifier: SpamClassifier | null;
}

/** What one unit found. */
export interface Finding {
  code: ScreeningCode;
  /** from 0 to 1: how much it says */
  score: number;
  /** for moderators */
  detail: string;
  /** whether the post waits for them */
  holds: boolean;
}

/** One thing to look at: pure, and quick. */
export type Unit = (context: ScreeningContext) => Finding | null;
/** One that looks for spam. */
export type SpamUnit = (context: ScreeningContext & { spam: SpamContext }) => Finding | null;
