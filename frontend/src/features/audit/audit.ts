import { graphql } from '@/gql';
import type { AuditLineFragment } from '@/gql/graphql';
import { beginOf } from '@/lib/day';
import type { AuditSearch } from './audit-search';

export const AuditEntries = graphql(`
  query AuditEntries(
    $companyId: ID!
    $actorId: ID
    $action: String
    $subjectId: ID
    $from: DateTime
    $to: DateTime
    $after: String
  ) {
    auditEntries(
      companyId: $companyId
      actorId: $actorId
      action: $action
      subjectId: $subjectId
      from: $from
      to: $to
      first: 30
      after: $after
    ) {
      totalCount
      edges {
        node {
          ...AuditLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment AuditLine on AuditEntry {
    id
    at
    actorId
    actorRole
    action
    subjectKind
    subjectId
    reason
    network
    requestId
    actor {
      ...PersonName
    }
    changes {
      name
      before
      after
    }
  }
`);

export const StaffNames = graphql(`
  query StaffNames($companyId: ID!) {
    owners: companyMembers(companyId: $companyId, role: OWNER, first: 100) {
      ...StaffList
    }
    managers: companyMembers(companyId: $companyId, role: MANAGER, first: 100) {
      ...StaffList
    }
    moderators: companyMembers(companyId: $companyId, role: MODERATOR, first: 100) {
      ...StaffList
    }
    experts: companyMembers(companyId: $companyId, role: EXPERT, first: 100) {
      ...StaffList
    }
  }
  fragment StaffList on MembershipConnection {
    edges {
      node {
        id
        user {
          id
          displayName
        }
      }
    }
  }
`);

export type AuditLine = AuditLineFragment;

/** The filter as the API takes it: days begin and end where the person is. */
export const toArguments = ({ by, action, about, from, to }: AuditSearch) => ({
  actorId: by,
  action,
  subjectId: about,
  from: from && beginOf(from).toISOString(),
  to: to && beginOf(to, 1).toISOString(),
});

/** What stands in JSON, as an item of a list or a field has it. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, part]) => part !== null && part !== '')
      .map(([name, part]) => `${name}: ${inWords(part)}`)
      .join(' · ');
  return String(value);
}

export interface Difference {
  /** of both, what they have in common before and after */
  start: string;
  removed: string[];
  added: string[];
  end: string;
}

const parsed = (json: string | null | undefined): unknown => (json == null ? null : (JSON.parse(json) as unknown));

/** What is different: of lists the items, of long texts the part that changed, else the values. */
export function differenceOf({ before, after }: AuditLine['changes'][number]): Difference {
  const [was, is] = [parsed(before), parsed(after)];
  if (Array.isArray(was) || Array.isArray(is)) {
    const [old, now] = [was, is].map((list) => (Array.isArray(list) ? list.map(inWords) : []));
    const removed = old!.filter((item) => !now!.includes(item));
    const added = now!.filter((item) => !old!.includes(item));
    // only their order
    if (removed.length + added.length === 0)
      return { start: '', removed: [old!.join(', ')], added: [now!.join(', ')], end: '' };
    return { start: '', removed, added, end: '' };
  }
  const [old, now] = [inWords(was), inWords(is)];
  if (was === null || is === null || Math.min(old.length, now.length) < 40)
    return { start: '', removed: was === null ? [] : [old], added: is === null && was !== null ? [] : [now], end: '' };
  return inText(old, now);
}

/** Two long texts: what they share at both ends, cut at words, is said once. */
function inText(old: string, now: string): Difference {
  const [a, b] = [old.split(/(?<=\s)/), now.split(/(?<=\s)/)];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const middle = (words: string[]) => words.slice(head, words.length - tail).join('');
  const shared = (words: string[]) => words.join('');
  const [removed, added] = [middle(a), middle(b)];
  return {
    start: shortened(shared(a.slice(0, head)), 'end'),
    removed: removed ? [removed] : [],
    added: added ? [added] : [],
    end: shortened(shared(tail > 0 ? a.slice(-tail) : []), 'start'),
  };
}

const CONTEXT = 80;
/** Of what did not change only what is next to what did. */
function shortened(text: string, keep: 'start' | 'end'): string {
  if (text.length <= CONTEXT) return text;
  return keep === 'end' ? `…${text.slice(-CONTEXT)}` : `${text.slice(0, CONTEXT)}…`;
}
