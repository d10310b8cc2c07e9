import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment, CompanyVisibility } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { download } from '@/lib/csv';
import { fakeApi, renderPart } from '@/test/render';
import { LogPage } from './LogPage';
import { type LogSearch, readLogSearch } from './log-search';

const company = { id: 'c1', slug: 'forno', name: 'Forno', visibility: 'PUBLIC' } as CompanyContextFragment;
// Node has no files to save
jest.mock('@/lib/csv', () => ({ download: jest.fn() }));
const onSearch = jest.fn<void, [LogSearch]>();

const line = (position: number, more: object = {}) => ({
  __typename: 'LogEntryEdge',
  cursor: String(position),
  node: {
    ...{ __typename: 'LogEntry', position, at: '2026-03-01T10:00:00Z', entry: 'DECIDED', kind: 'COMMENT', act: 'HIDE' },
    ...{ rule: 'Be kind', basis: 'RULES', automatic: false, role: 'MODERATOR', endsAt: null, outcome: null },
    ...{ foundBy: 'FLAGS', contentHash: 'c'.repeat(64), previousHash: 'p'.repeat(64), hash: `${position}`.repeat(64) },
    ...more,
  },
});
const page = (edges: object[]) => ({
  data: {
    moderationLog: {
      __typename: 'LogEntryConnection',
      edges,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  },
});

function show(search: LogSearch, edges: object[], visibility: CompanyVisibility = 'PUBLIC') {
  onSearch.mockClear();
  const sent: object[] = [];
  fakeApi({
    PublicLog: (variables) => {
      sent.push(variables);
      return page(edges);
    },
    LogRules: () => ({ data: { moderationLogRules: ['Be kind'] } }),
    LogHeads: () => ({ data: { moderationLogHeads: { __typename: 'PublishedHeadConnection', edges: [] } } }),
  });
  renderPart(
    <CompanyProvider company={{ ...company, visibility }}>
      <LogPage search={search} onSearch={onSearch} />
    </CompanyProvider>,
  );
  return sent;
}

test('each line says what happened, by which rule, who decided and where it stands in the chain', async () => {
  const automatic = { automatic: true, role: null, act: 'LOCK', kind: 'IDEA' };
  const undone = { entry: 'UNDONE', outcome: 'APPEAL', role: 'MANAGER' };
  show({}, [line(3, undone), line(2, automatic), line(1)]);
  const log = await screen.findByRole('list', { name: 'Moderation log' });
  expect(log).toHaveTextContent('Taken back after an appeal: Hidden');
  expect(log).toHaveTextContent('Rule: Be kindby a managerLine 3');
  expect(log).toHaveTextContent('Rule: Be kindautomaticfound by reports');
  expect(log).toHaveTextContent('Line 1hash 11111111line before ppppppppcontent cccccccc');
});

test('what is asked for is in the address, and the days are whole ones of UTC', async () => {
  const search = readLogSearch({ act: 'HIDE', by: 'automatic', from: '2026-03-01', to: '2026-03-31', rule: 7, x: 1 });
  const sent = show(search, []);
  expect(await screen.findByText('No line of the log is like this')).toBeInTheDocument();
  expect(sent[0]).toMatchObject({
    ...{ act: 'HIDE', automatic: true, rule: '7' },
    ...{ since: '2026-03-01T00:00:00.000Z', before: '2026-04-01T00:00:00.000Z' },
  });
  await userEvent.selectOptions(screen.getByLabelText('Decided how'), 'by a person');
  expect(onSearch).toHaveBeenCalledWith({ ...search, by: 'person' });
  await userEvent.click(screen.getByRole('button', { name: 'Show all lines' }));
  expect(onSearch).toHaveBeenLastCalledWith({});
  expect(readLogSearch({ act: 'BURN', by: 'nobody', from: '2026-13-01' })).toEqual({});
});

test('the files of a private company’s log come to whoever says who they are', async () => {
  show({}, [line(1)], 'PRIVATE');
  const api = globalThis.fetch;
  globalThis.fetch = (url, init) =>
    url === '/forno/log/lines.jsonl' ? Promise.resolve(new Response('{"position":1}')) : api(url, init);
  await userEvent.click(await screen.findByRole('link', { name: 'All lines (JSON)' }));
  await waitFor(() =>
    expect(download).toHaveBeenCalledWith('forno-lines.jsonl', '{"position":1}', 'application/octet-stream'),
  );
  expect(screen.queryByRole('link', { name: 'Feed (Atom)' })).not.toBeInTheDocument();
});
