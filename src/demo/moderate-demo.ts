import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '../shared/auth/viewer.js';
import { Clock } from '../shared/config/clock.js';
import { Database } from '../shared/database/database.js';
import { newId } from '../shared/database/ids.js';
import { AddCommentService } from '../features/comments/add-comment.service.js';
import { AppealOutcome } from '../features/moderation/appeals/appeal.inputs.js';
import { AppealsService } from '../features/moderation/appeals/appeals.service.js';
import { Appeal } from '../features/moderation/appeals/appeal.entity.js';
import { Decision, type DecisionAct } from '../features/moderation/decisions/decision.entity.js';
import { DecisionsService } from '../features/moderation/decisions/decisions.service.js';
import { FlagsService } from '../features/moderation/flags/flags.service.js';
import { ReviewsService } from '../features/moderation/reviews/reviews.service.js';
import { type DemoAct, type DemoItem, readActs, readIdeaTitle, readPeople } from './demo-data.js';

const DAY = 86_400_000;

/** Who is in a company's demo, and its rules. */
export interface Cast {
  companyId: string;
  users: Map<string, string>;
  rules: string[];
}

/**
 * Lets the demo's people post, report, decide and appeal, at the times that the demo says, counted back from `now`: by
 * the services that everybody uses, so that the public log and all counts are as real as any.
 */
export async function moderateDemo(app: INestApplicationContext, now: Date): Promise<void> {
  const clock = app.get(Clock);
  try {
    for (const { slug, acts } of readActs()) {
      const stage = new Stage(app, slug, await castOf(app.get(Database), slug));
      for (const act of acts) {
        clock.now = () => new Date(now.getTime() - act.daysAgo * DAY);
        await stage.play(act);
      }
    }
  } finally {
    clock.now = Clock.prototype.now;
  }
}

/** Who is who in a company of the demo. */
export async function castOf(database: Database, slug: string): Promise<Cast> {
  const [company] = await database.query<{ id: string; rules: string[] }>(
    `SELECT id, ARRAY(SELECT id FROM rule WHERE company_id = company.id ORDER BY position) AS rules FROM company WHERE slug = $1`,
    [slug],
  );
  const users = await database.query<{ email: string; id: string }>(
    `SELECT u.email, u.id FROM "user" u JOIN membership m ON m.user_id = u.id AND m.company_id = $1`,
    [company!.id],
  );
  const ids = new Map(users.map(({ email, id }) => [email, id]));
  const members = readPeople().flatMap(({ key, email }) => (ids.has(email) ? [[key, ids.get(email)!] as const] : []));
  return { companyId: company!.id, rules: company!.rules, users: new Map(members) };
}

/** One company's demo: who said and decided what, by the names that the demo gives. */
class Stage {
  private readonly comments = new Map<string, string>();
  private readonly decisions = new Map<string, string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly slug: string,
    private readonly cast: Cast,
  ) {}

  async play(act: DemoAct): Promise<void> {
    const viewer: Viewer = { userId: this.cast.users.get(act.by)!, sessionId: newId() };
    const ruleId = act.rule === undefined ? null : this.cast.rules[act.rule]!;
    const note = act.note ?? null;
    if (act.says) await this.say(viewer, act.says);
    if (act.flags) await this.app.get(FlagsService).raise(viewer, { ...(await this.item(act.flags)), ruleId, note });
    if (act.decides) await this.decide(viewer, act, { ruleId, note });
    if (act.undoes) await this.app.get(DecisionsService).undo(viewer, { decisionId: this.decisions.get(act.undoes)! });
    if (act.appeals)
      await this.app
        .get(AppealsService)
        .file(viewer, { decisionId: this.decisions.get(act.appeals)!, text: act.text! });
    if (act.answers) await this.answer(viewer, act);
  }

  private async say(viewer: Viewer, { key, idea, body }: NonNullable<DemoAct['says']>): Promise<void> {
    const { ideaId } = await this.item({ idea });
    const { id } = await this.app.get(AddCommentService).add(viewer, { ideaId: ideaId!, body }, '192.0.2.1');
    this.comments.set(key, id);
  }

  private async decide(
    viewer: Viewer,
    { decides, as, act }: DemoAct,
    grounds: { ruleId: string | null; note: string | null },
  ): Promise<void> {
    const { id: reviewId, version } = await this.app.get(ReviewsService).start(viewer, await this.item(decides!));
    await this.app.get(DecisionsService).decide(viewer, { reviewId, version, act: act as DecisionAct, ...grounds });
    const made = await this.app
      .get(Database)
      .manager.findOneOrFail(Decision, { where: { reviewId }, order: { id: 'DESC' } });
    this.decisions.set(as!, made.id);
  }

  private async answer(viewer: Viewer, { answers, outcome, reasons }: DemoAct): Promise<void> {
    const decisionId = this.decisions.get(answers!)!;
    const { id: appealId, version } = await this.app.get(Database).manager.findOneByOrFail(Appeal, { decisionId });
    await this.app
      .get(AppealsService)
      .decide(viewer, { appealId, version, outcome: AppealOutcome[outcome!], reasons: reasons! });
  }

  private async item({ idea, comment, member }: DemoItem) {
    const { companyId } = this.cast;
    if (member) return { companyId, userId: this.cast.users.get(member)! };
    if (comment) return { commentId: this.comments.get(comment)! };
    const [row] = await this.app
      .get(Database)
      .query<{ id: string }>('SELECT id FROM idea WHERE company_id = $1 AND title = $2', [
        companyId,
        readIdeaTitle(this.slug, idea!),
      ]);
    return { ideaId: row!.id };
  }
}
