import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { StandingWithQuery, TrustNeedKind } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from '../Redress.module.css';

type Progress = StandingWithQuery['trustProgress'];
type Need = Progress['needs'][number];

const NAMES: MessageDescriptor[] = [
  msg`Newcomer`,
  msg`Known member`,
  msg`Trusted member`,
  msg`Pillar of the community`,
];

const BRINGS: MessageDescriptor[] = [
  msg`Where the company wishes so, a moderator reads what you write before others see it. One link per post.`,
  msg`What you write is no longer read first for being new here, with up to three links. Your reports weigh twice as much.`,
  msg`Up to ten links per post, and twice as many posts in a short time. No guess of a machine holds what you write. Your reports weigh three times as much.`,
  msg`The widest limits on how much you post in a short time. Your reports weigh four times as much.`,
];

const NEEDS: Record<TrustNeedKind, MessageDescriptor> = {
  ACTIVE_DAYS: msg`Days on which you opened an idea of somebody else’s`,
  IDEAS_READ: msg`Ideas that you opened`,
  ACCEPTED_POSTS: msg`Ideas and comments of yours that are public`,
  APPRECIATIONS: msg`Votes for your ideas and thanks for your comments`,
  RULES_BROKEN: msg`Rules broken in the last 90 days`,
  WRONG_FLAGS: msg`Rejected reports of yours in the last 90 days, less those that were right`,
  RECENT_ACTIVE_DAYS: msg`Of the last 100 days, those on which you opened an idea`,
  RECENT_ACCEPTED_POSTS: msg`Public ideas and comments of the last 100 days`,
};

function NeedLine({ need: { need, have, wanted, atMost, met } }: { need: Need }) {
  const { i18n, t } = useLingui();
  const name = i18n._(NEEDS[need]);
  return (
    <li className={classes.need}>
      <span>{name}</span>
      <span>
        {met && (
          <>
            <span aria-hidden>✓ </span>
            <span className="hidden">{t`fulfilled`} </span>
          </>
        )}
        {atMost ? t`${have}, at most ${wanted}` : t`${have} of ${wanted}`}
      </span>
      {!atMost && <progress aria-label={name} value={Math.min(have, wanted)} max={wanted} />}
    </li>
  );
}

/** How far one has come, what it brings, and what is missing to more. */
export function Trust({ progress: { level, fixed, fallsAt, needs } }: { progress: Progress }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const next = NAMES[level + 1];
  return (
    <section className={classes.card}>
      <h2>
        <Trans>Trust</Trans>
      </h2>
      <p className={classes.levels}>
        <strong>{NAMES[level] && i18n._(NAMES[level])}</strong>
        <span className="dimmed">
          <Trans>level {level} of 3</Trans>
        </span>
      </p>
      <p>{BRINGS[level] && i18n._(BRINGS[level])}</p>
      {fixed && (
        <p className="dimmed">
          <Trans>A manager has fixed your level: it does not follow what you do.</Trans>
        </p>
      )}
      {fallsAt && (
        <p>
          <Trans>You lose this level on {format.date(fallsAt)}, unless you come back to what it asks for.</Trans>
        </p>
      )}
      {next && needs.length > 0 && (
        <>
          <h3>
            <Trans>To the next level: {i18n._(next)}</Trans>
          </h3>
          <ul className={classes.needs}>
            {needs.map((need) => (
              <NeedLine key={need.need} need={need} />
            ))}
          </ul>
          <p className="dimmed">
            <Trans>It is counted each night.</Trans>
          </p>
        </>
      )}
    </section>
  );
}
