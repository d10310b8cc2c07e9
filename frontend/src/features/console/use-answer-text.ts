import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { SavedReplyFieldsFragment } from '@/gql/graphql';
import { insertAt } from './fill-in';

/** The part of a form that holds an answer. */
type BodyForm = Pick<UseFormReturnType<{ body: string }>, 'getInputNode' | 'setFieldValue' | 'getValues'>;

/**
 * Inserts saved replies at the caret of a form's `body`.
 * @param fill what to make of the reply's places
 */
export function useAnswerText(form: unknown, fill: (text: string) => string = (text) => text) {
  const { getInputNode, setFieldValue, getValues } = form as BodyForm;
  const [savedReplyId, setSavedReplyId] = useState<string | null>(null);
  const insert = ({ id, body }: SavedReplyFieldsFragment) => {
    const field = getInputNode('body') as HTMLTextAreaElement | null;
    const text = getValues().body;
    // who has not been in the field means its end
    const [start, end] = field && text ? [field.selectionStart, field.selectionEnd] : [text.length, text.length];
    const edited = insertAt(text, start, end, fill(body));
    setFieldValue('body', edited.text);
    setSavedReplyId(id);
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(edited.caret, edited.caret);
    });
  };
  return { savedReplyId, insert };
}
