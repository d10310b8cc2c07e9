import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { NotFound } from '@/components/NotFound';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import type { TraceOfQuery } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from '../Redress.module.css';
import { TraceOf } from './trace';

type Trace = NonNullable<TraceOfQuery['moderationTrace']>;

function useWhat({ act, automatic }: Trace): string {
  const { t } = useLingui();
  if (automatic) return t`This idea was hidden automatically, until a person looks at it`;
  if (act === 'REMOVE') return t`This idea was removed`;
  return act === 'REQUEST_EDIT' ? t`The author of this idea has been asked to change it` : t`This idea was hidden`;
}

function Tombstone({ trace }: { trace: Trace }) {
  const format = useFormat();
  const { ground, automatic, decidedAt, company, companySlug: slug } = trace;
  return (
    <>
      <PageTitle>{useWhat(trace)}</PageTitle>
      <div className={classes.card}>
        <dl className={classes.facts}>
          {ground && (
            <div>
              <dt>
                <Trans>Rule or law</Trans>
              </dt>
              <dd>{ground}</dd>
            </div>
          )}
          <div>
            <dt>
              <Trans>Decided</Trans>
            </dt>
            <dd>
              <time dateTime={decidedAt}>{format.date(decidedAt)}</time>
              {', '}
              {automatic ? (
                <Trans>automatically; its author can appeal to a person</Trans>
              ) : (
                <Trans>by the moderators of {company}; its author can appeal</Trans>
              )}
            </dd>
          </div>
        </dl>
        <p>
          <Trans>
            Every decision of the moderators is in the public log, also this one. What the idea said is not.
          </Trans>
        </p>
        <div className="row">
          <ButtonLink to="/$slug" params={{ slug }}>
            <Trans>To {company}</Trans>
          </ButtonLink>
          <Link to={`/${slug}/log` as string}>
            <Trans>Public log</Trans>
          </Link>
        </div>
      </div>
    </>
  );
}

/** At the address of an idea that cannot be seen: what became of it, where that may be known. */
export function IdeaGone({ ideaId }: { ideaId: string }) {
  const [{ data, fetching }] = useQuery({ query: TraceOf, variables: { ideaId } });
  if (fetching && !data) return <Skeletons rows={1} height={160} />;
  const trace = data?.moderationTrace;
  return trace && trace.act !== 'LOCK' ? <Tombstone trace={trace} /> : <NotFound />;
}
