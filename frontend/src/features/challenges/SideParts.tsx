import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Markdown } from '@/components/Markdown';
import { usePhaseName } from '@/components/PhaseTimeline';
import { useFormat } from '@/lib/format';
import { fromApiLocale } from '@/lib/i18n';
import { Panel } from './Panel';
import classes from './ChallengePage.module.css';
import type { Challenge } from './challenge-page';

function Prizes({ prizes }: Pick<Challenge, 'prizes'>) {
  const format = useFormat();
  return (
    <ol className={classes.list}>
      {prizes.map(({ place, title, amountMinor, currency, points, shareBasisPoints }) => (
        <li key={place} className={classes.place}>
          <span className={classes.medal}>{place}</span>
          <span>
            {title}
            {amountMinor != null && currency && <p>{format.money(amountMinor, currency)}</p>}
            {points != null && (
              <p>
                <Plural value={points} one="# point" other="# points" />
              </p>
            )}
            {shareBasisPoints != null && (
              <p>
                <Trans>{format.basisPoints(shareBasisPoints)} of what it earns</Trans>
              </p>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Criteria({ criteria }: Pick<Challenge, 'criteria'>) {
  const format = useFormat();
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return (
    <ul className={classes.list}>
      {criteria.map(({ id, name, description, weight }) => (
        <li key={id}>
          <div className={classes.line}>
            <span>{name}</span>
            <span>{format.percent(weight / whole)}</span>
          </div>
          {description && <p>{description}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Each change of a date, with the reason that was given. */
export function Extensions({ extensions }: Pick<Challenge, 'extensions'>) {
  const format = useFormat();
  const nameOf = usePhaseName();
  return (
    <details>
      <summary>
        <Plural value={extensions.length} one="Dates changed once" other="Dates changed # times" />
      </summary>
      <ul className={classes.list}>
        {extensions.map(({ phase, endsAt, reason, at }) => (
          <li key={at}>
            <Trans>
              “{nameOf(phase.kind)}” until {format.date(endsAt)}
            </Trans>
            <p>{reason}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Prizes, criteria and terms: below the dates, so they may come a moment later. */
export function SideParts({ challenge: { prizes, criteria, termsHtml, language } }: { challenge: Challenge }) {
  const { t } = useLingui();
  const lang = fromApiLocale(language);
  return (
    <>
      {prizes.length > 0 && (
        <Panel title={t`Prizes`}>
          <div lang={lang}>
            <Prizes prizes={prizes} />
          </div>
        </Panel>
      )}
      {criteria.length > 0 && (
        <Panel title={t`How ideas are judged`}>
          <div lang={lang}>
            <Criteria criteria={criteria} />
          </div>
        </Panel>
      )}
      {termsHtml && (
        <section className={classes.panel}>
          <details>
            <summary>
              <Trans>Terms of participation</Trans>
            </summary>
            <Markdown html={termsHtml} language={language} />
          </details>
        </section>
      )}
    </>
  );
}
