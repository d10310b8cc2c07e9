import { useEffect, useRef } from 'react';
import { linesOf, type Problem } from '@/lib/errors';
import classes from './FormErrorSummary.module.css';

/** What is wrong with a form as a whole, and with what has no field in it; the other errors stand by their fields. */
export function FormErrorSummary({ problem }: { problem: Problem | null }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // else the first wrong field has the focus
    if (problem && Object.keys(problem.fields).length === (problem.unplaced ?? []).length) box.current?.focus();
  }, [problem]);
  const lines = problem ? linesOf(problem) : [];
  if (lines.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.summary}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
