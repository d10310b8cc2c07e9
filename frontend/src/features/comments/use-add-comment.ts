import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { useMutation } from 'urql';
import type { SignsOfLife } from '@/lib/use-signs-of-life';
import { AddComment } from './comments';
import { useDiscussion } from './discussion-context';

/** Sends a comment, once however often it is sent, and says what became of it. */
export function useAddComment(onAdded: (id: string) => void) {
  const { t } = useLingui();
  const { ideaId, announce } = useDiscussion();
  const [, execute] = useMutation(AddComment);
  const sending = useRef<{ body: string; key: string } | null>(null);
  return async (body: string, signs: SignsOfLife, parentId?: string) => {
    if (sending.current?.body !== body) sending.current = { body, key: crypto.randomUUID() };
    const input = { ideaId, parentId, body, idempotencyKey: sending.current.key, ...signs };
    const { data, error } = await execute({ input });
    if (!data) return error;
    sending.current = null;
    onAdded(data.addComment.id);
    const held = data.addComment.visibility === 'HELD';
    announce(held ? t`Your comment is waiting for a review.` : t`Your comment is published.`);
    return undefined;
  };
}
