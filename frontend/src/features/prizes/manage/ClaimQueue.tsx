import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { ExportButton } from '@/components/ExportButton';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { LoadMore } from '@/components/LoadMore';
import { PersonName } from '@/components/PersonName';
import { Skeletons } from '@/components/Skeletons';
import type { ClaimState } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { fromApiLocale, langOf } from '@/lib/i18n';
import type { PartProps } from '@/lib/part-props';
import { choiceParam } from '@/lib/search';
import { usePages } from '@/lib/use-pages';
import classes from '../Prizes.module.css';
import { useClaimStates, useWorth } from '../words';
import { ClaimActs } from './ClaimActs';
import { PrizeClaims, type QueuedClaim } from './documents';

const STATES = ['ACCEPTED', 'SENT', 'PENDING', 'RECEIVED', 'LAPSED', 'DECLINED', 'REVOKED'] as const;

/** What was won, and whether they have it: what is to be sent first. */
export function ClaimQueue({ challengeId, search, onSearch }: PartProps & { challengeId?: string }) {
  const { t } = useLingui();
  const { id: companyId, slug } = useCompany();
  const names = useClaimStates();
  const labels: Record<ClaimState, string> = { ...names, ACCEPTED: t`To be sent` };
  const state = choiceParam(search.state, STATES) ?? 'ACCEPTED';
  const variables = { companyId, challengeId: challengeId ?? null, state };
  const pages = usePages(PrizeClaims, variables, ({ prizeClaims }) => prizeClaims);
  return (
    <section className={classes.part} aria-labelledby="claims">
      <div className={classes.head}>
        <h2 id="claims">
          <Trans>Hand over prizes</Trans>
        </h2>
        <ExportButton
          name="prizes"
          input={{ companyId, challengeId }}
          slug={slug}
          done={t`The file is there, without anybody’s address. That you took it is noted in the audit.`}
          failed={t`The file could not be made. Try again in a moment.`}
        >
          <Trans>Export as CSV</Trans>
        </ExportButton>
      </div>
      <div className={classes.head}>
        <NativeSelect
          label={t`Which prizes`}
          data={STATES.map((value) => ({ value, label: labels[value] }))}
          value={state}
          onChange={({ currentTarget }) => onSearch({ part: 'prizes', challengeId, state: currentTarget.value })}
        />
      </div>
      {pages.error ? (
        <ErrorState error={pages.error} retry={pages.retry} />
      ) : pages.loading ? (
        <Skeletons rows={2} height={110} />
      ) : pages.nodes.length === 0 ? (
        <EmptyState title={state === 'ACCEPTED' ? t`Nothing waits to be sent` : t`None so far`}>
          {state === 'ACCEPTED' && (
            <Trans>Prizes that winners have accepted come here. Points arrive by themselves.</Trans>
          )}
        </EmptyState>
      ) : (
        <>
          <p className="dimmed" role="status">
            <Plural value={pages.totalCount ?? pages.nodes.length} one="# prize" other="# prizes" />
          </p>
          <ul className="plain stack" aria-label={t`Prizes`} aria-busy={pages.stale}>
            {pages.nodes.map((claim) => (
              <li key={claim.id}>
                <Queued claim={claim} onStale={pages.retry} />
              </li>
            ))}
          </ul>
        </>
      )}
      <LoadMore {...pages} />
    </section>
  );
}

function Queued({ claim, onStale }: { claim: QueuedClaim; onStale: () => void }) {
  const worth = useWorth()(claim);
  const { id, user, winner, challenge } = claim;
  const { prize, idea } = winner;
  const language = challenge ? fromApiLocale(challenge.language) : undefined;
  return (
    <article className={`surface ${classes.panel}`} aria-labelledby={`claim-${id}`}>
      <h3 id={`claim-${id}`}>
        <PersonName user={user} /> · <span lang={language}>{prize.title}</span>
        {worth && <span className={classes.worth}> · {worth}</span>}
      </h3>
      <p className="dimmed">
        {idea && (
          <>
            <Link to="/i/$ideaId" params={{ ideaId: idea.id }} lang={langOf(idea.language)}>
              {idea.title}
            </Link>
            {' · '}
          </>
        )}
        <span lang={language}>{challenge?.title}</span>
      </p>
      <Since claim={claim} />
      <ClaimActs claim={claim} onStale={onStale} />
    </article>
  );
}

/** Since when it is where it is. */
function Since({ claim: { state, dueAt, acceptedAt, sentAt, receivedAt } }: { claim: QueuedClaim }) {
  const format = useFormat();
  if (state === 'PENDING')
    return (
      <p>
        <Trans>To be accepted by {format.date(dueAt)}</Trans>
      </p>
    );
  if (receivedAt)
    return (
      <p>
        <Trans>Arrived on {format.date(receivedAt)}</Trans>
      </p>
    );
  if (sentAt)
    return (
      <p>
        <Trans>Sent on {format.date(sentAt)}</Trans>
      </p>
    );
  if (state === 'ACCEPTED' && acceptedAt)
    return (
      <p>
        <Trans>Accepted on {format.date(acceptedAt)}</Trans>
      </p>
    );
  return null;
}
