import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ErrorState } from '@/components/ErrorState';
import { EmptyState } from '@/components/EmptyState';
import { LoadMore } from '@/components/LoadMore';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { fromApiLocale } from '@/lib/i18n';
import type { PartProps } from '@/lib/part-props';
import { idParam } from '@/lib/search';
import { usePages } from '@/lib/use-pages';
import classes from '../Prizes.module.css';
import { ClaimQueue } from './ClaimQueue';
import { type Awarded, AwardedChallenges } from './documents';
import { WinnersOf } from './WinnersOf';

/** Who wins, and whether it reaches them. */
export function PrizesPart({ search, onSearch }: PartProps) {
  const challengeId = idParam(search.challengeId);
  return (
    <>
      {challengeId ? <WinnersOf key={challengeId} challengeId={challengeId} /> : <Challenges />}
      <ClaimQueue challengeId={challengeId} search={search} onSearch={onSearch} />
    </>
  );
}

/** Challenges that nobody can enter any more. */
function Challenges() {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const pages = usePages(AwardedChallenges, { companyId }, ({ awardedChallenges }) => awardedChallenges);
  return (
    <section aria-labelledby="awarded">
      <h2 id="awarded">
        <Trans>Choose winners</Trans>
      </h2>
      {pages.error ? (
        <ErrorState error={pages.error} retry={pages.retry} />
      ) : pages.loading ? (
        <Skeletons rows={2} height={72} />
      ) : pages.nodes.length === 0 ? (
        <EmptyState title={t`No challenge to choose winners of`}>
          <Trans>Challenges with prizes come here once nobody can send ideas or vote any more.</Trans>
        </EmptyState>
      ) : (
        <ul className="plain surface" aria-busy={pages.stale}>
          {pages.nodes.map((awarded) => (
            <li key={awarded.challenge.id} className={classes.row}>
              <One awarded={awarded} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore {...pages} />
    </section>
  );
}

function One({ awarded }: { awarded: Awarded }) {
  const { slug } = useCompany();
  const format = useFormat();
  const { id, title, language, endsAt } = awarded.challenge;
  return (
    <>
      <span className={classes.grow}>
        <Link
          to="/$slug/manage/rewards"
          params={{ slug }}
          search={{ part: 'prizes', challengeId: id }}
          lang={fromApiLocale(language)}
        >
          {title}
        </Link>
        {endsAt && Date.parse(endsAt) <= Date.now() && (
          <span className="dimmed">
            {' · '}
            {format.date(endsAt)}
          </span>
        )}
      </span>
      <Status awarded={awarded} />
    </>
  );
}

function Status({ awarded: { openCount, announceAt, held } }: { awarded: Awarded }) {
  const format = useFormat();
  if (held)
    return (
      <strong className={classes.error}>
        <Trans>Held back: choose again</Trans>
      </strong>
    );
  if (announceAt)
    return (
      <span>
        <Trans>To be announced on {format.dateTime(announceAt)}</Trans>
      </span>
    );
  if (openCount === 0)
    return (
      <span className="dimmed">
        <Trans>All prizes have a winner</Trans>
      </span>
    );
  return (
    <strong>
      <Plural value={openCount} one="# prize without a winner" other="# prizes without a winner" />
    </strong>
  );
}
