import { useEffect, useRef } from 'react';
import type { Problem } from '@/lib/errors';
import classes from './FormErrorSummary.module.css';

/** What is wrong with a form as a whole; the errors of its fields stand by the fields. */
export function FormErrorSummary({ problem }: { problem: Problem | null }) {
  const box = useRef<HTMLDivElement>(null);
  const hasFields = problem ? Object.keys(problem.fields).length > 0 : false;
  useEffect(() => {
    if (problem && !hasFields) box.current?.focus();
  }, [problem, hasFields]);
  // said by its field already
  if (!problem || Object.values(problem.fields).includes(problem.message)) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.summary}>
      {problem.message}
    </div>
  );
}
