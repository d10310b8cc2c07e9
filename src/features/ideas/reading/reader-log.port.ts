import type { Viewer } from '../../../shared/auth/viewer.js';
import type { Idea } from '../idea.entity.js';

/** What is noted of an idea that somebody opened. */
export type ReadIdea = Pick<Idea, 'id' | 'companyId' | 'authorId'>;

/** Told of who opens which idea. The moderation feature provides it, in a global module: reading is what trust grows from. */
export abstract class ReaderLog {
  /** Costs no statement, and never fails. */
  abstract note(viewer: Viewer, idea: ReadIdea): void;
}
