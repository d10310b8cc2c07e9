import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { PersonName } from '@/components/PersonName';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { langOf } from '@/lib/i18n';
import type { PartProps } from '@/lib/part-props';
import { useChallengeChoices } from '@/lib/use-challenge-choices';
import { useRead } from '@/lib/use-read';
import { type FairPlayData, FairPlayOf, type FairPlaySearch, readFairPlaySearch } from './fair-play';
import classes from './FairPlay.module.css';
import { Hints } from './Hints';
import { RangeTable } from './RangeTable';

const MONTHS = 12;

/** Hints at farming and collusion, as a range: what follows, if anything, a person decides elsewhere. */
export function FairPlayPart({ search, onSearch }: PartProps) {
  const { id: companyId } = useCompany();
  const asked = useRead(readFairPlaySearch, search as FairPlaySearch);
  const variables = { companyId, challengeId: asked.challenge, month: asked.month };
  const [{ data, error, fetching }, retry] = useQuery({ query: FairPlayOf, variables });
  return (
    <>
      <About />
      <Choice asked={asked} onChange={(changed) => onSearch({ part: search.part, ...asked, ...changed })} />
      {error && !fetching && <ErrorState error={error} retry={() => retry({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Skeletons rows={3} height={160} />}
      {data && !error && <Found found={data.fairPlay} />}
    </>
  );
}

/** What a hint is, and what it is not. */
function About() {
  const { slug } = useCompany();
  return (
    <div className={classes.about}>
      <p>
        <Trans>
          These are hints, not proof. Nothing follows from them by itself: every vote counts as before, and no place,
          point or prize changes. What you see is a range, from what is counted down to what would remain without all
          that is questioned; the truth lies between.
        </Trans>
      </p>
      <p>
        <Trans>
          If something is wrong, open a review of the member. Whoever decides can warn them or exclude them from
          rewards, says why, and they can appeal; the{' '}
          <Link to="/$slug/log" params={{ slug }}>
            moderation log
          </Link>{' '}
          tells it to everybody, without names.
        </Trans>
      </p>
    </div>
  );
}

function Choice({ asked, onChange }: { asked: FairPlaySearch; onChange: (changed: FairPlaySearch) => void }) {
  const { t, i18n } = useLingui();
  const challenges = useChallengeChoices();
  const [now] = useState(() => new Date());
  const name = new Intl.DateTimeFormat(i18n.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const months = Array.from({ length: MONTHS }, (_, back) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
    return { value: first.toISOString().slice(0, 7), label: name.format(first) };
  });
  const isLong = Boolean(asked.challenge);
  return (
    <div className={classes.choice}>
      <NativeSelect
        label={t`Challenge`}
        value={asked.challenge ?? ''}
        data={[{ value: '', label: t`All` }, ...challenges]}
        onChange={({ currentTarget }) => onChange({ challenge: currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t`Month`}
        value={asked.month ?? ''}
        data={[{ value: '', label: isLong ? t`Since it began` : t`The last 90 days` }, ...months]}
        onChange={({ currentTarget }) => onChange({ month: currentTarget.value || undefined })}
      />
    </div>
  );
}

function Found({ found: { signals, ideas, members } }: { found: FairPlayData }) {
  const { t } = useLingui();
  return (
    <>
      <Hints signals={signals} />
      <RangeTable
        title={t`Ideas by votes`}
        lead={t`Votes of this time for ideas that are public.`}
        of={t`Idea`}
        counted={t`Votes`}
        rows={ideas.flatMap(({ idea, ...range }) =>
          idea
            ? [
                {
                  ...{ ...range, id: idea.id },
                  name: (
                    <Link to="/i/$ideaId" params={{ ideaId: idea.id }} lang={langOf(idea.language)}>
                      {idea.title}
                    </Link>
                  ),
                },
              ]
            : [],
        )}
      />
      <RangeTable
        title={t`Members by points`}
        lead={t`Points earned in this time. Only those for votes are questioned, never those for what became of an idea.`}
        of={t`Member`}
        counted={t`Points`}
        rows={members.flatMap(({ member, ...range }) =>
          member ? [{ ...range, id: member.id, name: <PersonName user={member} linked /> }] : [],
        )}
      />
    </>
  );
}
