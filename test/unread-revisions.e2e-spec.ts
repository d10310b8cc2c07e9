import { IdeaModeration } from '../src/features/ideas/moderation/idea-moderation.service.js';
import { HoldReason } from '../src/features/companies/company.policy.js';
import type { TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { given } from './support/ideas.api.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => {
  ({ t, stage, api } = await decisionsStage());
});
afterAll(() => t.close());

const GOOD = 'Open at seven, please.';
const WORSE = 'Anton Vetsch is a thief.';
const POLITE = 'Could you open at seven?';
const FIELDS = 'id version revisions { number bodyDiff { kind text } }';

interface Texts {
  revisions: { number: number; bodyDiff: { text: string }[] }[];
}
const read = (who: TestUser | null, id: string) =>
  given(stage.api.idea(who, id, FIELDS)) as unknown as Promise<Texts & { version: number }>;
const numbers = ({ revisions }: Texts) => revisions.map(({ number }) => number);
async function edit(id: string, body: string): Promise<void> {
  const { version } = await read(stage.ana, id);
  await given(stage.api.mutate(stage.ana, 'editIdea', { ideaId: id, version, body }));
}
async function keep(ideaId: string): Promise<void> {
  const { code } = await decide(t, stage.moderator, 'KEEP', await api.open({ ideaId }));
  expect(code).toBeUndefined();
}

/** Everybody else reads only these versions, and nothing of the insult; authors and moderators read all. */
async function expectShown(id: string, shown: number[], all: number[]): Promise<void> {
  for (const who of [null, stage.bea]) {
    const told = await read(who, id);
    expect(numbers(told)).toEqual(shown);
    expect(JSON.stringify(told)).not.toContain('Vetsch');
  }
  for (const who of [stage.ana, stage.moderator]) expect(numbers(await read(who, id))).toEqual(all);
}

describe('the versions of an idea that was held again', () => {
  it('do not show what a moderator wanted changed, nor what was written until it was good', async () => {
    const { id } = await stage.submit(stage.ana, { body: 'Anton Vetsch opens late.' });
    await api.decideOn({ ideaId: id }, 'REQUEST_EDIT');
    await edit(id, WORSE);
    await edit(id, POLITE);
    await keep(id);
    await expectShown(id, [3], [3, 2, 1]);
  });

  it('show what was public before screening held a change, and the change against that', async () => {
    const { id } = await stage.submit(stage.ana, { body: GOOD });
    await edit(id, WORSE);
    const hold = t.app.get(IdeaModeration, { strict: false });
    await t.database.transaction((tx) => hold.hold(tx, id, stage.ana.id, HoldReason.WATCHED_WORD));
    await edit(id, POLITE);
    await keep(id);
    await expectShown(id, [3, 1], [3, 2, 1]);
    const [{ bodyDiff }] = (await read(null, id)).revisions as [Texts['revisions'][0]];
    expect(bodyDiff.map(({ text }) => text).join('')).toContain('Open');
    await edit(id, GOOD);
    await expectShown(id, [4, 3, 1], [4, 3, 2, 1]);
  });
});
