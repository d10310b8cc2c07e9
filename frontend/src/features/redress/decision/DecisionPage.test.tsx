import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { DecisionPage } from './DecisionPage';

const decision = (more: object = {}) => ({
  ...{ __typename: 'Decision', id: 'd1', act: 'HIDE', automatic: false, appealUntil: '2026-11-01T00:00:00Z' },
  ...{ undoneAt: null, undoneBecause: null, viewerMayAppeal: true, appeal: null },
  statement: {
    ...{ __typename: 'Statement', title: 'Your idea was hidden', item: 'Bread', itemPath: '/i/i1' },
    ...{ company: 'Forno', companySlug: 'forno' },
    sections: [
      { __typename: 'StatementSection', part: 'FACTS', heading: 'The facts', paragraphs: ['It names a neighbour.'] },
    ],
  },
  ...more,
});
const appeal = (more: object = {}) => ({
  ...{ __typename: 'Appeal', id: 'a1', state: 'OPEN', text: 'It is the name of a shop.', attachments: [] },
  ...{ createdAt: '2026-05-02T00:00:00Z', dueAt: '2026-05-09T00:00:00Z' },
  ...{ decidedAt: null, deciderRole: null, reasons: null },
  ...more,
});

function show(api: Api) {
  fakeApi(api);
  renderPart(<DecisionPage decisionId="d1" />);
}
const field = () => screen.findByRole('textbox', { name: /Why is the decision wrong/ });

beforeEach(() => {
  localStorage.clear();
  signInAna();
});

test('shows the reasons, and takes an appeal once', async () => {
  const sent: unknown[] = [];
  const answer = { ...appeal(), decision: { __typename: 'Decision', id: 'd1', viewerMayAppeal: false } };
  show({
    DecisionOf: () => ({ data: { decision: decision() } }),
    FileAppeal: ({ input }) => {
      sent.push(input);
      return { data: { fileAppeal: { ...answer, decision: { ...answer.decision, appeal: appeal() } } } };
    },
  });
  expect(await screen.findByRole('heading', { name: 'Your idea was hidden' })).toBeInTheDocument();
  expect(screen.getByText('It names a neighbour.')).toBeInTheDocument();
  await userEvent.type(await field(), 'It is the name of a shop.');
  await userEvent.click(screen.getByRole('button', { name: 'Send the appeal' }));
  expect(await screen.findByText(/Your appeal waits for somebody/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Send the appeal' })).not.toBeInTheDocument();
  expect(sent).toEqual([{ decisionId: 'd1', text: 'It is the name of a shop.', fileIds: [] }]);
});

test('what was written stays until it is sent', async () => {
  const api = { DecisionOf: () => ({ data: { decision: decision() } }) };
  fakeApi(api);
  const { unmount } = renderPart(<DecisionPage decisionId="d1" />);
  await userEvent.type(await field(), 'Not mine');
  unmount();
  show(api);
  expect(await field()).toHaveValue('Not mine');
});

test('an appeal that was turned down is told with its reasons', async () => {
  const upheld = appeal({ state: 'UPHELD', decidedAt: '2026-05-08T00:00:00Z', reasons: 'The shop is closed.' });
  show({ DecisionOf: () => ({ data: { decision: decision({ viewerMayAppeal: false, appeal: upheld }) } }) });
  expect(await screen.findByText('Your appeal was turned down: the decision stays.')).toBeInTheDocument();
  expect(screen.getByText('The shop is closed.')).toBeInTheDocument();
});

test('a decision that holds no more says so', async () => {
  const undone = { undoneAt: '2026-05-08T00:00:00Z', undoneBecause: 'RECONSIDERED', viewerMayAppeal: false };
  show({ DecisionOf: () => ({ data: { decision: decision(undone) } }) });
  expect(await screen.findByText('This decision holds no more.')).toBeInTheDocument();
});
