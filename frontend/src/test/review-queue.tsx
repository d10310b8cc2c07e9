import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { endSession } from '@/lib/session';
import type { ReviewSearch } from '@/features/moderation/queue/review-search';
import { ReviewPage } from '@/features/moderation/queue/ReviewPage';
import { setViewing } from '@/features/moderation/review/viewing';
import { type Api, fakeApi, renderPart, signInAna } from './render';

const company = {
  id: 'c1',
  slug: 'forno',
  languages: ['EN'],
  viewerCan: { moderate: true },
} as unknown as CompanyContextFragment;
const person = (id: string, displayName: string) => ({
  __typename: 'User',
  id,
  displayName,
  avatarUrl: null,
  erased: false,
  bio: null,
});
export const rita = person('u9', 'Rita');
const rule = { __typename: 'Rule', id: 'r1', title: 'Be kind' };

/** A held idea of Bruno's, with all that a moderator weighs. */
const held = (id: string, title: string) => ({
  __typename: 'Review',
  id,
  kind: 'IDEA',
  state: 'PENDING',
  reason: 'NEWCOMER',
  version: 1,
  createdAt: '2026-05-01T10:00:00Z',
  dueAt: '2999-05-02T10:00:00Z',
  overdue: false,
  flagCount: 1,
  claimedUntil: null as string | null,
  claimedBy: null as typeof rita | null,
  decidedAt: null,
  decidedBy: null,
  flags: [
    {
      __typename: 'Flag',
      id: `f${id}`,
      attachmentId: null,
      createdAt: '2026-05-01T11:00:00Z',
      note: 'It shouts.',
      state: 'OPEN',
      weight: 1.5,
      rule,
      flagger: person('u3', 'Carla'),
    },
  ],
  reasons: [{ __typename: 'ReviewReason', code: 'WATCHED_WORD', score: 0.7, detail: 'fool' }],
  decisions: [] as object[],
  author: person('u2', 'Bruno'),
  authorMembership: {
    __typename: 'Membership',
    id: 'm2',
    role: 'CUSTOMER',
    joinedAt: '2026-04-01T10:00:00Z',
    trustLevel: 1,
    silencedUntil: null,
    suspendedUntil: '2999-01-01T00:00:00Z',
    excludedUntil: null,
  },
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
        rule,
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
    visibility: 'HELD',
    locked: false,
    challenge: null,
    attachments: [
      {
        __typename: 'Attachment',
        id: `a${id}`,
        filename: 'oven.png',
        kind: 'IMAGE',
        url: '/oven.png',
        thumbnailUrl: '/oven-small.png',
      },
    ],
  },
  comment: null,
});
export type HeldReview = ReturnType<typeof held>;
const conflict = { errors: [{ message: 'Decided meanwhile.', extensions: { code: 'CONFLICT' } }] };

interface Options {
  titles?: string[];
  /** As many as a page of the list has. */
  first?: number;
  /** Somebody else was quicker, and the server says so. */
  tooLate?: boolean;
  search?: ReviewSearch;
  api?: Api;
}

export const queue: { items: HeldReview[]; gone: HeldReview[] } = { items: [], gone: [] };
export const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
export const pass = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000));
const any = (id: string) => [...queue.items, ...queue.gone].find((one) => one.id === id)!;

/** The input of a request. */
export const inputOf = <T,>(variables: Record<string, never>): T => (variables as unknown as { input: T }).input;

/** It leaves the queue with a decision. */
export function settle(id: string, state = 'APPROVED') {
  const one = any(id);
  queue.items = queue.items.filter((other) => other !== one);
  const decision = { __typename: 'Decision', id: `d${id}`, act: 'KEEP', automatic: false, undoneAt: null };
  const settled = { ...one, state, version: 2, decisions: [{ ...decision, createdAt: '2026-05-05T10:00:00Z' }] };
  queue.gone.push(settled);
  return settled;
}

function listed({ after }: Record<string, unknown>, first: number) {
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
}

const claim = (claimedBy: object | null) => (variables: Record<string, never>) => {
  const { reviewId: id } = inputOf<{ reviewId: string }>(variables);
  return { __typename: 'Review', id, claimedBy, claimedUntil: claimedBy && '2999-01-01T00:00:00Z' };
};

export function show({
  titles = ['Rye bread', 'Late buns'],
  first = 30,
  tooLate = false,
  search = {},
  api,
}: Options = {}) {
  queue.items = titles.map((title, index) => held(`r${index}`, title));
  queue.gone = [];
  const asked = fakeApi({
    HeldItems: (variables) => listed(variables, first),
    ReviewToDecide: ({ id }) => ({ data: { review: any(String(id)) } }),
    ReviewRules: () => ({
      data: { company: { __typename: 'Company', id: 'c1', rules: [{ ...rule, text: 'Always.' }] } },
    }),
    AuthorStanding: () => ({
      data: {
        sanctionAdvice: {
          __typename: 'SanctionAdvice',
          kind: 'SILENCE',
          days: 1,
          because: 'AFTER_WARNING',
          counted: [],
        },
        evasionSignals: [],
      },
    }),
    ClaimReview: (variables) => ({ data: { claimReview: claim(person('u1', 'Ana'))(variables) } }),
    ReleaseReview: (variables) => ({ data: { releaseReview: claim(null)(variables) } }),
    DecideReview: (variables) => {
      const settled = settle(inputOf<{ reviewId: string }>(variables).reviewId);
      return tooLate ? conflict : { data: { decideReview: settled } };
    },
    ...api,
  });
  renderPart(
    <CompanyProvider company={company}>
      <ReviewPage search={search} onSearch={() => undefined} />
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
export const item = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) });

/** Each test begins with a moderator who is signed in, and with a clock of its own. */
export function setUp(): void {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    endSession();
    signInAna();
    setViewing({ blur: true, calm: false });
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
  });
  afterEach(() => jest.useRealTimers());
}
