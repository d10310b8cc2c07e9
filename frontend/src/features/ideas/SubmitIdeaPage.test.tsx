import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { SubmitIdeaPage } from './SubmitIdeaPage';
import { newDraft, placeOfDraft, writeLocal } from './write/local-draft';
import { NOTHING } from './write/written';

const company = {
  ...{ id: 'c1', slug: 'forno', name: 'Forno', ideaBoxOpen: true, defaultLanguage: 'EN', tags: [], languages: ['EN'] },
  viewerMembership: { id: 'm', role: 'CUSTOMER' },
} as unknown as CompanyContextFragment;
const draft = (visibility: string) => ({
  ...{ __typename: 'Idea', id: 'i9', version: 1, visibility, title: 'Warm bread', body: '', tags: [], language: null },
  ...{ attachments: [], author: { __typename: 'User', id: 'u1' } },
});

function show(api: Api) {
  fakeApi(api);
  renderPart(
    <CompanyProvider company={company}>
      <SubmitIdeaPage draftId="i9" join={null} />
    </CompanyProvider>,
  );
}

beforeEach(() => {
  localStorage.clear();
  signInAna();
});

test('a draft that cannot be read is no empty page: it can be asked for once more', async () => {
  let ready = false;
  show({
    StoredDraft: () =>
      ready ? { data: { idea: draft('DRAFT') } } : { errors: [{ message: 'Broken.', extensions: {} }] },
  });
  expect(await screen.findByText(/Broken\./)).toBeInTheDocument();
  expect(screen.queryByRole('form')).toBeNull();
  ready = true;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByDisplayValue('Warm bread')).toBeInTheDocument();
});

test('what was sent since is said, with the way to it', async () => {
  show({ StoredDraft: () => ({ data: { idea: draft('PUBLISHED') } }) });
  expect(await screen.findByText('This is no draft any more')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to the idea' })).toHaveAttribute('href', '/i/i9');
});

test('what only this device has is written on, whatever became of the draft', async () => {
  const mine = { ...newDraft({ ...NOTHING, title: 'Warmer bread' }), ideaId: 'i9', version: 1, ahead: true };
  writeLocal(placeOfDraft('i9'), mine, 'u1');
  show({ StoredDraft: () => ({ data: { idea: null } }) });
  expect(await screen.findByDisplayValue('Warmer bread')).toBeInTheDocument();
});
