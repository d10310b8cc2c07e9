import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { endSession } from '@/lib/session';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { ReportButton } from './ReportButton';

const place = { id: 'c1', slug: 'forno', name: 'Forno' };
const flag = {
  ...{ __typename: 'Flag', id: 'f1', state: 'OPEN', note: 'Look.', createdAt: '2026-05-01T10:00:00Z' },
  rule: { __typename: 'Rule', id: 'r1', title: 'No names' },
  ...{ complainUntil: null, complaint: null },
};
const form = (viewerFlag: object | null, membership: object | null = { id: 'm1' }) => ({
  data: {
    company: {
      ...{ __typename: 'Company', ...place, defaultLanguage: 'EN' },
      rules: [{ __typename: 'Rule', id: 'r1', title: 'No names', text: 'Name nobody.' }],
      viewerMembership: membership && { __typename: 'Membership', suspendedUntil: null, ...membership },
    },
    viewerFlag,
  },
});

const button = () => screen.findByRole('button', { name: 'Report “Bread”' });

async function open(api: Api) {
  const asked = fakeApi(api);
  renderPart(<ReportButton item={{ ideaId: 'i1' }} places={[place]} label="Report “Bread”" />);
  await userEvent.click(await button());
  return asked;
}

beforeEach(signInAna);

test('a report names the rule, says what happens next, and is thanked for', async () => {
  const sent: unknown[] = [];
  await open({
    ReportFormOf: () => form(null),
    FlagItem: ({ input }) => {
      sent.push(input);
      return { data: { flagItem: flag } };
    },
  });
  await userEvent.click(await screen.findByRole('radio', { name: /No names/ }));
  await userEvent.type(screen.getByRole('textbox'), 'Look.');
  expect(screen.getByText(/does not learn who reported it/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Send the report' }));
  expect(await screen.findByText('Thank you: the moderators look at it.')).toBeInTheDocument();
  expect(sent).toEqual([{ ideaId: 'i1', ruleId: 'r1', note: 'Look.' }]);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('what the server refuses is said in the dialog, by the field', async () => {
  const message = 'Say what is illegal about it.';
  const fields = [{ path: 'input.note', code: 'EMPTY', message }];
  await open({
    ReportFormOf: () => form(null),
    FlagItem: () => ({ errors: [{ message: 'No', extensions: { code: 'VALIDATION_FAILED', fields } }] }),
  });
  await userEvent.click(await screen.findByRole('radio', { name: /It is illegal/ }));
  await userEvent.type(screen.getByRole('textbox'), '.');
  await userEvent.click(screen.getByRole('button', { name: 'Send the report' }));
  expect(await screen.findByText(message)).toBeInTheDocument();
  expect(screen.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
});

test('who has reported it already can take that back', async () => {
  const asked = await open({
    ReportFormOf: () => form(flag),
    WithdrawFlag: () => ({ data: { withdrawFlag: { ...flag, state: 'WITHDRAWN' } } }),
  });
  expect(await screen.findByRole('heading', { name: 'You have reported this' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Take the report back' }));
  expect(await screen.findByText('Your report was taken back.')).toBeInTheDocument();
  expect(asked).toContain('WithdrawFlag');
});

test('once it was decided there is nothing to take back', async () => {
  await open({ ReportFormOf: () => form({ ...flag, state: 'REJECTED' }) });
  expect(await screen.findByText('The moderators decided that it stays as it is.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Take the report back' })).not.toBeInTheDocument();
});

test('visitors are led to the notice that needs no account', async () => {
  endSession();
  await open({});
  const link = await screen.findByRole('link', { name: 'Tell the moderators without an account' });
  expect(link).toHaveAttribute('href', '/forno/notice?idea=i1');
});

test('who is told that it stays may complain of that, once', async () => {
  const sent: unknown[] = [];
  const complaint = {
    ...{ __typename: 'Complaint', state: 'OPEN', text: 'It does name her.', reasons: null, decidedAt: null },
    ...{ dueAt: '2999-05-12T10:00:00Z', createdAt: '2026-05-05T10:00:00Z' },
  };
  await open({
    ReportFormOf: () => form({ ...flag, state: 'REJECTED', complainUntil: '2999-11-02T10:00:00Z' }),
    FileComplaint: ({ input }) => {
      sent.push(input);
      return { data: { fileComplaint: complaint } };
    },
  });
  await userEvent.type(await screen.findByRole('textbox', { name: /Why does something/ }), 'It does name her.');
  await userEvent.click(screen.getByRole('button', { name: 'Send the complaint' }));
  expect(await screen.findByText('Your complaint was sent.')).toBeInTheDocument();
  expect(sent).toEqual([{ flagId: 'f1', text: 'It does name her.' }]);
});
