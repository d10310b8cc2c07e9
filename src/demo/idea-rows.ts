import { dueAfter } from '../features/moderation/reviews/review.policy.js';
import type { Place } from './company-rows.js';
import type { DemoComment, DemoHeld, DemoIdea } from './demo-data.js';
import { pick, type Rows, share } from './rows.js';

interface Written {
  challenge: string | null;
  author: string;
  language: string;
  title: string;
  body: string;
  tags: string[];
  daysAgo: number;
  visibility: string;
  holdReason: string | null;
  status: string;
  answeredAt: Date | null;
  firstAnsweredAt: Date | null;
  deliveredAt: Date | null;
}

function addIdeaRow(rows: Rows, place: Place, idea: Written): string {
  const at = rows.ago(idea.daysAgo);
  const id = rows.id(at);
  const { title, body, tags } = idea;
  const authorId = place.users.get(idea.author);
  const challengeId = idea.challenge ? place.challenges.get(idea.challenge)!.id : null;
  const published = idea.visibility === 'PUBLISHED' ? at : null;
  const own = { company_id: place.companyId, challenge_id: challengeId };
  rows.add('idea', {
    id,
    ...own,
    author_id: authorId,
    title,
    body,
    language: idea.language,
    tags,
    visibility: idea.visibility,
    hold_reason: idea.holdReason,
    status: idea.status,
    answered_at: idea.answeredAt,
    first_answered_at: idea.firstAnsweredAt,
    delivered_at: idea.deliveredAt,
    revision_count: 1,
    version: 1,
    created_at: at,
    published_at: published,
  });
  const tally = { listed: published !== null, answered: idea.answeredAt !== null, published_at: published };
  const zero = { up_count: 0, down_count: 0, score: 0, comment_count: 0, trending: 0 };
  rows.add('idea_tally', { idea_id: id, ...own, ...tally, ...zero });
  const revision = { idea_id: id, number: 1, company_id: place.companyId, title, body, tags };
  rows.add('idea_revision', { ...revision, editor_id: authorId, created_at: at });
  addEvent(rows, place, id, 'IdeaSubmitted', authorId!, at);
  if (published) addEvent(rows, place, id, 'IdeaPublished', authorId!, at);
  return id;
}

function addEvent(
  rows: Rows,
  place: Place,
  aggregateId: string,
  type: string,
  actorId: string,
  at: Date,
  payload = {},
): void {
  const event = {
    id: rows.id(at),
    company_id: place.companyId,
    type,
    aggregate_id: aggregateId,
    actor_id: actorId,
    payload,
  };
  rows.add('event', { ...event, occurred_at: at, dispatched_at: at });
}

/** A published idea with its votes, answers, co-authors and thread. */
export function addIdea(rows: Rows, place: Place, demo: DemoIdea): void {
  const at = (answer?: { daysAgo: number }) => (answer ? rows.ago(answer.daysAgo) : null);
  const dates = {
    answeredAt: at(demo.answers.at(-1)),
    firstAnsweredAt: at(demo.answers[0]),
    deliveredAt: demo.status === 'DELIVERED' ? at(demo.answers.find(({ status }) => status === 'DELIVERED')) : null,
  };
  const id = addIdeaRow(rows, place, { ...demo, visibility: 'PUBLISHED', holdReason: null, ...dates });
  const own = { company_id: place.companyId, idea_id: id };
  for (const { by, status, body, daysAgo } of demo.answers) {
    const at = rows.ago(daysAgo);
    const answerId = rows.id(at);
    const authorId = place.users.get(by)!;
    const { language } = demo;
    const said = { status, body, language, pinned: true, created_at: at };
    rows.add('answer', { id: answerId, ...own, author_id: authorId, ...said });
    addEvent(rows, place, id, 'IdeaAnswered', authorId, at, { answerId, status });
  }
  for (const person of demo.coauthors ?? []) {
    const at = rows.ago(demo.daysAgo);
    rows.add('coauthor', {
      ...own,
      user_id: place.users.get(person),
      state: 'ACCEPTED',
      invited_at: at,
      answered_at: at,
    });
    addEvent(rows, place, id, 'CoauthorJoined', place.users.get(person)!, at, { userId: place.users.get(person) });
  }
  addVotes(rows, place, id, demo);
  addComments(rows, place, id, demo.comments);
}

