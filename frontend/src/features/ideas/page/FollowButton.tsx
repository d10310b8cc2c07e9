import { useLingui } from '@lingui/react/macro';
import { IconBell, IconBellFilled } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { graphql } from '@/gql';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './IdeaPage.module.css';
import type { PageIdea } from './idea-page';

const Follow = graphql(`
  mutation Follow($input: IdeaIdInput!) {
    followIdea(input: $input) {
      id
      followerCount
      viewerFollows
    }
  }
`);

const Unfollow = graphql(`
  mutation Unfollow($input: IdeaIdInput!) {
    unfollowIdea(input: $input) {
      id
      followerCount
      viewerFollows
    }
  }
`);

/** To hear what becomes of it, or not any more. */
export function FollowButton({ idea }: { idea: PageIdea }) {
  const { t } = useLingui();
  const { status } = useSession();
  const navigate = useNavigate();
  const follow = useAction(Follow);
  const unfollow = useAction(Unfollow);
  const { id, viewerFollows } = idea;
  const variables = { input: { ideaId: id } };
  const tap = async () => {
    if (status !== 'in') return navigate({ to: '/sign-in', search: { next: location.pathname } });
    if (!viewerFollows) return follow.run(variables);
    if (await unfollow.run(variables))
      toast(t`You no longer follow this idea.`, {
        action: { label: t`Undo`, run: () => void follow.run(variables) },
      });
  };
  const name = t`Follow this idea`;
  return (
    <button
      type="button"
      className={classes.share}
      aria-pressed={viewerFollows}
      aria-label={name}
      title={name}
      onClick={() => void tap()}
    >
      {viewerFollows ? <IconBellFilled size={20} aria-hidden /> : <IconBell size={20} aria-hidden />}
    </button>
  );
}
