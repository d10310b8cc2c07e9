import { graphql } from '@/gql';
import type { AppealLineFragment } from '@/gql/graphql';
import { updates } from '@/lib/graphql/updates';

export const Appeals = graphql(`
  query Appeals($companyId: ID!, $state: AppealState, $after: String) {
    appeals(companyId: $companyId, state: $state, first: 30, after: $after) {
      totalCount
      edges {
        node {
          ...AppealLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment AppealLine on Appeal {
    id
    state
    text
    version
    createdAt
    dueAt
    decidedAt
    deciderRole
    reasons
    viewerBarredBy
    decidedBy {
      ...PersonName
    }
    attachments {
      id
      filename
      url
      thumbnailUrl
    }
    decision {
      id
      act
      kind
      automatic
      deciderRole
      foundBy
      flagCount
      legalGround
      note
      createdAt
      endsAt
      statement {
        title
        sections {
          part
          heading
          paragraphs
        }
      }
      rule {
        id
        title
        text
      }
    }
    report {
      id
      note
      rule {
        id
        title
      }
      flagger {
        ...PersonName
      }
    }
    review {
      id
      author {
        ...PersonName
      }
      decidedBy {
        ...PersonName
      }
      idea {
        id
        title
        bodyHtml
        language
      }
      comment {
        id
        bodyHtml
        language
        idea {
          id
          title
          language
        }
      }
    }
  }
`);

export const DecideAppeal = graphql(`
  mutation DecideAppeal($input: DecideAppealInput!) {
    decideAppeal(input: $input) {
      ...AppealLine
    }
  }
`);

export type AppealLine = AppealLineFragment;

/** An appeal that was decided stays where it is, with its outcome; all that it changes is read again. */
updates.decideAppeal = (_result, _args, cache) => {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query'))
    if (['openAppealCount', 'pendingReviewCount', 'reviews', 'ideas', 'idea'].includes(fieldName))
      cache.invalidate('Query', fieldName, args);
};

export const isOverdue = ({ state, dueAt }: Pick<AppealLine, 'state' | 'dueAt'>): boolean =>
  state === 'OPEN' && Date.parse(dueAt) <= Date.now();
