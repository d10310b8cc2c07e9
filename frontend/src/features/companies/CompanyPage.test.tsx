import { screen, waitFor } from '@testing-library/react';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { endSession } from '@/lib/session';
import { fakeApi, renderPart } from '@/test/render';
import { CompanyPage } from './CompanyPage';

const company = {
  ...{ id: 'c1', slug: 'forno', name: 'Forno', description: 'Bread.', defaultLanguage: 'EN', memberCount: 3 },
  ...{ ideaBoxOpen: true, joinPolicy: 'OPEN', voteMode: 'UP', viewerMembership: null, viewerCan: { join: false } },
} as unknown as CompanyContextFragment;
const challenges = {
  ...{ __typename: 'ChallengeConnection', edges: [] },
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
};

test('what could not be read is said once; nothing waits for it for ever', async () => {
  endSession();
  fakeApi({
    CompanyHome: () => ({ errors: [{ message: 'Broken.', extensions: {} }] }),
    CompanyChallenges: () => ({ data: { challenges } }),
  });
  renderPart(
    <CompanyProvider company={company}>
      <CompanyPage list="open" />
    </CompanyProvider>,
  );
  expect(await screen.findByText(/Broken\./)).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull());
});
