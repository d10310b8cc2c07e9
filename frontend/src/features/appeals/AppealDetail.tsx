import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Markdown } from '@/components/Markdown';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import { AppealForm } from './AppealForm';
import classes from './Appeals.module.css';
import { type AppealLine, isOverdue } from './appeals';
import { useAppealTitle, useWords } from './words';

interface Props {
  appeal: AppealLine;
  /** Somebody else has decided meanwhile. */
  onStale: () => void;
}

/** One appeal: what was decided and why, what is said against it, and what becomes of it. */
export function AppealDetail({ appeal, onStale }: Props) {
  const title = useAppealTitle()(appeal);
  const { bars } = useWords();
  const { state, viewerBarredBy } = appeal;
  return (
    <section className={`surface ${classes.detail}`} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      <Statement appeal={appeal} />
      {appeal.report ? <Reported report={appeal.report} /> : <Told appeal={appeal} />}
      <Item appeal={appeal} />
      <Words appeal={appeal} />
      {state !== 'OPEN' && <Outcome appeal={appeal} />}
      {state === 'OPEN' && viewerBarredBy && <p className={classes.barred}>{bars[viewerBarredBy]}</p>}
      {state === 'OPEN' && !viewerBarredBy && <AppealForm appeal={appeal} onStale={onStale} />}
    </section>
  );
}

/** What was decided, by whom, and why. */
function Statement({ appeal: { decision, review } }: Pick<Props, 'appeal'>) {
  const { t } = useLingui();
  const format = useFormat();
  const { defaultLanguage } = useCompany();
  const { acts, roles, found } = useWords();
  const { act, automatic, deciderRole, createdAt, endsAt, rule, legalGround, note, foundBy, flagCount } = decision;
  const who = review?.decidedBy;
  return (
    <dl className={classes.facts} aria-label={t`The decision`}>
      <div>
        <dt>{t`Decision`}</dt>
        <dd>
          {acts[act]} · {format.dateTime(createdAt)}
          {endsAt && (
            <>
              {' · '}
              <Trans>until {format.date(endsAt)}</Trans>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t`Decided by`}</dt>
        <dd>
          {automatic && <Trans>An automatic rule, without a person</Trans>}
          {!automatic && who && (
            <>
              <PersonName user={who} />
              {deciderRole && <> ({roles[deciderRole]})</>}
            </>
          )}
          {!automatic && !who && deciderRole && roles[deciderRole]}
        </dd>
      </div>
      <div>
        <dt>{t`Found`}</dt>
        <dd>
          {found[foundBy]}
          {flagCount > 0 && (
            <>
              {' · '}
              <Plural value={flagCount} one="# report" other="# reports" />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t`Reason`}</dt>
        <dd>
          {rule && <span lang={langOf(defaultLanguage)}>{rule.title}</span>}
          {legalGround && <Trans>The law: {legalGround}</Trans>}
          {note && <blockquote className={classes.note}>{note}</blockquote>}
        </dd>
      </div>
    </dl>
  );
}

/** The statement of reasons, as its author read it. */
function Told({ appeal: { decision } }: Pick<Props, 'appeal'>) {
  return (
    <details className={classes.text}>
      <summary>
        <Trans>The statement of reasons that the author read</Trans>
      </summary>
      <h3>{decision.statement.title}</h3>
      {decision.statement.sections.map(({ part, heading, paragraphs }) => (
        <section key={part}>
          <h4>{heading}</h4>
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      ))}
    </details>
  );
}

/** Of a complaint: what was reported, and why. */
function Reported({ report: { rule, note } }: { report: NonNullable<AppealLine['report']> }) {
  const { defaultLanguage } = useCompany();
  return (
    <section className={classes.words}>
      <h3>
        <Trans>What was reported</Trans>
      </h3>
      <p lang={rule ? langOf(defaultLanguage) : undefined}>{rule?.title ?? <Trans>Illegal content</Trans>}</p>
      {note && <blockquote className={classes.note}>{note}</blockquote>}
    </section>
  );
}

/** The item itself, folded away: nobody has to see it before they want to. */
function Item({ appeal: { review } }: Pick<Props, 'appeal'>) {
  const text = review?.idea ?? review?.comment;
  const ideaId = review?.idea?.id ?? review?.comment?.idea.id;
  if (!text || !ideaId) return null;
  return (
    <details className={classes.text}>
      <summary>
        <Trans>What it is about</Trans>
      </summary>
      <Markdown html={text.bodyHtml} language={text.language} />
      <p>
        <Link to="/i/$ideaId" params={{ ideaId }}>
          <Trans>Open the idea</Trans>
        </Link>
      </p>
    </details>
  );
}

/** What is said against it. */
function Words({ appeal }: Pick<Props, 'appeal'>) {
  const { t } = useLingui();
  const format = useFormat();
  const { report, createdAt, dueAt, state, text, attachments } = appeal;
  const title = report ? t`The complaint` : t`The appeal`;
  const due = format.date(dueAt);
  return (
    <section className={classes.words} aria-label={title}>
      <h3>{title}</h3>
      <p className="dimmed">
        <Appellant appeal={appeal} /> · <RelativeTime at={createdAt} />
        {state === 'OPEN' && (
          <>
            {' · '}
            {isOverdue(appeal) ? (
              <strong className={classes.late}>
                <Trans>Overdue since {due}</Trans>
              </strong>
            ) : (
              <Trans>to be decided by {due}</Trans>
            )}
          </>
        )}
      </p>
      <p className={classes.said} dir="auto">
        {text}
      </p>
      {attachments.length > 0 && (
        <ul className={`plain ${classes.files}`} aria-label={t`Files`}>
          {attachments.map(({ id, filename, url }) => (
            <li key={id}>
              <a href={url} target="_blank" rel="noreferrer">
                {filename}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Who says it. */
export function Appellant({ appeal: { report, review } }: Pick<Props, 'appeal'>) {
  if (report) return report.flagger ? <PersonName user={report.flagger} /> : <Trans>Notice from outside</Trans>;
  return review && <PersonName user={review.author} />;
}

/** How it was decided; takes the focus from the form that it replaces. */
function Outcome({ appeal }: Pick<Props, 'appeal'>) {
  const format = useFormat();
  const { states, roles } = useWords();
  const place = useRef<HTMLElement>(null);
  const { state, decidedAt, decidedBy, deciderRole, reasons } = appeal;
  useEffect(() => {
    // the button that had the focus is gone
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  return (
    <section ref={place} tabIndex={-1} className={classes.result} data-state={state} aria-label={states[state]}>
      <h3>{states[state]}</h3>
      <p className="dimmed">
        {decidedBy && <PersonName user={decidedBy} />}
        {deciderRole && <> ({roles[deciderRole]})</>}
        {decidedAt && <> · {format.dateTime(decidedAt)}</>}
      </p>
      {reasons ? (
        <p className={classes.said}>{reasons}</p>
      ) : (
        <p>
          <Trans>The decision was taken back before anybody decided about the appeal.</Trans>
        </p>
      )}
    </section>
  );
}
