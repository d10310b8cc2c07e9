import { newId } from '../../src/shared/database/ids.js';
import { createUser } from './accounts.factory.js';
import type { TestApp } from './app.js';
import { createComment } from './comments.factory.js';
import type { Community } from './community.js';
import { createIdea } from './ideas.factory.js';
import type { Operation } from './operations.js';

/** An idea of somebody else's. */
const another = async (t: TestApp, { company }: Community) => createIdea(t, { company, author: await createUser(t) });
const change = (name: string, type: string, fields = 'id') =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;

export const WRITES: Operation[] = [
  {
    name: 'vote',
    statements: 3,
    query: change('vote', 'VoteInput', 'id upCount viewerVote'),
    variables: async (t, c) => ({ input: { ideaId: (await another(t, c)).id, value: 'UP' } }),
  },
  {
    name: 'vote again as before',
    statements: 2,
    query: change('vote', 'VoteInput', 'id upCount viewerVote'),
    variables: async (t, c) => {
      const { id } = await another(t, c);
      await t.database.query('INSERT INTO vote VALUES ($1, $2, $3, 1, now(), now())', [c.company.id, id, c.manager.id]);
      return { input: { ideaId: id, value: 'UP' } };
    },
  },
  {
    name: 'submit',
    statements: 8,
    query: change('submitIdea', 'SubmitIdeaInput', 'id visibility'),
    variables: (_, c) => ({
      input: {
        companyId: c.company.id,
        challengeId: c.challenge.id,
        title: 'Bread until noon',
        body: 'Please.',
        idempotencyKey: newId(),
      },
    }),
  },
  {
    name: 'follow',
    statements: 6,
    query: change('followIdea', 'IdeaIdInput', 'id viewerFollows'),
    variables: async (t, c) => ({ input: { ideaId: (await another(t, c)).id } }),
  },
  {
    name: 'save a draft',
    statements: 4,
    query: change('saveIdeaDraft', 'SaveIdeaDraftInput', 'id version'),
    variables: async (t, c) => {
      const { id } = await createIdea(t, { company: c.company, author: c.manager, visibility: 'DRAFT' });
      return { input: { ideaId: id, body: 'More.', version: 1 } };
    },
  },
  {
    name: 'report',
    statements: 15,
    query: change('flagItem', 'FlagItemInput', 'id state'),
    variables: async (t, c) => ({ input: { ideaId: (await another(t, c)).id, note: 'It is illegal.' } }),
  },
  {
    name: 'edit',
    statements: 9,
    query: change('editIdea', 'EditIdeaInput'),
    variables: async (t, c) => {
      const { id } = await createIdea(t, { company: c.company, author: c.manager });
      return { input: { ideaId: id, version: 1, body: 'Better.' } };
    },
  },
  {
    name: 'answer',
    statements: 10,
    query: change('answerIdea', 'AnswerIdeaInput'),
    variables: async (t, c) => ({
      input: { ideaId: (await another(t, c)).id, version: 1, status: 'PLANNED', body: 'Yes.' },
    }),
  },
  {
    name: 'answer many',
    statements: 11,
    query: change('answerIdeas', 'AnswerIdeasInput', 'answered { id status } refused { ideaId }'),
    variables: async (t, c) => ({
      input: {
        companyId: c.company.id,
        ideas: [await another(t, c), await another(t, c)].map(({ id }) => ({ ideaId: id, version: 1 })),
        status: 'PLANNED',
        body: 'Yes.',
        idempotencyKey: newId(),
      },
    }),
  },
  {
    name: 'comment',
    statements: 10,
    query: change('addComment', 'AddCommentInput', 'id bodyHtml'),
    variables: (_, c) => ({ input: { ideaId: c.idea.id, body: 'Yes!' } }),
  },
  {
    name: 'appreciate',
    statements: 9,
    query: change('appreciateComment', 'CommentIdInput', 'id appreciationCount'),
    variables: async (t, c) => ({
      input: { commentId: (await createComment(t, { idea: c.idea, author: await createUser(t) })).id },
    }),
  },
];
