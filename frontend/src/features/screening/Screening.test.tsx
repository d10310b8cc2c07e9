import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { mergeScreening, type Word } from './screening';
import { ScreeningPage } from './ScreeningPage';

const company = { id: 'c1', slug: 'forno', viewerCan: { manage: true } } as unknown as CompanyContextFragment;
const word = (text: string, action: Word['action'] = 'HOLD') => ({
  ...{ __typename: 'WatchedWord', word: text, language: null, action },
});
const stored = {
  ...{ __typename: 'ScreeningSettings', spamChecks: true, version: 3, blockedLinks: ['spam.example'], learned: null },
  watchedWords: [word('casino')],
};
type Input = { input: Record<string, unknown> };

function show(api: Api = {}, settings: object = stored) {
  fakeApi({ Screening: () => ({ data: { screeningSettings: settings } }), ...api });
  renderPart(
    <CompanyProvider company={company}>
      <ScreeningPage />
    </CompanyProvider>,
  );
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save screening' }));

beforeEach(() => signInAna());

test('words are added, several at once, and only what was changed is sent', async () => {
  const inputs: object[] = [];
  const update = ({ input }: Input) => {
    inputs.push(input);
    return { data: { updateScreening: { ...stored, watchedWords: [word('a b'), word('viagr*'), word('casino')] } } };
  };
  show({ UpdateScreening: update as never });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Words to add' }), 'a  b, viagr*');
  await userEvent.click(screen.getByRole('button', { name: 'Add to the list' }));
  await save();
  const plain = (text: string) => ({ word: text, language: null, action: 'HOLD' });
  await waitFor(() =>
    expect(inputs).toEqual([
      { companyId: 'c1', version: 3, watchedWords: [plain('a b'), plain('viagr*'), plain('casino')] },
    ]),
  );
  expect(await screen.findByText('The screening is saved.')).toBeInTheDocument();
});

test('what is no word is told beside the field, and not added', async () => {
  show();
  await userEvent.type(await screen.findByRole('textbox', { name: 'Words to add' }), 'x');
  await userEvent.click(screen.getByRole('button', { name: 'Add to the list' }));
  expect(screen.getByText(/“x”: at least two letters/)).toBeInTheDocument();
  expect(within(screen.getByRole('list', { name: 'Watched words' })).getAllByRole('listitem')).toHaveLength(1);
});

test('what the server refuses is told with the site that it means', async () => {
  const fields = [{ path: 'input.blockedLinks.1', code: 'NOT_A_SITE', message: 'A site, like example.com.' }];
  const refused = { errors: [{ message: 'Wrong.', extensions: { code: 'VALIDATION_FAILED', fields } }] };
  show({ UpdateScreening: () => refused });
  await userEvent.type(await screen.findByRole('textbox', { name: /^Sites that you watch/ }), '\nnowhere');
  await save();
  expect(await screen.findByText('nowhere: A site, like example.com.')).toBeInTheDocument();
});

test('what another manager saved meanwhile comes in, and mine is still to be saved', async () => {
  const theirs = { ...stored, version: 4, watchedWords: [word('poker'), word('casino')] };
  let asked = 0;
  show({
    Screening: () => ({ data: { screeningSettings: asked++ === 0 ? stored : theirs } }),
    UpdateScreening: () => ({ errors: [{ message: 'Changed.', extensions: { code: 'CONFLICT' } }] }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Remove “casino”' }));
  await save();
  expect(await screen.findByText(/Somebody else has changed the screening/)).toBeInTheDocument();
  expect(screen.getByText('poker')).toBeInTheDocument();
  expect(screen.queryByText('casino')).not.toBeInTheDocument();
  expect(screen.getByText('There are changes that are not saved.')).toBeInTheDocument();
});

test('what was learned is off until there are enough decisions, and then shows its precision', async () => {
  const learned = { __typename: 'SpamModel', keptCount: 120, removedCount: 12, precision: null, recall: null };
  const at = { trainedAt: '2026-01-01T03:00:00Z', active: false };
  show({}, { ...stored, learned: { ...learned, ...at } });
  expect(await screen.findByText('12 of 50')).toBeInTheDocument();
  expect(screen.getByText('Off')).toBeInTheDocument();
});

test('what was learned shows how often it is right', async () => {
  const learned = { __typename: 'SpamModel', keptCount: 120, removedCount: 80, precision: 0.91, recall: 0.5 };
  show({}, { ...stored, learned: { ...learned, trainedAt: '2026-01-01T03:00:00Z', active: true } });
  expect(await screen.findByText('91%')).toBeInTheDocument();
  expect(screen.getByText('On')).toBeInTheDocument();
});

test('of two who change the lists at once, what each added is there and what either took away is not', () => {
  const of = (...words: string[]) => ({ spamChecks: true, words: words.map((text) => word(text)), sites: [] });
  const { words } = mergeScreening(of('a', 'b', 'c'), of('a', 'c', 'd'), of('b', 'c', 'e'));
  expect(words.map((one) => one.word)).toEqual(['c', 'd', 'e']);
});
