import { Trans } from '@lingui/react/macro';
import type { HeldItemFragment } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';

/** What a reviewed item is called, each word in its language. */
export function ReviewTitle({ item: { idea, comment, author } }: { item: HeldItemFragment }) {
  if (idea) return <span lang={langOf(idea.language)}>{idea.title}</span>;
  const { displayName } = author;
  if (!comment) return <Trans>Profile of {displayName}</Trans>;
  const { title, language } = comment.idea;
  return (
    <Trans>
      Comment on “<span lang={langOf(language)}>{title}</span>”
    </Trans>
  );
}
