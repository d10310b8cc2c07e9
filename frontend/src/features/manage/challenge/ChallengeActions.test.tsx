import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EditedChallengeFragment } from '@/gql/graphql';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { ChallengeActions } from './ChallengeActions';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const challenge = {
  ...{ id: 'ch', state: 'OPEN', version: 3, publishAt: inDays(-2) },
  phases: [{ id: 'p', kind: 'IDEATION', startsAt: inDays(-1), endsAt: inDays(5) }],
} as unknown as EditedChallengeFragment;
const refused = (fields: { path: string; message: string }[], message = 'No.') => ({
  errors: [
    { message, extensions: { code: 'VALIDATION_FAILED', fields: fields.map((one) => ({ ...one, code: 'X' })) } },
  ],
});

beforeEach(() => signInAna());

test('a refusal of Extend stands in its dialog, at the field that it concerns', async () => {
  fakeApi({ ExtendPhase: () => refused([{ path: 'input.endsAt', message: 'Only later.' }]) });
  renderPart(<ChallengeActions challenge={challenge} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Extend' }));
  await userEvent.type(screen.getByRole('textbox', { name: /^Reason/ }), 'Holidays');
  await userEvent.click(screen.getAllByRole('button', { name: 'Extend' })[1]!);
  const end = screen.getByLabelText(/^New end/);
  await waitFor(() => expect(end).toHaveAccessibleDescription(/Only later\./));
  expect(end).toHaveFocus();
});

test('a refusal of Close is read in its dialog', async () => {
  fakeApi({ CloseChallenge: () => ({ errors: [{ message: 'It has changed.', extensions: { code: 'CONFLICT' } }] }) });
  renderPart(<ChallengeActions challenge={challenge} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Close now' }));
  await userEvent.type(screen.getByRole('textbox', { name: /^Reason/ }), 'Holidays');
  await userEvent.click(screen.getAllByRole('button', { name: 'Close now' })[1]!);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('It has changed.');
  expect(alert.closest('dialog')).toHaveAttribute('open');
});
