import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { Segmented } from '@/components/Segmented';
import { Skeletons } from '@/components/Skeletons';
import { ChallengeStateBadge } from '@/components/StatusBadge';
import { graphql } from '@/gql';
import type { ChallengeList } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { usePages } from '@/lib/use-pages';
import { DeleteChallenge } from './DeleteChallenge';
import classes from './ManagePage.module.css';

const ManagedCounts = graphql(`
  query ManagedCounts($companyId: ID!) {
    challengeCounts(companyId: $companyId) {
      drafts
      upcoming
      open
      past
    }
  }
`);

const ManagedChallenges = graphql(`
  query ManagedChallenges($companyId: ID!, $list: ChallengeList!, $after: String) {
    challenges(companyId: $companyId, list: $list, first: 20, after: $after) {
      edges {
        node {
          id
          title
          language
          state
          version
          startsAt
          endsAt
          ideaCount
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Tab = Extract<ChallengeList, 'DRAFTS' | 'UPCOMING' | 'OPEN' | 'PAST'>;

/** Every challenge of the company, for its managers. */
export function ChallengesSection() {
  const { t } = useLingui();
  const { id: companyId, slug } = useCompany();
  const [list, setList] = useState<Tab>('OPEN');
  const [{ data: counts }] = useQuery({ query: ManagedCounts, variables: { companyId } });
  const pages = usePages(ManagedChallenges, { companyId, list }, ({ challenges }) => challenges);
  const newChallenge = (
    <ButtonLink to="/$slug/manage/challenges/$challengeId" params={{ slug, challengeId: 'new' }}>
      {t`New challenge`}
    </ButtonLink>
  );
  const names: Record<Tab, string> = { OPEN: t`Open`, DRAFTS: t`Drafts`, UPCOMING: t`Coming`, PAST: t`Past` };
  const all = counts?.challengeCounts;
  const numbers = { OPEN: all?.open, DRAFTS: all?.drafts, UPCOMING: all?.upcoming, PAST: all?.past };
  const options = (Object.keys(names) as Tab[]).map(
    (tab) => [tab, numbers[tab] == null ? names[tab] : `${names[tab]} ${numbers[tab]}`] as const,
  );
  return (
    <section id="challenges" aria-labelledby="challenges-title" className="section">
      <div className={classes.head}>
        <h2 id="challenges-title">
          <Trans>Challenges</Trans>
        </h2>
        {newChallenge}
      </div>
      <div className={classes.lists}>
        <Segmented label={t`Which challenges`} value={list} options={options} onChange={setList} />
      </div>
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {pages.loading && <Skeletons rows={3} height={72} />}
      {!pages.loading && !pages.error && pages.nodes.length === 0 && (
        <EmptyState title={t`No challenge here`} action={newChallenge}>
          <Trans>A challenge is a question to your customers, with a start, an end and a promise to answer.</Trans>
        </EmptyState>
      )}
      {pages.nodes.length > 0 && (
        <ul className="plain surface" aria-busy={pages.stale}>
          {pages.nodes.map((challenge) => (
            <ManagedRow key={challenge.id} challenge={challenge} />
          ))}
        </ul>
      )}
      <LoadMore {...pages} />
    </section>
  );
}

interface RowProps {
  challenge: {
    id: string;
    title: string;
    language: string;
    state: Parameters<typeof ChallengeStateBadge>[0]['state'];
    version: number;
    startsAt?: string | null;
    endsAt?: string | null;
    ideaCount: number;
  };
}

function ManagedRow({ challenge }: RowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useCompany();
  const { id, title, language, state, startsAt, endsAt, ideaCount } = challenge;
  const dates = startsAt && endsAt ? `${format.date(startsAt)} – ${format.date(endsAt)}` : t`No dates yet`;
  const ideas = format.number(ideaCount);
  return (
    <li className={classes.row}>
      <Link to="/$slug/manage/challenges/$challengeId" params={{ slug, challengeId: id }} lang={language.toLowerCase()}>
        {title}
      </Link>
      <span className={classes.facts}>
        <ChallengeStateBadge state={state} />
        <span className="dimmed">{dates}</span>
        {state === 'DRAFT' ? (
          <DeleteChallenge challenge={challenge} />
        ) : (
          <span className="dimmed">{t`Ideas: ${ideas}`}</span>
        )}
      </span>
    </li>
  );
}
