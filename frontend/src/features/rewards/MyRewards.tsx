import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ComponentType, Suspense } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Skeletons } from '@/components/Skeletons';
import tabs from '@/components/Tabs.module.css';
import type { MyPartProps, PartProps } from '@/lib/part-props';
import { choiceParam, textParam } from '@/lib/search';
import { useViewer } from '@/lib/session';
import classes from './Rewards.module.css';
import { MY_PARTS, type MyPart } from './rewards-search';

interface Props extends PartProps {
  /** Other features' parts: those that are there. */
  parts: Partial<Record<MyPart, ComponentType<MyPartProps>>>;
}

/** What one has got from each company that one belongs to, and what became of it. */
export function MyRewards({ search, onSearch, parts }: Props) {
  const { t } = useLingui();
  const viewer = useViewer();
  const companies = (viewer?.memberships ?? []).map((membership) => membership.company);
  const company = companies.find((each) => each.slug === textParam(search.company)) ?? companies[0];
  if (!company)
    return (
      <EmptyState title={t`You are not a member of a company yet`}>
        <Trans>Once you are, what you get for your help is here.</Trans>
      </EmptyState>
    );
  const { name, slug } = company;
  const there = MY_PARTS.filter((name) => parts[name]);
  const part = choiceParam(search.part, there) ?? there[0]!;
  const Part = parts[part]!;
  const names: Record<MyPart, string> = {
    points: t`Points`,
    badges: t`Badges`,
    redemptions: t`Redemptions`,
    prizes: t`Prizes`,
    notes: t`Thank-you notes`,
  };
  return (
    <>
      <div className={classes.place}>
        {companies.length > 1 && (
          <NativeSelect
            label={t`Company`}
            data={companies.map((each) => ({ value: each.slug, label: each.name }))}
            value={slug}
            onChange={({ currentTarget }) => onSearch({ part, company: currentTarget.value })}
          />
        )}
        <Link to="/$slug/rewards" params={{ slug }}>
          <Trans>What {name} gives back</Trans>
        </Link>
      </div>
      <nav className={tabs.parts} aria-label={t`My rewards`}>
        {there.map((each) => (
          <Link
            key={each}
            to="/me"
            search={{ tab: 'rewards', part: each, company: slug }}
            aria-current={part === each ? 'page' : undefined}
          >
            {names[each]}
          </Link>
        ))}
      </nav>
      <Suspense key={part} fallback={<Skeletons rows={2} height={160} />}>
        <Part key={company.id} company={company} search={search} onSearch={onSearch} />
      </Suspense>
    </>
  );
}
