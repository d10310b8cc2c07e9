import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { useCompany } from '@/lib/company';
import type { PartProps } from '@/lib/part-props';
import { idParam, textParam } from '@/lib/search';
import { useChallengeChoices } from '@/lib/use-challenge-choices';
import { useRead } from '@/lib/use-read';
import { BoardPage } from './BoardPage';
import classes from './Honours.module.css';
import './honours';

const MONTHS = 12;
const ALL = 'all';

interface Search {
  month?: string;
  challenge?: string;
}

const readBoard = (search: Record<string, unknown>): Search => {
  const month = textParam(search.month);
  return {
    month: month && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    challenge: idParam(search.challenge),
  };
};

/** This month and those before it, as the server counts them. */
function useMonths(): { value: string; label: string }[] {
  const { i18n } = useLingui();
  const [now] = useState(() => new Date());
  const style = new Intl.DateTimeFormat(i18n.locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return Array.from({ length: MONTHS }, (_, ago) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago));
    return { value: first.toISOString().slice(0, 7), label: style.format(first) };
  });
}

/** Who has earned most. For members: others have no business with who is one. */
export function LeaderboardPart(props: PartProps) {
  const { t } = useLingui();
  const { viewerMembership } = useCompany();
  if (!viewerMembership)
    return (
      <EmptyState title={t`The leaderboard is for members`}>
        <Trans>Join to see who helps most here. Whoever does not want to be listed is not.</Trans>
      </EmptyState>
    );
  return <Board {...props} />;
}

function Board({ search, onSearch }: PartProps) {
  const { t } = useLingui();
  const { month, challenge } = useRead(readBoard, search);
  const months = useMonths();
  const challenges = useChallengeChoices();
  const choose = (chosen: Search) => onSearch({ part: 'leaderboard', ...chosen });
  return (
    <>
      <div className={classes.filters}>
        <NativeSelect
          label={t`Time`}
          data={[{ value: ALL, label: t`All time` }, ...months]}
          value={challenge ? ALL : (month ?? ALL)}
          onChange={({ currentTarget: { value } }) => choose(value === ALL ? {} : { month: value })}
        />
        <NativeSelect
          label={t`Challenge`}
          data={[{ value: ALL, label: t`Everything` }, ...challenges]}
          value={challenge ?? ALL}
          onChange={({ currentTarget: { value } }) => choose(value === ALL ? {} : { challenge: value })}
        />
      </div>
      <BoardPage key={`${month}/${challenge}`} month={month} challengeId={challenge} />
      <p className="dimmed">
        <Trans>
          What counts is what was earned, also where it was spent since, but nothing for reports of what breaks a rule:
          those are between you and the moderators. The same points are the same place. Points buy no votes.
        </Trans>
      </p>
    </>
  );
}
