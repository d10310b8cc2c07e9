import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { Markdown } from '@/components/Markdown';
import { PersonName } from '@/components/PersonName';
import { Skeletons } from '@/components/Skeletons';
import { ButtonLink } from '@/components/ButtonLink';
import { useFormat } from '@/lib/format';
import type { MyPartProps } from '@/lib/part-props';
import { usePages } from '@/lib/use-pages';
import classes from './Catalogue.module.css';
import { type MyRedemption, MyRedemptions } from './catalogue';
import { Code } from './Redeemed';
import { Waiting } from './Waiting';
import { useEndings, useStates } from './words';

/** What one has redeemed or was given in a company, and where each thing stands. */
export function MyRedemptionsPart({ company }: MyPartProps) {
  const { t } = useLingui();
  const { id: companyId, slug, name } = company;
  const pages = usePages(MyRedemptions, { companyId }, ({ viewerRedemptions }) => viewerRedemptions);
  if (pages.error) return <ErrorState error={pages.error} retry={pages.retry} />;
  if (pages.loading) return <Skeletons rows={3} height={120} />;
  if (pages.nodes.length === 0)
    return (
      <EmptyState
        title={t`You have not redeemed anything here yet`}
        action={
          <ButtonLink to="/$slug/rewards" params={{ slug }} search={{ part: 'catalogue' }} variant="default">
            <Trans>What you can get</Trans>
          </ButtonLink>
        }
      >
        <Trans>What you get for your points from {name} is here then, with its codes.</Trans>
      </EmptyState>
    );
  return (
    <>
      <ul className="plain stack" aria-label={t`Redemptions`} aria-busy={pages.stale}>
        {pages.nodes.map((redemption) => (
          <li key={redemption.id}>
            <One redemption={redemption} company={company} />
          </li>
        ))}
      </ul>
      <LoadMore {...pages} />
    </>
  );
}

function One({ redemption, company }: { redemption: MyRedemption; company: MyPartProps['company'] }) {
  const states = useStates();
  const { state, points, code, unreadable, note, reward, givenBy } = redemption;
  const { name } = company;
  return (
    <article className={`surface ${classes.redemption}`}>
      {reward.thumbnailUrl && <img src={reward.thumbnailUrl} alt="" className={classes.thumb} loading="lazy" />}
      <div className={classes.body}>
        <h3 className={classes.title}>{reward.title}</h3>
        <p className="dimmed">
          {givenBy ? (
            <Trans>
              A gift from <PersonName user={givenBy} />
            </Trans>
          ) : (
            <Plural value={points} one="# point" other="# points" />
          )}
          {' · '}
          <When redemption={redemption} />
        </p>
        <p>
          <span className={classes.state} data-state={state}>
            {states[state]}
          </span>
        </p>
        <Why redemption={redemption} />
        {code !== null && state === 'FULFILLED' && <Code code={code} />}
        {unreadable && reward.fulfilment === 'CODE' && (
          <p className={classes.missing}>
            <Trans>Its code cannot be shown any more: the key to it is lost. Please ask {name} for another.</Trans>
          </p>
        )}
        {note && <p className={classes.note}>{note}</p>}
        {state === 'FULFILLED' && reward.descriptionHtml && (
          <details className={classes.how}>
            <summary>
              <Trans>What it is</Trans>
            </summary>
            <Markdown html={reward.descriptionHtml} />
          </details>
        )}
        {state === 'REQUESTED' && <Waiting redemption={redemption} company={company} />}
      </div>
    </article>
  );
}

function When({ redemption: { requestedAt, fulfilledAt, endedAt } }: { redemption: MyRedemption }) {
  const format = useFormat();
  return (
    <time dateTime={endedAt ?? fulfilledAt ?? requestedAt}>{format.date(endedAt ?? fulfilledAt ?? requestedAt)}</time>
  );
}

/** Why it has ended, and that the points are back. */
function Why({ redemption: { ended, reason, points } }: { redemption: MyRedemption }) {
  const endings = useEndings();
  if (!ended) return null;
  return (
    <p>
      {endings[ended]} {points > 0 && <Plural value={points} one="# point is back." other="# points are back." />}
      {reason && <span className={classes.note}>{reason}</span>}
    </p>
  );
}
