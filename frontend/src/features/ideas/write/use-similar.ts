import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { SimilarIdeaFragment } from '@/gql/graphql';
import type { Written } from './written';

const SimilarIdeasQuery = graphql(`
  query SimilarIdeas($companyId: ID!, $challengeId: ID, $title: String!, $body: String!, $language: Locale) {
    similarIdeas(
      companyId: $companyId
      challengeId: $challengeId
      title: $title
      body: $body
      language: $language
      first: 5
    ) {
      ...SimilarIdea
    }
  }
  fragment SimilarIdea on Idea {
    ...VoteState
    language
    status
  }
`);

const PAUSE = 350;
const SHORTEST = 5;
/** The server reads no more than the beginning anyway. */
const BEGINNING = 600;

/** What is written, once the typing pauses. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

interface Options {
  companyId: string;
  challengeId?: string;
  written: Written;
  /** Nothing may change now: somebody is about to tap one. */
  still: boolean;
}

/** Ideas that say what is being written. The last ones stay until the next are known, and where those cannot be read. */
export function useSimilar({ companyId, challengeId, written, still }: Options): SimilarIdeaFragment[] {
  const { title, body, language } = written;
  const settled = useSettled(JSON.stringify([title.trim(), body.trim().slice(0, BEGINNING)]));
  const [head, text] = JSON.parse(settled) as [string, string];
  const enough = head.length >= SHORTEST;
  const [{ data, fetching, error }] = useQuery({
    query: SimilarIdeasQuery,
    variables: { companyId, challengeId, title: head, body: text, language: language || null },
    pause: !enough,
    requestPolicy: 'cache-first',
  });
  const shown = useRef<string[]>([]);
  const known = useRef(new Map<string, SimilarIdeaFragment>());
  for (const idea of data?.similarIdeas ?? []) known.current.set(idea.id, idea);
  if (!still) {
    if (!enough) shown.current = [];
    else if (data && !fetching && !error) shown.current = data.similarIdeas.map(({ id }) => id);
  }
  return shown.current.map((id) => known.current.get(id)!);
}
