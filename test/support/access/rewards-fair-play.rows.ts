import { managers } from './outcomes.js';
import { read, type Rows } from './row.js';

/** Hints at farming and collusion. */
export const fairPlayRows: Rows = {
  fairPlay: read(managers, ({ company }) => ({ companyId: company.id })),
};
