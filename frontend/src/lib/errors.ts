import { t } from '@lingui/core/macro';
import type { CombinedError } from 'urql';

/** Why something did not work, in the person's language. */
export interface Problem {
  /** One of the API's codes, or OFFLINE. */
  code: string;
  message: string;
  /** By the name of the form's field, e.g. `title` or `phases.0.endsAt`. */
  fields: Record<string, string>;
  /** What is said of fields that the form at hand has no input for. */
  unplaced?: string[];
  requestId?: string;
}

interface Extensions {
  code?: string;
  requestId?: string;
  fields?: { path: string; code: string; message: string }[];
}

/** The server names fields from the argument down: `input.title`. Forms know them as `title`. */
const fieldName = (path: string): string => path.replace(/^input\./, '').replace(/\[(\d+)\]/g, '.$1');

/** What to say of a problem as a whole. That fields are marked is said only where some are. */
export function linesOf({ message, fields, unplaced = [] }: Problem): string[] {
  const said = Object.values(fields);
  const nothingMarked = said.length > 0 && unplaced.length === said.length;
  return [...new Set(nothingMarked || said.includes(message) ? unplaced : [message, ...unplaced])];
}

/** What to tell the person about an error of the API, whose messages already are in their language. */
export function toProblem(error: CombinedError): Problem {
  const [first] = error.graphQLErrors;
  if (!first)
    return { code: 'OFFLINE', message: t`The server could not be reached. Try again in a moment.`, fields: {} };
  const { code = 'INTERNAL', requestId, fields = [] } = first.extensions as Extensions;
  return {
    code,
    requestId,
    message: first.message,
    fields: Object.fromEntries(fields.map(({ path, message }) => [fieldName(path), message])),
  };
}
