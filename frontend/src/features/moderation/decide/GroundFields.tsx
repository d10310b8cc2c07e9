import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { TextInput } from '@/components/fields/TextInput';
import { Textarea } from '@/components/fields/Textarea';
import { useCompany } from '@/lib/company';
import { langOf } from '@/lib/i18n';
import classes from './Decide.module.css';
import { useRules } from './rules';
import { LAW, type Ruling } from './ruling';

export interface RulingProps {
  ruling: Ruling;
  change: (part: Partial<Ruling>) => void;
}

/** What it rests on: one of the company's guidelines, or the law. */
export function GroundFields({ ruling: { ground, legalGround }, change }: RulingProps) {
  const { t } = useLingui();
  const { defaultLanguage } = useCompany();
  const rules = useRules();
  const choice = (value: string, what: ReactNode) => (
    <label key={value} className={classes.rule}>
      <input
        type="radio"
        name="ground"
        value={value}
        required
        checked={ground === value}
        onChange={() => change({ ground: value })}
      />
      {what}
    </label>
  );
  return (
    <fieldset className={classes.rules}>
      <legend>{t`Which guideline does it not meet?`}</legend>
      {rules.map(({ id, title, text }) =>
        choice(
          id,
          <span lang={langOf(defaultLanguage)}>
            <strong>{title}</strong>
            <span className="dimmed">{text}</span>
          </span>,
        ),
      )}
      {choice(
        LAW,
        <strong>
          <Trans>It breaks a law</Trans>
        </strong>,
      )}
      {ground === LAW && (
        <TextInput
          label={t`Which law`}
          description={t`Name it so that it can be looked up, and why it applies.`}
          value={legalGround}
          required
          maxLength={300}
          onChange={({ currentTarget }) => change({ legalGround: currentTarget.value })}
        />
      )}
    </fieldset>
  );
}

/** The facts, in the moderator's own words. */
export function NoteField({ ruling: { note }, change }: RulingProps) {
  const { t } = useLingui();
  return (
    <Textarea
      label={t`A word to the author`}
      description={t`The facts, and what would make it fit. They can read this.`}
      value={note}
      maxLength={1000}
      autosize
      minRows={2}
      onChange={({ currentTarget }) => change({ note: currentTarget.value })}
    />
  );
}

const PRESETS = [1, 7, 30, 90] as const;

/** For how long, or why without end. */
export function TermFields({ ruling: { days, endless, openBecause }, change }: RulingProps) {
  const { t } = useLingui();
  return (
    <fieldset className={classes.term}>
      <legend>{t`For how long`}</legend>
      <div className={classes.presets}>
        {PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={!endless && days === String(preset)}
            aria-label={t`Days: ${preset}`}
            onClick={() => change({ endless: false, days: String(preset) })}
          >
            {preset}
          </button>
        ))}
        <button type="button" aria-pressed={endless} onClick={() => change({ endless: true })}>
          <Trans>Without end</Trans>
        </button>
      </div>
      {endless ? (
        <TextInput
          label={t`Why it has no end`}
          description={t`The author reads this.`}
          value={openBecause}
          required
          minLength={10}
          maxLength={300}
          onChange={({ currentTarget }) => change({ openBecause: currentTarget.value })}
        />
      ) : (
        <TextInput
          type="number"
          label={t`Days`}
          value={days}
          required
          min={1}
          max={365}
          onChange={({ currentTarget }) => change({ days: currentTarget.value })}
        />
      )}
    </fieldset>
  );
}
