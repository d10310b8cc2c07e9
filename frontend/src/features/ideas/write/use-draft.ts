import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '@/gql';
import type { WrittenIdeaFragment } from '@/gql/graphql';
import { type Problem, toProblem } from '@/lib/errors';
import { useViewer } from '@/lib/session';
import { dropLocal, type LocalDraft, newDraft, placeOfNew, readLocal, writeLocal } from './local-draft';
import { useAutosave } from './use-autosave';
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
  /** The draft as the server has it, where the address names one. */
  stored?: WrittenIdeaFragment;
  /** Whether the server takes drafts of the viewer. */
  online: boolean;
}

/** The text to begin with: this device's where it is newer, else the server's. */
function beginning(place: string, viewerId: string | null, stored: WrittenIdeaFragment | undefined): LocalDraft {
  const local = readLocal(place, viewerId);
  if (!stored) return local ?? newDraft();
  if (local?.ideaId === stored.id && local.ahead) return local;
  return { ...newDraft(toWritten(stored)), ideaId: stored.id, version: stored.version };
}

/** The text as it is kept: on this device at once, and on the server when told to. */
function useKeeping({ companyId, challengeId, stored, online }: Options) {
  const place = placeOfNew(companyId, challengeId);
  const viewerId = useViewer()?.id ?? null;
  const [start] = useState(() => beginning(place, viewerId, stored));
  const draft = useRef(start);
  const [kept, setKept] = useState<Kept>(isBlank(start.written) ? 'nowhere' : start.ahead ? 'here' : 'server');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [, execute] = useMutation(SaveIdeaDraft);
  const keep = (changes: Partial<LocalDraft>) => {
    draft.current = { ...draft.current, ...changes, savedAt: new Date().toISOString() };
    writeLocal(place, draft.current, viewerId);
    setKept(draft.current.ahead ? 'here' : 'server');
  };
  const save = async () => {
    const { written, ideaId, version, ahead } = draft.current;
    if (!online || !ahead || isBlank(written)) return;
    setKept('saving');
    const { data, error } = await execute({ input: { ideaId, companyId, challengeId, version, ...toInput(written) } });
    setProblem(error ? toProblem(error) : null);
    if (!data) return setKept('here');
    const { id, version: newest } = data.saveIdeaDraft;
    keep({ ideaId: id, version: newest, ahead: draft.current.written !== written });
  };
  return { start, draft, kept, problem, setProblem, keep, save, forget: () => dropLocal(place) };
}

/**
 * The form of a new idea. Every change is kept on this device at once, and on the server a moment later: a closed tab,
 * a lost connection or a session that ends lose nothing.
 */
export function useDraft(options: Options) {
  const { stored, online } = options;
  const { start, draft, kept, problem, setProblem, keep, save, forget } = useKeeping(options);
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
