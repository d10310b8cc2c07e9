import { useLingui } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import type { CompanyContextFragment } from '@/gql/graphql';
import { useCurrentInView } from '@/lib/use-current-in-view';
import { Avatar } from './Avatar';
import classes from './CompanyBar.module.css';
import { later } from './Later';

type Props = Pick<CompanyContextFragment, 'slug' | 'name' | 'logoUrl' | 'viewerCan' | 'viewerMembership'>;

const OpenAppeals = later(() => import('./OpenAppeals').then((module) => module.OpenAppeals));

/** Whose pages these are, and the way between them. Each person sees the doors that open for them. */
export function CompanyBar({ slug, name, logoUrl, viewerCan, viewerMembership }: Props) {
  const { t } = useLingui();
  const params = { slug };
  const nav = useCurrentInView(useLocation().pathname);
  const { manage, moderate } = viewerCan;
  return (
    <nav ref={nav} className={classes.bar} aria-label={name}>
      <Link to="/$slug" params={params} className={classes.name} activeOptions={{ exact: true }}>
        <Avatar name={name} url={logoUrl} square size={24} />
        {name}
      </Link>
      <Link to="/$slug/ideas" params={params}>{t`Ideas`}</Link>
      <Link to="/$slug/rewards" params={params}>{t`Rewards`}</Link>
      {(viewerMembership ?? manage) && <Link to="/$slug/members" params={params}>{t`Members`}</Link>}
      {moderate && (
        <>
          <Link to="/$slug/review" params={params}>{t`Review`}</Link>
          <Link to="/$slug/appeals" params={params}>
            {t`Appeals`}
            <OpenAppeals />
          </Link>
        </>
      )}
      {manage && (
        <>
          <Link to="/$slug/manage" params={params} activeOptions={{ exact: true }}>{t`Console`}</Link>
          <Link to="/$slug/manage/answers" params={params}>{t`Answers`}</Link>
          <Link to="/$slug/manage/insights" params={params}>{t`Insights`}</Link>
          <Link to="/$slug/settings" params={params}>{t`Settings`}</Link>
        </>
      )}
    </nav>
  );
}
