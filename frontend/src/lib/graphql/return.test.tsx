import { act, screen, waitFor } from '@testing-library/react';
import { gql, useQuery } from 'urql';
import { endSession } from '@/lib/session';
import { offline, unreached } from '@/lib/offline';
import { useStore } from '@/lib/store';
import { fakeApi, renderPart } from '@/test/render';

const Named = gql<{ company: { id: string; name: string } }>`
  query Named {
    company(slug: "forno") {
      id
      name
    }
  }
`;

function Part() {
  const away = useStore(offline);
  const [{ data }] = useQuery({ query: Named });
  return (
    <>
      <h1>{data?.company.name}</h1>
      {away && <p>away</p>}
    </>
  );
}

beforeEach(() => endSession());

test('back online, what is shown is read again, and the notice goes with it', async () => {
  let name = 'As it was';
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  fakeApi({
    Named: async () => {
      if (name === 'As it is') await held;
      return { data: { company: { __typename: 'Company', id: '1', name } } };
    },
  });
  renderPart(<Part />);
  expect(await screen.findByText('As it was')).toBeInTheDocument();
  act(() => unreached(null));
  name = 'As it is';
  act(() => void dispatchEvent(new Event('online')));
  expect(screen.getByText('away')).toBeInTheDocument();
  release();
  expect(await screen.findByText('As it is')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText('away')).toBeNull());
});

test('where it fails once more, the notice stays', async () => {
  fakeApi({ Named: () => ({ data: { company: { __typename: 'Company', id: '1', name: 'As it was' } } }) });
  renderPart(<Part />);
  expect(await screen.findByText('As it was')).toBeInTheDocument();
  act(() => unreached(null));
  const fetching = (globalThis.fetch = jest.fn(() => Promise.reject(new TypeError('offline'))));
  act(() => void dispatchEvent(new Event('online')));
  await waitFor(() => expect(fetching).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.getByText('away')).toBeInTheDocument();
});
