import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { ButtonLink } from '@/components/ButtonLink';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { usePages } from '@/lib/use-pages';
import { filterOf, isFiltered } from './log-filter';
import type { LogSearch } from './log-search';
import classes from './Log.module.css';
import { LogFilter } from './LogFilter';
import { LogLine } from './LogLine';
import { LogProof } from './LogProof';

const PublicLog = graphql(`
  query PublicLog(
    $companyId: ID!
    $act: DecisionAct
    $rule: String
    $automatic: Boolean
    $since: DateTime
    $before: DateTime
    $after: String
  ) {
    moderationLog(
      companyId: $companyId
      act: $act
      rule: $rule
      automatic: $automatic
      since: $since
      before: $before
      first: 30
      after: $after
    ) {
      edges {
        node {
          ...LogLineFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface Props {
  search: LogSearch;
  onSearch: (search: LogSearch) => void;
}

/** The public log of moderation: every decision, also about what nobody can see any more. */
export function LogPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { slug, name } = useCompany();
  return (
    <>
      <PageTitle
        tab={t`Moderation log of ${name}`}
        lead={t`Every decision about what people wrote here, also about what is hidden: without names and texts, and chained so that nobody can change it afterwards.`}
        actions={
          <ButtonLink to="/$slug/log/report" params={{ slug }} variant="default">
            <Trans>Transparency report</Trans>
          </ButtonLink>
        }
      >{t`Moderation log`}</PageTitle>
      <div className="columns">
        <div>
          <LogFilter search={search} onSearch={onSearch} />
          <Lines search={search} onSearch={onSearch} />
        </div>
        <LogProof />
      </div>
    </>
  );
}

function Lines({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const lines = usePages(PublicLog, { companyId, ...filterOf(search) }, (data) => data.moderationLog);
  if (lines.loading) return <Skeletons rows={6} height={92} />;
  if (lines.error) return <ErrorState error={lines.error} retry={lines.retry} />;
  if (lines.nodes.length === 0)
    return isFiltered(search) ? (
      <EmptyState
        title={t`No line of the log is like this`}
        action={
          <Button variant="default" onClick={() => onSearch({})}>
            <Trans>Show all lines</Trans>
          </Button>
        }
      />
    ) : (
      <EmptyState title={t`Nothing has been decided yet`}>
        <Trans>As soon as a moderator, or an automatic rule, decides about something, it is told here.</Trans>
      </EmptyState>
    );
  return (
    <>
      <ol className={`plain surface ${classes.lines}`} aria-label={t`Moderation log`} aria-busy={lines.stale}>
        {lines.nodes.map((line) => (
          <LogLine key={line.position} line={line} />
        ))}
      </ol>
      <LoadMore {...lines} />
    </>
  );
}
