import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { unknownFile } from '../../../shared/storage/files.service.js';
import { isIn, mask, restored, type Swap, swapOf } from '../../../shared/text/mask.js';
import { AttachmentsService } from '../attachments/attachments.service.js';
import type { Idea } from '../idea.entity.js';
import { IdeaMasked, IdeaRestored } from '../ideas.events.js';
import { notInText } from '../ideas.errors.js';
import { IdeasService } from '../ideas.service.js';
import type { IdeaRevision } from '../revisions/idea-revision.entity.js';
import { normaliseTag } from '../tags.js';

type Text = Pick<IdeaRevision, 'title' | 'body' | 'tags' | 'note'>;
type Swaps = { [Part in keyof Text]?: Swap<Text[Part]> };
type Revision = Text & { number: number };

/** What was masked, for undoing. */
export interface MaskedIdea {
  passages: string[];
  text: Swaps;
  revisions: (Swaps & { number: number })[];
  /** the files that were taken from everybody's sight */
  attachmentIds: string[];
  asWords?: true;
}

/** What is to be masked. */
export interface ToMask {
  passages: string[];
  attachmentIds: string[];
  /** only where the passages are not parts of longer words */
  asWords?: true;
}

const REVISIONS = 'SELECT number, title, body, tags, note FROM idea_revision WHERE idea_id = $1 ORDER BY number';
const WRITE = `WITH rewritten AS (
  UPDATE idea_revision r SET title = m.title, body = m.body, tags = m.tags, note = m.note
  FROM jsonb_to_recordset($5::jsonb) AS m (number integer, title text, body text, tags text[], note text)
  WHERE r.idea_id = $1 AND r.number = m.number
)
UPDATE idea SET title = $2, body = $3, tags = $4::text[], version = version + 1, search = idea_search(language, $2, $4::text[], $3)
WHERE id = $1`;

/** Makes parts of ideas unreadable to all, in every text that they ever had, and readable again. */
@Injectable()
export class IdeaMasking {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly attachments: AttachmentsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError VALIDATION_FAILED where it does not say that, and has no such file */
  async mask(tx: Transaction, ideaId: string, actorId: string | null, what: ToMask): Promise<MaskedIdea> {
    const idea = await this.ideas.forUpdate(tx, ideaId);
    const texts = [{ ...idea, note: null }, ...(await this.revisions(tx, ideaId))].flatMap(partsOf);
    const missing = what.passages.find((passage) => !isIn(texts, passage));
    if (missing !== undefined) throw notInText(missing);
    const made = await this.maskAgain(tx, ideaId, actorId, what);
    if (made.attachmentIds.length < what.attachmentIds.length) throw unknownFile('attachmentIds');
    return made;
  }

  /** What was masked already, whatever of it is still there. */
  async maskAgain(tx: Transaction, ideaId: string, actorId: string | null, what: ToMask): Promise<MaskedIdea> {
    const idea = await this.ideas.forUpdate(tx, ideaId);
    const revisions = await this.revisions(tx, ideaId);
    const attachmentIds = await this.attachments.mask(tx, ideaId, what.attachmentIds, true);
    const after = masked({ ...idea, note: null }, what);
    const others = revisions.map((was) => ({ was, is: { ...was, ...masked(was, what) } })).filter(isChanged);
    await this.write(
      tx,
      ideaId,
      after,
      others.map(({ is }) => is),
    );
    await this.outbox.append(tx, IdeaMasked({ ...this.fact(idea, actorId), payload: {} }));
    const swaps = others.map(({ was, is }) => ({ number: was.number, ...swapsOf(was, is) }));
    const { passages, asWords } = what;
    const how = { passages, ...(asWords && { asWords }) };
    return { ...how, text: swapsOf({ ...idea, note: null }, after), revisions: swaps, attachmentIds };
  }

  /** Puts back what was there; what its authors have written anew since stays. */
  async unmask(tx: Transaction, ideaId: string, actorId: string | null, before: MaskedIdea): Promise<void> {
    const idea = await this.ideas.forUpdate(tx, ideaId);
    const known = new Map(before.revisions.map((revision) => [revision.number, revision]));
    const revisions = await this.revisions(tx, ideaId);
    // what was written since has the masked words from the text of then
    const back = revisions
      .map((was) => ({ was, is: { ...was, ...unmasked(was, known.get(was.number) ?? before.text) } }))
      .filter(isChanged);
    await this.write(
      tx,
      ideaId,
      unmasked({ ...idea, note: null }, before.text),
      back.map(({ is }) => is),
    );
    await this.attachments.mask(tx, ideaId, before.attachmentIds, false);
    const { challengeId } = idea;
    await this.outbox.append(tx, IdeaRestored({ ...this.fact(idea, actorId), payload: { challengeId } }));
  }

  private revisions(tx: Transaction, ideaId: string): Promise<Revision[]> {
    return this.database.query<Revision>(REVISIONS, [ideaId], tx);
  }

  private async write(tx: Transaction, ideaId: string, text: Text, revisions: Revision[]): Promise<void> {
    const { title, body, tags } = text;
    await this.database.query(WRITE, [ideaId, title, body, tags, JSON.stringify(revisions)], tx);
  }

  private fact({ companyId, id }: Idea, actorId: string | null) {
    return { companyId, aggregateId: id, actorId, occurredAt: this.clock.now() };
  }
}

const partsOf = ({ title, body, tags, note }: Text): string[] => [title, body, ...tags, note ?? ''];

const isChanged = ({ was, is }: { was: Text; is: Text }): boolean => Object.values(swapsOf(was, is)).some(Boolean);

function masked({ title, body, tags, note }: Text, { passages, asWords }: ToMask): Text {
  const covered = (text: string, of = passages) => mask(text, of, { asWords });
  const inTags = [...passages, ...passages.map(normaliseTag).filter(Boolean)];
  return {
    title: covered(title),
    body: covered(body),
    tags: tags.map((tag) => covered(tag, inTags)),
    note: note && covered(note),
  };
}

const swapsOf = (was: Text, is: Text): Swaps => ({
  title: swapOf(was.title, is.title),
  body: swapOf(was.body, is.body),
  tags: swapOf(was.tags, is.tags),
  note: swapOf(was.note, is.note),
});

const unmasked = (now: Text, swaps: Swaps): Text => ({
  title: restored(now.title, swaps.title),
  body: restored(now.body, swaps.body),
  tags: restored(now.tags, swaps.tags),
  note: restored(now.note, swaps.note),
});
