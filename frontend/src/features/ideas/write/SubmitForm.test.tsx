import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment, StoredDraftQuery } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { endSession } from '@/lib/session';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { newDraft, placeOfDraft, placeOfNew, writeLocal } from './local-draft';
import { SubmitForm } from './SubmitForm';
import { NOTHING } from './written';
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

const storedBy = (authorId: string): StoredDraftQuery['idea'] => ({
  ...{ id: 'i9', version: 3, visibility: 'DRAFT', author: { id: authorId } },
  ...{ title: 'Older draft', body: '', tags: [], language: null, attachments: [] },
});

const inputOf = (variables: object): object => (variables as { input: object }).input;

function show(api: Api, stored?: StoredDraftQuery['idea']) {
  fakeApi(api);
  return renderPart(
    <CompanyProvider company={company}>
      <SubmitForm target={target} draftId={stored?.id} stored={stored} join={null} onAfresh={() => undefined} />
    </CompanyProvider>,
  );
}

const title = () => screen.findByRole('textbox', { name: /Your idea in one line/ });
const soon = { timeout: 4000 };

beforeEach(() => {
  localStorage.clear();
  signInAna();
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

test('a draft opened by its address leaves alone what only this device keeps of another idea', async () => {
  writeLocal(placeOfNew('c1', 'ch'), { ...newDraft({ ...NOTHING, title: 'Only here' }), ahead: true }, 'u1');
  const inputs: object[] = [];
  show({ SaveIdeaDraft: (variables) => (inputs.push(inputOf(variables)), saved(4)) }, storedBy('u1'));
  await userEvent.type(await title(), ', longer');
  await waitFor(() => expect(inputs).toMatchObject([{ ideaId: 'i9', version: 3, title: 'Older draft, longer' }]), soon);
  expect(kept().written.title).toBe('Only here');
});

test('what the server keeps is found again where it was begun, and not once it was deleted', async () => {
  const api: Api = { SaveIdeaDraft: () => saved(1) };
  const { unmount } = show(api);
  await userEvent.type(await title(), 'Bread at night');
  await screen.findByText('Draft saved.', undefined, soon);
  unmount();
  const again = show(api);
  expect(await title()).toHaveValue('Bread at night');
  again.unmount();
  localStorage.removeItem(placeOfDraft('i1'));
  show(api);
  expect(await title()).toHaveValue('');
});

test.each(['NOT_FOUND', 'IDEA_STATE'])(
  'a draft that is gone from the server (%s) goes on as a new one',
  async (code) => {
    const inputs: { ideaId?: string }[] = [];
    const gone = { errors: [{ message: 'Gone.', extensions: { code } }] };
    show({ SaveIdeaDraft: (v) => (inputs.push(inputOf(v)), inputs.length === 1 ? gone : saved(1)) }, storedBy('u1'));
    await userEvent.type(await title(), ', longer');
    await screen.findByText('Draft saved.', undefined, soon);
    await waitFor(() => expect(inputs).toHaveLength(2), soon);
    expect(inputs[1]).toMatchObject({ companyId: 'c1', challengeId: 'ch', title: 'Older draft, longer' });
    expect(inputs[1]?.ideaId).toBeUndefined();
    expect(localStorage.getItem(placeOfDraft('i9'))).toBeNull();
    expect(localStorage.getItem(placeOfDraft('i1'))).toContain('Older draft, longer');
  },
);

test('who only writes along is not offered what the author alone may do', async () => {
  show({}, storedBy('u2'));
  expect(await screen.findByText('Only its author can publish it.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
});

test('what is wrong with something that has no field is said above the form', async () => {
  const fields = [{ path: 'input.tags[1]', code: 'MAX_LENGTH', message: 'At most 30 characters.' }];
  show({
    SubmitIdea: () => ({
      errors: [{ message: 'Check the marked fields.', extensions: { code: 'VALIDATION_FAILED', fields } }],
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Publish' }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(/^At most 30 characters\.$/);
  expect(alert).toHaveFocus();
});

test('a picture pasted into the text is stored and added; one that is refused is said at the text', async () => {
  const sent: { attachmentIds?: string[] }[] = [];
  show({ SaveIdeaDraft: (variables) => (sent.push(inputOf(variables)), saved(sent.length)) });
  const graphql = globalThis.fetch;
  const stored = { id: 'f1', kind: 'IMAGE', filename: 'oven.png', byteSize: 9, url: '/files/f1', thumbnailUrl: null };
  globalThis.fetch = jest.fn((url: string, init) =>
    String(url).startsWith('/files') ? Promise.resolve(new Response(JSON.stringify(stored))) : graphql(url, init),
  ) as typeof fetch;
  const body = await screen.findByRole('textbox', { name: /What would change/ });
  const paste = (name: string, type: string) =>
    fireEvent.paste(body, { clipboardData: { files: [new File(['pixels'], name, { type })], types: ['Files'] } });
  paste('oven.png', 'image/png');
  expect(await screen.findByRole('button', { name: 'Remove oven.png' })).toBeInTheDocument();
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ attachmentIds: ['f1'] }), soon);
  paste('oven.exe', 'application/x-msdownload');
  await waitFor(() => expect(body).toHaveAccessibleDescription(/oven\.exe: This kind of file is not accepted/));
});
