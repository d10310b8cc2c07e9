import { plural } from '@lingui/core/macro';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { Button } from '@/components/Button';
import { FileDrop } from '@/components/FileDrop';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { Textarea } from '@/components/fields/Textarea';
import { IconButton } from '@/components/IconButton';
import { thenNext } from '@/lib/focus';
import { useFormat } from '@/lib/format';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useKeptForm } from '@/lib/use-kept-form';
import classes from '../Redress.module.css';
import type { OwnDecision } from './DecisionPage';
import { FileAppeal } from './documents';

const LONGEST = 5000;
const MOST_FILES = 5;

interface AppealFile {
  id: string;
  filename: string;
  url: string;
}

interface FilesProps {
  files: AppealFile[];
  onChange: (files: AppealFile[]) => void;
}

/** What goes with it. */
function Files({ files, onChange }: FilesProps) {
  const { t } = useLingui();
  return (
    <div data-lines>
      {files.length > 0 && (
        <ul className={classes.files}>
          {files.map(({ id, filename, url }) => (
            <li key={id}>
              <a href={url} target="_blank" rel="noreferrer">
                {filename}
              </a>
              <IconButton
                label={t`Remove ${filename}`}
                data-remove
                onClick={thenNext(() => onChange(files.filter((file) => file.id !== id)))}
              >
                <IconX size={18} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {files.length < MOST_FILES && (
        <FileDrop
          label={t`Add files`}
          description={t`Images or PDF, up to 8 MB each, at most ${plural(MOST_FILES, { one: '# file', other: '# files' })}`}
          purpose="attachment"
          onUploaded={({ id, filename, url }) => onChange([...files, { id, filename, url }])}
        />
      )}
    </div>
  );
}

/** Says, once, why a decision is wrong. What was written stays on this device until it is sent. */
export function AppealForm({ decision: { id, appealUntil, automatic } }: { decision: OwnDecision }) {
  const { t } = useLingui();
  const format = useFormat();
  const kept = useKeptForm(['appeal', id], { text: '', files: [] as AppealFile[] });
  const form = useForm(kept.options);
  const { run, busy, problem } = useAction(FileAppeal, { form });
  const send = async () => {
    const { text, files } = form.getValues();
    if (!(await run({ input: { decisionId: id, text, fileIds: files.map((file) => file.id) } }))) return;
    kept.drop();
    toast(t`Your appeal was sent.`, { tone: 'success' });
  };
  return (
    <form
      className={`form ${classes.below}`}
      id="appeal"
      noValidate
      aria-label={t`Appeal`}
      onSubmit={form.onSubmit(() => void send())}
    >
      <h2>
        <Trans>Appeal</Trans>
      </h2>
      <p>
        {automatic ? (
          <Trans>Until {format.date(appealUntil)}, once. A person decides, and gives you reasons.</Trans>
        ) : (
          <Trans>
            Until {format.date(appealUntil)}, once. Somebody who did not make the decision decides, and gives you
            reasons.
          </Trans>
        )}
      </p>
      <FormErrorSummary problem={problem} />
      <Textarea
        label={t`Why is the decision wrong?`}
        description={t`10 to 5,000 characters.`}
        required
        autosize
        minRows={4}
        maxRows={16}
        maxLength={LONGEST}
        {...form.getInputProps('text')}
      />
      <Files files={form.values.files} onChange={(files) => form.setFieldValue('files', files)} />
      <Button type="submit" loading={busy}>
        <Trans>Send the appeal</Trans>
      </Button>
    </form>
  );
}
