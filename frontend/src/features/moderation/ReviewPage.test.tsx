import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { endSession, sendUnsent } from '@/lib/session';
import { toastError } from '@/lib/toasts';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { ReviewPage } from './ReviewPage';

const company = { id: 'c1', slug: 'forno', viewerCan: { moderate: true } } as CompanyContextFragment;
const held = (id: string, title: string) => ({
  __typename: 'Review',
  id,
  kind: 'IDEA',
  reason: 'NEWCOMER',
  version: 1,
  createdAt: '2026-05-01T10:00:00Z',
  author: { __typename: 'User', id: 'u2', displayName: 'Bruno' },
  authorMembership: null,
  authorRecord: {
    __typename: 'AuthorRecord',
    publishedIdeaCount: 2,
    publishedCommentCount: 0,
    rejectedCount: 1,
    recent: [
      {
        __typename: 'Review',
        id: `past-${id}`,
        kind: 'COMMENT',
        state: 'REJECTED',
        decidedAt: '2026-04-01T10:00:00Z',
        rule: { __typename: 'Rule', id: 'r1', title: 'Be kind' },
        idea: null,
        comment: { __typename: 'Comment', id: 'k1', body: 'You are all fools', language: 'EN' },
      },
    ],
  },
  idea: {
    __typename: 'Idea',
    id: `i${id}`,
    title,
    bodyHtml: `<p>About ${title}</p>`,
    language: 'EN',
    tags: ['oven'],
    challenge: null,
    attachments: [],
  },
  comment: null,
});
const conflict = { errors: [{ message: 'Decided meanwhile.', extensions: { code: 'CONFLICT' } }] };

interface Options {
  titles?: string[];
  /** As many as a page of the list has. */
  first?: number;
  /** Somebody else was quicker, and the server says so. */
  tooLate?: boolean;
}

let items: ReturnType<typeof held>[] = [];
const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
const pass = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

function show({ titles = ['Rye bread', 'Late buns'], first = 30, tooLate = false }: Options = {}) {
  items = titles.map((title, index) => held(`r${index}`, title));
  const decide = (mutation: string) => (variables: Record<string, never>) => {
    const { reviewId: id } = (variables as unknown as { input: { reviewId: string } }).input;
    items = items.filter((one) => one.id !== id);
    return tooLate ? conflict : { data: { [mutation]: { __typename: 'Review', id, state: 'APPROVED', version: 2 } } };
  };
  const asked = fakeApi({
    HeldItems: ({ after }) => {
      const from = after === null ? 0 : items.findIndex(({ id }) => id > after);
      const page = items.slice(from, from + first);
      return {
        data: {
          reviews: {
            __typename: 'ReviewConnection',
            totalCount: items.length,
            edges: page.map((node) => ({ __typename: 'ReviewEdge', node })),
            pageInfo: {
              __typename: 'PageInfo',
              hasNextPage: from + first < items.length,
              endCursor: page.at(-1)?.id ?? null,
            },
          },
        },
      };
    },
    ReviewRules: () => ({
      data: {
        company: {
          __typename: 'Company',
          id: 'c1',
          rules: [{ __typename: 'Rule', id: 'r1', title: 'Be kind', text: 'Always.' }],
        },
      },
    }),
    ApproveReview: decide('approveReview'),
    RejectReview: decide('rejectReview'),
  });
  renderPart(
    <CompanyProvider company={company}>
      <ReviewPage />
      <button type="button">Elsewhere</button>
    </CompanyProvider>,
  );
  return asked;
}

async function heading(name: string) {
  await screen.findByRole('heading', { level: 2, name });
  // with the rules to choose from
  await pass(0);
}
const item = (name: string) => screen.getByRole('button', { name: new RegExp(name) });

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  endSession();
  signInAna();
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});
afterEach(() => jest.useRealTimers());

test('the queue takes the focus, and its keys walk and decide', async () => {
  const asked = show();
  await heading('Rye bread');
  expect(item('Rye bread')).toHaveFocus();
  await user.keyboard('j');
  await heading('Late buns');
  await user.keyboard('k');
  await heading('Rye bread');
  await user.keyboard('a');
  expect(await screen.findByText('Approved: “Rye bread”')).toBeInTheDocument();
  await heading('Late buns');
  await waitFor(() => expect(item('Late buns')).toHaveFocus());
  await pass(11);
  expect(asked).toContain('ApproveReview');
});

test('a key that is held down decides once, and walks on', async () => {
  show({ titles: ['Rye bread', 'Late buns', 'Warm oven'] });
  await heading('Rye bread');
  await user.keyboard('{a>3/}');
  expect(item('Late buns')).toBeInTheDocument();
  expect(item('Warm oven')).toBeInTheDocument();
  await user.keyboard('{j>3/}');
  await heading('Warm oven');
});

test('a verdict that is undone, by key or by its message, is never sent', async () => {
  const asked = show();
  await heading('Rye bread');
  await user.keyboard('a');
  await heading('Late buns');
  await user.keyboard('z');
  await heading('Rye bread');
  await user.keyboard('a');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await heading('Rye bread');
  await waitFor(() => expect(item('Rye bread')).toHaveFocus());
  await pass(30);
  expect(asked).not.toContain('ApproveReview');
});

