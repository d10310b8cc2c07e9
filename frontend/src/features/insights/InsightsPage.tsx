import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { CompanyInsightsQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { AnswerTimes } from './AnswerTimes';
import { ByChallenge } from './ByChallenge';
import { Funnel } from './Funnel';
import classes from './Insights.module.css';
import type { InsightsSearch } from './insights-search';
import { Overturns } from './Overturns';
import { Participation } from './Participation';
import { dayOf, periodOf } from './period-of-search';
import { Period } from './Period';

const CompanyInsights = graphql(`
  query CompanyInsights(
    $companyId: ID!
    $challengeId: ID
    $from: String!
    $to: String!
    $unit: InsightUnit!
    $timeZone: String!
  ) {
    insights(companyId: $companyId, challengeId: $challengeId, from: $from, to: $to, unit: $unit, timeZone: $timeZone) {
      participation {
        people
        points {
          day
          people
          ideas
          votes
          comments
        }
      }
      funnel {
        ideas
        answered
        planned
        delivered
        declined
      }
      answerTimes {
        answered
        medianHours
        p90Hours
        points {
          day
          answered
          medianHours
          p90Hours
        }
      }
      challenges {
        challenge {
          id
          slug
          title
          language
        }
        ideas
        authors
        votes
        comments
        answered
        planned
        delivered
        declined
        medianHours
      }
    }
  }
`);

export type InsightsData = CompanyInsightsQuery['insights'];

interface Props {
  search: InsightsSearch;
  onSearch: (search: InsightsSearch) => void;
}

/** The community in numbers: who takes part, what becomes of ideas, how long answers take. */
export function InsightsPage(props: Props) {
  const { t } = useLingui();
  const { viewerCan } = useCompany();
  if (!viewerCan.manage) return <OnlyManagers title={t`Insights`} why={t`Only managers see these numbers`} />;
  return (
    <>
      <PageTitle lead={t`Who takes part, what becomes of their ideas, and how long they wait for a word.`}>
        {t`Insights`}
      </PageTitle>
      <Numbers {...props} />
    </>
  );
}

function Numbers({ search, onSearch }: Props) {
  const { id: companyId } = useCompany();
  const [today] = useState(() => dayOf(new Date()));
  const [timeZone] = useState(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const period = periodOf(search, today);
  const variables = { companyId, challengeId: search.challenge, ...period, timeZone };
  const [{ data, error, fetching, stale }, retry] = useQuery({ query: CompanyInsights, variables });
  const [kept, setKept] = useState(data);
  if (data && data !== kept) setKept(data);
  const insights = (data ?? (error ? undefined : kept))?.insights;
  return (
    <>
      <Period search={search} onSearch={onSearch} today={today} />
      {error && !fetching && <ErrorState error={error} retry={() => retry({ requestPolicy: 'network-only' })} />}
      {!insights && !error && <Skeletons rows={3} height={320} />}
      {insights && (
        <div className={classes.charts} aria-busy={fetching || stale}>
          {isEmpty(insights) ? <Nothing /> : <Charts insights={insights} unit={period.unit} />}
        </div>
      )}
      <div className={classes.charts}>
        <Overturns from={period.from} to={period.to} />
      </div>
      <p className="dimmed">
        <Trans>Days are those of your time zone, {timeZone}.</Trans>
      </p>
    </>
  );
}

const isEmpty = ({ participation, funnel, answerTimes }: InsightsData): boolean =>
  participation.people + funnel.ideas + answerTimes.answered === 0;

function Nothing() {
  const { t } = useLingui();
  const { slug } = useCompany();
  return (
    <EmptyState
      title={t`Nothing happened in this period`}
      action={
        <ButtonLink to="/$slug/manage/challenges/$challengeId" params={{ slug, challengeId: 'new' }}>
          <Trans>Ask your customers something</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        Choose another period, or look at{' '}
        <Link to="/$slug/manage" params={{ slug }}>
          what waits for you
        </Link>
        .
      </Trans>
    </EmptyState>
  );
}

const Charts = ({ insights, unit }: { insights: InsightsData; unit: ReturnType<typeof periodOf>['unit'] }) => (
  <>
    <Participation participation={insights.participation} unit={unit} />
    <Funnel funnel={insights.funnel} />
    <AnswerTimes times={insights.answerTimes} unit={unit} />
    <ByChallenge rows={insights.challenges} />
  </>
);
