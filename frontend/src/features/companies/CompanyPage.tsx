import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { ErrorState } from '@/components/ErrorState';
import { IdeaRow } from '@/components/IdeaRow';
import { JoinButton } from '@/components/JoinButton';
import { Markdown } from '@/components/Markdown';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import type { CompanyHomeQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { fromApiLocale } from '@/lib/i18n';
import { CompanyChallenges, type ListName } from './CompanyChallenges';
import { CompanyHomeDocument } from './company-home';
import classes from './CompanyPage.module.css';
import { Delivered } from './Delivered';
import { IdeaBox } from './IdeaBox';
import { PromiseNumbers } from './PromiseNumbers';

const LeaveButton = lazy(() => import('./LeaveButton').then((file) => ({ default: file.LeaveButton })));

type Home = CompanyHomeQuery | undefined;

/** What is expected of whoever takes part. */
function HouseRules({ home }: { home: Home }) {
  const { t } = useLingui();
  const { defaultLanguage } = useCompany();
  const { guidelinesHtml = '', rules = [] } = home?.company ?? {};
  if (!guidelinesHtml && rules.length === 0) return null;
  return (
    <section className="form" aria-label={t`House rules`}>
      <h2>
        <Trans>House rules</Trans>
      </h2>
      {guidelinesHtml && <Markdown html={guidelinesHtml} language={defaultLanguage} />}
      {rules.map(({ id, title, text }) => (
        <details key={id} lang={fromApiLocale(defaultLanguage)}>
          <summary>{title}</summary>
          <p>{text}</p>
        </details>
      ))}
    </section>
  );
}

/** What moves in this community just now. */
function Trending({ home, failed }: { home: Home; failed: boolean }) {
  const { slug, voteMode } = useCompany();
  const ideas = nodesOf(home?.trending);
  if ((home || failed) && ideas.length === 0) return null;
  return (
    <section>
      <h2>
        <Trans>Trending now</Trans>
      </h2>
      {!home && <Skeletons rows={5} />}
      {ideas.length > 0 && (
        <>
          <ul className="plain surface">
            {ideas.map((idea) => (
              <li key={idea.id}>
                <IdeaRow idea={idea} mode={voteMode} />
              </li>
            ))}
          </ul>
          <p>
            <ButtonLink to="/$slug/ideas" params={{ slug }} variant="default">
              <Trans>All ideas</Trans>
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}

/** A company's home: its promise in numbers, what it asks, what moves, what came of it, the idea box, the rules. */
export function CompanyPage({ list }: { list: ListName }) {
  const { id: companyId, slug, name, description, defaultLanguage, memberCount, viewerMembership } = useCompany();
  const [{ data: home, error }, retry] = useQuery({ query: CompanyHomeDocument, variables: { slug, companyId } });
  const failed = error !== undefined && !home;
  return (
    <>
      <PageTitle lead={<span lang={fromApiLocale(defaultLanguage)}>{description}</span>} actions={<JoinButton />}>
        {name}
      </PageTitle>
      {home?.company && <PromiseNumbers promise={home.company.promise} />}
      {!home && !failed && <Skeletons rows={1} height={86} />}
      {failed && <ErrorState error={error} retry={retry} />}
      <CompanyChallenges list={list} />
      <div className="columns section">
        <div className={`stack ${classes.main}`}>
          <Trending home={home} failed={failed} />
          <IdeaBox ideas={home && nodesOf(home.box)} failed={failed} />
        </div>
        <aside className={classes.side}>
          <Delivered ideas={nodesOf(home?.delivered)} />
          <HouseRules home={home} />
          <p className="dimmed">
            <Plural value={memberCount} one="# member" other="# members" />
          </p>
          <p>
            <Link to="/$slug/log" params={{ slug }}>
              <Trans>How this community is moderated</Trans>
            </Link>
          </p>
          {viewerMembership && (
            <Suspense>
              <LeaveButton />
            </Suspense>
          )}
        </aside>
      </div>
    </>
  );
}

const nodesOf = <Node,>(connection: { edges: { node: Node }[] } | undefined): Node[] =>
  connection?.edges.map(({ node }) => node) ?? [];
