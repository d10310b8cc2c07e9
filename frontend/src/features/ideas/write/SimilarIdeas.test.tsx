import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { TextInput } from '@/components/fields/TextInput';
import { endSession } from '@/lib/session';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { SimilarIdeas } from './SimilarIdeas';
import { NOTHING } from './written';

const idea = (id: string, title: string, more: object = {}) => ({
  __typename: 'Idea',
  ...{ id, title, upCount: 41, downCount: 0, score: 41, viewerVote: null, language: 'EN', status: 'PLANNED' },
  ...{ viewerCan: { __typename: 'IdeaPermissions', vote: true } },
  ...more,
});
const soon = { timeout: 4000 };
const titleField = () => screen.findByRole('textbox', { name: 'Title' });
const card = async (name: string) => (await screen.findByRole('link', { name }, soon)).closest('li')!;

function Writing({ onNone }: { onNone: () => void }) {
  const [title, setTitle] = useState('');
  return (
    <>
      <TextInput label="Title" value={title} onChange={({ currentTarget }) => setTitle(currentTarget.value)} />
      <SimilarIdeas companyId="c1" challengeId="ch" written={{ ...NOTHING, title }} onNone={onNone} />
    </>
  );
}

function show(api: Api, onNone = () => {}) {
  const asked = fakeApi(api);
  renderPart(<Writing onNone={onNone} />);
  return asked;
}

beforeEach(() => signInAna());

test('appears at a pause of the typing, is announced, and says how far the company is and how many want it', async () => {
  const titles: string[] = [];
  show({
    SimilarIdeas: ({ title = '' }) => {
      titles.push(title);
      return { data: { similarIdeas: [idea('i1', 'Bread at night'), idea('i2', 'Bread at dawn')] } };
    },
  });
  await userEvent.type(await titleField(), 'Brea');
  await userEvent.type(await titleField(), 'd at midnight');
  const first = within(await card('Bread at night'));
  expect(first.getByText('Planned')).toBeInTheDocument();
  expect(first.getByText('41 votes')).toBeInTheDocument();
  expect(screen.getByText('2 similar ideas')).toHaveAttribute('role', 'status');
  expect(titles).toEqual(['Bread at midnight']);
});

test('one tap votes for it and offers to go there; a double tap is one', async () => {
  const sent: object[] = [];
  show({
    SimilarIdeas: () => ({ data: { similarIdeas: [idea('i1', 'Bread at night')] } }),
    Vote: (variables) => {
      sent.push(variables);
      return { data: { vote: idea('i1', 'Bread at night', { upCount: 42, viewerVote: 'UP' }) } };
    },
  });
  await userEvent.type(await titleField(), 'Bread at midnight');
  const there = within(await card('Bread at night'));
  await userEvent.dblClick(there.getByRole('button', { name: 'Vote for it instead' }));
  expect(await there.findByText('You voted for it')).toBeInTheDocument();
  expect(there.getByText('42 votes')).toBeInTheDocument();
  expect(there.getByRole('link', { name: 'Go there' })).toHaveAttribute('href', '/i/i1');
  expect(there.getByRole('button', { name: 'Take my vote back' })).toHaveFocus();
  expect(sent).toHaveLength(1);
});

test('a vote is painted at once, before the server has it', async () => {
  show({
    SimilarIdeas: () => ({ data: { similarIdeas: [idea('i1', 'Bread at night', { upCount: 41 })] } }),
    Vote: () => new Promise(() => undefined),
  });
  await userEvent.type(await titleField(), 'Bread at midnight');
  const there = within(await card('Bread at night'));
  await userEvent.click(there.getByRole('button', { name: 'Vote for it instead' }));
  expect(there.getByText('42 votes')).toBeInTheDocument();
  expect(there.getByRole('button', { name: 'Take my vote back' })).toBeInTheDocument();
});

test('visitors are led to sign in', async () => {
  endSession();
  const none = { viewerCan: { __typename: 'IdeaPermissions', vote: false } };
  show({ SimilarIdeas: () => ({ data: { similarIdeas: [idea('i1', 'Bread at night', none)] } }) });
  await userEvent.type(await titleField(), 'Bread at midnight');
  await userEvent.click(within(await card('Bread at night')).getByRole('button', { name: 'Vote for it instead' }));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
});

test('where one may not vote there is only the way there', async () => {
  const own = { viewerCan: { __typename: 'IdeaPermissions', vote: false } };
  show({ SimilarIdeas: () => ({ data: { similarIdeas: [idea('i1', 'Bread at night', own)] } }) });
  await userEvent.type(await titleField(), 'Bread at midnight');
  const there = within(await card('Bread at night'));
  expect(there.getByRole('link', { name: 'Go there' })).toBeInTheDocument();
  expect(there.queryByRole('button')).toBeNull();
});

test('none of these: leads on, and can be had back', async () => {
  const onNone = jest.fn();
  show({ SimilarIdeas: () => ({ data: { similarIdeas: [idea('i1', 'Bread at night')] } }) }, onNone);
  await userEvent.type(await titleField(), 'Bread at midnight');
  await card('Bread at night');
  await userEvent.click(screen.getByRole('button', { name: 'None of these, go on' }));
  expect(onNone).toHaveBeenCalled();
  expect(screen.queryByRole('link', { name: 'Bread at night' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show them' }));
  expect(await card('Bread at night')).toBeInTheDocument();
});

test('what was found stays where the server cannot be asked, and goes with the title', async () => {
  let asked = 0;
  show({
    SimilarIdeas: () =>
      ++asked === 1
        ? { data: { similarIdeas: [idea('i1', 'Bread at night')] } }
        : { errors: [{ message: 'Wait.', extensions: { code: 'RATE_LIMITED' } }] },
  });
  await userEvent.type(await titleField(), 'Bread at midnight');
  await card('Bread at night');
  await userEvent.type(await titleField(), ', warm');
  await waitFor(() => expect(asked).toBe(2), soon);
  expect(await card('Bread at night')).toBeInTheDocument();
  await userEvent.clear(await titleField());
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Bread at night' })).toBeNull(), soon);
});
