import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Button } from './Button';

test('a button that is busy keeps the focus, and sends nothing twice, by click or from a field', async () => {
  const sent = jest.fn();
  function Form() {
    const [busy, setBusy] = useState(false);
    const send = () => (sent(), setBusy(true));
    return (
      <form onSubmit={(event) => (event.preventDefault(), send())}>
        <input aria-label="Words" />
        <Button type="submit" loading={busy}>
          Send
        </Button>
      </form>
    );
  }
  render(<Form />);
  const button = screen.getByRole('button', { name: 'Send' });
  await userEvent.dblClick(button);
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-disabled', 'true');
  await userEvent.type(screen.getByRole('textbox', { name: 'Words' }), 'more{Enter}');
  expect(sent).toHaveBeenCalledTimes(1);
});
