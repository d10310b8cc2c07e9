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

/** A network that neither answers nor fails leaves nobody waiting for ever. */
const LONGEST = 30_000;

export function deadline(signal?: AbortSignal | null): AbortSignal {
  const timeout = AbortSignal.timeout(LONGEST);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

/** One document without client or cache, for what the client itself stands on. */
export const post = (url: string, document: TypedDocumentNode<unknown, never>): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    signal: deadline(),
    headers: { ...commonHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify({ query: stringifyDocument(document) }),
  });
