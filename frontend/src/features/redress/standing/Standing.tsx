import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { LoadMore } from '@/components/LoadMore';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import type { DecisionsAboutMeQuery } from '@/gql/graphql';
import { useViewer } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import classes from '../Redress.module.css';
import { DecisionsAboutMe, StandingWith } from './documents';
import { SanctionLine } from './SanctionLine';
import { Trust } from './Trust';

type Decision = DecisionsAboutMeQuery['myDecisions']['edges'][number]['node'];

/** What came of it, or what can be done. */
function After({ decision: { undoneAt, appeal, viewerMayAppeal } }: { decision: Decision }) {
  if (undoneAt) return <Trans>taken back</Trans>;
  if (appeal?.state === 'OPEN') return <Trans>your appeal waits</Trans>;
  if (appeal) return <Trans>your appeal was turned down</Trans>;
  return viewerMayAppeal ? <Trans>you can appeal</Trans> : null;
}

function DecisionLine({ decision }: { decision: Decision }) {
  const { id, createdAt, statement } = decision;
  return (
    <li>
      <Link to="/decision/$decisionId" params={{ decisionId: id }}>
        <strong>{statement.title}</strong>
        {statement.item && <span>“{statement.item}”</span>}
        <span className="dimmed">
          <RelativeTime at={createdAt} /> · <After decision={decision} />
        </span>
      </Link>
    </li>
  );
}

function Decisions({ companyId }: { companyId: string }) {
  const pages = usePages(DecisionsAboutMe, { companyId }, ({ myDecisions }) => myDecisions);
  return (
    <section className={classes.card}>
      <h2>
        <Trans>Decisions about you and what you wrote</Trans>
      </h2>
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {pages.data && pages.nodes.length === 0 && (
        <p>
          <Trans>None. The moderators have not had to decide about anything of yours.</Trans>
        </p>
      )}
      <ul className={classes.decisions}>
        {pages.nodes.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
      </ul>
      <LoadMore {...pages} />
    </section>
  );
}

function With({ companyId }: { companyId: string }) {
  const [{ data, error }, retry] = useQuery({ query: StandingWith, variables: { companyId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={2} height={180} />;
  return (
    <>
      {data.mySanctions.map((sanction) => (
        <SanctionLine key={sanction.id} sanction={sanction} />
      ))}
      <Trust progress={data.trustProgress} />
      <Decisions companyId={companyId} />
    </>
  );
}

interface Props {
  /** the one chosen, by its place in addresses */
  company?: string;
  onCompany: (slug: string) => void;
}

/** Where one stands with each company that one belongs to. */
export function Standing({ company, onCompany }: Props) {
  const { t } = useLingui();
  const viewer = useViewer();
  const companies = (viewer?.memberships ?? []).map((membership) => membership.company);
  const chosen = companies.find(({ slug }) => slug === company) ?? companies[0];
  if (!chosen)
    return (
      <EmptyState title={t`You are not a member of a company yet`}>
        <Trans>Once you are, you see here how much it trusts you, and what its moderators decided.</Trans>
      </EmptyState>
    );
  return (
    <>
      {companies.length > 1 && (
        <div className={classes.place}>
          <NativeSelect
            label={t`Company`}
            data={companies.map(({ slug, name }) => ({ value: slug, label: name }))}
            value={chosen.slug}
            onChange={({ currentTarget }) => onCompany(currentTarget.value)}
          />
        </div>
      )}
      <With key={chosen.id} companyId={chosen.id} />
    </>
  );
}
