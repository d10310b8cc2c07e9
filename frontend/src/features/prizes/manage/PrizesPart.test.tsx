import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { PrizesPart } from './PrizesPart';

const company = { id: 'c1', slug: 'forno', defaultLanguage: 'EN', viewerCan: { manage: true } };
const CHALLENGE = '01a20000-0000-7000-8000-000000000001';
const none = { amountMinor: null, currency: null, points: null, shareBasisPoints: null };
const prize = (place: number) => ({
  __typename: 'Prize',
  id: `z${place}`,
  place,
  title: 'A loaf',
  kind: 'PRODUCT',
  ...none,
});
const idea = (id: string) => ({ __typename: 'Idea', id, title: `Idea ${id}`, language: 'EN' });
const proposal = (id: string, place: number | null, bar: string | null = null) => ({
  ...{ __typename: 'WinnerProposal', place, score: 9, jurors: 0, bar, idea: idea(id) },
});
const challenge = {
  ...{ __typename: 'Challenge', id: CHALLENGE, slug: 'bread', title: 'Bread?', language: 'EN', winnersBy: 'TALLY' },
  ...{ claimDays: 30, endsAt: '2026-01-01T00:00:00Z', state: 'CLOSED' },
};
const desk = (more: object = {}) => ({
  ...{ __typename: 'WinnerDesk', mayChoose: true, challenge, openPrizes: [prize(1), prize(2)], juryChoices: [] },
  ...{ proposals: [proposal('a', 1), proposal('b', 2), proposal('x', null, 'STAFF')], winners: [] },
  ...more,
});
const winner = (place: number, id: string, more: object = {}) => ({
  ...{
    __typename: 'Winner',
    id: `w${id}`,
    reason: 'It helps most.',
    announceAt: '2999-01-01T00:00:00Z',
    passedAt: null,
  },
  ...{ announcedAt: null, heldAt: null, heldBecause: null, revokedAt: null, prize: prize(place), idea: idea(id) },
  ...more,
});
const claim = (more: object = {}) => ({
  ...{ __typename: 'PrizeClaim', id: 'k1', version: 2, state: 'ACCEPTED', kind: 'PRODUCT', ...none, hasDetails: true },
  ...{ dueAt: '2999-01-01T00:00:00Z', acceptedAt: '2026-01-03T00:00:00Z', sentAt: null, receivedAt: null },
  user: { __typename: 'User', id: 'u2', displayName: 'Bea', avatarUrl: null, erased: false },
  winner: { __typename: 'Winner', id: 'wb', prize: prize(1), idea: idea('b') },
  ...{ challenge, ...more },
});
const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
type Input = { input: Record<string, unknown> };

function show(search: object, api: Api = {}, claims: object[] = []) {
  const edges = claims.map((node) => ({ __typename: 'PrizeClaimEdge', node }));
  const awarded = { __typename: 'AwardedChallenge', openCount: 2, announceAt: null, held: true, challenge };
  fakeApi({
    PrizeClaims: () => ({
      data: { prizeClaims: { __typename: 'PrizeClaimConnection', totalCount: claims.length, edges, pageInfo } },
    }),
    AwardedChallenges: () => ({
      data: {
        awardedChallenges: {
          ...{ __typename: 'AwardedChallengeConnection', pageInfo },
          edges: [{ __typename: 'AwardedChallengeEdge', node: awarded }],
        },
      },
    }),
    WinnerDesk: () => ({ data: { winnerDesk: desk() } }),
    ...api,
  });
  renderPart(
    <CompanyProvider company={company as unknown as CompanyContextFragment}>
      <PrizesPart search={search as never} onSearch={() => undefined} />
    </CompanyProvider>,
  );
}

beforeEach(() => signInAna());

test('challenges whose winners are to be chosen are listed; what was held back stands out', async () => {
  show({});
  expect(await screen.findByRole('link', { name: 'Bread?' })).toBeInTheDocument();
  expect(screen.getByText('Held back: choose again')).toBeInTheDocument();
  expect(await screen.findByText('Nothing waits to be sent')).toBeInTheDocument();
});