/** When the idea could be voted for, in days ago: from its publication to the end of its challenge's last voting phase. */
function votingDays(place: Place, { challenge, daysAgo }: DemoIdea): { from: number; to: number } {
  const phases = challenge ? place.challenges.get(challenge)!.demo.phases : [];
  const ends = phases
    .filter(({ kind }) => kind === 'IDEATION' || kind === 'VOTING')
    .map(({ endsInDays }) => -endsInDays);
  return { from: daysAgo, to: Math.min(daysAgo, Math.max(0.01, ends.length > 0 ? Math.min(...ends) : 0.01)) };
}

function addVotes(rows: Rows, place: Place, ideaId: string, demo: DemoIdea): void {
  const { rush } = demo;
  const own = new Set([demo.author, ...(demo.coauthors ?? [])]);
  const voters = [...place.roles.keys()].filter((person) => !own.has(person));
  const { from, to } = votingDays(place, demo);
  pick(voters, demo.support + (demo.opposition ?? 0), demo.key).forEach((person, index) => {
    // most votes come soon after an idea does
    const alone = to + (from - to) * (1 - share(`${demo.key}/${person}`) ** 2);
    const value = index < demo.support ? 1 : -1;
    const rushed = rush && value > 0 && index < rush.votes;
    const at = rows.ago(rushed ? rush.daysAgo - (index / rush.votes) * (rush.minutes / 1440) : alone);
    const vote = { company_id: place.companyId, idea_id: ideaId, user_id: place.users.get(person), value };
    rows.add('vote', { ...vote, created_at: at, updated_at: at });
  });
}

function addComments(rows: Rows, place: Place, ideaId: string, comments: DemoComment[]): void {
  const known = new Map<string, { id: string; rootId: string; depth: number }>();
  for (const demo of [...comments].sort((a, b) => b.daysAgo - a.daysAgo)) {
    const at = rows.ago(demo.daysAgo);
    const parent = demo.parent ? known.get(demo.parent) : undefined;
    const id = rows.id(at);
    known.set(demo.key, { id, rootId: parent?.rootId ?? id, depth: (parent?.depth ?? -1) + 1 });
    const likers = pick(
      [...place.roles.keys()].filter((p) => p !== demo.author),
      demo.likes ?? 0,
      demo.key,
    );
    rows.add('comment', {
      id,
      company_id: place.companyId,
      idea_id: ideaId,
      parent_id: parent?.id ?? null,
      root_id: parent?.rootId ?? null,
      depth: (parent?.depth ?? -1) + 1,
      author_id: place.users.get(demo.author),
      from_company: place.roles.get(demo.author) !== 'CUSTOMER',
      body: demo.body,
      language: demo.language,
      visibility: 'PUBLISHED',
      appreciation_count: likers.length,
      reply_count: 0,
      revision_count: 1,
      version: 1,
      created_at: at,
    });
    rows.add('comment_revision', {
      comment_id: id,
      number: 1,
      company_id: place.companyId,
      body: demo.body,
      created_at: at,
    });
    for (const person of likers) {
      const liked = { company_id: place.companyId, comment_id: id, user_id: place.users.get(person) };
      rows.add('comment_appreciation', { ...liked, created_at: at });
    }
  }
}

/** An idea that waits for a moderator. */
export function addHeld(rows: Rows, place: Place, demo: DemoHeld, preModeration: string): void {
  const reason = preModeration === 'EVERYTHING' ? 'COMPANY_REVIEWS_EVERYTHING' : 'NEWCOMER';
  const waiting = {
    visibility: 'HELD',
    holdReason: reason,
    status: 'OPEN',
    answeredAt: null,
    firstAnsweredAt: null,
    deliveredAt: null,
  };
  const ideaId = addIdeaRow(rows, place, { ...demo, tags: [], ...waiting });
  const at = rows.ago(demo.daysAgo);
  const review = {
    id: rows.id(at),
    company_id: place.companyId,
    kind: 'IDEA',
    idea_id: ideaId,
    state: 'PENDING',
    reason,
  };
  const due = dueAfter(at);
  rows.add('review', {
    ...review,
    due_at: due,
    rank_at: due,
    author_id: place.users.get(demo.author),
    version: 1,
    created_at: at,
  });
}
