import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, renderPart } from '@/test/render';
import { ReceiptPage } from './ReceiptPage';

const notice = (more: object) => ({
  ...{ __typename: 'NoticeStatus', kind: 'IDEA', state: 'NOT_ACTED_ON', filedAt: '2026-05-01T10:00:00Z' },
  ...{ complainUntil: null, complaint: null },
  outcome: {
    ...{ __typename: 'NoticeOutcome', act: 'KEEP', automatic: false, ground: null, decidedAt: '2026-05-02T10:00:00Z' },
  },
  ...more,
});
const complaint = (more: object = {}) => ({
  ...{ __typename: 'Complaint', state: 'OPEN', text: 'It names a person.', reasons: null, decidedAt: null },
  ...{ dueAt: '2999-05-12T10:00:00Z', createdAt: '2026-05-05T10:00:00Z', ...more },
});

test('who is told that it stays complains once, and reads where that stands', async () => {
  const sent: unknown[] = [];
  let status = notice({ complainUntil: '2999-11-02T10:00:00Z' });
  fakeApi({
    NoticeOf: () => ({ data: { notice: status } }),
    FileComplaint: ({ input }) => {
      sent.push(input);
      status = notice({ complaint: complaint() });
      return { data: { fileComplaint: complaint() } };
    },
  });
  renderPart(<ReceiptPage token="secret" filed={false} />);
  await userEvent.type(await screen.findByRole('textbox', { name: /Why does something/ }), 'It names a person.');
  await userEvent.click(screen.getByRole('button', { name: 'Send the complaint' }));
  expect(await screen.findByText(/waits for somebody who did not decide before/)).toBeInTheDocument();
  expect(sent).toEqual([{ token: 'secret', text: 'It names a person.' }]);
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

test('of what was merged it does not say that it stays as it is', async () => {
  const merged = { ...notice({}).outcome, act: 'MERGE' };
  fakeApi({ NoticeOf: () => ({ data: { notice: notice({ outcome: merged }) } }) });
  renderPart(<ReceiptPage token="secret" filed={false} />);
  expect(await screen.findByText(/merged it with another idea that says the same/)).toBeInTheDocument();
  expect(screen.queryByText(/stays as it is/)).not.toBeInTheDocument();
});

test('the outcome of a complaint comes with its reasons', async () => {
  const turnedDown = complaint({ state: 'UPHELD', reasons: 'It names nobody.', decidedAt: '2026-05-06T10:00:00Z' });
  fakeApi({ NoticeOf: () => ({ data: { notice: notice({ complaint: turnedDown }) } }) });
  renderPart(<ReceiptPage token="secret" filed={false} />);
  expect(await screen.findByText(/Your complaint was turned down/)).toBeInTheDocument();
  expect(screen.getByText('It names nobody.')).toBeInTheDocument();
});
