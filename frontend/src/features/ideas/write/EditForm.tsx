import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { graphql } from '@/gql';
import type { WrittenIdeaFragment } from '@/gql/graphql';
import { useViewer } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { ConflictNotice } from './ConflictNotice';
import { IdeaFields } from './IdeaFields';
import { dropLocal, newDraft, placeOfEdit, readLocal, writeLocal } from './local-draft';
import classes from './WritingPage.module.css';
import { toInput, toWritten, type Written } from './written';

const EditIdea = graphql(`
  mutation EditIdea($input: EditIdeaInput!) {
    editIdea(input: $input) {
      ...WrittenIdea
      bodyHtml
      editedAt
      revisionCount
      timeline {
        ...TimelineLine
      }
    }
  }
`);

interface Props {
  idea: WrittenIdeaFragment;
  tags: string[];
  onDone: () => void;
  /** Opens the form again, after all. */
  onReturn: () => void;
}

interface EditValues extends Written {
  note: string;
}

/** The form over a published or held idea; changes not yet sent are kept on this device. */
function useEditing({ idea, onDone, onReturn }: Props) {
  const { t } = useLingui();
  const place = placeOfEdit(idea.id);
  const viewerId = useViewer()?.id ?? null;
  const [start] = useState(() => readLocal(place, viewerId) ?? { ...newDraft(toWritten(idea)), version: idea.version });
  const version = useRef(start.version ?? idea.version);
  const form = useForm<EditValues>({
    initialValues: { ...start.written, note: '' },
    onValuesChange: ({ note: _, ...written }) =>
      writeLocal(place, { ...newDraft(written), version: version.current, ahead: true }, viewerId),
  });
  const action = useAction(EditIdea, { form });
  const [settled, setSettled] = useState(false);
  const save = async () => {
    setSettled(false);
    const { note, ...written } = form.getValues();
    const input = { ideaId: idea.id, version: version.current, note: note.trim() || undefined, ...toInput(written) };
    if (!(await action.run({ input }))) return;
    toast(t`Your changes are saved.`, { tone: 'success' });
    dropLocal(place);
    onDone();
  };
  const leave = () => {
    const kept = readLocal(place, viewerId);
    dropLocal(place);
    onDone();
    const undo = () => {
      if (kept) writeLocal(place, kept, viewerId);
      onReturn();
    };
    if (kept) toast(t`Your changes were discarded.`, { action: { label: t`Undo`, run: undo } });
  };
  const goOn = (newest: number, written?: Written) => {
    version.current = newest;
    if (written) form.setValues(written);
    setSettled(true);
  };
  const conflict = action.problem?.code === 'CONFLICT' && !settled;
  return { form, save, leave, goOn, conflict, ...action };
}

/** Changes to an idea that others already read: says that every version stays visible. */
export function EditForm(props: Props) {
  const { idea, tags } = props;
  const { t } = useLingui();
  const { form, save, leave, goOn, conflict, busy, problem } = useEditing(props);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t`Edit the idea`}>
      {conflict ? (
        <ConflictNotice ideaId={idea.id} onChoice={goOn} />
      ) : (
        problem && problem.code !== 'CONFLICT' && <FormErrorSummary problem={problem} />
      )}
      <IdeaFields form={form} tags={tags} />
      {idea.visibility === 'PUBLISHED' && (
        <TextInput
          label={t`What did you change, and why?`}
          description={t`Everybody can see it, with the versions before.`}
          maxLength={200}
          {...form.getInputProps('note')}
        />
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={leave}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={busy}>
          <Trans>Save the changes</Trans>
        </Button>
      </div>
    </form>
  );
}
