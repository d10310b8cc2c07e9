import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Audit } from '../../shared/audit/audit.js';
import { AuditSubject } from '../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database } from '../../shared/database/database.js';
import { newId } from '../../shared/database/ids.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { Outbox } from '../../shared/events/outbox.js';
import { RulesUpdated } from './companies.events.js';
import type { Company } from './company.entity.js';
import { MembershipsService } from './memberships.service.js';
import { Rule, RuleSeverity } from './rule.entity.js';
import { TARGET_HOURS } from './rule.policy.js';
import type { RuleInput, UpdateRulesInput } from './rules.inputs.js';

/** The rules of a company's guidelines. */
@Injectable()
export class RulesService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Rules in force, in order; `find` for one that a decision may name. */
  find(companyId: string, ruleId: string): Promise<Rule | null> {
    return this.database.manager.findOneBy(Rule, { id: ruleId, companyId, retiredAt: IsNull() });
  }

  /**
   * Replaces the list. A reworded rule is a new one: decisions keep the words they were made under.
   * @throws DomainError as `require`, CONFLICT when a rule that is named has been reworded or has retired
   */
  replace(viewer: Viewer, { companyId, rules }: UpdateRulesInput): Promise<Company> {
    return this.database.transaction(async (tx) => {
      await this.memberships.lock(tx, companyId);
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const current = new Map(
        (await tx.findBy(Rule, { companyId, retiredAt: IsNull() })).map((rule) => [rule.id, rule]),
      );
      const ids = rules.flatMap(({ id }) => (id ? [id] : []));
      if (ids.some((id) => !current.has(id)) || new Set(ids).size < ids.length) throw commonErrors.CONFLICT();
      const now = this.clock.now();
      const next = rules.map((rule, index) => successor(rule, current.get(rule.id ?? ''), companyId, index + 1));
      const kept = new Set(next.map(({ id }) => id));
      const retired = [...current.keys()].filter((id) => !kept.has(id));
      if (retired.length > 0) await tx.update(Rule, { id: In(retired) }, { retiredAt: now });
      await tx.upsert(Rule, next, ['id']);
      const event = { companyId, aggregateId: companyId, actorId: viewer.userId, occurredAt: now, payload: {} };
      await this.outbox.append(tx, RulesUpdated(event));
      const act = { action: 'company.rules', subject: AuditSubject.COMPANY, subjectId: companyId } as const;
      const was = { rules: [...current.values()].sort((a, b) => a.position - b.position).map(wording) };
      await this.audit.record(tx, viewer, access, { ...act, was, is: { rules: next.map(wording) } });
      return access.company;
    });
  }
}

const wording = ({ title, text, severity, targetHours }: Rule) => ({ title, text, severity, targetHours });

function successor(input: RuleInput, before: Rule | undefined, companyId: string, position: number): Rule {
  const { title, text } = input;
  const same = before?.title === title && before.text === text;
  const severity = input.severity ?? before?.severity ?? RuleSeverity.MEDIUM;
  const kept = before?.severity === severity ? before.targetHours : TARGET_HOURS[severity];
  return Object.assign(new Rule(), {
    id: same ? before.id : newId(),
    companyId,
    position,
    title,
    text,
    severity,
    targetHours: input.targetHours ?? kept,
    retiredAt: null,
  });
}