test('each verdict can be undone for ten seconds, whatever comes after it', async () => {
  const asked = show({ titles: ['Same', 'Same', 'Same', 'Same', 'Same'] });
  await waitFor(() => expect(screen.getAllByRole('button', { name: /Same/ })).toHaveLength(5));
  await pass(1);
  await user.keyboard('aaaa');
  for (const message of ['One', 'Two', 'Three', 'Four']) act(() => void toastError(message));
  await pass(8);
  expect(asked).not.toContain('ApproveReview');
  await user.keyboard('zz');
  await pass(4);
  expect(asked.filter((name) => name === 'ApproveReview')).toHaveLength(2);
  expect(screen.getAllByRole('button', { name: /Same/ })).toHaveLength(3);
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

test('no time passes while the moderator is asked for a reason', async () => {
  const asked = show();
  await heading('Rye bread');
  await user.keyboard('ar');
  await screen.findByRole('radio', { name: /Be kind/ });
  await pass(60);
  expect(asked).not.toContain('ApproveReview');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await pass(11);
  expect(asked).toContain('ApproveReview');
});

test('who leaves on purpose sends what was decided; who only loses the session does not, nor does the next person', async () => {
  const asked = show();
  await heading('Rye bread');
  await user.keyboard('a');
  await act(sendUnsent);
  expect(asked.filter((name) => name === 'ApproveReview')).toHaveLength(1);
  await heading('Late buns');
  await user.keyboard('a');
  act(() => endSession());
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument());
  await pass(30);
  expect(asked.filter((name) => name === 'ApproveReview')).toHaveLength(1);
});

test('the item under review stays, on whichever page of the list, when verdicts are sent', async () => {
  const asked = show({ titles: ['One', 'Two', 'Three', 'Four'], first: 2 });
  await heading('One');
  await user.keyboard('a');
  await heading('Two');
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  await user.click(await screen.findByRole('button', { name: /Four/ }));
  await heading('Four');
  expect(screen.getByText('3 items waiting')).toBeInTheDocument();
  await pass(12);
  expect(asked).toContain('ApproveReview');
  await heading('Four');
  expect(screen.getByText('3 items waiting')).toBeInTheDocument();
  expect(item('Four')).toHaveAttribute('aria-current', 'true');
});

test('an open item that somebody else has decided is told of, and no other opens by itself', async () => {
  const asked = show({ titles: ['One', 'Two', 'Three'], tooLate: true });
  await heading('One');
  await user.keyboard('a');
  await heading('Two');
  items = items.filter(({ id }) => id === 'r2');
  await pass(12);
  expect(await screen.findByText(/decided meanwhile by somebody else/)).toBeInTheDocument();
  await user.keyboard('a');
  await pass(12);
  expect(asked.filter((name) => name === 'ApproveReview')).toHaveLength(1);
  await user.keyboard('j');
  await heading('Three');
});

test('the last verdict of a queue can be undone by its key too', async () => {
  show();
  await heading('Rye bread');
  await user.keyboard('aa');
  expect(await screen.findByText('All clear')).toBeInTheDocument();
  await user.keyboard('z');
  await heading('Late buns');
});

test('a verdict is sent when the page is left', async () => {
  const asked = show();
  await heading('Rye bread');
  await user.keyboard('a');
  act(() => void window.dispatchEvent(new Event('pagehide')));
  await waitFor(() => expect(asked).toContain('ApproveReview'));
});

test('a letter decides nothing while the focus is elsewhere', async () => {
  const asked = show();
  await heading('Rye bread');
  screen.getByRole('button', { name: 'Elsewhere' }).focus();
  await user.keyboard('ajr');
  expect(asked).not.toContain('ApproveReview');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await heading('Rye bread');
});

test('the author’s record stands beside what they wrote', async () => {
  show();
  const record = await screen.findByRole('complementary', { name: 'The author’s record' });
  expect(record).toHaveTextContent('2 ideas published');
  expect(record).toHaveTextContent('1 rejected');
  expect(record).toHaveTextContent('You are all fools');
  expect(record).toHaveTextContent('Rejected: Be kind');
});

test('an item that somebody else has decided leaves the queue, and the moderator is told', async () => {
  show({ tooLate: true });
  await heading('Rye bread');
  await user.keyboard('a');
  await pass(11);
  expect(await screen.findByText('Decided meanwhile.')).toBeInTheDocument();
  await heading('Late buns');
  await waitFor(() => expect(item('Late buns')).toHaveFocus());
});

test('so does one that was rejected', async () => {
  show({ tooLate: true });
  await heading('Rye bread');
  await user.keyboard('r');
  await user.click(await screen.findByRole('radio', { name: /Be kind/ }));
  await user.click(screen.getByRole('button', { name: 'Reject and tell the author' }));
  await pass(11);
  expect(await screen.findByText('Decided meanwhile.')).toBeInTheDocument();
  await heading('Late buns');
});
