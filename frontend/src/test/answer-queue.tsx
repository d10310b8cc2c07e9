import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AnswersPage } from '@/features/console/AnswersPage';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { endSession } from '@/lib/session';
import { type Answer, fakeApi, renderPart, signInAna } from './render';

export const company = {
  id: 'c1',
  slug: 'forno',
  name: 'Forno',
  languages: ['EN'],
  viewerCan: { manage: true },
} as unknown as CompanyContextFragment;

export const TITLES = ['Rye bread', 'Late buns', 'Warm oven'];
export const author = { __typename: 'User', id: 'u2', displayName: 'Bruno', avatarUrl: null, erased: false };
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
export const done = (id: string) => ({ __typename: 'Idea', id, status: 'PLANNED', version: 2 });
export const conflict = { errors: [{ message: 'Changed meanwhile.', extensions: { code: 'CONFLICT' } }] };
type Sent = { input: { ideas: { ideaId: string }[]; idempotencyKey: string; body: string } };
/** What was sent for many. */
export const sent: Sent['input'][] = [];

interface Options {
  answerIdea?: (variables: Record<string, never>) => Answer | Promise<Answer>;
  refused?: string[];
  /** How often the answer to many is lost on the way. */
  lost?: number;
  /** As many as a page of the list has. */
  first?: number;
}

export function showAnswers({ answerIdea, refused = [], lost = 0, first = 20 }: Options = {}) {
  const nodes = TITLES.map(waiting);
  const gone = new Set<string>();
  const page = (after: string | undefined, size = first) =>
    nodes.filter(({ id }) => !gone.has(id) && id > (after ?? '')).slice(0, size);
  const none = { __typename: 'ChallengeConnection', edges: [] };
  const asked = fakeApi({
    IdeasToAnswer: ({ after }) => ({
      data: {
        ideasToAnswer: {
          __typename: 'IdeaConnection',
          totalCount: nodes.length - gone.size,
          edges: page(after).map((node) => ({ __typename: 'IdeaEdge', node })),
          pageInfo: {
            __typename: 'PageInfo',
            hasNextPage: page(after).length < page(after, nodes.length).length,
            endCursor: page(after).at(-1)?.id,
          },
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
    RenderMarkdown: ({ text }) => ({ data: { renderMarkdown: `<p>${String(text)}</p>` } }),
    AnswerIdea: (variables) => {
      if (answerIdea) return answerIdea(variables);
      const { ideaId } = (variables as unknown as { input: { ideaId: string } }).input;
      gone.add(ideaId);
      return { data: { answerIdea: done(ideaId) } };
    },
    AnswerIdeas: (variables) => {
      const { input } = variables as unknown as Sent;
      sent.push(input);
      if (sent.length <= lost) return { errors: [{ message: 'Try again.' }] };
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

export const box = (title: string) => screen.findByRole('checkbox', { name: `Select “${title}”` });
export const editor = () => screen.findByLabelText(/^Answer/, { selector: 'textarea' });
export const press = (keys: string) => userEvent.keyboard(keys);

export function setUp(): void {
  beforeEach(() => {
    endSession();
    signInAna();
    localStorage.clear();
    sent.length = 0;
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
  });
}
