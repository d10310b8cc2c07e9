import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { gql, useMutation } from 'urql';
import { LoadMore } from '@/components/LoadMore';
import { endSession } from '@/lib/session';
import { type Answer, fakeApi, renderPart } from '@/test/render';
import { usePages } from './use-pages';

interface Named {
  id: string;
  name: string;
}
interface Members {
  companyMembers: { edges: { node: Named }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const SomeMembers = gql<Members, { text: string; after?: string | null }>`
  query SomeMembers($text: String!, $after: String) {
    companyMembers(companyId: "1", text: $text, first: 2, after: $after) {
      edges {
        node {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const Remove = gql`
  mutation Remove {
    removeMember(input: { membershipId: "1" }) {
      ok
    }
  }
`;

function Part() {
  const [text, setText] = useState('a');
  const pages = usePages(SomeMembers, { text }, ({ companyMembers }) => companyMembers);
  const [, remove] = useMutation(Remove);
  return (
    <>
      <p data-testid="names">{pages.nodes.map(({ name }) => name).join(' ')}</p>
      {pages.error && <p>Nothing to show</p>}
      <LoadMore {...pages} />
      <button type="button" onClick={() => setText('b')}>
        Filter
      </button>
      <button type="button" onClick={() => void remove({})}>
        Remove
      </button>
    </>
  );
}

/** Three pages of two; a cursor is the index after which a page begins. */
function pageOf(names: string[], after: string | null): Answer {
  const from = Number(after ?? 0);
  return {
    data: {
      companyMembers: {
        __typename: 'MembershipConnection',
        edges: names
          .slice(from, from + 2)
          .map((name) => ({ __typename: 'MembershipEdge', node: { __typename: 'Membership', id: name, name } })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: from + 2 < names.length, endCursor: String(from + 2) },
      },
    },
  };
}
const failed: Answer = { errors: [{ message: 'Broken.', extensions: { code: 'INTERNAL' } }] };

type Asked = { text: string; after: string | null };
const show = (read: (asked: Asked) => Answer, names: string[] = []) => {
  fakeApi({
    SomeMembers: (variables) => read(variables as unknown as Asked),
    Remove: () => {
      names.shift();
      return { data: { removeMember: { __typename: 'OkPayload', ok: true } } };
    },
  });
  renderPart(<Part />);
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const names = (text: RegExp) => waitFor(() => expect(screen.getByTestId('names')).toHaveTextContent(text));

beforeEach(() => endSession());

test('an outdated list is read again from its beginning, and goes on from there', async () => {
  const members = ['Ana', 'Bea', 'Cai', 'Dan', 'Eva'];
  show(({ after }) => pageOf(members, after), members);
  await names(/^Ana Bea$/);
  await press('Show more');
  await names(/^Ana Bea Cai Dan$/);
  await press('Remove');
  await names(/^Bea Cai$/);
  await press('Show more');
  await names(/^Bea Cai Dan Eva$/);
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  // the button that had the focus is gone
  expect(screen.getByText('That is all.')).toHaveFocus();
});

test('a page that could not be read is told, and asked for again', async () => {
  let broken = true;
  show(({ after }) => (after && broken ? failed : pageOf(['Ana', 'Bea', 'Cai'], after)));
  await names(/^Ana Bea$/);
  await press('Show more');
  expect(await screen.findByRole('alert')).toHaveTextContent('Broken.');
  await names(/^Ana Bea$/);
  broken = false;
  await press('Try again');
  await names(/^Ana Bea Cai$/);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('the old list does not pass for a filtered one that could not be read', async () => {
  show(({ text, after }) => (text === 'b' ? failed : pageOf(['Ana'], after)));
  await names(/^Ana$/);
  await press('Filter');
  expect(await screen.findByText('Nothing to show')).toBeInTheDocument();
  await names(/^$/);
});
