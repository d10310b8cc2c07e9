import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ComponentType, Suspense } from 'react';
import { ButtonLink } from '@/components/ButtonLink';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import tabs from '@/components/Tabs.module.css';
import { useCompany } from '@/lib/company';
import type { PartProps } from '@/lib/part-props';
import { choiceParam } from '@/lib/search';
import { useCurrentInView } from '@/lib/use-current-in-view';
import { REWARDS_PARTS, type RewardsPart } from './rewards-search';

interface Props extends PartProps {
  /** Other features' parts: those that are there. */
  parts: Partial<Record<RewardsPart, ComponentType<PartProps>>>;
}

/** What a company gives back to those who help it. */
export function RewardsPage({ search, onSearch, parts }: Props) {
  const { t } = useLingui();
  const { slug, viewerCan, viewerMembership } = useCompany();
  const there = REWARDS_PARTS.filter((name) => parts[name]);
  const part = choiceParam(search.part, there) ?? there[0]!;
  const Part = parts[part]!;
  const nav = useCurrentInView(part);
  const names: Record<RewardsPart, string> = {
    catalogue: t`What you can get`,
    leaderboard: t`Leaderboard`,
    badges: t`Badges`,
    points: t`How points work`,
  };
  return (
    <>
      <PageTitle
        tab={names[part]}
        lead={t`What comes back to those who help: points for what became of ideas, badges, and things to choose.`}
        actions={
          <>
            {viewerMembership && (
              <ButtonLink to="/me" search={{ tab: 'rewards', company: slug }} variant="default">
                <Trans>My rewards</Trans>
              </ButtonLink>
            )}
            {viewerCan.moderate && (
              <ButtonLink to="/$slug/manage/rewards" params={{ slug }} variant="default">
                <Trans>For the staff</Trans>
              </ButtonLink>
            )}
          </>
        }
      >{t`Rewards`}</PageTitle>
      <nav ref={nav} className={tabs.tabs} aria-label={t`Rewards`}>
        {there.map((name) => (
          <Link
            key={name}
            to="/$slug/rewards"
            params={{ slug }}
            search={{ part: name }}
            aria-current={part === name ? 'page' : undefined}
          >
            {names[name]}
          </Link>
        ))}
      </nav>
      <Suspense key={part} fallback={<Skeletons rows={3} height={120} />}>
        <Part search={search} onSearch={onSearch} />
      </Suspense>
    </>
  );
}
