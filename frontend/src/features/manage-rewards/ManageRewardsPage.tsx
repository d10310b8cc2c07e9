import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ComponentType, Suspense } from 'react';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import tabs from '@/components/Tabs.module.css';
import { useCompany } from '@/lib/company';
import type { PartProps } from '@/lib/part-props';
import { choiceParam } from '@/lib/search';
import { useCurrentInView } from '@/lib/use-current-in-view';
import { FOR_MODERATORS, MANAGE_REWARDS_PARTS, type ManageRewardsPart } from './manage-rewards-search';

interface Props extends PartProps {
  /** Other features' parts: those that are there. */
  parts: Partial<Record<ManageRewardsPart, ComponentType<PartProps>>>;
}

/** Where the staff sees to what customers get. */
export function ManageRewardsPage({ search, onSearch, parts }: Props) {
  const { t } = useLingui();
  const { slug, viewerCan } = useCompany();
  const { manage, moderate } = viewerCan;
  const there = MANAGE_REWARDS_PARTS.filter((name) => parts[name] && (manage || FOR_MODERATORS.includes(name)));
  const part = choiceParam(search.part, there) ?? there[0];
  const nav = useCurrentInView(part ?? '');
  if (!moderate || !part) return <OnlyManagers title={t`Rewards`} why={t`Only the staff sees to the rewards`} />;
  const Part = parts[part]!;
  const names: Record<ManageRewardsPart, string> = {
    queue: t`To hand out`,
    catalogue: t`Catalogue`,
    prizes: t`Prizes`,
    thanks: t`Say thanks`,
    points: t`Points`,
    badges: t`Badges`,
    fairplay: t`Fair play`,
  };
  return (
    <>
      <PageTitle tab={names[part]} lead={t`What customers get for their help, and what waits for you.`}>
        {t`Rewards, for the staff`}
      </PageTitle>
      <nav ref={nav} className={tabs.tabs} aria-label={t`Rewards, for the staff`}>
        {there.map((name) => (
          <Link
            key={name}
            to="/$slug/manage/rewards"
            params={{ slug }}
            search={{ part: name }}
            aria-current={part === name ? 'page' : undefined}
          >
            {names[name]}
          </Link>
        ))}
      </nav>
      <Suspense key={part} fallback={<Skeletons rows={3} height={160} />}>
        <Part search={search} onSearch={onSearch} />
      </Suspense>
    </>
  );
}
