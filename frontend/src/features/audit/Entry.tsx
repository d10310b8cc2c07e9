import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Button } from '@/components/Button';
import { PersonName } from '@/components/PersonName';
import type { AuditSubject, Role } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { ACTIONS, FIELDS } from './actions';
import classes from './Audit.module.css';
import { type AuditLine, differenceOf } from './audit';
import type { AuditSearch } from './audit-search';

interface Props {
  entry: AuditLine;
  onNarrow: (change: AuditSearch) => void;
}

function useNames() {
  const { t, i18n } = useLingui();
  const roles: Record<Role, string> = {
    CUSTOMER: t`Member`,
    EXPERT: t`Expert`,
    MODERATOR: t`Moderator`,
    MANAGER: t`Manager`,
    OWNER: t`Owner`,
  };
  const subjects: Record<AuditSubject, string> = {
    COMPANY: t`The company`,
    MEMBERSHIP: t`A member`,
    INVITATION: t`An invitation`,
    CHALLENGE: t`A challenge`,
    IDEA: t`An idea`,
    SAVED_REPLY: t`A saved reply`,
    REVIEW: t`A review`,
    DECISION: t`A decision`,
    REWARD: t`A reward`,
    REDEMPTION: t`A redemption`,
    GIFT: t`A gift`,
    PRIZE_CLAIM: t`A prize`,
    BADGE: t`A badge`,
  };
  const named = (names: Record<string, MessageDescriptor>) => (key: string) => (names[key] ? i18n._(names[key]) : key);
  return { roles, subjects, action: named(ACTIONS), field: named(FIELDS) };
}

/** One act: who did what to what, when and why; what it changed is folded away. */
export function Entry({ entry, onNarrow }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { roles, action } = useNames();
  const { at, actor, actorId, actorRole, reason, network, requestId, subjectId, changes } = entry;
  const what = action(entry.action);
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <strong>{what}</strong>
        <Subject entry={entry} />
        <time dateTime={at} className={classes.time}>
          {format.dateTime(at)}
        </time>
      </div>
      <div className={classes.who}>
        {actor ? <PersonName user={actor} linked /> : <Trans>Former member</Trans>}
        {actorRole && <span className="dimmed">{roles[actorRole]}</span>}
        {reason && (
          <span>
            <span className="dimmed">{t`Reason`}:</span> {reason}
          </span>
        )}
      </div>
      <details className={classes.more}>
        <summary>
          {changes.length > 0 ? <Trans>What changed</Trans> : <Trans>Details</Trans>}
          <span className="hidden">: {what}</span>
        </summary>
        {changes.length > 0 && (
          <dl className={classes.changes}>
            {changes.map((change) => (
              <Change key={change.name} change={change} />
            ))}
          </dl>
        )}
        <p className={`dimmed ${classes.origin}`}>
          {network && <span>{t`From the network ${network}`}</span>}
          {requestId && (
            <span>
              <Trans>Request</Trans> <code>{requestId}</code>
            </span>
          )}
        </p>
        <div className="row">
          <Button variant="default" onClick={() => onNarrow({ by: actorId })}>
            <Trans>Only this person</Trans>
          </Button>
          <Button variant="default" onClick={() => onNarrow({ about: subjectId })}>
            <Trans>All about this</Trans>
          </Button>
        </div>
      </details>
    </li>
  );
}

/** What it was done to: where it has a page, the way there. */
function Subject({ entry: { subjectKind, subjectId } }: Pick<Props, 'entry'>) {
  const { slug } = useCompany();
  const { subjects } = useNames();
  const name = subjects[subjectKind];
  if (subjectKind === 'IDEA')
    return (
      <Link to="/i/$ideaId" params={{ ideaId: subjectId }}>
        {name}
      </Link>
    );
  if (subjectKind === 'CHALLENGE')
    return (
      <Link to="/$slug/manage/challenges/$challengeId" params={{ slug, challengeId: subjectId }}>
        {name}
      </Link>
    );
  return <span className="dimmed">{name}</span>;
}

/** How it was and how it is, as a difference: struck out and underlined, said and coloured. */
function Change({ change }: { change: AuditLine['changes'][number] }) {
  const { field } = useNames();
  const { start, removed, added, end } = differenceOf(change);
  return (
    <div>
      <dt>{field(change.name)}</dt>
      <dd>
        {start}
        {removed.map((text, at) => (
          <del key={at}>
            <span className="hidden">
              <Trans>before:</Trans>{' '}
            </span>
            {text}
          </del>
        ))}
        {added.map((text, at) => (
          <ins key={at}>
            <span className="hidden">
              <Trans>after:</Trans>{' '}
            </span>
            {text}
          </ins>
        ))}
        {end}
      </dd>
    </div>
  );
}
