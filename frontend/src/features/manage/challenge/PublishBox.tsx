import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { Segmented } from '@/components/Segmented';
import { graphql } from '@/gql';
import type { EditedChallengeFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { stepOf } from './checks';
import type { Step } from './editor-search';
import classes from './Editor.module.css';

const PublishChallenge = graphql(`
  mutation PublishChallenge($input: PublishChallengeInput!) {
    publishChallenge(input: $input) {
      ...EditedChallenge
    }
  }
`);

interface Props {
  /** When the first phase starts, as the form has it. */
  startsAt: string | undefined;
  ready: boolean;
  /** Saves what is not saved yet; answers the challenge as the server now has it. */
  save: () => Promise<EditedChallengeFragment | null>;
  /** Takes over the published challenge. */
  onPublished: (challenge: EditedChallengeFragment) => void;
  /** The server has found something wrong in a step. */
  onWrong: (step: Step, errors: Record<string, string>) => void;
}

/** Saves, then publishes; what is wrong in another step leads there. */
function usePublishing({ save, onPublished, onWrong }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const publication = useAction(PublishChallenge, { quiet: true });
  const [saving, setSaving] = useState(false);
  const { problem } = publication;
  useEffect(() => {
    const path = Object.keys(problem?.fields ?? {}).find((field) => field !== 'publishAt');
    if (problem && path) onWrong(stepOf(path), problem.fields);
  }, [problem, onWrong]);
  const publish = async (date: string | null) => {
    setSaving(true);
    const challenge = await save();
    setSaving(false);
    if (!challenge) return;
    const publishAt = date ? new Date(date).toISOString() : null;
    const input = { challengeId: challenge.id, version: challenge.version, publishAt };
    const done = await publication.run({ input });
    if (!done) return;
    // what the page was reading meanwhile may be older
    onPublished(done.publishChallenge);
    const day = publishAt ? format.dateTime(publishAt) : null;
    toast(day ? t`It will be public on ${day}.` : t`It is public now.`, { tone: 'success' });
  };
  return { publish, problem, busy: saving || publication.busy };
}

/** Publishing, now or on a date. */
export function PublishBox(props: Props) {
  const { startsAt, ready } = props;
  const { t } = useLingui();
  const { publish, problem, busy } = usePublishing(props);
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [date, setDate] = useState('');
  return (
    <section className="stack">
      <h3>
        <Trans>Publish</Trans>
      </h3>
      {problem && Object.keys(problem.fields).length === 0 && <FormErrorSummary problem={problem} />}
      <div className={classes.choice}>
        <Segmented
          label={t`When it becomes public`}
          value={when}
          options={[
            ['now', t`Now`],
            ['later', t`On a date`],
          ]}
          onChange={setWhen}
        />
      </div>
      {when === 'later' && (
        <TextInput
          className={classes.planStart}
          type="datetime-local"
          label={t`Publish on`}
          description={t`Until then only managers see it, and it can become a draft again.`}
          max={startsAt}
          value={date}
          error={problem?.fields.publishAt}
          onChange={({ currentTarget }) => setDate(currentTarget.value)}
        />
      )}
      <p className="dimmed">
        <Trans>
          Once it is public, prizes can only grow; criteria, how winners are found and what has begun stay as they are:
          people count on them.
        </Trans>
      </p>
      <div>
        <Button
          size="md"
          onClick={() => void publish(when === 'later' ? date : null)}
          loading={busy}
          disabled={!ready || (when === 'later' && !date)}
        >
          {when === 'later' ? <Trans>Schedule</Trans> : <Trans>Publish now</Trans>}
        </Button>
      </div>
    </section>
  );
}
