import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { JoinButton } from '@/components/JoinButton';
import { Markdown } from '@/components/Markdown';
import { PageTitle } from '@/components/PageTitle';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { fromApiLocale } from '@/lib/i18n';
import { CompanyChallenges, type ListName } from './CompanyChallenges';
import { IdeaBox } from './IdeaBox';
import { LeaveButton } from './LeaveButton';

const CompanyHouse = graphql(`
  query CompanyHouse($slug: String!) {
    company(slug: $slug) {
      id
      guidelinesHtml
      rules {
        id
        title
        text
      }
    }
  }
`);

/** What is expected of whoever takes part. */
function HouseRules({ slug }: { slug: string }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: CompanyHouse, variables: { slug } });
  if (!data?.company) return null;
  const { guidelinesHtml, rules } = data.company;
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
  const { slug, name, description, defaultLanguage, memberCount, viewerCan, ideaBoxOpen } = useCompany();
  return (
    <>
      <PageTitle
        lead={<span lang={fromApiLocale(defaultLanguage)}>{description}</span>}
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
          <HouseRules slug={slug} />
          <p className="dimmed">
            <Plural value={memberCount} one="# member" other="# members" />
          </p>
          <LeaveButton />
        </aside>
      </div>
    </>
  );
}
