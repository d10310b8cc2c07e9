import { act, screen, within } from '@testing-library/react';
import { type Api } from '@/test/render';
import { heading, inputOf, item, queue, settle, setUp, show, user } from '@/test/review-queue';

setUp();

const target = (id: string, title: string, upCount = 3) => ({
  ...{ __typename: 'Idea', id, title, upCount, language: 'EN' },
  challenge: { __typename: 'Challenge', id: 'c7', title: 'Better mornings', language: 'EN' },
});
const connection = (nodes: object[]) => ({
  edges: nodes.map((node) => ({ __typename: 'Edge', node })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
});
const challenge = (id: string, title: string, maySubmit: boolean) => ({
  ...{ __typename: 'Challenge', id, title },
  currentPhase: { __typename: 'Phase', id: `p${id}`, maySubmit },
});
const idea = {
  __typename: 'Idea',
  id: 'ir0',
  title: 'Rye bread',
  body: 'Call 600 11 22 33, any time.',
  tags: ['oven'],
};

/** What was sent; the server refuses what `refusal` says first. */
function open(key: string, refusal?: object) {
  const sent: object[] = [];
  let refusals = refusal ? [refusal] : [];
  const api: Api = {
    TextToMask: () => ({ data: { review: { __typename: 'Review', id: 'r0', version: 1, idea, comment: null } } }),
    IdeasLikeIt: () => ({ data: { similarIdeas: [target('i8', 'Dark bread'), target('ir0', 'Rye bread')] } }),
    IdeasToMergeInto: () => ({
      data: { ideas: { __typename: 'IdeaConnection', ...connection([target('i9', 'Night bread', 1)]) } },
    }),
    PlacesToMoveTo: () => ({
      data: {
        challenges: {
          __typename: 'ChallengeConnection',
          ...connection([challenge('c7', 'Better mornings', true), challenge('c8', 'Being judged', false)]),
        },
      },
    }),
    DecideReview: (variables) => {
      sent.push(inputOf(variables));
      const [problem] = refusals;
      refusals = [];
      return problem ? { errors: [problem] } : { data: { decideReview: settle('r0', 'REJECTED') } };
    },
    UndoDecision: (variables) => {
      sent.push(inputOf(variables));
      queue.items = [...queue.gone.map((one) => ({ ...one, state: 'PENDING' })), ...queue.items];
      queue.gone = [];
      const undone = { undoneAt: '2026-05-05T10:00:00Z', undoneBecause: 'RECONSIDERED' };
      return { data: { undoDecision: { __typename: 'Decision', id: 'dr0', ...undone } } };
    },
  };
  show({ api });
  return { sent, begin: async () => (await heading('Rye bread'), await user.keyboard(key)) };
}
const dialog = () => within(screen.getByRole('dialog'));
const done = (name: string) => user.click(dialog().getByRole('button', { name: `${name} and tell the author` }));

/** As a pointer or a finger does it. */
function select(within: HTMLElement, words: string) {
  const text = within.firstChild!;
  const from = text.textContent!.indexOf(words);
  act(() => {
    document.getSelection()!.setBaseAndExtent(text, from, text, from + words.length);
    document.dispatchEvent(new Event('selectionchange'));
  });
}

test('words are masked that were selected in the text or typed, with files; what is not there is told while the form stays', async () => {
  const refusal = {
    message: 'Check the form.',
    extensions: {
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'input.passages', code: 'NOT_IN_TEXT', message: '“Bruno” is not in the text.' }],
    },
  };
  const { sent, begin } = open('m', refusal);
  await begin();
  await user.click(await screen.findByRole('radio', { name: /Be kind/ }));
  select(await dialog().findByText(/Call/), '600 11 22 33');
  const words = dialog().getByLabelText('What nobody shall read');
  expect(words).toHaveValue('600 11 22 33');
  await done('Mask parts');
  expect(words).toBeInvalid();
  await user.click(dialog().getByRole('button', { name: 'Mask this' }));
  await user.type(words, 'Bruno');
  expect(dialog().getByText(/Not in the text as it is now/)).toBeInTheDocument();
  await user.keyboard('{Enter}');
  await user.click(dialog().getByRole('checkbox', { name: 'oven.png' }));
  await done('Mask parts');
  expect(await dialog().findByText('“Bruno” is not in the text.')).toBeInTheDocument();
  await user.click(dialog().getByRole('button', { name: 'Do not mask “Bruno”' }));
  expect(words).toHaveFocus();
  await done('Mask parts');
  expect(await screen.findByText(/Masked: “Rye bread”/)).toBeInTheDocument();
  expect(sent[1]).toEqual({
    ...{ reviewId: 'r0', version: 1, act: 'MASK', ruleId: 'r1', note: null },
    ...{ passages: ['600 11 22 33'], attachmentIds: ['ar0'] },
  });
  await heading('Late buns');
});

test('nothing is sent while nothing to mask was chosen', async () => {
  const { sent, begin } = open('m');
  await begin();
  await user.click(await screen.findByRole('radio', { name: /Be kind/ }));
  await done('Mask parts');
  expect(dialog().getByLabelText('What nobody shall read')).toBeInvalid();
  expect(sent).toEqual([]);
});

test('an idea is merged into one that is like it, at once, and taken back by one undo', async () => {
  const { sent, begin } = open('g');
  await begin();
  const like = await dialog().findByRole('radio', { name: /Dark bread/ });
  expect(dialog().queryByRole('radio', { name: /Rye bread/ })).not.toBeInTheDocument();
  expect(dialog().getByText(/3 votes/)).toBeInTheDocument();
  expect(dialog().getByText('Better mornings')).toBeInTheDocument();
  await user.click(like);
  await done('Merge');
  await heading('Late buns');
  expect(sent).toEqual([{ reviewId: 'r0', version: 1, act: 'MERGE', note: null, targetIdeaId: 'i8' }]);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await heading('Rye bread');
  expect(sent[1]).toEqual({ decisionId: 'dr0' });
  expect(item('Rye bread')).toBeInTheDocument();
});

test('the other idea is found by its words; the one that was chosen stays in sight', async () => {
  const { sent, begin } = open('g');
  await begin();
  await user.click(await dialog().findByRole('radio', { name: /Dark bread/ }));
  await user.type(dialog().getByLabelText('Find an idea by its words'), 'night{Enter}');
  await user.click(await dialog().findByRole('radio', { name: /Night bread/ }, { timeout: 3000 }));
  expect(sent).toEqual([]);
  await done('Merge');
  await heading('Late buns');
  expect(sent).toEqual([expect.objectContaining({ targetIdeaId: 'i9' })]);
});

test('an idea is moved only to where ideas are taken', async () => {
  const { sent, begin } = open('v');
  await begin();
  const where = await dialog().findByRole('combobox', { name: /Where does it belong/ });
  await dialog().findByRole('option', { name: 'Better mornings' });
  expect(
    within(where)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Choose…', 'Better mornings']);
  await user.selectOptions(where, 'Better mornings');
  await done('Move');
  await heading('Late buns');
  expect(sent).toEqual([{ reviewId: 'r0', version: 1, act: 'MOVE', note: null, challengeId: 'c7' }]);
});
