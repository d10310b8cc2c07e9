import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { ExportButton } from '@/components/ExportButton';
import { Textarea } from '@/components/fields/Textarea';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { LoadMore } from '@/components/LoadMore';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { langOf } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { usePages } from '@/lib/use-pages';
import classes from './Gifts.module.css';
import { type Gift, GiftsGiven, TakeBackGift } from './gifts';
import { What } from './What';

/** What was given, the latest first: to moderators their own, to managers all. */
export function Given() {
  const { t } = useLingui();
  const { id: companyId, slug, viewerCan } = useCompany();
  const pages = usePages(GiftsGiven, { companyId }, ({ gifts }) => gifts);
  const { nodes, loading, error } = pages;
  return (
    <section className={classes.part} aria-labelledby="given">
      <div className={classes.head}>
        <h2 id="given">{viewerCan.manage ? <Trans>What was given</Trans> : <Trans>What you gave</Trans>}</h2>
        {viewerCan.manage && (
          <ExportButton
            name="gifts"
            input={{ companyId }}
            slug={slug}
            done={t`The file is there. That you took it is noted in the record of what staff did.`}
            failed={t`The file could not be made. Try again in a moment.`}
          >
            <Trans>Export as CSV</Trans>
          </ExportButton>
        )}
      </div>
      {error ? (
        <ErrorState error={error} retry={pages.retry} />
      ) : loading ? (
        <Skeletons rows={3} height={96} />
      ) : nodes.length === 0 ? (
        <EmptyState title={t`Nothing yet`} />
      ) : (
        <ul className={`plain surface ${classes.list}`} aria-busy={pages.stale}>
          {nodes.map((gift) => (
            <Line key={gift.id} gift={gift} />
          ))}
        </ul>
      )}
      <LoadMore {...pages} />
    </section>
  );
}

function Line({ gift }: { gift: Gift }) {
  const [opened, setOpened] = useState(false);
  const { giver, receiver, at, note, idea, seenAt, takenBackAt, takenBackBecause } = gift;
  return (
    <li className={classes.line}>
      <div className={classes.from}>
        <span>
          <Trans>
            <PersonName user={giver} /> to <PersonName user={receiver} />
          </Trans>
        </span>
        <What gift={gift} />
        <span className="dimmed">
          <RelativeTime at={at} /> {seenAt && !takenBackAt && <Trans>· read</Trans>}
        </span>
      </div>
      {note ? (
        <p className={classes.words}>{note}</p>
      ) : (
        <p className={classes.hint}>
          <Trans>The note went with an account.</Trans>
        </p>
      )}
      {idea && (
        <Link to="/i/$ideaId" params={{ ideaId: idea.id }} lang={langOf(idea.language)}>
          {idea.title}
        </Link>
      )}
      {takenBackAt && (
        <p className={classes.hint}>
          <strong>
            <Trans>Taken back.</Trans>
          </strong>{' '}
          {takenBackBecause}
        </p>
      )}
      {gift.viewerCanTakeBack && (
        <div>
          <Button size="compact" variant="default" onClick={() => setOpened(true)}>
            <Trans>Take back</Trans>
          </Button>
        </div>
      )}
      {opened && <TakeBack gift={gift} onClose={() => setOpened(false)} />}
    </li>
  );
}

/** Why it was a mistake: its receiver reads it. */
function TakeBack({ gift, onClose }: { gift: Gift; onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (text) => (text.trim().length < 10 ? t`Write at least 10 characters.` : null) },
  });
  const { run, busy, problem } = useAction(TakeBackGift, { form });
  const { displayName: name } = gift.receiver;
  const takeBack = async () => {
    if (busy || form.validate().hasErrors) return;
    if (!(await run({ input: { giftId: gift.id, reason: form.getValues().reason.trim() } }))) return;
    toast(t`It is taken back, and ${name} is told why.`, { tone: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      danger
      noValidate
      onClose={onClose}
      onConfirm={() => void takeBack()}
      title={t`Take back what was given to ${name}?`}
      confirmLabel={t`Take back`}
      busy={busy}
    >
      <div className="stack">
        <FormErrorSummary problem={problem} />
        <p className={classes.fact}>
          {gift.kind === 'POINTS' ? (
            <Plural
              value={gift.points}
              one="The point goes back, and they do not read the note any more."
              other="The # points go back, and they do not read the note any more."
            />
          ) : (
            <Trans>They do not read the note any more, and what was given goes back if it has not been used.</Trans>
          )}
        </p>
        <Textarea
          label={t`Reason`}
          description={t`${name} reads it.`}
          required
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      </div>
    </ConfirmDialog>
  );
}
