import { holdReason } from '../../../companies/company.policy.js';
import type { Unit } from '../context.js';
import { ScreeningCode } from '../screening-code.js';

/** What the company wants to read before others do, whatever it says. A published idea is not taken back for it. */
export const policy: Unit = ({ company, member, post }) => {
  if (post.isEdit && post.kind === 'IDEA') return null;
  const reason = holdReason(company, member);
  return reason && { code: ScreeningCode[reason as keyof typeof ScreeningCode], score: 0.1, detail: '', holds: true };
};
