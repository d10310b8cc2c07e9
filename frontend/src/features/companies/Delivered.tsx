import { Trans } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CompanyHomeQuery } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import classes from './CompanyPage.module.css';

type DeliveredIdea = CompanyHomeQuery['delivered']['edges'][number]['node'];

/** Who is to be thanked: the author and those who wrote with them, as far as they are still here. */
function useThanks() {
  const format = useFormat();
  return ({ author, coauthors }: DeliveredIdea): string =>
    format.list(
      [author, ...coauthors.filter(({ state }) => state === 'ACCEPTED').map(({ user }) => user)]
        .filter(({ erased }) => !erased)
        .map(({ displayName }) => displayName),
    );
}

/** What came of it, and thanks to whom. */
export function Delivered({ ideas }: { ideas: DeliveredIdea[] }) {
  const format = useFormat();
  const thanksTo = useThanks();
  if (ideas.length === 0) return null;
  return (
    <section className={classes.delivered}>
      <h2>
        <Trans>What came of it</Trans>
      </h2>
      <ul className="plain">
        {ideas.map((idea) => {
          const names = thanksTo(idea);
          return (
            <li key={idea.id}>
              <IconCheck size={18} stroke={3} aria-hidden />
              <div>
                <Link to="/i/$ideaId" params={{ ideaId: idea.id }} lang={langOf(idea.language)}>
                  {idea.title}
                </Link>
                <p className="dimmed">
                  {names && <Trans>Thanks to {names}</Trans>}
                  {names && idea.deliveredAt && ' · '}
                  {idea.deliveredAt && format.date(idea.deliveredAt)}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
