import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useAutosave } from '@/lib/use-autosave';
import { renderPart } from '@/test/render';
import { useSafeLeaving } from './safe-leaving';

const left = jest.fn(() => Promise.resolve());
const KEY = 'cocrea-idea/c1/box';

function Part({ save }: { save: () => void }) {
  const autosave = useAutosave(() => Promise.resolve(save()));
  const { begin, question } = useSafeLeaving(left);
  return (
    <>
      <button onClick={autosave.later}>Type</button>
      <button onClick={begin}>Leave</button>
      {question}
    </>
  );
}

beforeEach(() => {
  localStorage.clear();
  left.mockClear();
});

test('what waits to be saved is saved first, and nothing is asked', async () => {
  localStorage.setItem(KEY, '{"ahead":true}');
  renderPart(<Part save={() => localStorage.setItem(KEY, '{"ahead":false}')} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Type' }));
  await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
  await waitFor(() => expect(left).toHaveBeenCalledTimes(1));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test.each([KEY, 'cocrea-edit/i1', 'cocrea-comment/u1/i1', 'cocrea-challenge/u1/ch'])(
  'where only this device has it (%s), it is deleted only when one says so',
  async (key) => {
    localStorage.setItem(key, '{"ahead":true}');
    renderPart(<Part save={() => undefined} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    expect(left).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(left).toHaveBeenCalledTimes(1));
  },
);
