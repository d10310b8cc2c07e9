import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Honeypot } from '@/components/fields/Honeypot';
import { type SignsOfLife, useSignsOfLife } from './use-signs-of-life';

function Form({ begun, onSend }: { begun: boolean; onSend: (signs: SignsOfLife) => void }) {
  const signs = useSignsOfLife(begun);
  return (
    <form onInput={signs.touch} onSubmit={(event) => (event.preventDefault(), onSend(signs.read()))}>
      <Honeypot ref={signs.trap} />
      <input aria-label="Text" />
      <button>Send</button>
    </form>
  );
}

async function sent(begun: boolean): Promise<SignsOfLife> {
  const onSend = jest.fn<void, [SignsOfLife]>();
  render(<Form begun={begun} onSend={onSend} />);
  await userEvent.type(screen.getByLabelText('Text'), 'Bread');
  await userEvent.click(screen.getByRole('button'));
  return onSend.mock.calls[0]![0];
}

test('says how long a text was being written', async () => {
  expect(await sent(false)).toEqual({ writingMs: expect.any(Number) as number, website: undefined });
});

test('says nothing of a text that was begun before', async () => {
  expect((await sent(true)).writingMs).toBeUndefined();
});

test('nobody comes upon the field that only programs fill in', () => {
  render(<Form begun={false} onSend={() => undefined} />);
  expect(screen.getAllByRole('textbox')).toHaveLength(1);
  expect(document.querySelector('[name=website]')).toHaveAttribute('tabindex', '-1');
  expect(document.querySelector('[name=website]')).toHaveAttribute('autocomplete', 'off');
});
