import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { langOf } from '@/lib/i18n';
import { usePages } from '@/lib/use-pages';
import classes from './Points.module.css';
import { type Line, MyPoints } from './points';
import { BECAUSE, RULE_NAMES } from './words';

/** How one came to each point, and where it went: the newest first. */
export function Story({ companyId, slug }: { companyId: string; slug: string }) {
  const { t } = useLingui();
  const pages = usePages(MyPoints, { companyId }, ({ viewerLedger }) => viewerLedger);
  return (
    <section>
      <h2>
        <Trans>The story of your points</Trans>
      </h2>
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {pages.loading && <Skeletons rows={4} height={64} />}
      {pages.data && pages.nodes.length === 0 && (
        <EmptyState title={t`No points yet`}>
          <Trans>Share an idea, or help with those of others: what comes of it is told here.</Trans>
        </EmptyState>
      )}
      {pages.nodes.length > 0 && (
        <ul className={`plain surface ${classes.story}`}>
          {pages.nodes.map((line) => (
            <StoryLine key={line.id} line={line} slug={slug} />
          ))}
        </ul>
      )}
      <LoadMore {...pages} />
    </section>
  );
}

function StoryLine({ line, slug }: { line: Line; slug: string }) {
  const { i18n } = useLingui();
  const { at, points, step, because, stands } = line;
  const why = because && BECAUSE[because];
  const signed = new Intl.NumberFormat(i18n.locale, { signDisplay: 'exceptZero' }).format(points);
  return (
    <li>
      <strong className={classes.amount} data-gone={(step === 'POSTED' && !stands) || undefined}>
        {signed}
      </strong>
      <div>
        <p>
          {step === 'REVERSED' && (points < 0 ? <Trans>Taken back:</Trans> : <Trans>Given back:</Trans>)}
          {step === 'RESTORED' && <Trans>Restored:</Trans>} <What line={line} />
        </p>
        {step === 'POSTED' && line.gift?.note && <p className={classes.note}>{line.gift.note}</p>}
        <p className="dimmed">
          <Place line={line} slug={slug} />
          {why && <>{i18n._(why)} · </>}
          <RelativeTime at={at} />
        </p>
      </div>
    </li>
  );
}

function What({ line: { kind, rule, gift, reward } }: { line: Line }) {
  const { i18n } = useLingui();
  if (rule) return <>{i18n._(RULE_NAMES[rule])}</>;
  switch (kind) {
    case 'GIFT':
      return gift ? (
        <Trans>
          A gift from <PersonName user={gift.giver} />
        </Trans>
      ) : (
        <Trans>A gift</Trans>
      );
    case 'PRIZE':
      return <Trans>Won in a challenge</Trans>;
    case 'REDEMPTION':
      return reward ? <Trans>Redeemed: {reward.title}</Trans> : <Trans>Redeemed</Trans>;
    case 'EXPIRY':
      return <Trans>Expired</Trans>;
    default:
      return <Trans>Withdrawn by an exclusion from rewards</Trans>;
  }
}

/** Where it happened, as far as one may still see it. */
function Place({ line: { kind, idea, comment, challenge }, slug }: { line: Line; slug: string }) {
  if (idea)
    return (
      <>
        <Link
          to="/i/$ideaId"
          params={{ ideaId: idea.id }}
          search={{ comment: comment?.id }}
          lang={langOf(idea.language)}
        >
          {idea.title}
        </Link>
        {' · '}
      </>
    );
  if (challenge)
    return (
      <>
        <Link
          to="/$slug/c/$challengeSlug"
          params={{ slug, challengeSlug: challenge.slug }}
          lang={langOf(challenge.language)}
        >
          {challenge.title}
        </Link>
        {' · '}
      </>
    );
  if (kind === 'FORFEIT')
    return (
      <>
        <Link to="/me" search={{ tab: 'standing' }}>
          <Trans>They come back if the decision is undone</Trans>
        </Link>
        {' · '}
      </>
    );
  if (kind !== 'GIFT' && kind !== 'REDEMPTION') return null;
  return (
    <>
      <Link to="/me" search={{ tab: 'rewards', part: kind === 'GIFT' ? 'notes' : 'redemptions', company: slug }}>
        {kind === 'GIFT' ? <Trans>My notes</Trans> : <Trans>My redemptions</Trans>}
      </Link>
      {' · '}
    </>
  );
}
