import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { Clock } from '../../../../shared/config/clock.js';
import { Database } from '../../../../shared/database/database.js';
import { Schedule } from '../../../../shared/jobs/job-handler.js';
import { wordsOf } from '../words.js';
import { crossValidate, type Sample, SpamClassifier } from './spam-classifier.js';
import { FEWEST_DECISIONS, SpamModel } from './spam-model.entity.js';

/** More than this says nothing new, and the newest know best. */
const MOST_OF_A_KIND = 1_000;

/** Companies with decisions since they last learned. */
const DUE = `SELECT d.company_id AS "companyId" FROM decision d LEFT JOIN spam_model m ON m.company_id = d.company_id
  GROUP BY d.company_id, m.trained_at
  HAVING m.trained_at IS NULL OR greatest(max(d.created_at), max(d.undone_at)) > m.trained_at`;

/** The last decision of a person about each item that is still there, as far as it says something. */
const SAMPLES = `SELECT text, bad FROM (
  SELECT d.id, coalesce(c.body, i.title || E'\\n' || i.body) AS text, d.act <> 'KEEP' AS bad,
    row_number() OVER (PARTITION BY d.act <> 'KEEP' ORDER BY d.created_at DESC, d.id DESC) AS place
  FROM (
    SELECT DISTINCT ON (coalesce(comment_id, idea_id)) * FROM decision
    WHERE company_id = $1 AND undone_at IS NULL AND NOT automatic
    ORDER BY coalesce(comment_id, idea_id), created_at DESC, id DESC
  ) d LEFT JOIN idea i ON i.id = d.idea_id LEFT JOIN comment c ON c.id = d.comment_id
  WHERE (d.act = 'KEEP' OR (d.act IN ('HIDE', 'REMOVE') AND d.rule_id IS NOT NULL))
    AND coalesce(c.visibility, i.visibility) NOT IN ('DELETED', 'WITHDRAWN')
) s WHERE place <= $2 ORDER BY id`;

/** Learns, each night, from what a company's moderators have decided: here, and with no one else's help. */
@Injectable()
export class SpamTrainer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Schedule('learn-from-decisions', '19 3 * * *')
  async trainAll(): Promise<void> {
    const due = await this.database.query<{ companyId: string }>(DUE);
    for (const { companyId } of due) await this.train(companyId);
  }

  private async train(companyId: string): Promise<void> {
    const trainedAt = this.clock.now();
    const rows = await this.database.query<{ text: string; bad: boolean }>(SAMPLES, [companyId, MOST_OF_A_KIND]);
    const samples: Sample[] = rows.map(({ text, bad }) => ({ words: wordsOf(text).map((word) => word.text), bad }));
    const removedCount = samples.filter(({ bad }) => bad).length;
    const counts = { keptCount: samples.length - removedCount, removedCount };
    const enough = Math.min(counts.keptCount, counts.removedCount) >= FEWEST_DECISIONS;
    const learned = enough ? await learn(samples) : { model: null, precision: null, recall: null };
    await this.database.manager.save(SpamModel, { companyId, ...counts, ...learned, trainedAt });
  }
}

async function learn(samples: Sample[]): Promise<Pick<SpamModel, 'model' | 'precision' | 'recall'>> {
  // in between, others have their turn
  const accuracy = await crossValidate(samples, setImmediate);
  const classifier = await SpamClassifier.learn(samples, setImmediate);
  return { model: JSON.parse(classifier.toJson()) as object, ...accuracy };
}
