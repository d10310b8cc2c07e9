import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import type { Reportable } from '@/lib/reporting';
import { fakeApi, renderPart } from '@/test/render';
import { NoticePage } from './NoticePage';

const idea = {
  ...{ __typename: 'Idea', id: 'i1', title: 'Warm bread', language: 'EN' },
  attachments: [{ __typename: 'AttachedFile', id: 'f1', filename: 'plan.pdf' }],
};
const user = { __typename: 'User', id: 'u2', displayName: 'Bea', erased: false };

async function send(item: Reportable, trap = '') {
  const sent: unknown[] = [];
  fakeApi({
    NoticedIdea: () => ({ data: { idea } }),
    NoticedMember: () => ({ data: { user } }),
    FileNotice: ({ input }) => {
      sent.push(input);
      const notice = { __typename: 'NoticeStatus', state: 'RECEIVED' };
      return { data: { fileNotice: { __typename: 'NoticeReceipt', token: 'secret', notice } } };
    },
  });
  const company = { id: 'c1', slug: 'forno', name: 'Forno' } as CompanyContextFragment;
  renderPart(
    <CompanyProvider company={company}>
      <NoticePage {...item} />
    </CompanyProvider>,
    ['/notice'],
  );
  await userEvent.type(await screen.findByRole('textbox', { name: /Why is it illegal/ }), 'It shows a stolen letter.');
  await userEvent.type(screen.getByRole('textbox', { name: /Your name/ }), 'Rita');
  await userEvent.type(screen.getByRole('textbox', { name: /e-mail/ }), 'rita@example.org');
  await userEvent.click(screen.getByRole('checkbox'));
  const hidden = document.querySelector<HTMLInputElement>('[name=website]')!;
  if (trap) hidden.value = trap;
  await userEvent.click(screen.getByRole('button', { name: 'Send the notice' }));
  expect(await screen.findByText('At /notice')).toBeInTheDocument();
  return sent;
}

test('a notice says which file of an idea it is about', async () => {
  expect(await send({ ideaId: 'i1', attachmentId: 'f1' })).toEqual([
    expect.objectContaining({ ideaId: 'i1', attachmentId: 'f1', name: 'Rita', goodFaith: true }),
  ]);
});

test('a notice may be about a member of the company', async () => {
  expect(await send({ userId: 'u2' })).toEqual([expect.objectContaining({ userId: 'u2', companyId: 'c1' })]);
});

test('what a program fills in is sent along', async () => {
  expect(await send({ ideaId: 'i1' }, 'https://pills.example')).toMatchObject([{ website: 'https://pills.example' }]);
});

test('a file that the idea does not have is nothing to report', async () => {
  fakeApi({ NoticedIdea: () => ({ data: { idea } }) });
  const company = { id: 'c1', slug: 'forno', name: 'Forno' } as CompanyContextFragment;
  renderPart(
    <CompanyProvider company={company}>
      <NoticePage ideaId="i1" attachmentId="f9" />
    </CompanyProvider>,
  );
  expect(await screen.findByText('There is nothing to report here')).toBeInTheDocument();
});
