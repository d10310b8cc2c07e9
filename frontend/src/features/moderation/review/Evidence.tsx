import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import type { FlagState, ReviewToDecideQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import { useFindingName } from './names';
import classes from './Review.module.css';

export type OpenReview = NonNullable<ReviewToDecideQuery['review']>;
type Flag = OpenReview['flags'][number];

interface ReportProps {
  flag: Flag;
  /** The files of the item, by id. */
  files: ReadonlyMap<string, string>;
}

function Report({ flag: { rule, flagger, note, weight, state, createdAt, attachmentId }, files }: ReportProps) {
  const { t } = useLingui();
  const { defaultLanguage } = useCompany();
  const format = useFormat();
  const states: Record<FlagState, string | null> = {
    OPEN: null,
    REJECTED: t`not upheld`,
    UPHELD: t`upheld`,
    WITHDRAWN: t`withdrawn by them`,
    GONE: t`its author took it back`,
  };
  const file = attachmentId ? files.get(attachmentId) : null;
  const weighs = format.number(Math.round(weight * 10) / 10);
  return (
    <li>
      <p>
        <strong lang={langOf(defaultLanguage)}>{rule?.title ?? t`Illegal content`}</strong>
        {attachmentId && (
          <>
            {' · '}
            {file ? <Trans>about the file “{file}”</Trans> : <Trans>about a file</Trans>}
          </>
        )}
      </p>
      {note && <blockquote className={classes.note}>{note}</blockquote>}
      <p className="dimmed">
        {flagger ? <PersonName user={flagger} /> : <Trans>Notice from outside</Trans>} · <RelativeTime at={createdAt} />{' '}
        · <Trans>weight {weighs}</Trans>
        {states[state] && ` · ${states[state]}`}
      </p>
    </li>
  );
}

/** Who reported it, by which guideline, in which words. */
export function Reports({ review: { flags, flagCount, idea } }: { review: OpenReview }) {
  if (flags.length === 0) return null;
  const files = new Map(idea?.attachments.map(({ id, filename }) => [id, filename]));
  const others = flagCount - flags.length;
  return (
    <section className={classes.evidence}>
      <h3>
        <Plural value={flagCount} one="# report" other="# reports" />
      </h3>
      <ul className="plain">
        {flags.map((flag) => (
          <Report key={flag.id} flag={flag} files={files} />
        ))}
      </ul>
      {others > 0 && (
        <p className="dimmed">
          <Plural value={others} one="and # more" other="and # more" />
        </p>
      )}
    </section>
  );
}

/** What screening found, how much it says, and in which words. */
export function Findings({ review: { reasons } }: { review: Pick<OpenReview, 'reasons'> }) {
  const format = useFormat();
  const findingName = useFindingName();
  if (reasons.length === 0) return null;
  return (
    <section className={classes.evidence}>
      <h3>
        <Trans>Found automatically</Trans>
      </h3>
      <ul className="plain">
        {reasons.map(({ code, score, detail }) => (
          <li key={code} className={classes.finding}>
            <span>
              <strong>{findingName(code)}</strong> {detail && <q>{detail}</q>}
            </span>
            <span className={classes.score}>
              <meter value={score} min={0} max={1} aria-hidden />
              <span>{format.percent(score)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
