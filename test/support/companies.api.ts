import type { ApiResult, TestApp } from './app.js';
import type { TestUser } from './accounts.factory.js';

/** What a test reads of an answer. */
export type Node = { id: string } & Record<string, unknown>;

const INPUTS: Record<string, string> = {
  joinCompany: 'CompanyIdInput',
  leaveCompany: 'CompanyIdInput',
  removeMember: 'MembershipIdInput',
  revokeInvitation: 'InvitationIdInput',
  acceptInvitation: 'TokenInput',
};

/** The operations on companies, as somebody calls them. */
export const companiesApi = (t: TestApp) => ({
  /** one mutation with one input */
  mutate(user: TestUser | null, name: string, input: object, selection = '{ id }', language = 'en') {
    const type = INPUTS[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) ${selection} }`;
    return t.ask<Record<string, Node | undefined>>(query, { input }, { token: user?.token, language });
  },

  company(slug: string, user: TestUser | null = null, fields = 'id') {
    const query = `query ($slug: String!) { company(slug: $slug) { ${fields} } }`;
    return t.ask<{ company: Node }>(query, { slug }, { token: user?.token });
  },
});

export const codeOf = ({ errors }: ApiResult<unknown>): string | null => errors?.[0]?.extensions.code ?? null;

/** The wrong fields, as `path:CODE`. */
export const fieldsOf = ({ errors }: ApiResult<unknown>): string[] | undefined =>
  errors?.[0]?.extensions.fields?.map(({ path, code }) => `${path}:${code}`);
