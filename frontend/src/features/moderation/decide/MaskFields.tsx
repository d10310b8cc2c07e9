import { Trans, useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { CheckboxGroup } from '@/components/fields/Checkbox';
import { TextInput } from '@/components/fields/TextInput';
import { IconButton } from '@/components/IconButton';
import { graphql } from '@/gql';
import type { HeldItemFragment } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import classes from './Decide.module.css';
import type { RulingProps } from './GroundFields';

const TextToMask = graphql(`
  query TextToMask($id: ID!) {
    review(id: $id) {
      id
      version
      idea {
        id
        title
        body
        tags
      }
      comment {
        id
        body
      }
    }
  }
`);

/** As the server takes them. */
const MOST = 20;
const LONGEST = 200;

/** What stands between the passages, and they themselves at every second place. */
function divided(text: string, passages: readonly string[]): string[] {
  if (passages.length === 0) return [text];
  const longestFirst = [...passages].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((passage) => passage.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return text.split(new RegExp(`(${escaped.join('|')})`));
}

const Marked = ({ text, passages }: { text: string; passages: readonly string[] }) =>
  divided(text, passages).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));

/** What is selected inside of `box`, as it is written. */
function useSelected(box: RefObject<HTMLElement | null>, onSelect: (text: string) => void): void {
  const latest = useRef(onSelect);
  latest.current = onSelect;
  useEffect(() => {
    const take = () => {
      const selection = document.getSelection();
      const { anchorNode = null, focusNode = null } = selection ?? {};
      if (!selection || !box.current?.contains(anchorNode) || !box.current.contains(focusNode)) return;
      const text = selection.toString().trim();
      if (text) latest.current(text);
    };
    document.addEventListener('selectionchange', take);
    return () => document.removeEventListener('selectionchange', take);
  }, [box]);
}

/** The text as its author has written it: what is selected is exactly what stands there. */
function useTexts(id: string): string[] {
  const [{ data }] = useQuery({ query: TextToMask, variables: { id } });
  const { idea, comment } = data?.review ?? {};
  if (idea) return [idea.title, idea.body, ...(idea.tags.length > 0 ? [idea.tags.join(', ')] : [])];
  return comment ? [comment.body] : [];
}

interface SourceProps {
  item: HeldItemFragment;
  texts: readonly string[];
  passages: readonly string[];
  onSelect: (text: string) => void;
}

/** Where words are selected. */
function Source({ item: { idea, comment }, texts, passages, onSelect }: SourceProps) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  useSelected(box, onSelect);
  return (
    <div
      ref={box}
      className={classes.source}
      data-titled={idea ? true : undefined}
      role="group"
      aria-label={t`The text as it is written`}
      lang={langOf((idea ?? comment)?.language)}
      // it scrolls
      tabIndex={0}
    >
      {texts.map((text, index) => (
        <p key={index}>
          <Marked text={text} passages={passages} />
        </p>
      ))}
    </div>
  );
}

interface ChosenProps {
  passages: readonly string[];
  onRemove: (passage: string) => void;
}

function Chosen({ passages, onRemove }: ChosenProps) {
  const { t } = useLingui();
  if (passages.length === 0) return null;
  return (
    <ul className={`plain ${classes.chosen}`} aria-label={t`What nobody will read`}>
      {passages.map((passage) => (
        <li key={passage}>
          <span>{passage}</span>
          <IconButton label={t`Do not mask “${passage}”`} onClick={() => onRemove(passage)}>
            <IconX size={16} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

type Props = RulingProps & { item: HeldItemFragment };

/** The words that nobody shall read: selected in the text, or typed. */
function Passages({ item, ruling: { passages, attachmentIds }, change }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const texts = useTexts(item.id);
  const words = typed.trim();
  const tooLong = words.length > LONGEST;
  const full = passages.length >= MOST;
  const chosen = passages.length + attachmentIds.length;
  const missing = words ? t`Add these words, or delete them.` : chosen === 0 ? t`Choose what nobody shall read.` : '';
  useEffect(() => input.current?.setCustomValidity(missing), [missing]);
  const add = () => {
    if (!words || tooLong || full) return;
    change({ passages: [...new Set([...passages, words])] });
    document.getSelection()?.removeAllRanges();
    setTyped('');
    input.current?.focus();
  };
  const remove = (passage: string) => {
    change({ passages: passages.filter((other) => other !== passage) });
    input.current?.focus();
  };
  const elsewhere = words && texts.length > 0 && !texts.some((text) => plain(text).includes(plain(words)));
  return (
    <>
      <Source item={item} texts={texts} passages={passages} onSelect={setTyped} />
      <div className={classes.adding}>
        <TextInput
          ref={input}
          label={t`What nobody shall read`}
          description={t`Select it in the text, or type it as it is written; case and accents do not count.`}
          error={tooLong ? t`At most 200 characters at once.` : full && t`That is as much as can be masked at once.`}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" disabled={!words || tooLong || full} onClick={add}>
          <Trans>Mask this</Trans>
        </Button>
      </div>
      <p role="status" className="dimmed">
        {elsewhere && <Trans>Not in the text as it is now; its earlier versions are searched, too.</Trans>}
      </p>
      <Chosen passages={passages} onRemove={remove} />
    </>
  );
}

/** What is made unreadable: passages, in every version of the text, and files. */
export function MaskFields(props: Props) {
  const { t } = useLingui();
  const { item, ruling, change } = props;
  const attachments = item.idea?.attachments ?? [];
  return (
    <fieldset className={classes.rules}>
      <legend>{t`What is masked?`}</legend>
      <Passages {...props} />
      {attachments.length > 0 && (
        <CheckboxGroup
          label={t`Files that nobody shall see`}
          data={attachments.map(({ id, filename }) => ({ value: id, label: filename }))}
          value={ruling.attachmentIds}
          onChange={(attachmentIds) => change({ attachmentIds })}
        />
      )}
    </fieldset>
  );
}

/** As the server looks for it: case and accents do not count. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
