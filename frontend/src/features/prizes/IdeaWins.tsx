import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { Skeletons } from '@/components/Skeletons';
import { fromApiLocale } from '@/lib/i18n';
import { IdeaWinsDocument } from './documents';
import { PrizeWon } from './PrizeWon';
import classes from './Prizes.module.css';

/** On an idea's own page: what it has won, and why. */
export function IdeaWins({ ideaId }: { ideaId: string }) {
  const [{ data, error }, again] = useQuery({ query: IdeaWinsDocument, variables: { id: ideaId } });
  if (!data) return error ? <ErrorState error={error} retry={again} /> : <Skeletons rows={1} height={128} />;
  return data.idea?.wins.map(({ challenge, ...winner }) => {
    // who may see the idea sees where it won
    if (!challenge) return null;
    const { slug: challengeSlug, title, company } = challenge;
    const lang = fromApiLocale(challenge.language);
    return (
      <section key={winner.id} className={`surface ${classes.winner} ${classes.won}`}>
        <PrizeWon winner={winner} lang={lang}>
          <h2>
            <Trans>
              Winner of{' '}
              <Link to="/$slug/c/$challengeSlug" params={{ slug: company.slug, challengeSlug }} lang={lang}>
                {title}
              </Link>
            </Trans>
          </h2>
        </PrizeWon>
      </section>
    );
  });
}
