import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { graphql } from '@/gql';
import type { OpenReviewInput, Role } from '@/gql/graphql';
import { useViewer } from '@/lib/session';
import { useAction } from '@/lib/use-action';

const OpenReview = graphql(`
  mutation OpenReview($input: OpenReviewInput!) {
    openReview(input: $input) {
      id
    }
  }
`);

const MODERATORS: ReadonlySet<Role> = new Set(['MODERATOR', 'MANAGER', 'OWNER']);

/** Whether the viewer moderates a company, as far as their session says. */
export function useModerates(): (companyId: string) => boolean {
  const viewer = useViewer();
  const here = viewer?.memberships?.filter(({ role }) => MODERATORS.has(role)).map(({ company }) => company.id);
  return (companyId) => here?.includes(companyId) ?? false;
}

interface Props {
  item: OpenReviewInput;
  company: { id: string; slug: string };
  /** Nobody reviews what they wrote. */
  authorId: string;
  className?: string;
  children?: ReactNode;
}

/** For moderators: opens the review of an item, in the queue. */
export function ReviewThis({ item, company, authorId, className, children }: Props) {
  const viewer = useViewer();
  const moderates = useModerates();
  const navigate = useNavigate();
  const { run, busy } = useAction(OpenReview);
  if (!moderates(company.id) || viewer?.id === authorId) return null;
  const open = async () => {
    if (busy) return;
    const data = await run({ input: item });
    if (data)
      await navigate({ to: '/$slug/review', params: { slug: company.slug }, search: { open: data.openReview.id } });
  };
  return (
    <button type="button" className={className} aria-busy={busy || undefined} onClick={() => void open()}>
      {children ?? <Trans>Review</Trans>}
    </button>
  );
}
