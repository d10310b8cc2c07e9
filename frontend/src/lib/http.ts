import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { stringifyDocument } from '@urql/core';
import { currentLocale } from './i18n';

export const endpoint = '/graphql';

export interface GraphqlAnswer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** What every request tells the server: the language to answer in, and that no foreign page made it. */
export const commonHeaders = (): Record<string, string> => ({
  'accept-language': currentLocale(),
  'x-requested-with': 'cocrea',
});

/** One document without client or cache, for what the client itself stands on. */
export const post = (url: string, document: TypedDocumentNode<unknown, never>): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...commonHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify({ query: stringifyDocument(document) }),
  });
