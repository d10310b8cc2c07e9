import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { graphql } from '@/gql';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import type { SignsOfLife } from '@/lib/use-signs-of-life';
import { type Draft, isGone } from './use-draft';
import { toInput } from './written';

const SubmitIdea = graphql(`
  mutation SubmitIdea($input: SubmitIdeaInput!) {
    submitIdea(input: $input) {
      id
      visibility
      challenge {
        id
        viewerAcceptedTerms
      }
    }
  }
`);

/** Sends the idea, and goes to where it now stands. */
export function useSubmit(draft: Draft, place: { companyId: string; challengeId?: string }, signs: () => SignsOfLife) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { form, autosave } = draft;
  const action = useAction(SubmitIdea, { form });
  // the text is still here: the next try sends it as a new one
  useEffect(() => {
    if (!isGone(action.problem) || !draft.draft.current.ideaId) return;
    draft.detach();
    autosave.later();
  }, [action.problem]);
  const submit = async () => {
    // of a draft sent elsewhere the server would answer with that one, and what was written since be lost
    await (draft.draft.current.ideaId && draft.draft.current.ahead ? autosave.now() : autosave.stop());
    const { ideaId, submission } = draft.draft.current;
    const where = ideaId ? { ideaId } : place;
    const { acceptTerms, ...written } = form.getValues();
    const data = await action.run({
      input: { ...where, ...toInput(written), acceptTerms, idempotencyKey: submission, ...signs() },
    });
    if (!data) return;
    const { id, visibility } = data.submitIdea;
    // what was typed meanwhile is no new idea
    void autosave.stop();
    draft.forget();
    if (visibility === 'PUBLISHED') toast(t`Your idea is published. Thank you!`, { tone: 'success' });
    await navigate({ to: '/i/$ideaId', params: { ideaId: id }, replace: true });
  };
  return { submit, busy: action.busy, problem: action.problem };
}
