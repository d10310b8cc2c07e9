import { useEffect } from 'react';
import type { Problem } from '@/lib/errors';

/** Calls back when a decision was refused because the item was decided, changed or taken away meanwhile. */
export function useTooLate(problem: Problem | null, onTooLate: (problem: Problem) => void) {
  useEffect(() => {
    if (problem && ['CONFLICT', 'NOT_FOUND'].includes(problem.code)) onTooLate(problem);
    // once for each refusal
  }, [problem]);
}
