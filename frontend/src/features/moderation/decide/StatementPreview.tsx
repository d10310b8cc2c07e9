import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { DecisionAct, ReviewKind } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import type { ActForm } from './acts';
import classes from './Decide.module.css';
import { useRules } from './rules';
import { LAW, type Ruling } from './ruling';

const DAY = 86_400_000;

interface Props {
  form: ActForm;
  ruling: Ruling;
  kind: ReviewKind;
  /** Who reads it. */
  name: string;
  /** How many had reported it, and whether screening found it. */
  flagCount: number;
  screened: boolean;
}

/** What is done, and how far it reaches. */
const useScope = () => {
  const { t } = useLingui();
  return (act: DecisionAct, kind: ReviewKind): string => {
    const comment = kind === 'COMMENT';
    const scopes: Record<DecisionAct, string> = {
      KEEP: comment ? t`Your comment breaks no rule and is public.` : t`Your idea breaks no rule and is public.`,
      REQUEST_EDIT: comment
        ? t`You are asked to change your comment. Until then nobody else sees it; then it is read again.`
        : t`You are asked to change your idea. Until then nobody else sees it; then it is read again.`,
      HIDE: comment
        ? t`Your comment is hidden: nobody else sees it any more.`
        : t`Your idea is hidden: nobody else sees it any more.`,
      REMOVE: comment
        ? t`Your comment is removed: nobody else sees it, and it cannot be changed.`
        : t`Your idea is removed: nobody else sees it, and it cannot be changed.`,
      LOCK: t`Your idea is locked: it stays readable, and nobody votes on it, comments on it or changes it.`,
      MASK: comment
        ? t`Some words of your comment are covered; everybody can read the rest.`
        : t`Some words or files of your idea are covered; everybody can read the rest.`,
      MERGE: t`Another idea says the same: who looks for yours is led there, and its votes and followers count there.`,
      MOVE: t`Your idea stands elsewhere in the community now, with its votes and comments.`,
      WARN: t`You are warned. You may do all that you could before.`,
      SILENCE: t`You are silenced: you can read and vote here, and write nothing.`,
      SUSPEND: t`You are suspended: you can only read here.`,
      EXCLUDE: t`You take no part in rewards: you earn, win and redeem nothing, and your points are withdrawn; they come back only if this decision is undone. You can do all else as before.`,
    };
    return scopes[act];
  };
};

function Duration({ form, ruling: { days, endless, openBecause } }: Pick<Props, 'form' | 'ruling'>) {
  const format = useFormat();
  // they say so themselves
  if (form.act === 'WARN' || form.act === 'REQUEST_EDIT') return null;
  if (!form.parts.includes('term')) return <Trans>For good, unless it is taken back or an appeal succeeds.</Trans>;
  if (endless)
    return (
      <>
        <Trans>Without end.</Trans> {openBecause}
      </>
    );
  const until = format.date(new Date(Date.now() + Number(days) * DAY));
  return (
    <>
      <Plural value={Number(days)} one="For # day" other="For # days" />, <Trans>until {until}</Trans>
    </>
  );
}

const FoundBy = ({ flagCount, screened }: Pick<Props, 'flagCount' | 'screened'>) =>
  flagCount > 0 ? (
    <Plural value={flagCount} one="It was reported by # person." other="It was reported by # people." />
  ) : screened ? (
    <Trans>An automatic check asked for a person to read it.</Trans>
  ) : (
    <Trans>A moderator came across it.</Trans>
  );

/** The statement of reasons as its reader will have it, while it is being written. */
export function StatementPreview({ form, ruling, kind, name, flagCount, screened }: Props) {
  const { t } = useLingui();
  const { defaultLanguage } = useCompany();
  const scope = useScope();
  const rule = useRules().find(({ id }) => id === ruling.ground);
  const legal = ruling.ground === LAW ? ruling.legalGround : null;
  return (
    <section className={classes.statement} aria-label={t`What ${name} will read`}>
      <h3>{t`What ${name} will read`}</h3>
      <dl>
        <dt>{t`What was decided`}</dt>
        <dd>
          {scope(form.act, kind)} <Duration form={form} ruling={ruling} />
        </dd>
        {form.parts.includes('ground') && (
          <>
            <dt>{t`Why`}</dt>
            <dd lang={langOf(defaultLanguage)}>
              {rule ? (
                <>
                  <strong>{rule.title}</strong> {rule.text}
                </>
              ) : (
                legal || <span className="dimmed">{t`The guideline that you choose.`}</span>
              )}
            </dd>
          </>
        )}
        {ruling.note.trim() && (
          <>
            <dt>{t`The facts`}</dt>
            <dd className={classes.facts}>{ruling.note}</dd>
          </>
        )}
        <dt>{t`How it came up`}</dt>
        <dd>
          <FoundBy flagCount={flagCount} screened={screened} /> <Trans>A person decided, not a program.</Trans>
        </dd>
        <dt>{t`What you can do`}</dt>
        <dd>
          <Trans>Appeal within six months. Somebody else decides about it.</Trans>
        </dd>
      </dl>
    </section>
  );
}
