import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { box, conflict, press, sent, setUp, showAnswers, TITLES } from '@/test/answer-queue';

setUp();

test('an idea is answered where it stands, with a saved reply; it leaves the list, and the next one has the focus', async () => {
  showAnswers();
  await userEvent.click(await screen.findByRole('button', { name: 'Answer “Rye bread”' }));
  await userEvent.selectOptions(await screen.findByLabelText('Insert a saved reply'), 'r1');
  expect(screen.getByLabelText(/^Answer/, { selector: 'textarea' })).toHaveValue('Thank you, Bruno!');
  await userEvent.click(screen.getByRole('button', { name: 'Publish the answer' }));
  expect(await screen.findByText('The answer is public.')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Select “Rye bread”' })).toBeNull());
  expect(await box('Late buns')).toHaveFocus();
});

test('a refused answer comes back with what was written, and says why', async () => {
  showAnswers({ answerIdea: () => conflict });
  await userEvent.click(await screen.findByRole('button', { name: 'Answer “Rye bread”' }));
  await userEvent.type(await screen.findByLabelText(/^Answer/, { selector: 'textarea' }), 'In spring.');
  await userEvent.click(screen.getByRole('button', { name: 'Publish the answer' }));
  expect(await screen.findByText('Changed meanwhile.')).toBeVisible();
  expect(await box('Rye bread')).toBeVisible();
  expect(screen.getByLabelText(/^Answer/, { selector: 'textarea' })).toHaveValue('In spring.');
});

test('rows are walked, chosen one by one or as a range, by keyboard', async () => {
  showAnswers();
  (await box('Rye bread')).focus();
  await press('xjj{Shift>}X{/Shift}');
  for (const title of TITLES) expect(await box(title)).toBeChecked();
  expect(screen.getByText('3 ideas selected')).toBeInTheDocument();
  await press('kx');
  expect(await box('Late buns')).not.toBeChecked();
  expect(screen.getByText('2 ideas selected')).toBeInTheDocument();
});

test('many get one reason after a look at it; a double click is one request', async () => {
  showAnswers();
  await userEvent.click(await box('Rye bread'));
  await userEvent.click(await box('Warm oven'));
  await userEvent.click(screen.getByRole('button', { name: 'Answer them together' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'See what will be posted' }));
  expect(dialog.getByText('Every answer needs its public reason.')).toBeInTheDocument();
  await userEvent.type(dialog.getByLabelText(/The public reason/), 'Dear {{name}, yes.');
  await userEvent.click(dialog.getByRole('button', { name: 'See what will be posted' }));
  expect(await dialog.findByText('Dear Bruno, yes.')).toBeInTheDocument();
  await userEvent.dblClick(dialog.getByRole('button', { name: 'Publish 2 answers' }));
  expect(await screen.findByText('2 answers are public.')).toBeInTheDocument();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ body: 'Dear {name}, yes.', ideas: [{ ideaId: 'i0' }, { ideaId: 'i2' }] });
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Select “Rye bread”' })).toBeNull());
});

test('those that could not be answered stay chosen, and each says why', async () => {
  showAnswers({ refused: ['i1'] });
  await userEvent.click(await box('Rye bread'));
  await userEvent.click(await box('Late buns'));
  await userEvent.click(screen.getByRole('button', { name: 'Answer them together' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.type(dialog.getByLabelText(/The public reason/), 'Yes.');
  await userEvent.click(dialog.getByRole('button', { name: 'See what will be posted' }));
  await userEvent.click(await dialog.findByRole('button', { name: 'Publish 2 answers' }));
  expect(await screen.findByText('Not answered: it was changed or answered since you read it.')).toBeVisible();
  expect(await box('Late buns')).toBeChecked();
  expect(screen.getByText('1 idea selected')).toBeInTheDocument();
});
