import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangleFilled, IconEye, IconFlag, IconRobot } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { PersonName } from '@/components/PersonName';
import type { QueueItemFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import { useViewer } from '@/lib/session';
import { useFindingName, useKindName } from '../review/names';
import classes from './Queue.module.css';
import { ReviewTitle } from './ReviewTitle';
import { useReviewTitle } from './review-title';

interface Props {
  items: QueueItemFragment[];
  openId: string | null;
  chosen: readonly string[];
  onOpen: (id: string) => void;
  onToggle: (id: string, range: boolean) => void;
}

/** What speaks against it: who reported it by which guideline, and what screening found. */
function Against({ item: { flagCount, flags, reasons, idea } }: { item: QueueItemFragment }) {
  const { t } = useLingui();
  const { defaultLanguage } = useCompany();
  const findingName = useFindingName();
  const rules = [...new Set(flags.map(({ rule }) => rule?.title ?? t`Illegal content`))];
  const meant = new Set(flags.map(({ attachmentId }) => attachmentId));
  const files = idea?.attachments.filter(({ id }) => meant.has(id)) ?? [];
  if (flagCount === 0 && reasons.length === 0) return null;
  return (
    <span className={classes.against}>
      {flagCount > 0 && (
        <span>
          <IconFlag size={14} aria-hidden /> <Plural value={flagCount} one="# report" other="# reports" />
          {': '}
          <span lang={langOf(defaultLanguage)}>{rules.join(', ')}</span>
          {files.length > 0 && ` (${files.map(({ filename }) => filename).join(', ')})`}
        </span>
      )}
      {reasons.length > 0 && (
        <span>
          <IconRobot size={14} aria-hidden /> {reasons.map(({ code }) => findingName(code)).join(', ')}
        </span>
      )}
    </span>
  );
}

/** How long it may still take, or by how much it is late. */
export function Due({
  item: { state, dueAt, overdue },
}: {
  item: Pick<QueueItemFragment, 'state' | 'dueAt' | 'overdue'>;
}) {
  const format = useFormat();
  if (state !== 'PENDING') return null;
  const due = format.relative(dueAt);
  if (!overdue)
    return (
      <time dateTime={dueAt} title={format.dateTime(dueAt)}>
        <Trans>due {due}</Trans>
      </time>
    );
  return (
    <strong className={classes.overdue}>
      <IconAlertTriangleFilled size={14} aria-hidden />{' '}
      <time dateTime={dueAt} title={format.dateTime(dueAt)}>
        <Trans>Overdue, was due {due}</Trans>
      </time>
    </strong>
  );
}

/** Who is at it just now. */
function Claimed({ by }: { by: QueueItemFragment['claimedBy'] }) {
  const viewer = useViewer();
  if (!by || by.id === viewer?.id) return null;
  const name = by.displayName;
  return (
    <span className={classes.claimed}>
      <IconEye size={14} aria-hidden /> <Trans>{name} is at it</Trans>
    </span>
  );
}

function Row({ item, openId, chosen, onOpen, onToggle }: Omit<Props, 'items'> & { item: QueueItemFragment }) {
  const { t } = useLingui();
  const kindName = useKindName();
  const title = useReviewTitle()(item);
  const { id, state, overdue } = item;
  return (
    <li
      className={classes.row}
      data-overdue={(overdue && state === 'PENDING') || undefined}
      data-chosen={chosen.includes(id) || undefined}
    >
      {state === 'PENDING' && (
        <label className={classes.choose}>
          <input
            type="checkbox"
            aria-label={t`Select “${title}”`}
            checked={chosen.includes(id)}
            // the click knows of the shift key, the change does not
            onClick={(event: MouseEvent) => onToggle(id, event.shiftKey)}
            onChange={() => undefined}
          />
        </label>
      )}
      <button
        type="button"
        id={`held-${id}`}
        className={classes.item}
        aria-current={id === openId}
        onClick={(event) => (event.shiftKey && state === 'PENDING' ? onToggle(id, true) : onOpen(id))}
      >
        <span className={classes.title}>
          <ReviewTitle item={item} />
        </span>
        <Against item={item} />
        <span className={classes.facts}>
          <span>{kindName(item.kind)}</span>
          <span>
            <PersonName user={item.author} />
          </span>
          <Due item={item} />
          <Claimed by={item.claimedBy} />
        </span>
      </button>
    </li>
  );
}

/** What waits, or was decided: one row is open beside the list, any number may be chosen. */
export function QueueRows({ items, ...rest }: Props) {
  const { t } = useLingui();
  return (
    <ul className={`plain surface ${classes.list}`} aria-label={t`Reviews, most urgent first`}>
      {items.map((item) => (
        <Row key={item.id} item={item} {...rest} />
      ))}
    </ul>
  );
}
