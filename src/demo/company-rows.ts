import { PHASE_DEFAULTS } from '../features/challenges/challenge.policy.js';
import type { PhaseKind } from '../features/challenges/phase.entity.js';
import type { DemoChallenge, DemoCompany } from './demo-data.js';
import type { Rows } from './rows.js';

/** What the ideas of a company refer to, by the demo's keys. */
export interface Place {
  companyId: string;
  challenges: Map<string, { id: string; demo: DemoChallenge }>;
  users: Map<string, string>;
  roles: Map<string, string>;
}

const FOUNDED = 400;

/** The company with its rules, members and challenges. */
export function addCompany(rows: Rows, demo: DemoCompany, users: Map<string, string>): Place {
  const created = rows.ago(FOUNDED);
  const companyId = rows.id(created);
  const { slug, name, description, languages, guidelines, tags } = demo;
  rows.add('company', {
    id: companyId,
    slug,
    name,
    description,
    languages,
    default_language: demo.defaultLanguage,
    brand_color: demo.brandColor,
    join_policy: demo.joinPolicy,
    visibility: 'PUBLIC',
    email_domains: [],
    pre_moderation: demo.preModeration,
    vote_mode: demo.voteMode,
    guidelines,
    tags,
    idea_box_open: true,
    version: 1,
    created_at: created,
    updated_at: created,
  });
  demo.rules.forEach(({ title, text }, position) =>
    rows.add('rule', { id: rows.id(created), company_id: companyId, position, title, text }),
  );
  const wroteNothingYet = new Set(demo.held.map(({ author }) => author));
  demo.members.forEach(({ person, role }, index) => {
    const joined = rows.ago(wroteNothingYet.has(person) ? 3 : FOUNDED - index);
    rows.add('membership', {
      id: rows.id(joined),
      company_id: companyId,
      user_id: users.get(person),
      role,
      trust_level: wroteNothingYet.has(person) ? 0 : 1,
      joined_at: joined,
    });
  });
  const challenges = new Map(
    demo.challenges.map((c) => [c.key, { id: addChallenge(rows, companyId, c, users), demo: c }]),
  );
  return { companyId, challenges, users, roles: new Map(demo.members.map(({ person, role }) => [person, role])) };
}

function addChallenge(rows: Rows, companyId: string, demo: DemoChallenge, users: Map<string, string>): string {
  const starts = rows.ago(-demo.phases[0]!.startsInDays);
  const ends = rows.ago(-demo.phases.at(-1)!.endsInDays);
  const written = rows.ago(Math.max(5, 6 - demo.phases[0]!.startsInDays));
  const published = demo.stage === 'DRAFT' ? null : written;
  const id = rows.id(written);
  const over = ends <= rows.ago(0);
  rows.add('challenge', {
    id,
    company_id: companyId,
    slug: demo.key,
    title: demo.title,
    summary: demo.summary,
    brief: demo.brief,
    language: demo.language,
    tags: demo.tags,
    terms: demo.terms,
    created_by_id: users.get('manager'),
    publish_at: published,
    published_event_at: published,
    starts_at: starts,
    ends_at: ends,
    closed_at: over && published ? ends : null,
    archived_at: demo.stage === 'ARCHIVED' ? rows.ago(-demo.phases.at(-1)!.endsInDays - 10) : null,
    version: 1,
    created_at: written,
    updated_at: written,
  });
  addParts(rows, companyId, id, demo);
  addPhases(rows, companyId, id, demo);
  return id;
}

function addParts(rows: Rows, companyId: string, challengeId: string, { prizes, criteria }: DemoChallenge): void {
  const own = { company_id: companyId, challenge_id: challengeId };
  for (const { place, title, kind, amountMinor, currency } of prizes) {
    const money = { amount_minor: amountMinor ?? null, currency: currency ?? null };
    rows.add('prize', { id: rows.id(rows.ago(0)), ...own, place, title, kind, ...money });
  }
  criteria.forEach(({ name, description, weight }, position) =>
    rows.add('criterion', { id: rows.id(rows.ago(0)), ...own, position, name, description, weight }),
  );
}

function addPhases(rows: Rows, companyId: string, challengeId: string, { phases, stage }: DemoChallenge): void {
  phases.forEach(({ kind, startsInDays, endsInDays }, position) => {
    const [starts, ends] = [rows.ago(-startsInDays), rows.ago(-endsInDays)];
    const rights = PHASE_DEFAULTS[kind as PhaseKind];
    const passed = (moment: Date) => (stage !== 'DRAFT' && moment <= rows.ago(0) ? moment : null);
    rows.add('phase', {
      id: rows.id(starts),
      company_id: companyId,
      challenge_id: challengeId,
      kind,
      position,
      starts_at: starts,
      ends_at: ends,
      may_submit: rights.maySubmit,
      may_edit: rights.mayEdit,
      may_comment: rights.mayComment,
      may_vote: rights.mayVote,
      counts_visible: rights.countsVisible,
      started_event_at: passed(starts),
      ended_event_at: passed(ends),
    });
  });
}
