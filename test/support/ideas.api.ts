import type { ApiResult, TestApp } from './app.js';
import type { TestUser } from './accounts.factory.js';

/** What a test reads of an idea. */
export type IdeaNode = { id: string; version: number } & Record<string, unknown>;
type Asked = Promise<ApiResult<Record<string, IdeaNode>>>;

const INPUTS: Record<string, string> = {
  withdrawIdea: 'IdeaVersionInput',
  deleteIdeaDraft: 'IdeaIdInput',
  removeCoauthor: 'InviteCoauthorInput',
  deleteComment: 'CommentIdInput',
  claimReview: 'ReviewIdInput',
  releaseReview: 'ReviewIdInput',
  followIdea: 'IdeaIdInput',
  withdrawVote: 'IdeaIdInput',
  unfollowIdea: 'IdeaIdInput',
  appreciateComment: 'CommentIdInput',
  unappreciateComment: 'CommentIdInput',
};
const WRITTEN = 'id version title body tags language visibility holdReason revisionCount status';

/** The operations on ideas, as somebody calls them. */
export const ideasApi = (t: TestApp) => ({
  mutate(user: TestUser | null, name: string, input: object, fields = WRITTEN, language = 'en'): Asked {
    const type = INPUTS[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const selection = name === 'deleteIdeaDraft' ? '{ ok }' : `{ ${fields} }`;
    return t.ask(
      `mutation ($input: ${type}!) { result: ${name}(input: $input) ${selection} }`,
      { input },
      { token: user?.token, language },
    );
  },

  idea(user: TestUser | null, id: string, fields = WRITTEN): Asked {
    return t.ask(`query ($id: ID!) { result: idea(id: $id) { ${fields} } }`, { id }, { token: user?.token });
  },

  /** a page of `ideas`, or of `myIdeas` */
  async list(user: TestUser | null, args: Record<string, unknown>, fields = 'id', name = 'ideas'): Promise<IdeaPage> {
    const types: Record<string, string> = {
      companyId: 'ID!',
      challengeId: 'ID',
      ideaBoxOnly: 'Boolean',
      order: 'IdeaOrder!',
      filter: 'IdeaFilter',
      language: 'Locale',
      text: 'String',
      first: 'Int',
      after: 'String',
      visibility: '[IdeaVisibility!]',
      status: name === 'ideasToAnswer' ? 'IdeaStatus' : '[IdeaStatus!]',
      userId: 'ID!',
    };
    const names = Object.keys(args);
    const declared = names.map((arg) => `$${arg}: ${types[arg]}`).join(', ');
    const passed = names.map((arg) => `${arg}: $${arg}`).join(', ');
    const query = `query ${declared && `(${declared})`} { page: ${name}${passed && `(${passed})`} {
      totalCount pageInfo { hasNextPage endCursor } edges { node { ${fields} } } } }`;
    const result = await t.ask<{ page: Omit<IdeaPage, 'nodes'> & { edges: { node: IdeaNode }[] } }>(query, args, {
      token: user?.token,
    });
    const page = result.data?.page;
    return {
      ...page!,
      nodes: page?.edges.map(({ node }) => node) ?? [],
      code: codeOf(result),
      fields: fieldsOf(result),
    };
  },
});

export interface IdeaPage {
  nodes: IdeaNode[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  code: string | null;
  fields: string[] | undefined;
}

export const codeOf = ({ errors }: ApiResult<unknown>): string | null => errors?.[0]?.extensions.code ?? null;

/** The wrong fields, as `path:CODE`. */
export const fieldsOf = ({ errors }: ApiResult<unknown>): string[] | undefined =>
  errors?.[0]?.extensions.fields?.map(({ path, code }) => `${path}:${code}`);

/** What an operation gave; fails with its refusal. */
export async function given(asked: Asked): Promise<IdeaNode> {
  const result = await asked;
  if (result.errors) throw new Error(JSON.stringify(result.errors));
  return result.data!.result!;
}
