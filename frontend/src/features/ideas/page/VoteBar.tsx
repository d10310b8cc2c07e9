import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconShare3 } from '@tabler/icons-react';
import { VoteButton } from '@/components/VoteButton';
import { toast, toastError } from '@/lib/toasts';
import { FollowButton } from './FollowButton';
import classes from './IdeaPage.module.css';
import type { PageIdea } from './idea-page';

/** Hands the address on, by whatever the device offers. */
function ShareButton({ title }: { title: string }) {
  const { t } = useLingui();
  const share = async () => {
    const url = location.origin + location.pathname;
    if ('share' in navigator && matchMedia('(pointer: coarse)').matches)
      return navigator.share({ title, url }).catch(() => undefined);
    try {
      await navigator.clipboard.writeText(url);
      toast(t`The link was copied.`);
    } catch {
      toastError(t`The link could not be copied: take it from the address bar.`);
    }
  };
  return (
    <button type="button" className={classes.share} aria-label={t`Share`} title={t`Share`} onClick={() => void share()}>
      <IconShare3 size={20} aria-hidden />
    </button>
  );
}

/** The vote and the link. Stays under the thumb on phones. */
export function VoteBar({ idea }: { idea: PageIdea }) {
  const { title, company, challenge } = idea;
  return (
    <>
      <div className={classes.bar}>
        <VoteButton idea={idea} mode={company.voteMode} wide />
        <FollowButton idea={idea} />
        <ShareButton title={title} />
      </div>
      {idea.followerCount != null && idea.followerCount > 0 && (
        <p className={classes.hiddenCounts}>
          <Plural value={idea.followerCount} one="# person follows this idea" other="# people follow this idea" />
        </p>
      )}
      {challenge && !challenge.viewerCan.seeCounts && (
        <p className={classes.hiddenCounts}>
          <Trans>Votes count, but are hidden for now, so that every idea gets a fair chance.</Trans>
        </p>
      )}
    </>
  );
}
