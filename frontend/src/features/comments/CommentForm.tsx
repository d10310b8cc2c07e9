import { Trans } from '@lingui/react/macro';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { Honeypot } from '@/components/fields/Honeypot';
import { toProblem } from '@/lib/errors';
import { type SignsOfLife, useSignsOfLife } from '@/lib/use-signs-of-life';
import classes from './Discussion.module.css';
import { MentionArea } from './MentionArea';
import { type People, toReadable, toStored } from './mention-text';
import { useKeptText } from './use-kept-text';

type Refusal = Parameters<typeof toProblem>[0];

interface Props {
  companyId: string;
  label: string;
  submitLabel: string;
  /** Where an unsent text is kept on this device. */
  place?: string;
  /** The text as it is stored. */
  initial?: string;
  autoFocus?: boolean;
  /** Sends it; answers why it was refused. */
  onSend: (body: string, signs: SignsOfLife) => Promise<Refusal | undefined>;
  onCancel?: () => void;
}

/** The text with the people named in it, kept until it is sent. */
function useWriting({ place, initial = '', onSend }: Pick<Props, 'place' | 'initial' | 'onSend'>) {
  const [body, setBody] = useKeptText(place ?? null, initial);
  const [start] = useState(() => toReadable(body));
  const [text, setText] = useState(start.text);
  const [people, setPeople] = useState<People>(start.people);
  const signs = useSignsOfLife(body !== '');
  const newest = useRef(body);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (next: string, named: People) => {
    setText(next);
    setPeople(named);
    setBody((newest.current = toStored(next, named)));
    setProblem(null);
  };
  const send = async () => {
    if (busy || !text.trim()) return;
    setBusy(true);
    const refusal = await onSend(body, signs.read());
    setBusy(false);
    if (!refusal) signs.restart();
    // what was written meanwhile stays
    if (!refusal) return newest.current === body ? change('', {}) : undefined;
    const { message, fields } = toProblem(refusal);
    setProblem(fields.body ?? message);
  };
  return { text, people, change, send, busy, problem, signs };
}

/** Where a comment is written, answered or changed. What was not sent is still there after a reload. */
export function CommentForm(props: Props) {
  const { companyId, label, submitLabel, initial, autoFocus, onCancel } = props;
  const { text, people, change, send, busy, problem, signs } = useWriting(props);
  const cancel =
    onCancel &&
    (() => {
      // who gives up a change wants the text as it was; an answer that was begun can be taken up again
      if (initial !== undefined) change('', {});
      onCancel();
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={classes.form} onSubmit={submit} onInput={signs.touch} noValidate>
      <Honeypot ref={signs.trap} />
      <MentionArea
        companyId={companyId}
        label={label}
        value={text}
        people={people}
        onChange={change}
        error={problem && <span role="alert">{problem}</span>}
        autoFocus={autoFocus}
        onSubmit={() => void send()}
        onCancel={cancel}
      />
      <div className={classes.formActions}>
        {cancel && (
          <Button variant="default" onClick={cancel}>
            <Trans>Cancel</Trans>
          </Button>
        )}
        <Button type="submit" loading={busy} disabled={!text.trim()}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
