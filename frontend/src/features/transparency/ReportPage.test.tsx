import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { fakeApi, renderPart } from '@/test/render';
import { ReportPage } from './ReportPage';

const company = { id: 'c1', slug: 'forno', name: 'Forno', visibility: 'PUBLIC' } as CompanyContextFragment;
const counts = (decisions: number, undone = 0, __typename = 'DecisionsByAct') => ({
  ...{ __typename, decisions, automatic: 0, undone },
});

const report = {
  ...{ __typename: 'TransparencyReport', period: '2025', isOver: true, logSince: '2025-11-02T00:00:00Z' },
  ...{ lastPosition: 9, lastHash: 'a'.repeat(64), decisions: counts(3, 1, 'AllDecisions') },
  byAct: [
    { act: 'HIDE', ...counts(2, 1) },
    { act: 'KEEP', ...counts(1) },
  ],
  byRule: [{ basis: 'LAW', rule: 'Insult', ...counts(2, 1, 'DecisionsByRule') }],
  bySource: [],
  notices: {
    ...{ received: 2, actedOnByLaw: 1, actedOnByRules: 0, notActedOn: 1, gone: 0, automatic: 0 },
    __typename: 'NoticeCounts',
    medianHours: 5,
  },
  appeals: { __typename: 'AppealCounts', filed: 1, upheld: 0, overturned: 1, medianHours: null },
  suspensions: { __typename: 'SuspensionCounts', byLaw: 0, byRules: 0 },
  automaticMeans: {
    __typename: 'AutomaticMeans',
    ...{ decisions: 4, undone: 1, errorRate: 0.25, screened: 0, screenedKept: 0, screeningErrorRate: null },
  },
};

test('the report tells each figure with its definition, and can be had of another period and as files', async () => {
  const onPeriod = jest.fn();
  fakeApi({ TransparencyOf: () => ({ data: { transparencyReport: report } }) });
  renderPart(
    <CompanyProvider company={company}>
      <ReportPage period="2025" onPeriod={onPeriod} />
    </CompanyProvider>,
  );
  const acts = await screen.findByRole('table', { name: 'Decisions by what was done' });
  expect(within(acts).getByRole('row', { name: 'Hidden 2 0 1' })).toBeInTheDocument();
  expect(within(acts).getByRole('row', { name: 'All decisions 3 0 1' })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: 'Law: Insult 2 0 1' })).toBeInTheDocument();
  expect(
    screen.getByRole('row', { name: /^Median time From a notice .*Art. 15\(1\)\(b\)\) 5 hours$/ }),
  ).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /^Median time From an appeal .* –$/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /^Error rate of automatic decisions .* 25%$/ })).toBeInTheDocument();
  expect(screen.getByText('None in this period.')).toBeInTheDocument();
  expect(screen.queryByText(/numbers still grow/)).not.toBeInTheDocument();
  const csv = screen.getByRole('link', { name: 'Report as CSV' });
  expect(csv).toHaveAttribute('href', '/forno/log/report.csv?period=2025');
  await userEvent.selectOptions(screen.getByLabelText('Period'), 'November 2025');
  expect(onPeriod).toHaveBeenCalledWith('2025-11');
});
