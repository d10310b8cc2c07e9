import { screen } from '@testing-library/react';
import { fakeApi, renderPart } from '@/test/render';
import { IdeaGone } from './IdeaGone';

const trace = (more: object = {}) => ({
  ...{ __typename: 'ModerationTrace', act: 'HIDE', ground: 'No names', automatic: false },
  ...{ decidedAt: '2026-05-01T10:00:00Z', company: 'Forno', companySlug: 'forno', decisionId: null },
  ...more,
});
const show = (moderationTrace: object | null) => {
  fakeApi({ TraceOf: () => ({ data: { moderationTrace } }) });
  renderPart(<IdeaGone ideaId="i1" />);
};

test('where an idea was hidden stands by which rule, and where that is on record', async () => {
  show(trace());
  expect(await screen.findByRole('heading', { name: 'This idea was hidden' })).toBeInTheDocument();
  expect(screen.getByText('No names')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Public log' })).toHaveAttribute('href', '/forno/log');
});

test('that no person decided is said first', async () => {
  show(trace({ automatic: true }));
  expect(await screen.findByRole('heading', { name: /hidden automatically/ })).toBeInTheDocument();
});

test('of what was never there nothing is told', async () => {
  show(null);
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeInTheDocument();
});
