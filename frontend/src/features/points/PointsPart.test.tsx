import { screen } from '@testing-library/react';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { fakeApi, renderPart } from '@/test/render';
import { PointsPart } from './PointsPart';

const company = { id: 'c1', slug: 'forno', name: 'Forno' } as CompanyContextFragment;
const rule = (name: string, points: number, more: object = {}) => ({
  ...{ __typename: 'RewardRuleTerms', rule: name, points, every: null, dailyCap: null, lifetimeCap: null },
  ...{ startsAt: null, next: null, ...more },
});

test('tells what earns points, outcomes first, with caps and what will change; what earns nothing is left out', async () => {
  const next = { points: 80, every: null, dailyCap: null, lifetimeCap: null, startsAt: '2027-01-01T12:00:00.000Z' };
  const rules = [
    rule('IDEA_PUBLISHED', 5, { dailyCap: 20, lifetimeCap: 500 }),
    rule('VOTES', 5, { every: 10 }),
    rule('FLAG_UPHELD', 0),
    rule('IDEA_PLANNED', 60, { next: { __typename: 'RewardTermsAt', ...next } }),
  ];
  fakeApi({ RewardRules: () => ({ data: { rewardRules: { __typename: 'RewardRules', version: 1, rules } } }) });
  renderPart(
    <CompanyProvider company={company}>
      <PointsPart />
    </CompanyProvider>,
  );
  expect(await screen.findByText('What becomes of your ideas')).toBeInTheDocument();
  const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent!);
  expect(said[0]).toBe('Idea plannedThe company has decided to do it.60 pointsfrom January 1, 2027 on: 80 points');
  expect(said[1]).toBe(
    'Idea publishedEverybody can read it.At most 20 points a day. At most 500 points in all.5 points',
  );
  expect(said[2]).toContain('for every 10 votes');
  expect(said.some((line) => line.includes('Report that was right'))).toBe(false);
  expect(screen.getByText(/Points buy no votes/)).toBeInTheDocument();
});
