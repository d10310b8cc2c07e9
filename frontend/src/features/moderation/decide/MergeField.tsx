import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { TextInput } from '@/components/fields/TextInput';
import { graphql } from '@/gql';
import type { HeldItemFragment, MergeTargetFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { langOf } from '@/lib/i18n';
import classes from './Decide.module.css';
import type { RulingProps } from './GroundFields';

const IdeasLikeIt = graphql(`
  query IdeasLikeIt($companyId: ID!, $title: String!, $language: Locale) {
    similarIdeas(companyId: $companyId, title: $title, language: $language, first: 6) {
      ...MergeTarget
    }
  }
`);

const IdeasToMergeInto = graphql(`
  query IdeasToMergeInto($companyId: ID!, $text: String!) {
    ideas(companyId: $companyId, filter: { text: $text }, first: 6) {
      edges {
        node {
          ...MergeTarget
        }
      }
    }
  }
  fragment MergeTarget on Idea {
    id
    title
    language
    upCount
    challenge {
      id
      title
      language
    }
  }
`);

const PAUSE = 350;

/** What is looked for, once the typing pauses. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Public ideas with these words; before there are any, those that are like it. */
function useFound(items: Props['items'], text: string) {
  const { id: companyId } = useCompany();
  const { title = '', language } = items[0]?.idea ?? {};
  const [similar] = useQuery({ query: IdeasLikeIt, variables: { companyId, title, language }, pause: text !== '' });
  const [found] = useQuery({ query: IdeasToMergeInto, variables: { companyId, text }, pause: text === '' });
  const ideas = text ? found.data?.ideas.edges.map(({ node }) => node) : similar.data?.similarIdeas;
  return {
    ideas: ideas?.filter(({ id }) => items.some(({ idea }) => idea?.id !== id)),
    fetching: text ? found.fetching : similar.fetching,
  };
}

const Facts = ({ idea: { upCount: count, challenge } }: { idea: MergeTargetFragment }) => (
  <span className="dimmed">
    {count != null && (
      <>
        <Plural value={count} one="# vote" other="# votes" />
        {' · '}
      </>
    )}
    {challenge ? <span lang={langOf(challenge.language)}>{challenge.title}</span> : <Trans>Idea box</Trans>}
  </span>
);

type Props = RulingProps & { items: readonly HeldItemFragment[] };

/** The idea that says the same: among those that are like it, or found by its words. */
export function MergeField({ items, ruling: { target }, change }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim());
  const { ideas, fetching } = useFound(items, text);
  const none = ideas?.length === 0 && !fetching;
  // what was chosen stays in sight, whatever is looked for next
  const shown = [...(target ? [target] : []), ...(ideas ?? []).filter(({ id }) => id !== target?.id)];
  return (
    <>
      <TextInput
        type="search"
        label={t`Find an idea by its words`}
        description={t`Without any, those that are most like it are listed.`}
        value={typed}
        maxLength={100}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        // it looks for something, and decides nothing
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <fieldset className={classes.rules} aria-busy={fetching}>
        <legend>{t`Which idea says the same?`}</legend>
        {shown.map((idea) => (
          <label key={idea.id} className={classes.target}>
            <input
              type="radio"
              name="target"
              required
              checked={idea.id === target?.id}
              onChange={() => change({ target: idea })}
            />
            <span>
              <strong lang={langOf(idea.language)}>{idea.title}</strong>
              <Facts idea={idea} />
            </span>
          </label>
        ))}
        <p role="status" className="dimmed">
          {none && <Trans>No public idea like that.</Trans>}
        </p>
      </fieldset>
    </>
  );
}
