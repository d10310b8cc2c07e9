import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { HeldBadgeFragment } from '@/gql/graphql';
import { BadgeMark } from './BadgeMark';
import { highest } from './highest';
import classes from './Honours.module.css';
import './honours';

const PersonHonoursOf = graphql(`
  query PersonHonours($id: ID!) {
    user(id: $id) {
      id
      honours {
        company {
          id
          slug
          name
        }
        level {
          number
          name
        }
        badges {
          ...HeldBadge
        }
      }
    }
  }
`);

/** What somebody has come to with the companies where the viewer may know of them. Nothing while it is read, or where there is nothing. */
export function PersonHonours({ userId }: { userId: string }) {
  const [{ data }] = useQuery({ query: PersonHonoursOf, variables: { id: userId } });
  const honours = data?.user?.honours ?? [];
  if (honours.length === 0) return null;
  return (
    <section className="section">
      <h2>
        <Trans>Level and badges</Trans>
      </h2>
      <ul className={`plain ${classes.places}`}>
        {honours.map(({ company, level, badges }) => (
          <li key={company.id}>
            <h3>
              <Link to="/$slug" params={{ slug: company.slug }}>
                {company.name}
              </Link>
              {level && <LevelName {...level} />}
            </h3>
            <Row badges={highest(badges)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LevelName({ number, name }: { number: number; name: string }) {
  return (
    <span className={classes.small}>
      {name}, <Trans>level {number} of 7</Trans>
    </span>
  );
}

function Row({ badges }: { badges: HeldBadgeFragment[] }) {
  const { t } = useLingui();
  if (badges.length === 0) return null;
  return (
    <ul className={`plain ${classes.shelf}`} aria-label={t`Badges`}>
      {badges.map(({ id, badge }) => (
        <li key={id}>
          <BadgeMark badge={badge} size={36} />
          {badge.name}
        </li>
      ))}
    </ul>
  );
}
