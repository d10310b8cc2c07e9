import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { PersonName } from '@/components/PersonName';
import { ReviewThis } from '@/components/ReviewThis';
import { useCompany } from '@/lib/company';
import { langOf } from '@/lib/i18n';
import { Evidence } from './Evidence';
import { type Signal, useRuleNames, useRuleTexts } from './fair-play';
import classes from './FairPlay.module.css';

function Review({ userId, name }: { userId: string; name: string }) {
  const { id, slug } = useCompany();
  return (
    <ReviewThis item={{ userId, companyId: id }} company={{ id, slug }} authorId={userId} className={classes.review}>
      <Trans>Open a review of {name}</Trans>
    </ReviewThis>
  );
}

/** Whom a hint is about; each can be looked at by moderation, which alone decides. */
function Members({ signal: { members, memberCount } }: { signal: Signal }) {
  const more = memberCount - members.length;
  return (
    <>
      <ul className={classes.people}>
        {members.map((user) => (
          <li key={user.id}>
            <PersonName user={user} linked />
            {!user.erased && <Review userId={user.id} name={user.displayName} />}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="dimmed">
          <Plural value={more} one="and # more" other="and # more" />
        </p>
      )}
    </>
  );
}

function Hint({ signal }: { signal: Signal }) {
  const { rule, ideas, ideaCount, memberCount, votes, evidence } = signal;
  const name = useRuleNames()[rule];
  const text = useRuleTexts()[rule];
  const more = ideaCount - ideas.length;
  return (
    <li className={classes.card}>
      <h3>{name}</h3>
      <p className={classes.numbers}>
        <Plural value={votes} one="# vote" other="# votes" />
        {' · '}
        <Plural value={memberCount} one="# member" other="# members" />
        {' · '}
        <Plural value={ideaCount} one="# idea" other="# ideas" />
      </p>
      <p>{text}</p>
      <Evidence evidence={evidence} />
      <ul className={classes.ideas}>
        {ideas.map(({ id, title, language }) => (
          <li key={id}>
            <Link to="/i/$ideaId" params={{ ideaId: id }} lang={langOf(language)}>
              {title}
            </Link>
          </li>
        ))}
        {more > 0 && (
          <li className="dimmed">
            <Plural value={more} one="and # more" other="and # more" />
          </li>
        )}
      </ul>
      <details>
        <summary>
          <Trans>Who they are</Trans>
        </summary>
        <Members signal={signal} />
      </details>
    </li>
  );
}

/** What may not be what it seems. */
export function Hints({ signals }: { signals: Signal[] }) {
  const { t } = useLingui();
  return (
    <section aria-label={t`Hints`} className={classes.section}>
      <h2>{t`Hints`}</h2>
      {signals.length === 0 ? (
        <p>
          <Trans>Nothing stands out in these votes.</Trans>
        </p>
      ) : (
        <ul className={classes.cards}>
          {signals.map((signal, at) => (
            <Hint key={at} signal={signal} />
          ))}
        </ul>
      )}
    </section>
  );
}
