import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { Avatar } from '@/components/Avatar';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { NotFound } from '@/components/NotFound';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { PersonQuery } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { useReport } from '@/lib/reporting';
import { useViewer } from '@/lib/session';
import classes from './PersonPage.module.css';

const Person = graphql(`
  query Person($id: ID!) {
    user(id: $id) {
      ...PersonName
      bio
      companies {
        id
        slug
        name
        logoUrl
      }
      record {
        since
        ideas
        answered
        delivered
      }
    }
  }
`);

type PersonRecord = NonNullable<NonNullable<PersonQuery['user']>['record']>;

/** What became of their ideas. */
function Figures({ record: { ideas, answered, delivered } }: { record: PersonRecord }) {
  const format = useFormat();
  const figure = (value: number, word: ReactNode) => (
    <div>
      <dt>{word}</dt>
      <dd>{format.number(value)}</dd>
    </div>
  );
  return (
    <dl className={classes.figures}>
      {figure(ideas, <Plural value={ideas} one="idea" other="ideas" />)}
      {figure(answered, <Plural value={answered} one="answered" other="answered" />)}
      {figure(delivered, <Plural value={delivered} one="delivered" other="delivered" />)}
    </dl>
  );
}

interface Props {
  userId: string;
  /** What they have published: another feature's. */
  ideas: ReactNode;
}

/** What anybody may know of a member. */
export function PersonPage({ userId, ideas }: Props) {
  const { i18n, t } = useLingui();
  const viewer = useViewer();
  const Report = useReport();
  const [{ data, error }, retry] = useQuery({ query: Person, variables: { id: userId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={2} />;
  const { user } = data;
  if (!user) return <NotFound />;
  if (user.erased)
    return (
      <>
        <PageTitle>{t`Former member`}</PageTitle>
        <EmptyState title={t`This person has left`}>{t`Their ideas and comments stay.`}</EmptyState>
      </>
    );
  const { displayName, avatarUrl, bio, record, companies } = user;
  const month = new Intl.DateTimeFormat(i18n.locale, { year: 'numeric', month: 'long' });
  const since = record && month.format(new Date(record.since));
  return (
    <>
      <header className={classes.head}>
        <Avatar name={displayName} url={avatarUrl} size={96} />
        <div className={classes.who}>
          <PageTitle lead={since && t`Here since ${since}`}>{displayName}</PageTitle>
          {bio && <p className={classes.bio}>{bio}</p>}
          {companies.length > 0 && userId !== viewer?.id && (
            <div className={classes.report}>
              <Report item={{ userId }} places={companies} label={t`Report ${displayName}`} />
            </div>
          )}
        </div>
        {record && record.ideas > 0 && <Figures record={record} />}
      </header>
      {companies.length > 0 && (
        <section className={classes.places}>
          <h2>
            <Trans>Takes part in</Trans>
          </h2>
          <ul className="plain row">
            {companies.map(({ id, slug, name, logoUrl }) => (
              <li key={id}>
                <Link to="/$slug" params={{ slug }} className={classes.place}>
                  <Avatar name={name} url={logoUrl} square size={24} />
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {ideas}
    </>
  );
}
