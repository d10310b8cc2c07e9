import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { endSession } from '@/lib/session';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import type { PageIdea } from '../page/idea-page';
import { MergedNotice } from './MergedNotice';

beforeEach(() => endSession());

const idea = (id: string, more: object = {}) =>
  ({
    ...{ id, title: 'Rye bread', author: { id: 'u2' }, coauthors: [], company: { viewerCan: { moderate: false } } },
    ...more,
  }) as unknown as PageIdea;
const target = { __typename: 'Idea', id: 'i9', title: 'Dark bread', language: 'EN' };

function show(merged: PageIdea, mergedInto: object | null = target) {
  fakeApi({ MergedInto: ({ id }) => ({ data: { idea: { __typename: 'Idea', id, mergedInto } } }) });
  renderPart(<MergedNotice idea={merged} why={<a href="/why">Why</a>} />, ['/i/$ideaId']);
}

test('who comes to a merged idea is led to the other one, told why, and led back if they ask', async () => {
  show(idea('i1'));
  expect(await screen.findByText('At /i/i9')).toBeInTheDocument();
  expect(screen.getByText('“Rye bread” says the same as this idea, and was merged with it.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Read it' }));
  expect(await screen.findByText('At /i/i1')).toBeInTheDocument();
  expect(screen.queryByText(/was merged with it/)).not.toBeInTheDocument();
});

test.each([
  ['wrote', { author: { id: 'u1' } }],
  ['moderates', { company: { viewerCan: { moderate: true } } }],
])('who %s it stays there, and finds the way on and the reasons', async (_, more) => {
  signInAna();
  show(idea('i2', more));
  expect(await screen.findByRole('link', { name: 'Go to “Dark bread”' })).toHaveAttribute('href', '/i/i9');
  expect(screen.getByText(/This idea was merged with another one/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Why' })).toBeInTheDocument();
});

test('where the other one cannot be seen, nobody is led anywhere', async () => {
  show(idea('i3'), null);
  expect(await screen.findByText(/This idea was merged with another one/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /^Go to/ })).not.toBeInTheDocument();
});
