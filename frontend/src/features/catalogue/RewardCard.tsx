import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Button } from '@/components/Button';
import { Cover } from '@/components/Cover';
import { Markdown } from '@/components/Markdown';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import classes from './Catalogue.module.css';
import type { RewardOffer } from './catalogue';

/** From how many on it is of use to know that they are becoming few. */
const FEW = 20;

interface Props {
  reward: RewardOffer;
  onRedeem: () => void;
}

/** Something that can be had: what it is, what it costs, and what is still in the way. */
export function RewardCard({ reward, onRedeem }: Props) {
  const { t } = useLingui();
  const { brandColor, defaultLanguage } = useCompany();
  const lang = langOf(defaultLanguage);
  const { id, title, descriptionHtml, thumbnailUrl, pictureAlt, cost, stock, viewerBar } = reward;
  return (
    <article className={classes.card}>
      {thumbnailUrl ? (
        <img src={thumbnailUrl} alt={pictureAlt} className={classes.picture} loading="lazy" />
      ) : (
        <Cover color={brandColor} seed={id} height={150} />
      )}
      <div className={classes.text}>
        <h2 className={classes.title} lang={lang}>
          {title}
        </h2>
        {descriptionHtml && <Markdown html={descriptionHtml} language={defaultLanguage} />}
      </div>
      <div className={classes.foot}>
        <p className={classes.cost}>
          <strong>
            <Plural value={cost} one="# point" other="# points" />
          </strong>
          {stock !== null && stock > 0 && stock <= FEW && (
            <span className="dimmed">
              <Plural value={stock} one="# left" other="# left" />
            </span>
          )}
        </p>
        <Conditions reward={reward} />
        {viewerBar ? (
          <Bar reward={reward} />
        ) : (
          <Button onClick={onRedeem} aria-label={t`Get “${title}”`}>
            <Trans>Get it</Trans>
          </Button>
        )}
      </div>
    </article>
  );
}

/** What one should know before: until when, how many, how many one has. */
function Conditions({ reward: { endsAt, perMember: most, viewerRedeemed, viewerBar } }: { reward: RewardOffer }) {
  const format = useFormat();
  // that is said below
  const perMember = viewerBar === 'LIMIT_REACHED' ? null : most;
  if (!endsAt && perMember === null) return null;
  return (
    <p className={classes.conditions}>
      {endsAt && <Trans>Until {format.date(endsAt)}</Trans>}
      {endsAt && perMember !== null && ' · '}
      {perMember !== null &&
        (viewerRedeemed ? (
          <Trans>
            You have {viewerRedeemed} of at most {perMember}
          </Trans>
        ) : (
          <Plural value={perMember} one="# for each member" other="At most # for each member" />
        ))}
    </p>
  );
}

/** Why it can’t be had now; of points, how far one is. */
function Bar({ reward }: { reward: RewardOffer }) {
  const { t } = useLingui();
  const format = useFormat();
  const { name, slug } = useCompany();
  const { viewerBar, cost, viewerMissingPoints, startsAt, levelNeeded } = reward;
  switch (viewerBar) {
    case 'NOT_ENOUGH_POINTS':
      return <Missing cost={cost} missing={viewerMissingPoints ?? cost} />;
    case 'MEMBERS_ONLY':
      return (
        <p className={classes.bar}>
          <Link to="/$slug" params={{ slug }}>
            <Trans>Join {name}</Trans>
          </Link>{' '}
          <Trans>to collect points.</Trans>
        </p>
      );
    default: {
      const texts: Partial<Record<NonNullable<typeof viewerBar>, string>> = {
        EMAIL_NOT_VERIFIED: t`Confirm your e-mail address first.`,
        SUSPENDED: t`Not while you are suspended.`,
        EXCLUDED: t`By a decision of the moderators, you have no part in rewards for now.`,
        NOT_YET: startsAt ? t`From ${format.dateTime(startsAt)} on` : t`Not yet`,
        OVER: t`Over`,
        SOLD_OUT: t`None is left.`,
        LEVEL_NEEDED: t`For members of level ${levelNeeded ?? 1} and above`,
        LIMIT_REACHED: t`You have as many as one member gets.`,
      };
      return <p className={classes.bar}>{viewerBar && texts[viewerBar]}</p>;
    }
  }
}

function Missing({ cost, missing }: { cost: number; missing: number }) {
  const { t } = useLingui();
  // who is below zero has come no part of the way
  const have = Math.max(0, cost - missing);
  return (
    <div className={classes.bar}>
      <meter min={0} max={cost} value={have} aria-label={t`How far your points reach`} className={classes.meter} />
      <span>
        <Plural value={missing} one="# point to go" other="# points to go" />
      </span>
    </div>
  );
}
