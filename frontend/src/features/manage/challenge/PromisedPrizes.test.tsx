import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment, EditedChallengeFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { placeOf, storedBeginning } from './beginning';
import { ChallengeEditor } from './ChallengeEditor';

const company = { id: 'c1', slug: 'forno', languages: ['EN'], tags: [], name: 'Forno' };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const prize = {
  ...{ __typename: 'Prize', id: 'z1', place: 1, title: 'A trip', kind: 'MONEY', amountMinor: 50_000, currency: 'EUR' },
  ...{ points: null, shareBasisPoints: null },
};
const challenge = {
  ...{ __typename: 'Challenge', id: 'ch', slug: 'bread', title: 'Bread?', summary: '', brief: 'Why.', coverUrl: null },
  ...{ language: 'EN', tags: [], terms: '', state: 'OPEN', version: 2, publishAt: inDays(-1), criteria: [] },
  ...{ winnersBy: 'TALLY', claimDays: 30, prizes: [prize] },
  phases: [
    {
      ...{ __typename: 'Phase', id: 'p', kind: 'IDEATION', position: 0, startsAt: inDays(-1), endsAt: inDays(9) },
      ...{ maySubmit: true, mayEdit: true, mayComment: true, mayVote: true, countsVisible: true },
    },
  ],
} as unknown as EditedChallengeFragment;

beforeEach(() => signInAna());

test('promised prizes grow, more are added, and none is taken away or exchanged', async () => {
  const inputs: { prizes?: object[] }[] = [];
  fakeApi({
    UpdateChallenge: (({ input }: { input: object }) => {
      inputs.push(input);
      return { data: { updateChallenge: { ...challenge, version: 3 } } };
    }) as never,
  });
  renderPart(
    <CompanyProvider company={company as unknown as CompanyContextFragment}>
      <ChallengeEditor
        beginning={storedBeginning(placeOf('u1', 'c1', 'ch'), challenge, 'en')}
        challenge={challenge}
        step="prizes"
        onStep={() => undefined}
        preview={() => null}
        onMade={() => undefined}
      />
    </CompanyProvider>,
  );
  const first = await screen.findByRole('group', { name: 'Place 1' });
  expect(within(first).getByLabelText(/Place 1 wins/)).toBeDisabled();
  expect(within(first).getByLabelText('Kind')).toBeDisabled();
  expect(within(first).queryByRole('button', { name: /Remove/ })).toBeNull();
  expect(screen.getByLabelText('How winners are found')).toBeDisabled();
  const amount = within(first).getByLabelText('Amount');
  await userEvent.clear(amount);
  await userEvent.type(amount, '600');
  await userEvent.click(screen.getByRole('button', { name: 'Add a prize' }));
  const second = screen.getByRole('group', { name: 'Place 2' });
  await userEvent.type(within(second).getByLabelText(/Place 2 wins/), 'For the next');
  await userEvent.selectOptions(within(second).getByLabelText('Kind'), 'POINTS');
  await userEvent.type(within(second).getByLabelText('Points'), '300');
  expect(inputs).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
  await waitFor(() => expect(inputs).toHaveLength(1));
  expect(inputs[0]!.prizes).toEqual([
    { place: 1, title: 'A trip', kind: 'MONEY', amountMinor: 60_000, currency: 'EUR' },
    { place: 2, title: 'For the next', kind: 'POINTS', points: 300 },
  ]);
});
