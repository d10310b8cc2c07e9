import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import type { DecisionAct, NoticeOfQuery, NoticeState } from '@/gql/graphql';
import { toProblem } from '@/lib/errors';
import { useFormat } from '@/lib/format';
import { ComplaintForm } from '../complaint/ComplaintForm';
import { ComplaintState } from '../complaint/ComplaintState';
import classes from '../Redress.module.css';
import { NoticeOf } from './documents';

const STATE: Record<NoticeState, MessageDescriptor> = {
  RECEIVED: msg`A moderator has yet to decide.`,
  ACTED_ON: msg`The moderators have acted on it.`,
  NOT_ACTED_ON: msg`The moderators have decided that it stays as it is.`,
  GONE: msg`Its author has taken it back before anybody decided.`,
};

/** What leaves it to be read is not always that it stays as it is. */
const LEFT: Partial<Record<DecisionAct, MessageDescriptor>> = {
  MERGE: msg`The moderators have merged it with another idea that says the same. Nothing else was done.`,
  MOVE: msg`The moderators have moved it to another place. Nothing else was done.`,
};

const TONE: Record<NoticeState, string | undefined> = {
  RECEIVED: undefined,
  ACTED_ON: 'done',
  NOT_ACTED_ON: 'declined',
  GONE: 'declined',
};

const DONE: Record<DecisionAct, MessageDescriptor> = {
  KEEP: msg`It stays public.`,
  REQUEST_EDIT: msg`It is hidden until its author has changed it.`,
  HIDE: msg`It was hidden.`,
  REMOVE: msg`It was removed.`,
  LOCK: msg`It was locked: it can be read, but not voted on or discussed.`,
  MASK: msg`A part of it was covered.`,
  MERGE: msg`It was merged with another idea.`,
  MOVE: msg`It was moved.`,
  WARN: msg`Its author was warned.`,
  SILENCE: msg`Its author cannot write for a while.`,
  SUSPEND: msg`Its author was suspended.`,
  EXCLUDE: msg`Its author was excluded from rewards.`,
};

type Outcome = NonNullable<NonNullable<NoticeOfQuery['notice']>['outcome']>;

function OutcomeFacts({ outcome: { act, automatic, ground, decidedAt } }: { outcome: Outcome }) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <dl className={classes.facts}>
      <div>
        <dt>
          <Trans>What was done</Trans>
        </dt>
        <dd>{i18n._(DONE[act])}</dd>
      </div>
      {ground && (
        <div>
          <dt>
            <Trans>Rule or law</Trans>
          </dt>
          <dd>{ground}</dd>
        </div>
      )}
      <div>
        <dt>
          <Trans>Decided</Trans>
        </dt>
        <dd>
          <time dateTime={decidedAt}>{format.date(decidedAt)}</time>
          {', '}
          {automatic ? <Trans>automatically</Trans> : <Trans>by a person</Trans>}
        </dd>
      </div>
    </dl>
  );
}

interface Props {
  token?: string;
  /** Whether it was filed just now. */
  filed: boolean;
}

/** The receipt of a notice: where it stands, and what was decided. */
export function ReceiptPage({ token = '', filed }: Props) {
  const { i18n, t } = useLingui();
  const format = useFormat();
  const [{ data, error }, retry] = useQuery({ query: NoticeOf, variables: { token }, pause: !token });
  const title = filed ? t`We have received your notice` : t`Your notice`;
  if (!token || (error && toProblem(error).code === 'NOT_FOUND'))
    return (
      <>
        <PageTitle>{t`Your notice`}</PageTitle>
        <EmptyState title={t`This link is not complete`}>
          <Trans>Copy it from the mail once more. A while after the decision the receipt is removed.</Trans>
        </EmptyState>
      </>
    );
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  const notice = data?.notice;
  if (!notice) return <Skeletons rows={1} height={200} />;
  const { state, filedAt, outcome, complaint, complainUntil } = notice;
  const again = () => retry({ requestPolicy: 'network-only' });
  return (
    <>
      <PageTitle lead={filed && t`The address of this page is your receipt; we have mailed it to you, too.`}>
        {title}
      </PageTitle>
      <div className={classes.state} data-tone={TONE[state]} role="status">
        <p>
          <strong>{i18n._((state === 'NOT_ACTED_ON' && outcome && LEFT[outcome.act]) || STATE[state])}</strong>
        </p>
      </div>
      <div className={classes.card}>
        <dl className={classes.facts}>
          <div>
            <dt>
              <Trans>Filed</Trans>
            </dt>
            <dd>
              <time dateTime={filedAt}>{format.date(filedAt)}</time>
            </dd>
          </div>
        </dl>
        {outcome && <OutcomeFacts outcome={outcome} />}
        {complaint && <ComplaintState complaint={complaint} />}
        <p className="dimmed">
          <Trans>
            If you disagree with the outcome, you can turn to a certified body for out-of-court dispute settlement in
            the European Union (Regulation (EU) 2022/2065, art. 21), or to a court.
          </Trans>
        </p>
      </div>
      {complainUntil && <ComplaintForm token={token} until={complainUntil} onFiled={again} />}
    </>
  );
}
