import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Segmented } from './Segmented';

function Order() {
  const [order, setOrder] = useState('new');
  return (
    <>
      <Segmented
        label="Order"
        value={order}
        options={[
          ['new', 'New'],
          ['top', 'Top'],
        ]}
        onChange={setOrder}
      />
      <output>{order}</output>
      <button type="button" onClick={() => setOrder('new')}>
        Back
      </button>
    </>
  );
}

test('shows the choice, and what holds again after going back', async () => {
  render(<Order />);
  await userEvent.click(screen.getByRole('button', { name: 'Top' }));
  expect(screen.getByRole('button', { name: 'Top', pressed: true })).toBeInTheDocument();
  expect(await screen.findByText('top')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByRole('button', { name: 'New', pressed: true })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Top', pressed: false })).toBeInTheDocument();
});
