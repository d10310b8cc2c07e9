import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { box, conflict, done, editor, press, sent, setUp, showAnswers } from '@/test/answer-queue';
import type { Answer } from '@/test/render';

setUp();

const open = async (title: string) => userEvent.click(await screen.findByRole('button', { name: `Answer “${title}”` }));
const publish = () => userEvent.click(screen.getByRole('button', { name: 'Publish the answer' }));

/** The server takes its time. */
function slowly() {
  let answer: (answer: Answer) => void = () => undefined;
  return {
    answerIdea: () => new Promise<Answer>((resolve) => (answer = resolve)),
    answer: (now: Answer) => answer(now),
  };
}

/** The first is sent, the next one is being written. */
async function writeTheNext() {
  await open('Rye bread');
  await userEvent.type(await editor(), 'In spring.');
  await publish();
  await waitFor(async () => expect(await box('Late buns')).toHaveFocus());
  await press('a');
  await userEvent.type(await editor(), 'Sooner');
}

test('an answer that arrives leaves the next one, which is being written, as it is', async () => {
  const { answerIdea, answer } = slowly();
  showAnswers({ answerIdea });
  await writeTheNext();
  answer({ data: { answerIdea: done('i0') } });
  expect(await screen.findByText('The answer is public.')).toBeInTheDocument();
  expect(await editor()).toHaveValue('Sooner');
  expect(await editor()).toHaveFocus();
});

test('so does one that is refused: it says why, and its text is there when it is opened again', async () => {
  const { answerIdea, answer } = slowly();
  showAnswers({ answerIdea });
  await writeTheNext();
  answer(conflict);
  expect(await screen.findByText('Changed meanwhile.')).toBeInTheDocument();
  expect(await editor()).toHaveValue('Sooner');
  await open('Rye bread');
  await waitFor(async () => expect(await editor()).toHaveValue('In spring.'));
  await open('Late buns');
  await waitFor(async () => expect(await editor()).toHaveValue('Sooner'));
});

test('what is written survives Cancel, which gives the focus back, and a reload; not its being sent', async () => {
  showAnswers();
  await open('Rye bread');
  await userEvent.type(await editor(), 'In spring.');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByRole('button', { name: 'Answer “Rye bread”' })).toHaveFocus();
  cleanup();
  showAnswers();
  await open('Rye bread');
  expect(await editor()).toHaveValue('In spring.');
  await publish();
  await screen.findByText('The answer is public.');
  expect(Object.keys(localStorage)).toEqual([]);
});

test('as many wait as are counted, also once more of them are read', async () => {
  showAnswers({ first: 2 });
  expect(await screen.findByText('3 ideas wait')).toBeInTheDocument();
  await open('Rye bread');
  await userEvent.type(await editor(), 'In spring.');
  await publish();
  await screen.findByText('The answer is public.');
  expect(screen.getByText('2 ideas wait')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await box('Warm oven');
  expect(screen.getByText('2 ideas wait')).toBeInTheDocument();
});

const together = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Answer them together' }));
  return within(screen.getByRole('dialog'));
};

test('the reason for many is kept when its dialog closes, and the focus goes back to where it was', async () => {
  showAnswers();
  await userEvent.click(await box('Rye bread'));
  const closed = jest.spyOn(HTMLDialogElement.prototype, 'close');
  const dialog = await together();
  await userEvent.type(dialog.getByLabelText(/The public reason/), 'Not this year.');
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  // the browser gives the focus back when a dialog is closed, not when it is taken away
  expect(closed).toHaveBeenCalled();
  expect((await together()).getByLabelText(/The public reason/)).toHaveValue('Not this year.');
});

test('a second try is the same request; with another text it is another', async () => {
  showAnswers({ lost: 2 });
  await userEvent.click(await box('Rye bread'));
  const dialog = await together();
  const send = async () => {
    await userEvent.click(dialog.getByRole('button', { name: 'See what will be posted' }));
    await userEvent.click(await dialog.findByRole('button', { name: 'Publish 1 answer' }));
  };
  await userEvent.type(dialog.getByLabelText(/The public reason/), 'Yes.');
  await send();
  await waitFor(() => expect(sent).toHaveLength(1));
  await screen.findByLabelText(/The public reason/);
  await send();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.idempotencyKey).toBe(sent[0]?.idempotencyKey);
  await userEvent.type(await dialog.findByLabelText(/The public reason/), ' Soon.');
  await send();
  expect(await screen.findByText('1 answer is public.')).toBeInTheDocument();
  expect(sent[2]?.idempotencyKey).not.toBe(sent[0]?.idempotencyKey);
});
