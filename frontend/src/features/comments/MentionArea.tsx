import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Textarea } from '@/components/fields/Textarea';
import { Avatar } from '@/components/Avatar';
import classes from './Discussion.module.css';
import type { People } from './mention-text';
import { useMentions } from './use-mentions';

const LONGEST = 10_000;

interface Props {
  companyId: string;
  label: string;
  value: string;
  people: People;
  onChange: (text: string, people: People) => void;
  error?: ReactNode;
  /** Takes the focus when it appears. */
  autoFocus?: boolean;
  onSubmit: () => void;
  onCancel?: () => void;
}

const optionId = (id: string, index: number) => `${id}-${index}`;

/** The members whose name begins like what is typed. */
function Offered({ id, mentions }: { id: string; mentions: ReturnType<typeof useMentions> }) {
  const { t } = useLingui();
  const { offered, active, pick } = mentions;
  return (
    <ul id={id} role="listbox" aria-label={t`Members`} className={classes.offered}>
      {offered.map((user, index) => (
        <li
          key={user.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          // before the field loses the focus
          onMouseDown={(event) => (event.preventDefault(), pick(user))}
        >
          <Avatar name={user.displayName} url={user.avatarUrl} size={24} />
          {user.displayName}
        </li>
      ))}
    </ul>
  );
}

/** A text field in which @ offers the members. Ctrl or ⌘ with Enter sends. */
export function MentionArea(props: Props) {
  const { companyId, label, value, people, onChange, error, autoFocus, onSubmit, onCancel } = props;
  const { t } = useLingui();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const mentions = useMentions({ companyId, area, people, onPick: onChange });
  const { offered, active, look, press, close } = mentions;
  const listed = offered.length > 0;
  useEffect(() => {
    if (autoFocus) area.current?.focus();
  }, [autoFocus]);
  return (
    <div className={classes.field}>
      <Textarea
        ref={area}
        label={label}
        error={error}
        autosize
        minRows={2}
        maxRows={16}
        maxLength={LONGEST}
        value={value}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls={listed ? id : undefined}
        aria-activedescendant={listed ? optionId(id, active) : undefined}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value, people);
          look();
        }}
        onClick={look}
        onBlur={close}
        onKeyDown={(event) => {
          if (press(event)) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
          if (event.key === 'Escape') onCancel?.();
        }}
      />
      {listed && <Offered id={id} mentions={mentions} />}
      <span role="status" className="hidden">
        {listed && t`${plural(offered.length, { one: '# member found', other: '# members found' })}`}
      </span>
    </div>
  );
}
