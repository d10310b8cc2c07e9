import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Viewer } from '@/lib/session';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { NotificationSettings } from './NotificationSettings';

interface Preference {
  kind: string;
  inApp: boolean;
  email: boolean;
}
const MENTIONED = {
  __typename: 'NotificationPreference',
  kind: 'MENTIONED',
  inApp: true,
  email: true,
  emailAlways: false,
};
const box = (where: string) => screen.findByRole('checkbox', { name: `Somebody mentions me: ${where}` });

/** A server that answers when it is told to. */
function show() {
  const sent: Preference[] = [];
  const waiting: (() => void)[] = [];
  const update = ({ input }: { input: { preferences: Preference[] } }) => {
    const [preference] = input.preferences;
    sent.push(preference!);
    return new Promise<object>((resolve) =>
      waiting.push(() => resolve({ data: { updateNotificationPreferences: [{ ...MENTIONED, ...preference }] } })),
    );
  };
  fakeApi({
    NotificationPreferences: () => ({ data: { notificationPreferences: [MENTIONED] } }),
    UpdatePreferences: update as never,
  });
  renderPart(<NotificationSettings viewer={{ id: 'u1', autoFollow: true } as Viewer} />);
  return { sent, answer: () => waiting.shift()!() };
}

beforeEach(() => signInAna());

test('two quick taps do not undo each other, and none overtakes another', async () => {
  const { sent, answer } = show();
  await userEvent.click(await box('Here'));
  expect(await box('Here')).not.toBeChecked();
  await userEvent.click(await box('By e-mail'));
  await userEvent.click(await box('Here'));
  await userEvent.click(await box('Here'));
  expect(await box('By e-mail')).not.toBeChecked();
  expect(sent).toEqual([{ kind: 'MENTIONED', inApp: false, email: true }]);
  answer();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual({ kind: 'MENTIONED', inApp: false, email: false });
  answer();
  expect(await box('Here')).not.toBeChecked();
  expect(await box('By e-mail')).not.toBeChecked();
});

test('reasons of decisions always come by mail, and the table says so', async () => {
  const always = { ...MENTIONED, kind: 'DECISION_MADE', emailAlways: true };
  fakeApi({ NotificationPreferences: () => ({ data: { notificationPreferences: [MENTIONED, always] } }) });
  renderPart(<NotificationSettings viewer={{ id: 'u1', autoFollow: true } as Viewer} />);
  expect(await screen.findByText(/Always by e-mail/)).toBeInTheDocument();
  expect(screen.getByRole('checkbox', { name: /^Moderators decide.*By e-mail/ })).toBeDisabled();
  expect(screen.getByRole('checkbox', { name: /^Moderators decide.*Here/ })).toBeEnabled();
  expect(await box('By e-mail')).toBeEnabled();
});
