import { screen } from '@testing-library/react';
import { heading, setUp, show, user } from '@/test/review-queue';

setUp();

test('an image is blurred until it is asked for', async () => {
  show();
  await heading('Rye bread');
  expect(screen.queryByRole('img', { name: 'oven.png' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show the image “oven.png”' }));
  expect(screen.getByRole('img', { name: 'oven.png' })).toBeInTheDocument();
});

test('who wants to see images at once says so, and this device keeps it', async () => {
  show();
  await heading('Rye bread');
  await user.click(screen.getByRole('switch', { name: 'Blur images' }));
  expect(screen.getByRole('img', { name: 'oven.png' })).toBeInTheDocument();
  expect(localStorage.getItem('cocrea-viewing')).toBe('{"blur":false,"calm":false}');
});

test('in the calm view no text opens by itself, not the next one either', async () => {
  show();
  await heading('Rye bread');
  await user.click(screen.getByRole('switch', { name: /^Calm view/ }));
  expect(screen.queryByText('About Rye bread')).not.toBeInTheDocument();
  expect(screen.queryByText(/You are all fools/)).not.toBeInTheDocument();
  screen.getByRole('button', { name: /^Rye bread/ }).focus();
  await user.keyboard('o');
  expect(screen.getByText('About Rye bread')).toBeInTheDocument();
  await user.keyboard('j');
  await heading('Late buns');
  expect(screen.queryByText('About Late buns')).not.toBeInTheDocument();
});
