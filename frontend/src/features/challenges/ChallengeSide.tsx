import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import { PhaseTimeline } from '@/components/PhaseTimeline';
import classes from './ChallengePage.module.css';
import type { Challenge } from './challenge-page';
import { Panel } from './Panel';

const Extensions = lazy(() => import('./SideParts').then((file) => ({ default: file.Extensions })));
const SideParts = lazy(() => import('./SideParts').then((file) => ({ default: file.SideParts })));

/** Dates, prizes, criteria and terms. Phones fold them away. */
export function ChallengeSide({ challenge }: { challenge: Challenge }) {
  const { t } = useLingui();
  const id = useId();
  const [opened, setOpened] = useState(false);
  const { phases, extensions } = challenge;
  return (
    <aside className={classes.side} aria-label={t`About this challenge`}>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <Trans>Dates, prizes and rules</Trans>
        <IconChevronDown size={20} aria-hidden />
      </button>
      <div id={id} className={classes.folded}>
        {phases.length > 0 && (
          <Panel title={t`Where we are`}>
            <PhaseTimeline phases={phases} />
            {extensions.length > 0 && (
              <Suspense>
                <Extensions extensions={extensions} />
              </Suspense>
            )}
          </Panel>
        )}
        <Suspense>
          <SideParts challenge={challenge} />
        </Suspense>
      </div>
    </aside>
  );
}
