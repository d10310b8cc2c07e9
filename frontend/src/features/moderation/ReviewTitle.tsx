import { Trans } from '@lingui/react/macro';
import type { HeldItemFragment } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';

/** What a held item is called, each word in its language. */
export function ReviewTitle({ item: { idea, comment } }: { item: HeldItemFragment }) {
  if (idea) return <span lang={langOf(idea.language)}>{idea.title}</span>;
  if (!comment) return null;
  const { title, language } = comment.idea;
  return (
    <Trans>
      Comment on “<span lang={langOf(language)}>{title}</span>”
    </Trans>
  );
}