test('the first by votes are proposed, get a reason each, and are announced after a question', async () => {
  const inputs: object[] = [];
  const announce = ({ input }: Input) => {
    inputs.push(input);
    return { data: { announceWinners: desk({ winners: [] }) } };
  };
  show({ challengeId: CHALLENGE }, { AnnounceWinners: announce as never });
  const first = await screen.findByRole('group', { name: /Place 1/ });
  expect(within(first).getByLabelText('Idea')).toHaveValue('a');
  expect(within(first).queryByText(/Idea x/)).toBeNull();
  expect(screen.getByText('Its author belongs to your staff.', { exact: false })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Announce the winners' }));
  expect(await screen.findAllByText('Say why, in a few words: everybody reads it.')).toHaveLength(2);
  for (const field of screen.getAllByLabelText(/Why it wins/)) await userEvent.type(field, 'It helps most.');
  await userEvent.click(screen.getByRole('button', { name: 'Announce the winners' }));
  expect(inputs).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Announce' }));
  await waitFor(() => expect(inputs).toHaveLength(1));
  expect(inputs[0]).toEqual({
    challengeId: CHALLENGE,
    announceAt: null,
    choices: [
      { prizeId: 'z1', ideaId: 'a', reason: 'It helps most.' },
      { prizeId: 'z2', ideaId: 'b', reason: 'It helps most.' },
    ],
  });
});

test('a winner whose prize nobody accepted says so, and where to choose another', async () => {
  const known = { announcedAt: '2026-01-05T00:00:00Z' };
  const winners = [winner(1, 'a', known), winner(2, 'b', known)];
  show(
    { challengeId: CHALLENGE },
    { WinnerDesk: () => ({ data: { winnerDesk: desk({ winners, openPrizes: [prize(2)] }) } }) },
  );
  const [first, second] = within(await screen.findByRole('list', { name: 'Announced winners' })).getAllByRole(
    'listitem',
  );
  expect(within(first!).getByText(/^Announced on January \d+, 2026$/)).toBeInTheDocument();
  expect(within(second!).getByText(/nobody has accepted the prize: choose another winner below$/)).toBeInTheDocument();
  expect(screen.getByRole('group', { name: /Place 2/ })).toBeInTheDocument();
});

test('what was held back says why, and is taken back', async () => {
  const held = { heldAt: '2026-01-05T00:00:00Z' };
  const winners = [winner(1, 'a', held), winner(2, 'b', { ...held, heldBecause: 'NOT_PUBLIC' })];
  const cancel = jest.fn(() => ({ data: { cancelAnnouncement: desk() } }));
  show(
    { challengeId: CHALLENGE },
    { WinnerDesk: () => ({ data: { winnerDesk: desk({ winners }) } }), CancelAnnouncement: cancel as never },
  );
  expect(await screen.findByText('Idea b: It is not public.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Take it back and choose again' }));
  await userEvent.click(screen.getByRole('button', { name: 'Take the plan back' }));
  await waitFor(() => expect(cancel).toHaveBeenCalledWith({ input: { challengeId: CHALLENGE } }));
});

test('that a prize has arrived is asked twice, since where it was sent is erased', async () => {
  const received = jest.fn(() => ({ data: { markPrizeReceived: claim({ state: 'RECEIVED', version: 4 }) } }));
  show({}, { MarkPrizeReceived: received as never }, [claim({ state: 'SENT', version: 3 })]);
  await userEvent.click(await screen.findByRole('button', { name: 'It has arrived' }));
  expect(received).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Yes, it has arrived' }));
  await waitFor(() => expect(received).toHaveBeenCalledWith({ input: { claimId: 'k1', version: 3 } }));
});

test('where a prize goes is shown when it is asked for; then it is sent', async () => {
  const reveal = jest.fn(() => ({
    data: {
      revealDelivery: {
        ...{ __typename: 'DeliveryDetails', name: 'Bea Rossi', address: 'Via Roma 1', phone: null },
        ...{ account: null, tracking: null },
      },
    },
  }));
  const sent = jest.fn(() => ({ data: { markPrizeSent: claim({ state: 'SENT', version: 3 }) } }));
  show({}, { RevealDelivery: reveal as never, MarkPrizeSent: sent as never }, [claim()]);
  await userEvent.click(await screen.findByRole('button', { name: 'Show where it goes' }));
  expect(await screen.findByText(/Via Roma 1/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Mark as sent or paid' }));
  await userEvent.type(screen.getByLabelText('How to find it, if you like'), 'AB 123');
  await userEvent.click(screen.getByRole('button', { name: 'It was' }));
  const input = { claimId: 'k1', version: 2, tracking: 'AB 123' };
  await waitFor(() => expect(sent).toHaveBeenCalledWith({ input }));
});
