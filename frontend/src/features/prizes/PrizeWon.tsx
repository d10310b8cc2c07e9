import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrizeLineFragment } from '@/gql/graphql';
import classes from './Prizes.module.css';
import { useWorth } from './words';

interface Props {
  winner: { prize: PrizeLineFragment; reason: string; passedAt?: string | null };
  /** What the company writes in. */
  lang: string;
  /** Who has won, or where. */
  children: ReactNode;
}

/** A prize and why it was won. */
export function PrizeWon({ winner: { prize, reason, passedAt }, lang, children }: Props) {
  const { t } = useLingui();
  const worth = useWorth()(prize);
  const { place } = prize;
  return (
    <>
      <span className={classes.medal} aria-hidden>
        {place}
      </span>
      {children}
      <p>
        <span className="hidden">{t`Place ${place}`}: </span>
        <span lang={lang}>{prize.title}</span>
        {worth && <span className={classes.worth}> · {worth}</span>}
      </p>
      <blockquote className={classes.reason} lang={lang}>
        {reason}
      </blockquote>
      {passedAt && (
        <p className="dimmed">
          <Trans>Another idea has won this prize since, too.</Trans>
        </p>
      )}
    </>
  );
}
