import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { NotFound } from '@/components/NotFound';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import type { DecisionOfQuery } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from '../Redress.module.css';
import { Appeal } from './Appeal';
import { AppealForm } from './AppealForm';
import { DecisionOf } from './documents';

export type OwnDecision = NonNullable<DecisionOfQuery['decision']>;

/** That it holds no more, and why. */
function Undone({ decision: { undoneAt, undoneBecause } }: { decision: OwnDecision }) {
  const format = useFormat();
  if (!undoneAt) return null;
  return (
    <div className={classes.state} data-tone="done">
      <p>
        <strong>
          <Trans>This decision holds no more.</Trans>
        </strong>{' '}
        {undoneBecause === 'APPEAL' && (
          <Trans>Your appeal was right: since {format.date(undoneAt)} all is as it was before.</Trans>
        )}
        {undoneBecause === 'RECONSIDERED' && (
          <Trans>The moderators took it back on {format.date(undoneAt)}: all is as it was before.</Trans>
        )}
        {undoneBecause === 'REPLACED' && (
          <Trans>A moderator decided in its place on {format.date(undoneAt)}, and has told you why.</Trans>
        )}
      </p>
    </div>
  );
}

/** What it is about, where it still has a place. */
function About({ statement: { item, itemPath, company, companySlug } }: Pick<OwnDecision, 'statement'>) {
  return (
    <span className={classes.about}>
      {item && itemPath && (
        <>
          <Link to={itemPath}>“{item}”</Link>
          {' · '}
        </>
      )}
      <Link to="/$slug" params={{ slug: companySlug }}>
        {company}
      </Link>
    </span>
  );
}

/** The statement of reasons of a decision, and what can be done against it. */
export function DecisionPage({ decisionId }: { decisionId: string }) {
  const { t } = useLingui();
  const [{ data, error }, retry] = useQuery({ query: DecisionOf, variables: { id: decisionId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={2} height={200} />;
  const { decision } = data;
  if (!decision) return <NotFound />;
  const { statement, appeal, viewerMayAppeal } = decision;
  return (
    <>
      <PageTitle lead={<About statement={statement} />}>{statement.title}</PageTitle>
      <Undone decision={decision} />
      <section className={classes.card} aria-label={t`Statement of reasons`}>
        <h2>
          <Trans>Statement of reasons</Trans>
        </h2>
        {statement.sections.map(({ part, heading, paragraphs }) => (
          <div key={part} className={classes.part} data-part={part}>
            <h3>{heading}</h3>
            {paragraphs.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        ))}
      </section>
      {appeal && <Appeal appeal={appeal} />}
      {viewerMayAppeal && <AppealForm decision={decision} />}
    </>
  );
}
