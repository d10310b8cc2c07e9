import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { endSession, startSession, type Viewer } from '@/lib/session';
import { type Api, fakeApi, renderPart } from '@/test/render';
import { placeOfNew } from './local-draft';
import { SubmitForm } from './SubmitForm';
import type { SubmitTarget } from './submit-target';

const company = {
  id: 'c1',
  slug: 'forno',
  tags: [],
  viewerMembership: { id: 'm', role: 'CUSTOMER' },
} as unknown as CompanyContextFragment;
const target: SubmitTarget = {
  challengeId: 'ch',
  open: true,
  opensAt: null,
  terms: '<p>Be kind.</p>',
  acceptedTerms: false,
  language: 'EN',
};
const saved = (version: number) => ({
  data: { saveIdeaDraft: { __typename: 'Idea', id: 'i1', version, title: 'T', tags: [], visibility: 'DRAFT' } },
});
const kept = () => JSON.parse(localStorage.getItem(placeOfNew('c1', 'ch')) ?? 'null') as { written: { title: string } };

const inputOf = (variables: object): object => (variables as { input: object }).input;

function show(api: Api) {
  const asked = fakeApi(api);
  renderPart(
    <CompanyProvider company={company}>
      <SubmitForm target={target} join={null} onAfresh={() => undefined} />
    </CompanyProvider>,
  );
  return asked;
}

const title = () => screen.findByRole('textbox', { name: /Your idea in one line/ });
const soon = { timeout: 4000 };

beforeEach(() => {
  localStorage.clear();
  startSession({
    accessToken: 't',
    expiresAt: '2999-01-01T00:00:00Z',
    viewer: { id: 'u1', displayName: 'Ana' } as Viewer,
  });
});

test('every change is kept on the device at once, and on the server a moment later, in one draft', async () => {
  const inputs: { ideaId?: string; version?: number }[] = [];
  show({ SaveIdeaDraft: (variables) => (inputs.push(inputOf(variables)), saved(inputs.length)) });
  await userEvent.type(await title(), 'Bread at night');
  expect(kept().written.title).toBe('Bread at night');
  expect(await screen.findByText('Draft saved.', undefined, soon)).toBeInTheDocument();
  await userEvent.type(await title(), ', warm');
  await waitFor(() => expect(inputs).toHaveLength(2), soon);
  expect(inputs[1]).toMatchObject({ ideaId: 'i1', version: 1, title: 'Bread at night, warm' });
});

test('a visitor writes first, signs in to publish, and finds the text again', async () => {
  endSession();
  show({});
  await userEvent.type(await title(), 'Bread at night');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in and publish' }));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(kept().written.title).toBe('Bread at night');
});

test('what the server refuses stands at its field, and the first of them has the focus', async () => {
  const fields = [
    { path: 'input.title', code: 'TOO_SHORT', message: 'At least 5 characters.' },
    { path: 'input.acceptTerms', code: 'TERMS_NOT_ACCEPTED', message: 'Please accept the terms.' },
  ];
  show({
    SubmitIdea: () => ({
      errors: [{ message: 'Check the fields.', extensions: { code: 'VALIDATION_FAILED', fields } }],
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Publish' }));
  expect(await screen.findByText('At least 5 characters.')).toBeInTheDocument();
  expect(screen.getByText('Please accept the terms.')).toBeInTheDocument();
  await waitFor(async () => expect(await title()).toHaveFocus());
});

test('a draft changed elsewhere is shown, and one’s own text goes on from it', async () => {
  const inputs: { version?: number }[] = [];
  const conflict = { errors: [{ message: 'Changed.', extensions: { code: 'CONFLICT' } }] };
  const written = { version: 7, title: 'Bread at dawn', body: 'Fresh', tags: [], language: null, attachments: [] };
  show({
    SaveIdeaDraft: (variables) => {
      inputs.push(inputOf(variables));
      return inputs.length === 2 ? conflict : saved(inputs.length);
    },
    NewestText: () => ({ data: { idea: { __typename: 'Idea', id: 'i1', visibility: 'DRAFT', ...written } } }),
  });
  await userEvent.type(await title(), 'Bread');
  await screen.findByText('Draft saved.', undefined, soon);
  await userEvent.type(await title(), ' at night');
  expect(await screen.findByText('Bread at dawn', undefined, soon)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Go on with mine' }));
  await waitFor(() => expect(inputs[2]).toMatchObject({ version: 7, title: 'Bread at night' }), soon);
});

test('a published idea leaves no draft behind', async () => {
  const sent: { idempotencyKey?: string }[] = [];
  const idea = { __typename: 'Idea', id: 'i1', visibility: 'PUBLISHED', challenge: null };
  show({ SubmitIdea: (variables) => (sent.push(inputOf(variables)), { data: { submitIdea: idea } }) });
  await userEvent.type(await title(), 'Bread at night');
  await userEvent.click(screen.getByRole('checkbox', { name: 'I accept the terms of this challenge' }));
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  await waitFor(() => expect(kept()).toBeNull());
  expect(sent).toMatchObject([{ companyId: 'c1', challengeId: 'ch', title: 'Bread at night', acceptTerms: true }]);
});
