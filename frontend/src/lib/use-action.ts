import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { type AnyVariables, useMutation } from 'urql';
import { type Problem, toProblem } from './errors';
import { toastError } from './toasts';

/** The part of a form that an action needs. */
type FormErrors = Pick<UseFormReturnType<Record<string, unknown>>, 'setErrors' | 'getInputNode'>;

interface Options {
  /** The form whose values are sent: gets the errors of its fields, and the first wrong one the focus. */
  form?: unknown;
  /** The page itself shows `problem`. */
  quiet?: boolean;
}

/** @returns what is said of fields that have no input */
function showInForm(form: FormErrors, problem: Problem): string[] {
  form.setErrors(problem.fields);
  const wrong = Object.keys(problem.fields)
    .map((name) => form.getInputNode(name))
    .filter((node) => node !== null)
    // the first as one reads
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  wrong[0]?.focus();
  return Object.entries(problem.fields)
    .filter(([name]) => !form.getInputNode(name))
    .map(([, message]) => message);
}

/**
 * A mutation that a button or a form runs. `run` answers its data, or null once the person knows what went wrong:
 * by the fields of the form, by `problem` beside it, or by a toast where there is no form, or none any more.
 */
export function useAction<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { form, quiet = false }: Options = {},
) {
  const [{ fetching }, execute] = useMutation(document);
  const [problem, setProblem] = useState<Problem | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);
  const run = async (variables: Variables): Promise<Data | null> => {
    setProblem(null);
    const { data, error } = await execute(variables);
    if (!error) return data ?? null;
    const found = toProblem(error);
    const unplaced = form ? showInForm(form as FormErrors, found) : Object.values(found.fields);
    setProblem({ ...found, unplaced });
    if ((!form || !here.current) && !quiet) toastError(unplaced[0] ?? found.message);
    return null;
  };
  return { run, busy: fetching, problem };
}
