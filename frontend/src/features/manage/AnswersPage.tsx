import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { IdeaRow } from '@/components/IdeaRow';
import { LoadMore } from '@/components/LoadMore';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { usePages } from '@/lib/use-pages';
import { AnswerForm } from './AnswerForm';
import classes from './ManagePage.module.css';

const UnansweredIdeas = graphql(`
  query UnansweredIdeas($companyId: ID!, $after: String) {
    ideas(companyId: $companyId, order: UNANSWERED, first: 20, after: $after) {
      edges {
        node {
          ...IdeaRow
          version
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Ideas without an answer, the most wanted first; each is answered where it stands. */
export function AnswersPage() {
  const { t } = useLingui();
  const { id: companyId, voteMode, viewerCan } = useCompany();
  const pages = usePages(UnansweredIdeas, { companyId }, ({ ideas }) => ideas, { pause: !viewerCan.manage });
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <>
      <PageTitle lead={t`The ideas that people want most, and that nobody has answered yet.`}>{t`To answer`}</PageTitle>
      {!viewerCan.manage && <EmptyState title={t`Only managers answer for the company`} />}
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {viewerCan.manage && pages.loading && <Skeletons rows={4} height={96} />}
      {viewerCan.manage && !pages.loading && !pages.error && pages.nodes.length === 0 && (
        <EmptyState title={t`Everything is answered`}>
          <Trans>Nobody waits for a word from you.</Trans>
        </EmptyState>
      )}
      {pages.nodes.length > 0 && (
        <ul className="plain surface" aria-busy={pages.stale}>
          {pages.nodes.map((idea) => {
            const { id, title } = idea;
            const open = id === openId;
            return (
              <li key={id} className={classes.answer}>
                <IdeaRow idea={idea} mode={voteMode} />
                {open ? (
                  <AnswerForm idea={idea} onDone={() => setOpenId(null)} />
                ) : (
                  <Button variant="default" aria-label={t`Answer “${title}”`} onClick={() => setOpenId(id)}>
                    <Trans>Answer</Trans>
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <LoadMore {...pages} />
    </>
  );
}
