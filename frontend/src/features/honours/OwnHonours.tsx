import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { HeldBadgeFragment, ViewerHonoursQuery } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { BadgeMark } from './BadgeMark';
import { Celebration } from './Celebration';
import { highest } from './highest';
import classes from './Honours.module.css';
import './honours';
import { Ladders } from './Ladders';
import { Progress } from './Progress';

const ViewerHonours = graphql(`
  query ViewerHonours($companyId: ID!) {
    viewerHonours(companyId: $companyId) {
      takesPart
      score
      level {
        number
        name
        from
      }
      next {
        name
        from
      }
      badges {
        ...HeldBadge
      }
      unseen {
        ...HeldBadge
      }
      unseenLevel {
        number
        name
      }
      ladders {
        metric
        title
        how
        have
        onlyForThem
        steps {
          threshold
          name
          earnedAt
        }
      }
      goals {
        have
        badge {
          ...BadgeFace
          threshold
        }
      }
    }
  }
`);

export type OwnHonoursOf = ViewerHonoursQuery['viewerHonours'];

/** One's level and badges with a company, and what comes next. */
export function OwnHonours({ companyId }: { companyId: string }) {
  const { t } = useLingui();
  const [{ data, error }, retry] = useQuery({ query: ViewerHonours, variables: { companyId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={3} height={120} />;
  const honours = data.viewerHonours;
  if (!honours.takesPart)
    return (
      <EmptyState title={t`Levels and badges are for customers`}>
        <Trans>Who works for the company gives them, and collects none.</Trans>
      </EmptyState>
    );
  return (
    <>
      <Celebration companyId={companyId} unseen={honours.unseen} unseenLevel={honours.unseenLevel} />
      <LevelCard {...honours} />
      <Held badges={honours.badges} />
      <Ladders ladders={honours.ladders} goals={honours.goals} />
    </>
  );
}

/** Where one stands, and how far the next level is. */
function LevelCard({ level, next, score }: Pick<OwnHonoursOf, 'level' | 'next' | 'score'>) {
  const { t } = useLingui();
  const format = useFormat();
  const { number, name } = level;
  const left = next && format.number(Math.max(1, Math.ceil(next.from - score)));
  const now = format.number(Math.floor(score));
  const wanted = next && format.number(next.from);
  return (
    <section className={`surface ${classes.level}`} aria-label={t`Your level`}>
      <span className={classes.mark} style={{ width: 64, height: 64 }} aria-hidden>
        {number}
      </span>
      <div className={classes.grow}>
        <h2>
          {name}{' '}
          <span className={classes.small}>
            <Trans>level {number} of 7</Trans>
          </span>
        </h2>
        {next ? (
          <>
            <Progress label={t`On the way to ${next.name}`} value={score} from={level.from} to={next.from} />
            <p>
              <Trans>
                {now} of {wanted}. {left} more to {next.name}.
              </Trans>
            </p>
          </>
        ) : (
          <p>
            <Trans>This is the highest level. Thank you for all of it.</Trans>
          </p>
        )}
        <p className="dimmed">
          <Trans>
            Your score is what you earned, but for reports of what breaks a rule, which stay between you and the
            moderators. Half of it fades in 180 days, so that everybody can catch up. Badges stay.
          </Trans>
        </p>
      </div>
    </section>
  );
}

/** What one has, the latest first. */
function Held({ badges }: { badges: HeldBadgeFragment[] }) {
  const format = useFormat();
  return (
    <section className="section">
      <h2>
        <Trans>Your badges</Trans>
      </h2>
      {badges.length === 0 ? (
        <p className="dimmed">
          <Trans>None yet. The first ones come soon: an idea, or a comment that somebody finds good.</Trans>
        </p>
      ) : (
        <ul className={`plain ${classes.badges}`}>
          {highest(badges).map(({ id, earnedAt, byHand, badge }) => (
            <li key={id}>
              <BadgeMark badge={badge} />
              <strong>{badge.name}</strong>
              {badge.description && <span className="dimmed">{badge.description}</span>}
              <span className={classes.since}>
                {byHand ? <Trans>Given to you, {format.date(earnedAt)}</Trans> : format.date(earnedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
