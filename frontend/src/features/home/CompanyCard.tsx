import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Avatar } from '@/components/Avatar';
import { graphql } from '@/gql';
import type { CompanyCardFragment } from '@/gql/graphql';
import { fromApiLocale } from '@/lib/i18n';
import classes from './CompanyCard.module.css';

export const CompanyCardFields = graphql(`
  fragment CompanyCard on Company {
    id
    slug
    name
    description
    defaultLanguage
    logoUrl
    voteMode
    memberCount
    viewerMembership {
      id
    }
  }
`);

export const CompanyCard = ({ company }: { company: CompanyCardFragment }) => (
  <article className={classes.card}>
    <Avatar name={company.name} url={company.logoUrl} square size={44} />
    <div className={classes.text}>
      <h3 className={classes.name}>
        <Link to="/$slug" params={{ slug: company.slug }} className={classes.link}>
          {company.name}
        </Link>
      </h3>
      <p className={classes.promise} lang={fromApiLocale(company.defaultLanguage)}>
        {company.description}
      </p>
      <p className={classes.members}>
        <Plural value={company.memberCount} one="# member" other="# members" />
        {company.viewerMembership && (
          <>
            {' '}
            · <Trans>You are one</Trans>
          </>
        )}
      </p>
    </div>
  </article>
);
