import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { ErrorState } from '@/components/ErrorState';
import { Markdown } from '@/components/Markdown';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { CompanyHomeQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { CompanyChallenges, type ListName } from './CompanyChallenges';
import { IdeaBox } from './IdeaBox';
import { JoinButton } from './JoinButton';
import { LeaveButton } from './LeaveButton';

const CompanyHome = graphql(`
  query CompanyHome($slug: String!) {
    company(slug: $slug) {
      id
      description
      memberCount
      guidelinesHtml
      rules {
        id
        title
        text
      }
    }
  }
`);

type About = NonNullable<CompanyHomeQuery['company']>;

/** What is expected of whoever takes part. */
function Guidelines({ company: { guidelinesHtml, rules } }: { company: About }) {
  const { t } = useLingui();
  if (!guidelinesHtml && rules.length === 0) return null;
  return (
    <section className="form" aria-label={t`House rules`}>
      <h2>
        <Trans>House rules</Trans>
      </h2>
      {guidelinesHtml && <Markdown html={guidelinesHtml} />}
      {rules.map(({ id, title, text }) => (
        <details key={id}>
          <summary>{title}</summary>
          <p>{text}</p>
        </details>
      ))}
    </section>
  );
}

/** A company's home: its promise, what it asks, the idea box, the house rules. */
export function CompanyPage({ list }: { list: ListName }) {
  const company = useCompany();
  const { slug, name, viewerCan, ideaBoxOpen } = company;
  const [{ data, error }, retry] = useQuery({ query: CompanyHome, variables: { slug } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  const about = data?.company;
  if (!about) return <Skeletons />;
  return (
    <>
      <PageTitle
        lead={about.description}
        actions={
          <>
            {ideaBoxOpen && viewerCan.submitToIdeaBox && (
              <ButtonLink to="/$slug/new" params={{ slug }}>
                <Trans>Share an idea</Trans>
              </ButtonLink>
            )}
            <JoinButton />
          </>
        }
      >
        {name}
      </PageTitle>
      <CompanyChallenges list={list} />
      <div className="columns section">
        <IdeaBox />
        <aside className="stack">
          <Guidelines company={about} />
          <p className="dimmed">
            <Plural value={about.memberCount} one="# member" other="# members" />
          </p>
          <LeaveButton />
        </aside>
      </div>
    </>
  );
}
