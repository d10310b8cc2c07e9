import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { StatusBadge } from '@/components/StatusBadge';
import type { TimelineLineFragment } from '@/gql/graphql';
import classes from './IdeaPage.module.css';

const NAMES: Record<string, MessageDescriptor> = {
  IdeaSubmitted: msg`Sent`,
  IdeaHeld: msg`Waits for a review`,
  IdeaPublished: msg`Published`,
  IdeaRejected: msg`Not published`,
  IdeaEdited: msg`Text changed`,
  IdeaWithdrawn: msg`Withdrawn`,
  IdeaAnswered: msg`The company answered`,
  CoauthorJoined: msg`A co-author joined`,
};

/** Everything that happened to the idea, in its order. */
export function Timeline({ entries }: { entries: TimelineLineFragment[] }) {
  const { t, i18n } = useLingui();
  const shown = entries.filter(({ kind }) => kind in NAMES);
  if (shown.length === 0) return null;
  return (
    <section className={classes.panel}>
      <h2>{t`What has happened`}</h2>
      <ol className={classes.track}>
        {shown.map(({ id, kind, at, actor, status, detail: number }) => (
          <li key={id}>
            <span className={classes.what}>
              {NAMES[kind] && i18n._(NAMES[kind])}
              {status && <StatusBadge status={status} />}
            </span>
            {kind === 'IdeaEdited' && number && <div>{t`Version ${number}`}</div>}
            <span className="dimmed">
              {actor && (
                <>
                  <PersonName user={actor} /> ·{' '}
                </>
              )}
              <RelativeTime at={at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
