import { Trans, useLingui } from '@lingui/react/macro';
import { usePhaseName } from '@/components/PhaseTimeline';
import { TwoVersions } from '@/components/TwoVersions';
import { useFormat } from '@/lib/format';
import { type ChallengeValues, type Part, type PrizeValues, valuesOf } from './challenge-values';
import type { Conflict } from './draft-keeper';
import classes from './Editor.module.css';
import { useWinnersBy, useWords } from './words';

interface Props {
  conflict: Conflict;
  mine: ChallengeValues;
  onChoice: (whose: 'mine' | 'theirs') => void;
}

/** Another manager, or another tab, has changed the same parts: shows both, and lets the writer choose. */
export function ConflictNotice({ conflict: { newest, clashes }, mine, onChoice }: Props) {
  const { i18n } = useLingui();
  const words = useWords();
  const inWords = useInWords();
  const theirs = valuesOf(newest, i18n.locale);
  return (
    <TwoVersions
      title={<Trans>Somebody else has changed this too</Trans>}
      mine={<Trans>Go on with mine</Trans>}
      theirs={<Trans>Take theirs</Trans>}
      onChoice={onChoice}
    >
      <p>
        <Trans>
          It was saved in another window, or by another manager, while you were writing. Nothing of yours is lost:
          choose how it goes on where you both changed the same. Everything else is kept from both.
        </Trans>
      </p>
      {clashes.map((part) => (
        <div key={part} className={classes.versions} role="group" aria-label={words.part(part)}>
          <strong>{words.part(part)}</strong>
          <div tabIndex={0} role="region" aria-labelledby={`theirs-${part}`}>
            <span id={`theirs-${part}`} className="dimmed">
              <Trans>Their version</Trans>
            </span>
            <p>{inWords(theirs, part)}</p>
          </div>
          <div tabIndex={0} role="region" aria-labelledby={`mine-${part}`}>
            <span id={`mine-${part}`} className="dimmed">
              <Trans>My version</Trans>
            </span>
            <p>{inWords(mine, part)}</p>
          </div>
        </div>
      ))}
    </TwoVersions>
  );
}

/** A part as one line per thing. */
function useInWords() {
  const { t } = useLingui();
  const format = useFormat();
  const nameOf = usePhaseName();
  const winnersBy = useWinnersBy();
  const amountOf = ({ kind, amountMinor, currency, points, shareBasisPoints }: PrizeValues): string => {
    if (kind === 'POINTS') return t`${points} points`;
    if (kind === 'REVENUE_SHARE') return shareBasisPoints && `${shareBasisPoints} %`;
    return amountMinor && `${amountMinor} ${currency}`;
  };
  return (values: ChallengeValues, part: Part): string => {
    const lines: Partial<Record<Part, string[]>> = {
      cover: [values.cover ? t`A picture` : ''],
      tags: [format.list(values.tags)],
      prizes: values.prizes.map((prize) => [prize.title, amountOf(prize)].filter(Boolean).join(': ')),
      winnersBy: [winnersBy[values.winnersBy]],
      criteria: values.criteria.map(({ name, weight }) => `${name}: ${weight} %`),
      phases: values.phases.map(({ kind, startsAt, endsAt }) => {
        return `${nameOf(kind)}: ${format.dateTime(startsAt)} – ${format.dateTime(endsAt)}`;
      }),
    };
    return (lines[part] ?? [String(values[part])]).join('\n') || '–';
  };
}
