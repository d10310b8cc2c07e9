import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { graphql } from '@/gql';
import type { WaitingIdeaFragment } from '@/gql/graphql';

graphql(`
  fragment WaitingIdea on Idea {
    id
    title
    language
    status
    version
    score
    commentCount
    publishedAt
    answeredAt
    author {
      ...PersonName
    }
    challenge {
      id
      title
      language
    }
  }
`);

const DAY = 86_400_000;

/** How long an idea has waited for a word, in whole days, and by how many it is overdue; negative: what is left. */
export function waitOf(idea: Pick<WaitingIdeaFragment, 'answeredAt' | 'publishedAt'>, answerDays: number, now: number) {
  const since = Date.parse(idea.answeredAt ?? idea.publishedAt ?? '');
  const days = Math.floor((now - since) / DAY);
  const over = (now - since) / DAY - answerDays;
  return { days, overdue: over >= 0, distance: Math.max(1, Math.floor(Math.abs(over))) };
}

/** The words for it. */
export const useWaitText = () => {
  const { t } = useLingui();
  return ({ overdue, distance }: ReturnType<typeof waitOf>): string =>
    overdue
      ? t`${plural(distance, { one: '# day overdue', other: '# days overdue' })}`
      : t`${plural(distance, { one: '# day left', other: '# days left' })}`;
};
