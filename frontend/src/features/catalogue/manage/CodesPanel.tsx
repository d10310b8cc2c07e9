import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Textarea } from '@/components/fields/Textarea';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { AddRewardCodes, type ManagedReward, RemoveRewardCodes } from './documents';
import classes from './Manage.module.css';
import { piecesOf } from './pieces';

/** Codes that are handed out. Once they are here, managers do not read them any more. */
export function CodesPanel({ reward }: { reward: ManagedReward }) {
  const { id: rewardId, stock, taken } = reward;
  const [result, setResult] = useState<{ added: number; known: number } | null>(null);
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="codes">
      <h2 id="codes" className={classes.name}>
        <Trans>Codes</Trans>
      </h2>
      <p>
        <Plural value={stock ?? 0} one="# code is left." other="# codes are left." />{' '}
        <span className="dimmed">
          <Plural value={taken} one="# was handed out." other="# were handed out." />
        </span>
      </p>
      <Upload rewardId={rewardId} onDone={setResult} />
      <p role="status" className={classes.result}>
        {result && <Plural value={result.added} one="# code was added." other="# codes were added." />}{' '}
        {result && result.known > 0 && (
          <Plural value={result.known} one="# was there before." other="# were there before." />
        )}
      </p>
      {(stock ?? 0) > 0 && <Removal reward={reward} />}
    </section>
  );
}

function Upload({
  rewardId,
  onDone,
}: {
  rewardId: string;
  onDone: (result: { added: number; known: number } | null) => void;
}) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { codes: '' },
    validate: { codes: (value) => (value.trim() ? null : t`Paste the codes, or choose a file.`) },
  });
  const { run, busy, problem } = useAction(AddRewardCodes, { form });
  const add = async (text: string) => {
    if (busy) return;
    onDone(null);
    const sum = { added: 0, known: 0 };
    for (const codes of piecesOf(text)) {
      const done = await run({ input: { rewardId, codes } });
      if (!done) return;
      sum.added += done.addRewardCodes.added;
      sum.known += done.addRewardCodes.known;
    }
    form.reset();
    onDone(sum);
  };
  const read = async (file: File | undefined) => file && form.setFieldValue('codes', await file.text());
  return (
    <form className={classes.inline} noValidate onSubmit={form.onSubmit(({ codes }) => add(codes))}>
      <FormErrorSummary problem={problem} />
      <Textarea
        label={t`More codes`}
        description={t`One a line, or a table with a column called “code”. Codes that are there already are left out. They are kept encrypted, and each is given once.`}
        minRows={4}
        maxRows={12}
        autosize
        spellCheck={false}
        autoComplete="off"
        {...form.getInputProps('codes')}
      />
      <label className={classes.file}>
        <span>{t`From a file (text or CSV)`}</span>
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={({ currentTarget }) => {
            void read(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </label>
      <div className="row">
        <Button type="submit" loading={busy}>
          <Trans>Add the codes</Trans>
        </Button>
      </div>
    </form>
  );
}

/** For a list that was the wrong one. */
function Removal({ reward: { id: rewardId, version, stock } }: { reward: ManagedReward }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(RemoveRewardCodes);
  const remove = async () => {
    if (busy) return;
    if (await run({ input: { rewardId, version } })) toast(t`The codes are gone.`, { tone: 'success' });
    setAsking(false);
  };
  return (
    <>
      <p>
        <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
          <Trans>Take away the codes that are left</Trans>
        </Button>
      </p>
      <ConfirmDialog
        opened={asking}
        title={t`Take away the codes that nobody has got?`}
        confirmLabel={t`Take them away`}
        danger
        busy={busy}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      >
        <Plural
          value={stock ?? 0}
          one="# code is deleted. What was handed out stays with its member."
          other="# codes are deleted. What was handed out stays with its members."
        />
      </ConfirmDialog>
    </>
  );
}
