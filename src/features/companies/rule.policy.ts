import { RuleSeverity } from './rule.entity.js';

/** Within how many hours moderators mean to decide, where the company says nothing else. */
export const TARGET_HOURS: Record<RuleSeverity, number> = { LOW: 72, MEDIUM: 24, HIGH: 4 };
