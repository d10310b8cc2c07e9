import { Plural, Trans } from '@lingui/react/macro';
import { IconTrophy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import { PersonName } from '@/components/PersonName';
import type { ChallengeWinnersQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { fromApiLocale, langOf } from '@/lib/i18n';
import { ChallengeWinnersDocument } from './documents';
import { PrizeWon } from './PrizeWon';
import classes from './Prizes.module.css';
import { useWinnersBy } from './words';

const Jury = lazy(() => import('./Jury').then((file) => ({ default: file.Jury })));

type Awarded = NonNullable<ChallengeWinnersQuery['challenge']>;

/** Who has won a challenge, and why; before that, how it will be decided. An expert of its jury chooses here. */
export function ChallengeWinners({ challengeId }: { challengeId: string }) {
  const { viewerMembership } = useCompany();
  const [{ data }] = useQuery({ query: ChallengeWinnersDocument, variables: { id: challengeId } });
  const challenge = data?.challenge;
  if (!challenge) return null;
  const { winners, winnersBy } = challenge;
  const judges = winnersBy === 'JURY' && viewerMembership?.role === 'EXPERT';
  return (
    <>
      {winners.length > 0 ? <Winners challenge={challenge} /> : <Rule challenge={challenge} />}
      {judges && (
        <Suspense>
          <Jury challengeId={challengeId} />
        </Suspense>
      )}
    </>
  );
}

/** How winners will be found, or that they are not shown any more. */
function Rule({ challenge: { state, winnersBy, claimDays, prizesFixedAt } }: { challenge: Awarded }) {
  const rules = useWinnersBy();
  return (
    <p className={`surface ${classes.rule}`}>
      <IconTrophy size={20} aria-hidden />
      {prizesFixedAt ? (
        <Trans>The winners were announced; what has won is not public any more.</Trans>
      ) : (
        <span>
          {rules[winnersBy]}{' '}
          <Plural
            value={claimDays}
            one="Who wins has # day to accept the prize."
            other="Who wins has # days to accept the prize."
          />{' '}
          {state === 'CLOSED' && <Trans>The winners are not announced yet.</Trans>}
        </span>
      )}
    </p>
  );
}

function Winners({ challenge: { winners, language } }: { challenge: Awarded }) {
  return (
    <section className={classes.winners} aria-labelledby="winners">
      <h2 id="winners">
        <IconTrophy size={24} aria-hidden /> <Trans>Winners</Trans>
      </h2>
      <ol className="plain stack">
        {winners.map((winner) => (
          <li key={winner.id} className={`surface ${classes.winner}`}>
            <Won winner={winner} lang={fromApiLocale(language)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Won({ winner, lang }: { winner: Awarded['winners'][number]; lang: string }) {
  const { idea } = winner;
  return (
    <PrizeWon winner={winner} lang={lang}>
      {idea && (
        <>
          <h3 lang={langOf(idea.language)}>
            <Link to="/i/$ideaId" params={{ ideaId: idea.id }}>
              {idea.title}
            </Link>
          </h3>
          <By idea={idea} />
        </>
      )}
    </PrizeWon>
  );
}

/** All who wrote it. */
function By({ idea }: { idea: NonNullable<Awarded['winners'][number]['idea']> }) {
  const accepted = idea.coauthors.filter(({ state }) => state === 'ACCEPTED').map(({ user }) => user);
  return (
    <p className="dimmed">
      {[idea.author, ...accepted].map((user, index) => (
        <span key={user.id}>
          {index > 0 && ' · '}
          <PersonName user={user} />
        </span>
      ))}
    </p>
  );
}
