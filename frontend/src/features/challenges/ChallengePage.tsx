import { Trans } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { Cover } from '@/components/Cover';
import { ErrorState } from '@/components/ErrorState';
import { NotFound } from '@/components/NotFound';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { fromApiLocale } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { ChallengeBrief } from './ChallengeBrief';
import { ChallengeFacts } from './ChallengeFacts';
import classes from './ChallengePage.module.css';
import { type Challenge, ChallengePageDocument, countsHiddenUntil, nextChange } from './challenge-page';
import { ShareIdea, SharingClosed, useMayShare } from './ShareIdea';
import { useMoment } from '@/lib/use-moment';

/** Phones fold it away: the question and the ideas do not wait for it. */
const ChallengeSide = lazy(() => import('./ChallengeSide').then((file) => ({ default: file.ChallengeSide })));

interface ListProps {
  challengeId: string;
  countsHiddenUntil: string | null;
  share?: ReactNode;
}

interface Props {
  challengeSlug: string;
  /** The way into the company, for who is not a member. */
  join: ReactNode;
  /** Who has won, or how that is found: another feature's. */
  winners: (challengeId: string) => ReactNode;
  /** The ideas: another feature's. */
  ideas: (list: ListProps) => ReactNode;
}

/** What a manager does with this challenge, and nobody else. */
function ManageLink({ challenge: { id, viewerCan } }: { challenge: Challenge }) {
  const { slug } = useCompany();
  if (!viewerCan.manage) return null;
  return (
    <ButtonLink to="/$slug/manage/challenges/$challengeId" params={{ slug, challengeId: id }} variant="default">
      <Trans>Manage</Trans>
    </ButtonLink>
  );
}

function Content({ challenge, join, winners, ideas }: { challenge: Challenge } & Omit<Props, 'challengeSlug'>) {
  const { brandColor } = useCompany();
  const { status } = useSession();
  const mayShare = useMayShare(challenge);
  const { id, slug, title, summary, coverUrl, language } = challenge;
  return (
    <>
      <div className={classes.cover}>
        <Cover url={coverUrl} color={brandColor} seed={slug} height={coverUrl ? 220 : 88} />
      </div>
      <PageTitle
        lang={fromApiLocale(language)}
        lead={<span lang={fromApiLocale(language)}>{summary}</span>}
        actions={
          <>
            <ManageLink challenge={challenge} />
            {status === 'in' && join}
            {mayShare && <ShareIdea challenge={challenge} floating />}
          </>
        }
      >
        {title}
      </PageTitle>
      <ChallengeFacts challenge={challenge} />
      <div className={classes.page}>
        <div className={classes.main}>
          <SharingClosed challenge={challenge} />
          <ChallengeBrief challenge={challenge} />
          {challenge.prizes.length > 0 && winners(id)}
        </div>
        <Suspense fallback={<aside className={classes.side} />}>
          <ChallengeSide challenge={challenge} />
        </Suspense>
        <div className={classes.main}>
          <h2 className="hidden">
            <Trans>Ideas</Trans>
          </h2>
          {ideas({
            challengeId: id,
            countsHiddenUntil: countsHiddenUntil(challenge),
            share: mayShare ? <ShareIdea challenge={challenge} /> : undefined,
          })}
        </div>
      </div>
    </>
  );
}

/** One challenge: what is asked, until when, for which prize, and the ideas that answer it. */
export function ChallengePage({ challengeSlug, ...parts }: Props) {
  const { slug: companySlug } = useCompany();
  const [{ data, error }, again] = useQuery({
    query: ChallengePageDocument,
    variables: { companySlug, slug: challengeSlug },
  });
  const challenge = data?.challenge;
  // when a phase begins or ends, other things are allowed
  useMoment(challenge ? nextChange(challenge) : null, () => again({ requestPolicy: 'network-only' }));
  if (challenge) return <Content challenge={challenge} {...parts} />;
  if (error) return <ErrorState error={error} retry={again} />;
  return data ? <NotFound /> : <Skeletons rows={6} height={120} />;
}
