import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { WaitingIdeaFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { usePages } from '@/lib/use-pages';
import { QUEUE, useQueueKeys } from '@/lib/use-queue-keys';
import { AnswerPace } from './AnswerPace';
import { BulkBar, MOST_AT_ONCE } from './BulkBar';
import { BulkDialog } from './BulkDialog';
import classes from './Console.module.css';
import { QueueFilters } from './QueueFilters';
import { isNarrowed, type QueueSearch, toArguments } from './queue-search';
import { useQueue } from './use-queue';
import { WaitingRow } from './WaitingRow';

const IdeasToAnswer = graphql(`
  query IdeasToAnswer(
    $companyId: ID!
    $challengeId: ID
    $ideaBoxOnly: Boolean
    $status: IdeaStatus
    $language: Locale
    $text: String
    $after: String
  ) {
    ideasToAnswer(
      companyId: $companyId
      challengeId: $challengeId
      ideaBoxOnly: $ideaBoxOnly
      status: $status
      language: $language
      text: $text
      first: 20
      after: $after
    ) {
      totalCount
      edges {
        node {
          ...WaitingIdea
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const CompanyPace = graphql(`
  query CompanyPace($slug: String!) {
    company(slug: $slug) {
      id
      answerDays
      version
    }
  }
`);

interface Props {
  search: QueueSearch;
  onSearch: (search: QueueSearch) => void;
}

/** What waits for the company's word, heaviest first; answered one by one where it stands, or many at once. */
export function AnswersPage(props: Props) {
  const { t } = useLingui();
  const { slug, viewerCan } = useCompany();
  if (!viewerCan.manage) return <OnlyManagers title={t`To answer`} why={t`Only managers answer for the company`} />;
  return (
    <>
      <PageTitle
        lead={t`What people want most and have waited for longest comes first.`}
        actions={<Link to="/$slug/manage/replies" params={{ slug }}>{t`Saved replies`}</Link>}
      >{t`To answer`}</PageTitle>
      <QueueFilters {...props} />
      <Queue {...props} key={JSON.stringify(props.search)} />
    </>
  );
}

function Nothing({ search, onSearch }: Props) {
  const { t } = useLingui();
  if (isNarrowed(search))
    return (
      <EmptyState
        title={t`Nothing waits here`}
        action={
          <Button variant="default" onClick={() => onSearch({})}>
            <Trans>Show all that wait</Trans>
          </Button>
        }
      />
    );
  return (
    <EmptyState title={t`Everything is answered`}>
      <Trans>Nobody waits for a word from you.</Trans>
    </EmptyState>
  );
}

function Queue({ search, onSearch }: Props) {
  const { id: companyId, slug } = useCompany();
  const [{ data }] = useQuery({ query: CompanyPace, variables: { slug } });
  const pages = usePages(IdeasToAnswer, { companyId, ...toArguments(search) }, ({ ideasToAnswer }) => ideasToAnswer);
  const queue = useQueue(pages.nodes, pages.retry);
  const { shown, selection } = queue;
  useQueueKeys(queue.keys);
  const chosen = shown.filter(({ id }) => selection.chosen.includes(id));
  // the others are not counted any more
  const leaving = pages.nodes.length - shown.length;
  const company = data?.company;
  return (
    <>
      <div className={classes.count}>
        <p role="status">
          {pages.totalCount != null && (
            <Plural value={pages.totalCount - leaving} one="# idea waits" other="# ideas wait" />
          )}
        </p>
        {company && <AnswerPace company={company} />}
      </div>
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {(pages.loading || !company) && !pages.error && <Skeletons rows={5} height={84} />}
      {!pages.loading && !pages.error && shown.length === 0 && !pages.hasNext && (
        <Nothing search={search} onSearch={onSearch} />
      )}
      {company && pages.nodes.length > 0 && (
        <Rows
          ideas={pages.nodes}
          queue={queue}
          answerDays={company.answerDays}
          stale={pages.stale && queue.gone.size === 0}
        />
      )}
      <LoadMore {...pages} />
      {chosen.length > 0 && (
        <BulkBar
          chosen={chosen.length}
          shown={shown.length}
          onAll={() => selection.set(shown.slice(0, MOST_AT_ONCE).map(({ id }) => id))}
          onNone={() => selection.set([])}
          onAnswer={() => queue.setTogether(true)}
        />
      )}
      {queue.together && <BulkDialog ideas={chosen} onClose={() => queue.setTogether(false)} onDone={queue.answered} />}
    </>
  );
}

interface RowsProps {
  ideas: WaitingIdeaFragment[];
  queue: ReturnType<typeof useQueue>;
  answerDays: number;
  stale: boolean;
}

function Rows({ ideas, queue, answerDays, stale }: RowsProps) {
  const { t } = useLingui();
  const [now] = useState(() => Date.now());
  const { selection, gone, refused, openId } = queue;
  return (
    <div {...QUEUE} className={classes.queue}>
      <ul className="plain surface" aria-label={t`Waiting, heaviest first`} aria-busy={stale}>
        {ideas.map((idea) => (
          <li key={idea.id} hidden={gone.has(idea.id)}>
            <WaitingRow
              idea={idea}
              answerDays={answerDays}
              now={now}
              chosen={selection.chosen.includes(idea.id)}
              open={idea.id === openId}
              refused={refused.get(idea.id)}
              onToggle={(range) => selection.toggle(idea.id, range)}
              onOpen={(open) => (open ? queue.open : queue.close)(idea.id)}
              onSend={() => queue.leave([idea.id])}
              onRefused={() => queue.comeBack(idea.id)}
            />
          </li>
        ))}
      </ul>
      <Keys />
    </div>
  );
}

const Keys = () => (
  <p className={`dimmed ${classes.keys}`}>
    <kbd>J</kbd> <kbd>K</kbd> <Trans>move</Trans> · <kbd>X</kbd> <Trans>select</Trans> · <kbd>⇧</kbd>
    <kbd>X</kbd> <Trans>select up to here</Trans> · <kbd>A</kbd> <Trans>answer</Trans>
  </p>
);
