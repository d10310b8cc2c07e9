import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { endSession } from '@/lib/session';
import { toasts } from '@/lib/toasts';
import { fakeApi, renderPart } from '@/test/render';
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
        comment: { __typename: 'Comment', id: 'k1', body: 'You are all fools' },
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

// what was decided is remembered by its id
let shows = 0;

/** A queue of two; deciding the first one is refused when somebody else was quicker. */
function show({ tooLate = false } = {}) {
  shows += 1;
  let items = [held(`${shows}-1`, 'Rye bread'), held(`${shows}-2`, 'Late buns')];
  const decide = () => {
    items = items.slice(1);
    return tooLate
      ? conflict
      : { data: { approveReview: { __typename: 'Review', id: `${shows}-1`, state: 'APPROVED', version: 2 } } };
  };
  const asked = fakeApi({
    HeldItems: () => ({
      data: {
        reviews: {
          __typename: 'ReviewConnection',
          totalCount: items.length,
          edges: items.map((node) => ({ __typename: 'ReviewEdge', node })),
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      },
    }),
    ReviewRules: () => ({
      data: {
        company: {
          __typename: 'Company',
          id: 'c1',
          rules: [{ __typename: 'Rule', id: 'r1', title: 'Be kind', text: 'Always.' }],
        },
      },
    }),
    ApproveReview: decide,
    RejectReview: decide,
  });
  renderPart(
    <CompanyProvider company={company}>
      <ReviewPage />
      <button type="button">Elsewhere</button>
    </CompanyProvider>,
  );
  return asked;
}

const heading = (name: string) => screen.findByRole('heading', { level: 2, name });
const item = (name: string) => screen.getByRole('button', { name: new RegExp(name) });

beforeEach(() => {
  toasts.set([]);
  endSession();
});

/** The time to undo is over. */
const closeMessage = async () => userEvent.click(await screen.findByRole('button', { name: 'Close' }));

test('the queue takes the focus, and its keys walk and decide', async () => {
  const asked = show();
  await heading('Rye bread');
  expect(item('Rye bread')).toHaveFocus();
  await userEvent.keyboard('j');
  await heading('Late buns');
  await userEvent.keyboard('k');
  await heading('Rye bread');
  await userEvent.keyboard('a');
  expect(await screen.findByText('Approved: “Rye bread”')).toBeInTheDocument();
  await heading('Late buns');
  await waitFor(() => expect(item('Late buns')).toHaveFocus());
  await closeMessage();
  await waitFor(() => expect(asked).toContain('ApproveReview'));
});

test('a verdict can be undone before it is sent, by key or by its message', async () => {
  const asked = show();
  await heading('Rye bread');
  await userEvent.keyboard('a');
  await heading('Late buns');
  await userEvent.keyboard('z');
  await heading('Rye bread');
  await userEvent.keyboard('a');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await heading('Rye bread');
  await waitFor(() => expect(item('Rye bread')).toHaveFocus());
  expect(asked).not.toContain('ApproveReview');
});

test('the last verdict of a queue can be undone by its key too', async () => {
  show();
  await heading('Rye bread');
  await userEvent.keyboard('aa');
  expect(await screen.findByText('All clear')).toBeInTheDocument();
  await userEvent.keyboard('z');
  await heading('Late buns');
});

test('a verdict is sent when the page is left', async () => {
  const asked = show();
  await heading('Rye bread');
  await userEvent.keyboard('a');
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(() => expect(asked).toContain('ApproveReview'));
});

test('a letter decides nothing while the focus is elsewhere', async () => {
  const asked = show();
  await heading('Rye bread');
  screen.getByRole('button', { name: 'Elsewhere' }).focus();
  await userEvent.keyboard('ajr');
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
  await userEvent.keyboard('a');
  await closeMessage();
  expect(await screen.findByText('Decided meanwhile.')).toBeInTheDocument();
  await heading('Late buns');
  await waitFor(() => expect(item('Late buns')).toHaveFocus());
});

test('so does one that was rejected', async () => {
  show({ tooLate: true });
  await heading('Rye bread');
  await userEvent.keyboard('r');
  await userEvent.click(await screen.findByRole('radio', { name: /Be kind/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Reject and tell the author' }));
  await closeMessage();
  expect(await screen.findByText('Decided meanwhile.')).toBeInTheDocument();
  await heading('Late buns');
});
