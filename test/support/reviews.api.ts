import type { TestApp } from './app.js';

export interface ApiReview {
  id: string;
  version: number;
  state: string;
  kind: string;
  author: { id: string };
  idea: { title: string } | null;
  comment: { body: string } | null;
  decisions?: { id: string; act: string }[];
}

export interface ReviewPage {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: ApiReview }[];
}

const LIST = `query ($companyId: ID!, $state: ReviewState, $kind: ReviewKind, $first: Int, $after: String) {
  reviews(companyId: $companyId, state: $state, kind: $kind, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id version state kind reason author { id } authorMembership { trustLevel } idea { title }
      comment { body } rule { title } decidedBy { id } note } } } }`;

/** A page of a company's reviews; throws the code of a refusal. */
export async function reviewPage(
  t: TestApp,
  company: { id: string },
  who: { token: string } | null,
  filter: object = {},
): Promise<ReviewPage> {
  const variables = { companyId: company.id, ...filter };
  const { data, errors } = await t.ask<{ reviews: ReviewPage }>(LIST, variables, { token: who?.token });
  if (errors) throw new Error(errors[0]!.extensions.code);
  return data!.reviews;
}

/** Decides about a review; the review, or the code of the refusal. */
export async function decide(
  t: TestApp,
  who: { token: string },
  act: string,
  review: Pick<ApiReview, 'id' | 'version'>,
  more: object = {},
) {
  const query = `mutation ($input: DecideReviewInput!) { result: decideReview(input: $input) {
    state decidedBy { id } rule { title } note decisions { id act } } }`;
  const input = { reviewId: review.id, version: review.version, act, ...more };
  const { data, errors } = await t.ask<{ result: ApiReview }>(query, { input }, { token: who.token });
  return { review: data?.result, code: errors?.[0]?.extensions.code, fields: errors?.[0]?.extensions.fields };
}
