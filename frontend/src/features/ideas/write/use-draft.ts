import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '@/gql';
import type { WrittenIdeaFragment } from '@/gql/graphql';
import { type Problem, toProblem } from '@/lib/errors';
import { useViewer } from '@/lib/session';
import { dropLocal, type LocalDraft, newDraft, placeOfDraft, placeOfNew, readLocal, writeLocal } from './local-draft';
import { useAutosave } from '@/lib/use-autosave';
import { isBlank, toInput, toWritten, type Written } from './written';

const SaveIdeaDraft = graphql(`
  mutation SaveIdeaDraft($input: SaveIdeaDraftInput!) {
    saveIdeaDraft(input: $input) {
      id
      version
      title
      tags
      visibility
    }
  }
`);

export interface DraftForm extends Written {
  acceptTerms: boolean;
}

/** Where the newest text is. */
export type Kept = 'nowhere' | 'here' | 'saving' | 'server';

interface Options {
  companyId: string;
  challengeId?: string;
  /** The draft that the address names. */
  draftId?: string;
  /** That one as the server has it. */
  stored?: WrittenIdeaFragment;
  /** Whether the server takes drafts of the viewer. */
  online: boolean;
}

/** The text to begin with: this device's where it is newer, else the server's. */
function beginning({ companyId, challengeId, draftId, stored }: Options, viewerId: string | null): LocalDraft {
  const named = draftId ? readLocal(placeOfDraft(draftId), viewerId) : null;
  if (named?.ahead) return named;
  if (stored) return { ...newDraft(toWritten(stored)), ideaId: stored.id, version: stored.version };
  const local = readLocal(placeOfNew(companyId, challengeId), viewerId);
  // has gone to a place of its own, unless that was cleared
  if (local?.ideaId) return readLocal(placeOfDraft(local.ideaId), viewerId) ?? newDraft();
  return local ?? newDraft();
}

/** Deleted, or sent, elsewhere: there is nothing left on the server to save this text into. */
export const isGone = (problem: Problem | null): boolean =>
  problem?.code === 'NOT_FOUND' || problem?.code === 'IDEA_STATE';

/**
 * The copy on this device. It begins at the place of new ideas, and moves to one of its own once the draft has an id,
 * which the former then leads to: what is written into one draft never falls upon another.
 */
function usePlace({ companyId, challengeId, draftId }: Options, start: LocalDraft, viewerId: string | null) {
  const ofNew = placeOfNew(companyId, challengeId);
  const place = useRef(start.ideaId ? placeOfDraft(start.ideaId) : ofNew);
  const begunHere = !start.ideaId || start.ideaId !== draftId;
  return {
    write: (draft: LocalDraft) => writeLocal(place.current, draft, viewerId),
    moveTo: (ideaId: string) => {
      if (place.current === placeOfDraft(ideaId)) return;
      dropLocal(place.current);
      place.current = placeOfDraft(ideaId);
      if (begunHere) writeLocal(ofNew, { ...newDraft(), ideaId }, viewerId);
    },
    forget: () => {
      dropLocal(place.current);
      if (begunHere) dropLocal(ofNew);
    },
  };
}

/** The text as it is kept: on this device at once, and on the server when told to. */
function useKeeping(options: Options) {
  const { companyId, challengeId, online } = options;
  const viewerId = useViewer()?.id ?? null;
  const [start] = useState(() => beginning(options, viewerId));
  const draft = useRef(start);
  const { write, moveTo, forget } = usePlace(options, start, viewerId);
  const [kept, setKept] = useState<Kept>(isBlank(start.written) ? 'nowhere' : start.ahead ? 'here' : 'server');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [, execute] = useMutation(SaveIdeaDraft);
  const keep = (changes: Partial<LocalDraft>) => {
    draft.current = { ...draft.current, ...changes, savedAt: new Date().toISOString() };
    write(draft.current);
    setKept(draft.current.ahead ? 'here' : 'server');
  };
  /** The text goes on as a new draft. */
  const detach = () => {
    const asNew = { ideaId: undefined, version: undefined, submission: crypto.randomUUID(), ahead: true };
    draft.current = { ...draft.current, ...asNew };
  };
  const save = async (): Promise<void> => {
    const { written, ideaId, version, ahead } = draft.current;
    if (!online || !ahead || isBlank(written)) return;
    setKept('saving');
    const { data, error } = await execute({ input: { ideaId, companyId, challengeId, version, ...toInput(written) } });
    const refusal = error ? toProblem(error) : null;
    if (ideaId && isGone(refusal)) {
      detach();
      return save();
    }
    setProblem(refusal);
    if (!data) return setKept('here');
    const { id, version: newest } = data.saveIdeaDraft;
    moveTo(id);
    keep({ ideaId: id, version: newest, ahead: draft.current.written !== written });
  };
  return { start, draft, kept, problem, setProblem, keep, save, detach, forget };
}

/**
 * The form of a new idea. Every change is kept on this device at once, and on the server a moment later: a closed tab,
 * a lost connection or a session that ends lose nothing.
 */
export function useDraft(options: Options) {
  const { stored, online } = options;
  const { start, draft, kept, problem, setProblem, keep, save, detach, forget } = useKeeping(options);
  const autosave = useAutosave(save);
  const form = useForm<DraftForm>({
    initialValues: { ...start.written, acceptTerms: false },
    onValuesChange: ({ acceptTerms: _, ...written }, { acceptTerms: __, ...before }) => {
      if (JSON.stringify(written) === JSON.stringify(before)) return;
      keep({ written, ahead: true });
      autosave.later();
    },
  });

  // what an earlier visit, or the time before signing in, left on this device
  useEffect(() => {
    if (online && draft.current.ahead) autosave.later();
  }, [online, autosave, draft]);

  return {
    form,
    kept,
    problem,
    autosave,
    draft,
    forget,
    detach,
    /** When what is shown was written, if it was before. */
    restoredAt: !stored && !isBlank(start.written) ? start.savedAt : null,
    /** After a conflict: goes on from this version of the server's. */
    continueFrom: (version: number, written?: Written) => {
      setProblem(null);
      keep({ version, ahead: true });
      if (written) form.setValues(written);
      autosave.later();
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
