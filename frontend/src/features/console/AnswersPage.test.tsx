import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { endSession } from '@/lib/session';
import { type Answer, fakeApi, renderPart } from '@/test/render';
import { AnswersPage } from './AnswersPage';

const company = {
  id: 'c1',
  slug: 'forno',
  name: 'Forno',
  languages: ['EN'],
  viewerCan: { manage: true },
} as unknown as CompanyContextFragment;

const TITLES = ['Rye bread', 'Late buns', 'Warm oven'];
const author = { __typename: 'User', id: 'u2', displayName: 'Bruno', avatarUrl: null, erased: false };
const waiting = (title: string, index: number) => ({
  __typename: 'Idea',
  id: `i${index}`,
  title,
  language: 'EN',
  status: 'OPEN',
  version: 1,
  score: 9,
  commentCount: 2,
  publishedAt: '2026-01-01T10:00:00Z',
  answeredAt: null,
  author,
  challenge: null,
});
const done = (id: string) => ({ __typename: 'Idea', id, status: 'PLANNED', version: 2 });
const conflict = { errors: [{ message: 'Changed meanwhile.', extensions: { code: 'CONFLICT' } }] };
type Sent = { input: { ideas: { ideaId: string }[]; idempotencyKey: string; body: string } };
const sent: Sent['input'][] = [];

interface Options {
  answerIdea?: () => Answer;
  refused?: string[];
}

function show({ answerIdea, refused = [] }: Options = {}) {
  const nodes = TITLES.map(waiting);
  const none = { __typename: 'ChallengeConnection', edges: [] };
  const asked = fakeApi({
    IdeasToAnswer: () => ({
      data: {
        ideasToAnswer: {
          __typename: 'IdeaConnection',
          totalCount: nodes.length,
          edges: nodes.map((node) => ({ __typename: 'IdeaEdge', node })),
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      },
    }),
    ChallengeChoices: () => ({ data: { open: none, past: none } }),
    CompanyPace: () => ({ data: { company: { __typename: 'Company', id: 'c1', answerDays: 14, version: 1 } } }),
    SavedReplies: () => ({
      data: {
        savedReplies: [
          {
            __typename: 'SavedReply',
            id: 'r1',
            title: 'Thanks',
            body: 'Thank you, {name}!',
            language: 'EN',
            usedCount: 1,
            lastUsedAt: null,
            version: 1,
          },
        ],
      },
    }),
    OpenedIdea: ({ id }) => ({
      data: { idea: { ...nodes.find((node) => node.id === id), bodyHtml: '<p>Please.</p>', answers: [] } },
    }),
    PreviewAnswer: ({ text }) => ({ data: { renderMarkdown: `<p>${String(text)}</p>` } }),
    AnswerIdea: answerIdea ?? (() => ({ data: { answerIdea: done('i0') } })),
    AnswerIdeas: (variables) => {
      const { input } = variables as unknown as Sent;
      sent.push(input);
      const answered = input.ideas.map(({ ideaId }) => ideaId).filter((id) => !refused.includes(id));
      return {
        data: {
          answerIdeas: {
            __typename: 'AnswerIdeasPayload',
            answered: answered.map(done),
            refused: refused.map((ideaId) => ({ __typename: 'UnansweredIdea', ideaId, reason: 'CHANGED' })),
          },
        },
      };
    },
  });
  renderPart(
    <CompanyProvider company={company}>
      <AnswersPage search={{}} onSearch={() => undefined} />
    </CompanyProvider>,
  );
  return asked;
}

const box = (title: string) => screen.findByRole('checkbox', { name: `Select “${title}”` });
const press = (keys: string) => userEvent.keyboard(keys);

beforeEach(() => {
  endSession();
  sent.length = 0;
});

test('an idea is answered where it stands, with a saved reply; it leaves the list, and the next one has the focus', async () => {
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Answer “Rye bread”' }));
  await userEvent.selectOptions(await screen.findByLabelText('Insert a saved reply'), 'r1');
  expect(screen.getByLabelText(/^Answer/, { selector: 'textarea' })).toHaveValue('Thank you, Bruno!');
  await userEvent.click(screen.getByRole('button', { name: 'Publish the answer' }));
  expect(await screen.findByText('The answer is public.')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Select “Rye bread”' })).toBeNull());
  expect(await box('Late buns')).toHaveFocus();
});

test('a refused answer comes back with what was written, and says why', async () => {
  show({ answerIdea: () => conflict });
  await userEvent.click(await screen.findByRole('button', { name: 'Answer “Rye bread”' }));
  await userEvent.type(await screen.findByLabelText(/^Answer/, { selector: 'textarea' }), 'In spring.');
  await userEvent.click(screen.getByRole('button', { name: 'Publish the answer' }));
  expect(await screen.findByText('Changed meanwhile.')).toBeVisible();
  expect(await box('Rye bread')).toBeVisible();
  expect(screen.getByLabelText(/^Answer/, { selector: 'textarea' })).toHaveValue('In spring.');
});

test('rows are walked, chosen one by one or as a range, by keyboard', async () => {
  show();
  (await box('Rye bread')).focus();
  await press('xjj{Shift>}X{/Shift}');
  for (const title of TITLES) expect(await box(title)).toBeChecked();
  expect(screen.getByText('3 ideas selected')).toBeInTheDocument();
  await press('kx');
  expect(await box('Late buns')).not.toBeChecked();
  expect(screen.getByText('2 ideas selected')).toBeInTheDocument();
});

test('many get one reason after a look at it; a double click is one request', async () => {
  show();
  await userEvent.click(await box('Rye bread'));
  await userEvent.click(await box('Warm oven'));
  await userEvent.click(screen.getByRole('button', { name: 'Answer them together' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'See what will be posted' }));
  expect(dialog.getByText('Every answer needs its public reason.')).toBeInTheDocument();
  await userEvent.type(dialog.getByLabelText(/The public reason/), 'Dear {{name}, yes.');
  await userEvent.click(dialog.getByRole('button', { name: 'See what will be posted' }));
  expect(await dialog.findByText('Dear Bruno, yes.')).toBeInTheDocument();
  await userEvent.dblClick(dialog.getByRole('button', { name: 'Publish 2 answers' }));
  expect(await screen.findByText('2 answers are public.')).toBeInTheDocument();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ body: 'Dear {name}, yes.', ideas: [{ ideaId: 'i0' }, { ideaId: 'i2' }] });
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Select “Rye bread”' })).toBeNull());
});

test('those that could not be answered stay chosen, and each says why', async () => {
  show({ refused: ['i1'] });
  await userEvent.click(await box('Rye bread'));
  await userEvent.click(await box('Late buns'));
  await userEvent.click(screen.getByRole('button', { name: 'Answer them together' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.type(dialog.getByLabelText(/The public reason/), 'Yes.');
  await userEvent.click(dialog.getByRole('button', { name: 'See what will be posted' }));
  await userEvent.click(await dialog.findByRole('button', { name: 'Publish 2 answers' }));
  expect(await screen.findByText('Not answered: it was changed or answered since you read it.')).toBeVisible();
  expect(await box('Late buns')).toBeChecked();
  expect(screen.getByText('1 idea selected')).toBeInTheDocument();
});
