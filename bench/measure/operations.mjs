// What is measured: the GraphQL request of each operation, and the path of the same at the limit server.
import { someWords } from './words.mjs';

const LIST = (
  signedIn,
) => `query List($company: ID!, $challenge: ID) { ideas(companyId: $company, challengeId: $challenge, order: TOP, first: 20) {
  edges { cursor node { id title status upCount commentCount publishedAt author { id displayName } ${signedIn ? 'viewerVote' : ''} } }
  pageInfo { hasNextPage endCursor } } }`;
const PAGE = `query Page($id: ID!) { idea(id: $id) { id title bodyHtml status tags upCount commentCount publishedAt author { id displayName }
  comments(first: 20) { edges { node { id bodyHtml createdAt appreciationCount author { id displayName } } } pageInfo { hasNextPage endCursor } } } }`;
const SEARCH = `query Search($company: ID!, $text: String!) { ideas(companyId: $company, first: 20, filter: { text: $text }) {
  edges { node { id title upCount author { displayName } } } } }`;
const SIMILAR = `query Similar($company: ID!, $challenge: ID, $title: String!) {
  similarIdeas(companyId: $company, challengeId: $challenge, title: $title, body: "", first: 5) { id title status upCount viewerVote } }`;
const VOTE = `mutation Vote($input: VoteInput!) { vote(input: $input) { id upCount viewerVote } }`;
const WITHDRAW = `mutation Withdraw($input: IdeaIdInput!) { withdrawVote(input: $input) { id upCount viewerVote } }`;
const SUBMIT = `mutation Submit($input: SubmitIdeaInput!) { submitIdea(input: $input) { id title visibility } }`;

const any = (list) => list[Math.floor(Math.random() * list.length)];

/** `graphql()` gives { query, variables, user? }; `limit()` gives the path and query of the limit server. */
export const operations = (d) => {
  let turn = 0;
  const nextUser = () => d.users[turn++ % d.users.length];
  return [
    {
      name: 'top-20 list, anonymous',
      target: 3,
      graphql: () => ({ query: LIST(false), variables: { company: d.company, challenge: d.challenge } }),
      limit: () => `/list?company=${d.company}&challenge=${d.challenge}`,
    },
    {
      name: 'top-20 list, own votes',
      target: 3,
      graphql: () => ({
        query: LIST(true),
        variables: { company: d.company, challenge: d.challenge },
        user: any(d.users),
      }),
      limit: () => `/own-list?company=${d.company}&challenge=${d.challenge}&user=${any(d.users)}`,
    },
    {
      name: 'idea page, 20 comments',
      target: 3,
      graphql: () => ({ query: PAGE, variables: { id: any(d.discussed) } }),
      limit: () => `/page?id=${any(d.discussed)}`,
    },
    {
      name: 'text search',
      target: 2,
      graphql: () => ({ query: SEARCH, variables: { company: d.company, text: someWords(2) } }),
      limit: () => `/search?company=${d.company}&text=${encodeURIComponent(someWords(2))}`,
    },
    {
      name: 'similar ideas, six words',
      target: 5,
      graphql: () => ({
        query: SIMILAR,
        variables: { company: d.company, challenge: d.challenge, title: someWords(6) },
        user: nextUser(),
      }),
      limit: () => `/similar?company=${d.company}&title=${encodeURIComponent(someWords(6))}`,
    },
    {
      name: 'vote, spread ideas',
      target: 3,
      graphql: () => ({ query: VOTE, variables: { input: { ideaId: any(d.ideas), value: 'UP' } }, user: any(d.users) }),
      limit: () => `/vote?company=${d.company}&id=${any(d.ideas)}&user=${any(d.users)}`,
    },
    {
      name: 'vote, one idea, 64 clients',
      target: 3,
      connections: 64,
      graphql: () => {
        const user = nextUser();
        const away = Math.floor(turn / d.users.length) % 2 === 1;
        const input = away ? { ideaId: d.ideas[0] } : { ideaId: d.ideas[0], value: 'UP' };
        return { query: away ? WITHDRAW : VOTE, variables: { input }, user };
      },
      limit: () => `/vote?company=${d.company}&id=${d.ideas[0]}&user=${nextUser()}`,
    },
    {
      name: 'submit',
      target: 3,
      graphql: () => {
        const input = {
          companyId: d.company,
          challengeId: d.challenge,
          title: someWords(6),
          body: someWords(45),
          tags: [`tag${Math.floor(Math.random() * 20)}`],
        };
        return { query: SUBMIT, variables: { input }, user: nextUser() };
      },
      limit: () =>
        `/submit?company=${d.company}&challenge=${d.challenge}&user=${nextUser()}&title=${encodeURIComponent(someWords(6))}&body=${encodeURIComponent(someWords(45))}`,
    },
  ];
};
