import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { endSession } from '@/lib/session';
import { ReviewPage } from '@/features/moderation/ReviewPage';
import { fakeApi, renderPart, signInAna } from './render';

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

export const queue: { items: ReturnType<typeof held>[] } = { items: [] };
export const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
export const pass = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

export function show({ titles = ['Rye bread', 'Late buns'], first = 30, tooLate = false }: Options = {}) {
  queue.items = titles.map((title, index) => held(`r${index}`, title));
  const decide = (variables: Record<string, never>) => {
    const { reviewId: id } = (variables as unknown as { input: { reviewId: string } }).input;
    queue.items = queue.items.filter((one) => one.id !== id);
    return tooLate ? conflict : { data: { decideReview: { __typename: 'Review', id, state: 'APPROVED', version: 2 } } };
  };
  const asked = fakeApi({
    HeldItems: ({ after }) => {
      const from = after ? queue.items.findIndex(({ id }) => id > String(after)) : 0;
      const page = queue.items.slice(from, from + first);
      return {
        data: {
          reviews: {
            __typename: 'ReviewConnection',
            totalCount: queue.items.length,
            edges: page.map((node) => ({ __typename: 'ReviewEdge', node })),
            pageInfo: {
              __typename: 'PageInfo',
              hasNextPage: from + first < queue.items.length,
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
    DecideReview: decide,
  });
  renderPart(
    <CompanyProvider company={company}>
      <ReviewPage />
      <button type="button">Elsewhere</button>
    </CompanyProvider>,
  );
  return asked;
}

export async function heading(name: string) {
  await screen.findByRole('heading', { level: 2, name });
  // with the rules to choose from
  await pass(0);
}
export const item = (name: string) => screen.getByRole('button', { name: new RegExp(name) });

/** Each test begins with a moderator who is signed in, and with a clock of its own. */
export function setUp(): void {
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
}
