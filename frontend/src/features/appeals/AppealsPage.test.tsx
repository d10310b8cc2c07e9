import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { AppealsPage } from './AppealsPage';

const company = {
  ...{ id: 'c1', slug: 'forno', defaultLanguage: 'EN', viewerCan: { moderate: true } },
} as unknown as CompanyContextFragment;
const person = (id: string, displayName: string) => ({
  ...{ __typename: 'User', id, displayName, avatarUrl: null, erased: false },
});
const appeal = (id: string, more: object = {}) => ({
  ...{ __typename: 'Appeal', id, state: 'OPEN', text: `It is not so (${id}).`, version: 1, attachments: [] },
  ...{ createdAt: '2026-01-01T00:00:00Z', dueAt: '2999-01-08T00:00:00Z', decidedAt: null, deciderRole: null },
  ...{ reasons: null, viewerBarredBy: null, decidedBy: null, report: null },
  decision: {
    ...{ __typename: 'Decision', id: `d-${id}`, act: 'HIDE', kind: 'IDEA', automatic: false, deciderRole: 'MODERATOR' },
    ...{ foundBy: 'FLAGS', flagCount: 2, legalGround: null, note: 'Names a person.', endsAt: null },
    ...{ createdAt: '2026-01-01T00:00:00Z', rule: { __typename: 'Rule', id: 'r1', title: 'Be kind', text: '' } },
    statement: { __typename: 'Statement', title: 'Your idea was hidden', sections: [] },
  },
  review: {
    ...{ __typename: 'Review', id: `v-${id}`, author: person('u2', 'Bea'), decidedBy: person('u3', 'Cai') },
    ...{ idea: { __typename: 'Idea', id: `i-${id}`, title: `Idea ${id}`, bodyHtml: '<p>Bread</p>', language: 'EN' } },
    comment: null,
  },
  ...more,
});
type Input = { input: Record<string, unknown> };

function show(list: () => object[], api: Api = {}) {
  const edges = () => list().map((node) => ({ __typename: 'AppealEdge', node }));
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  const Appeals = () => ({
    data: { appeals: { __typename: 'AppealConnection', totalCount: edges().length, edges: edges(), pageInfo } },
  });
  fakeApi({ Appeals, ...api });
  renderPart(
    <CompanyProvider company={company}>
      <AppealsPage search={{}} onSearch={() => undefined} />
    </CompanyProvider>,
  );
}
const heading = (name: string) => screen.findByRole('heading', { name });
const reasons = () => screen.getByRole('textbox', { name: /^Reasons/ });
const decide = () => userEvent.click(screen.getByRole('button', { name: 'Decide about the appeal' }));

beforeEach(() => signInAna());

test('an appeal is decided with reasons, and its outcome takes the place of the form', async () => {
  const inputs: object[] = [];
  const upheld = { state: 'UPHELD', version: 2, reasons: 'It names the baker.', deciderRole: 'MANAGER' };
  show(() => [appeal('a'), appeal('b')], {
    DecideAppeal: (({ input }: Input) => {
      inputs.push(input);
      const outcome = { ...upheld, decidedBy: person('u1', 'Ana'), decidedAt: '2026-01-02T00:00:00Z' };
      return { data: { decideAppeal: appeal('a', outcome) } };
    }) as never,
  });
  await heading('Idea a');
  await decide();
  expect(screen.getByText('Choose one.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: /^Uphold the decision/ }));
  await userEvent.type(reasons(), 'It names the baker.');
  await decide();
  await waitFor(() =>
    expect(inputs).toEqual([{ appealId: 'a', version: 1, outcome: 'UPHOLD', reasons: 'It names the baker.' }]),
  );
  expect(await heading('The decision stays')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Decide about the appeal' })).not.toBeInTheDocument();
});

test('whoever decided is told that somebody else decides, and gets no form', async () => {
  show(() => [appeal('a', { viewerBarredBy: 'OWN_DECISION' })]);
  await heading('Idea a');
  expect(screen.getByText(/You made this decision: somebody else decides/)).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

test('one that somebody else has decided meanwhile is told of, and no other opens by itself', async () => {
  let late = false;
  show(() => (late ? [appeal('b')] : [appeal('a'), appeal('b')]), {
    DecideAppeal: () => ((late = true), { errors: [{ message: 'Changed.', extensions: { code: 'CONFLICT' } }] }),
  });
  await heading('Idea a');
  await userEvent.click(screen.getByRole('radio', { name: /^Overturn the decision/ }));
  await userEvent.type(reasons(), 'The name is public.');
  await decide();
  expect(await screen.findByText(/decided meanwhile by somebody else/)).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'Idea b' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /Idea b/ }));
  expect(await heading('Idea b')).toBeInTheDocument();
});

test('a complaint says what was reported, and that the review would be opened again', async () => {
  const rule = { __typename: 'Rule', id: 'r1', title: 'No names' };
  const report = { __typename: 'Flag', id: 'f1', note: 'It names her.', rule, flagger: null };
  show(() => [appeal('a', { report })]);
  expect(await screen.findByText('It names her.')).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'The complaint' })).toHaveTextContent('Notice from outside');
  expect(screen.getByText(/opened again, before all others/)).toBeInTheDocument();
  expect(screen.queryByText('The statement of reasons that the author read')).not.toBeInTheDocument();
});
