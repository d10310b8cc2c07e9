import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { CompanyContextFragment, EditedChallengeFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { keep } from '@/lib/kept';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { type Beginning, newBeginning, placeOf, storedBeginning } from './beginning';
import { blankChallenge, type ChallengeValues } from './challenge-values';
import { ChallengeEditor } from './ChallengeEditor';
import type { Step } from './editor-search';

const company = {
  id: 'c1',
  slug: 'forno',
  languages: ['EN'],
  tags: [],
  name: 'Forno',
} as unknown as CompanyContextFragment;
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const phase = { kind: 'IDEATION', position: 0, startsAt: inDays(2), endsAt: inDays(9), __typename: 'Phase' };
const challenge = (changes: Partial<EditedChallengeFragment> = {}) =>
  ({
    ...{
      __typename: 'Challenge',
      id: 'ch',
      slug: 'bread',
      title: 'Bread?',
      summary: '',
      brief: 'Why.',
      coverUrl: null,
    },
    ...{ language: 'EN', tags: [], terms: '', state: 'DRAFT', version: 1, publishAt: null, prizes: [], criteria: [] },
    ...{ winnersBy: 'MANAGER', claimDays: 30 },
    phases: [
      { ...phase, id: 'p', maySubmit: true, mayEdit: true, mayComment: true, mayVote: true, countsVisible: true },
    ],
    ...changes,
  }) as unknown as EditedChallengeFragment;

type Input = { input: Partial<ChallengeValues> & { version?: number; challengeId?: string } };
const inputs: Input['input'][] = [];
/** A server that keeps what it is told. */
function server(stored = challenge()): Api {
  const keep = (variables: object) => {
    const { input } = variables as Input;
    inputs.push(input);
    stored = { ...stored, ...(input as object), phases: stored.phases, version: stored.version + 1 };
    return stored;
  };
  return {
    CreateChallenge: (variables) => ({ data: { createChallenge: keep(variables) } }),
    UpdateChallenge: (variables) => ({ data: { updateChallenge: keep(variables) } }),
    ChallengeToEdit: () => ({ data: { challenge: stored } }),
  };
}
const CONFLICT = { errors: [{ message: 'Changed.', extensions: { code: 'CONFLICT' } }] };

const onMade = jest.fn();

function Editor({ beginning, from = 'question' }: { beginning: Beginning; from?: Step }) {
  const [step, setStep] = useState<Step>(from);
  return (
    <CompanyProvider company={company}>
      <ChallengeEditor
        {...{ beginning, step, onStep: setStep }}
        challenge={beginning.challenge}
        preview={({ title }) => <p>Page of {title}</p>}
        onMade={onMade}
      />
    </CompanyProvider>
  );
}

const open = (api: Api, beginning: Beginning, from?: Step) => {
  fakeApi(api);
  return renderPart(<Editor beginning={beginning} from={from} />);
};
const stored = (one = challenge()) => storedBeginning(placeOf('u1', 'c1', one.id), one, 'en');
const question = () => screen.findByRole('textbox', { name: /The question, in one line/ });
const soon = { timeout: 6000 };

beforeEach(() => {
  localStorage.clear();
  inputs.length = 0;
  onMade.mockClear();
  signInAna();
});

test('a new challenge becomes one draft, however fast one types', async () => {
  open(server(), newBeginning(blankChallenge('EN')));
  await userEvent.type(await question(), 'Why bread?');
  await screen.findByText(/^Saved/, {}, soon);
  await userEvent.type(await question(), ' And when?');
  await waitFor(() => expect(inputs.at(-1)?.title).toBe('Why bread? And when?'), soon);
  expect(inputs.filter(({ challengeId }) => !challengeId)).toHaveLength(1);
  expect(screen.getByText('Page of Why bread? And when?')).toBeInTheDocument();
  expect(onMade).toHaveBeenCalledTimes(1);
});

test('a draft that is saved while somebody leaves does not call them back', async () => {
  const { unmount } = open(server(), newBeginning(blankChallenge('EN')));
  await userEvent.type(await question(), 'Why bread?');
  unmount();
  await waitFor(() => expect(inputs.at(-1)?.title).toBe('Why bread?'), soon);
  await waitFor(() => expect(localStorage.getItem(placeOf('u1', 'c1'))).toBeNull());
  expect(onMade).not.toHaveBeenCalled();
});

test('what was typed and taken back is not restored', async () => {
  open(server(), stored());
  await userEvent.type(await question(), '!{Backspace}');
  expect(stored().restoredAt).toBeNull();
  expect(localStorage.getItem(placeOf('u1', 'c1', 'ch'))).toBeNull();
  expect(screen.queryByText(/kept on this device/i)).toBeNull();
});

test('a template that nobody has touched is not saved', async () => {
  open(server(), newBeginning({ ...blankChallenge('EN'), title: 'What should we make next?' }));
  await question();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(inputs).toEqual([]);
});

test('only what has changed is sent, with the version it was made from', async () => {
  open(server(), stored());
  await userEvent.type(await question(), '!');
  await waitFor(() => expect(inputs).toEqual([{ challengeId: 'ch', version: 1, title: 'Bread?!' }]), soon);
});

test('offline, the words stay on this device and come back with it', async () => {
  open({}, stored());
  globalThis.fetch = jest.fn(() => Promise.reject(new TypeError('offline')));
  await userEvent.type(await question(), '!');
  expect(await screen.findByText('Not saved: offline, kept on this device', {}, soon)).toBeInTheDocument();
  const again = stored();
  expect(again.values.title).toBe('Bread?!');
  expect(again.restoredAt).not.toBeNull();
});

test('what another manager has changed elsewhere comes in beside one’s own words', async () => {
  const api = server(challenge({ version: 7, summary: 'Theirs.' }));
  let first = true;
  const update = api.UpdateChallenge!;
  open({ ...api, UpdateChallenge: (variables) => (first ? ((first = false), CONFLICT) : update(variables)) }, stored());
  await userEvent.type(await question(), '!');
  expect(await screen.findByText(/Somebody else has changed: Summary/, {}, soon)).toBeInTheDocument();
  await waitFor(() => expect(inputs).toEqual([{ challengeId: 'ch', version: 7, title: 'Bread?!' }]), soon);
  expect(screen.getByRole('textbox', { name: 'In one or two sentences' })).toHaveValue('Theirs.');
});

test('where both changed the same, one chooses', async () => {
  const api = server(challenge({ version: 7, title: 'Cake?' }));
  let first = true;
  const update = api.UpdateChallenge!;
  open({ ...api, UpdateChallenge: (variables) => (first ? ((first = false), CONFLICT) : update(variables)) }, stored());
  await userEvent.type(await question(), '!');
  const both = await screen.findByRole('group', { name: 'Question' }, soon);
  expect(within(both).getByText('Cake?')).toBeInTheDocument();
  expect(within(both).getByText('Bread?!')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
  expect(await question()).toHaveValue('Cake?');
});

test('a part that is not right yet waits on this device; the others are saved', async () => {
  open(server(), stored(), 'prizes');
  await userEvent.click(await screen.findByRole('button', { name: 'Add a criterion' }));
  expect(await screen.findByText('What is not right yet is kept on this device', {}, soon)).toBeInTheDocument();
  expect(inputs).toEqual([]);
});

test('the arrow keys move a date by a day, with Shift by a week; what cannot be is said', async () => {
  open(server(), stored(), 'phases');
  const end = await screen.findByRole('slider', { name: 'End of “Ideas and votes”' });
  const day = () => Number(end.getAttribute('aria-valuenow'));
  const before = day();
  fireEvent.keyDown(end, { key: 'ArrowRight' });
  expect(day()).toBe(before + 1);
  fireEvent.keyDown(end, { key: 'ArrowLeft', shiftKey: true });
  expect(day()).toBe(before - 6);
  fireEvent.keyDown(end, { key: 'ArrowLeft', shiftKey: true });
  expect(await screen.findByText('A phase lasts until after its start.')).toBeInTheDocument();
  const last = end.getAttribute('aria-valuemax');
  fireEvent.keyDown(end, { key: 'End' });
  expect(end).toHaveAttribute('aria-valuenow', last);
});

test('an impossible date is not taken, and its field says why', async () => {
  open(server(), stored(), 'phases');
  const [ends] = await screen.findAllByLabelText('Ends');
  const before = (ends as HTMLInputElement).value;
  fireEvent.change(ends!, { target: { value: '2001-01-01T09:00' } });
  fireEvent.blur(ends!);
  expect(await screen.findByText(/A phase lasts until after its start. It stays/)).toBeInTheDocument();
  expect(ends).toHaveValue(before);
});

test('what is missing leads to its step, and to the field', async () => {
  open(server(), stored(challenge({ brief: '' })), 'check');
  expect(await screen.findByRole('button', { name: 'Publish now' })).toBeDisabled();
  await userEvent.click(screen.getAllByRole('button', { name: 'Go to “Question”' })[0]!);
  expect(await screen.findByRole('textbox', { name: /^Brief/ })).toHaveFocus();
});

test('what the server refuses opens its step and stands at its field', async () => {
  const fields = [{ path: 'phases.0.startsAt', code: 'X', message: 'Too early.' }];
  const refusal = { errors: [{ message: 'No.', extensions: { code: 'VALIDATION_FAILED', fields } }] };
  open({ ...server(), PublishChallenge: () => refusal }, stored(), 'check');
  await userEvent.click(await screen.findByRole('button', { name: 'Publish now' }));
  const [starts] = await screen.findAllByLabelText('Starts', {}, soon);
  await waitFor(() => expect(starts).toHaveAccessibleDescription('Too early.'));
});

test('publishing saves first what is not saved yet, and publishes that', async () => {
  const one = challenge();
  keep(placeOf('u1', 'c1', one.id), { ...stored(one).values, title: 'Rolls?' }, stored(one).values);
  const published = jest.fn(() => ({ data: { publishChallenge: challenge({ version: 3, state: 'OPEN' }) } }));
  open({ ...server(), PublishChallenge: published }, stored(one), 'check');
  await userEvent.click(await screen.findByRole('button', { name: 'Publish now' }));
  await waitFor(() => expect(published).toHaveBeenCalledTimes(1), soon);
  expect(inputs).toEqual([{ challengeId: 'ch', version: 1, title: 'Rolls?' }]);
  expect(published).toHaveBeenCalledWith({ input: { challengeId: 'ch', version: 2, publishAt: null } });
  expect(await screen.findByRole('link', { name: 'Open its page' }, soon)).toBeInTheDocument();
});

test('prizes for which nobody could be the jury are not published, and the check says so', async () => {
  const prize = { place: 1, title: 'Bread', description: '', kind: 'RECOGNITION', __typename: 'Prize' };
  const one = challenge({ winnersBy: 'JURY', prizes: [prize] as unknown as EditedChallengeFragment['prizes'] });
  const jurors = { __typename: 'MembershipConnection', totalCount: 0 };
  open({ ...server(), Jurors: () => ({ data: { companyMembers: jurors } }) }, stored(one), 'check');
  expect(await screen.findByText(/A jury is made of experts, and there is none/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Publish now' })).toBeDisabled();
});

test('a public challenge is saved only when its manager says so', async () => {
  open(server(), stored(challenge({ state: 'OPEN', publishAt: inDays(-1) })));
  await userEvent.type(await question(), '!');
  expect(await screen.findByText('Not public yet: kept on this device until you save')).toBeInTheDocument();
  expect(inputs).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
  await waitFor(() => expect(inputs).toHaveLength(1));
});
