import { Injectable } from '@nestjs/common';
import QuickLRU from 'quick-lru';
import type { Transaction } from '../../../shared/database/database.js';
import { SpamClassifier } from './learning/spam-classifier.js';
import { isActive, SpamModel } from './learning/spam-model.entity.js';
import { ScreeningSettings } from './settings/screening-settings.entity.js';
import { WatchedWords } from './watched-words.js';

/** What a company screens with. */
export interface ScreeningConfig {
  words: WatchedWords;
  /** whether some words are watched in texts of one language alone */
  byLanguage: boolean;
  blockedLinks: ReadonlySet<string>;
  classifier: SpamClassifier | null;
}

interface Stamp {
  version: number | null;
  trainedAt: Date | null;
}

const MOST_KEPT = 200;
/** Where a company has set nothing, and nothing was learned. */
const NOTHING: ScreeningConfig = {
  words: new WatchedWords([]),
  byLanguage: false,
  blockedLinks: new Set(),
  classifier: null,
};

/** Keeps what companies screen with ready for use, as long as it is what the database says. */
@Injectable()
export class ScreeningConfigs {
  private readonly kept = new QuickLRU<string, { stamp: string; config: ScreeningConfig }>({ maxSize: MOST_KEPT });

  /** @param stamp as read with the post: what was kept under another one is read anew */
  async of(tx: Transaction, companyId: string, { version, trainedAt }: Stamp): Promise<ScreeningConfig> {
    if (version === null && trainedAt === null) return NOTHING;
    const stamp = `${version}/${trainedAt?.getTime()}`;
    const known = this.kept.get(companyId);
    if (known?.stamp === stamp) return known.config;
    const config = await this.read(tx, companyId);
    this.kept.set(companyId, { stamp, config });
    return config;
  }

  private async read(tx: Transaction, companyId: string): Promise<ScreeningConfig> {
    const settings = await tx.findOneBy(ScreeningSettings, { companyId });
    const learned = await tx.findOneBy(SpamModel, { companyId });
    const watched = settings?.watchedWords ?? [];
    return {
      words: new WatchedWords(watched),
      byLanguage: watched.some(({ language }) => language !== null),
      blockedLinks: new Set(settings?.blockedLinks),
      classifier: learned?.model && isActive(learned) ? SpamClassifier.fromJson(learned.model) : null,
    };
  }
}
