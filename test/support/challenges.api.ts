import type { TestApp } from './app.js';

const FIELDS = `id slug title summary state version publishAt startsAt endsAt closeReason viewerAcceptedTerms
  phases { id kind position startsAt endsAt maySubmit mayEdit mayComment mayVote countsVisible }
  winnersBy claimDays prizes { place title kind amountMinor currency points shareBasisPoints } criteria { name weight } currentPhase { kind } nextPhase { kind }
  extensions { reason previousEndsAt endsAt phase { kind } by { id } }
  viewerCan { submit editOwn comment vote seeCounts manage }`;

export interface ApiPhase {
  id: string;
  kind: string;
  position: number;
  startsAt: string;
  endsAt: string;
  mayVote: boolean;
}

export interface ApiChallenge {
  id: string;
  slug: string;
  title: string;
  state: string;
  version: number;
  startsAt: string;
  endsAt: string;
  phases: ApiPhase[];
  prizes: object[];
  currentPhase: { kind: string } | null;
  extensions: object[];
  viewerCan: Record<string, boolean>;
  viewerAcceptedTerms: boolean;
}

interface Caller {
  token: string;
}

/** Runs a mutation on challenges by its name; the challenge, or the code of the refusal and the codes of its fields. */
export async function change(t: TestApp, caller: Caller | null, name: string, input: object) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const named: Record<string, string> = {
    UnscheduleChallengeInput: 'ChallengeVersionInput',
    ArchiveChallengeInput: 'ChallengeVersionInput',
    AcceptTermsInput: 'ChallengeIdInput',
  };
  const query = `mutation ($input: ${named[type] ?? type}!) { result: ${name}(input: $input) { ${FIELDS} } }`;
  const { data, errors } = await t.ask<{ result: ApiChallenge }>(query, { input }, { token: caller?.token });
  const error = errors?.[0]?.extensions;
  const fields = error?.fields?.map((field) => `${field.path} ${field.code}`);
  return { challenge: data?.result as ApiChallenge, code: error?.code, fields };
}

/** A challenge as the caller sees it; undefined with the code of the refusal. */
export async function see(t: TestApp, caller: Caller | null, id: string) {
  const query = `query ($id: ID!) { challenge(id: $id) { ${FIELDS} } }`;
  const { data, errors } = await t.ask<{ challenge: ApiChallenge }>(query, { id }, { token: caller?.token });
  return { challenge: data?.challenge as ApiChallenge, code: errors?.[0]?.extensions.code };
}

/** The titles of a list, page by page. */
export async function titles(
  t: TestApp,
  caller: Caller | null,
  list: string,
  companyId: string | null = null,
  first = 2,
) {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const query = `query ($list: ChallengeList!, $companyId: ID, $first: Int, $after: String) {
      challenges(list: $list, companyId: $companyId, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { title } } } }`;
    type Page = {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: { node: { title: string } }[];
    };
    const asked = await t.ask<{ challenges: Page }>(query, { list, companyId, first, after }, { token: caller?.token });
    if (asked.errors) return [asked.errors[0]!.extensions.code];
    const page: Page = asked.data!.challenges;
    found.push(...page.edges.map(({ node }) => node.title));
    if (!page.pageInfo.hasNextPage) {
      expect(page.totalCount).toBe(found.length);
      return found;
    }
    after = page.pageInfo.endCursor;
  }
}
