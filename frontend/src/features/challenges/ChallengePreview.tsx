import { Trans, useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Cover } from '@/components/Cover';
import { graphql } from '@/gql';
import type { Locale } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { fromApiLocale } from '@/lib/i18n';
import { ChallengeBrief } from './ChallengeBrief';
import { ChallengeFacts } from './ChallengeFacts';
import classes from './ChallengePage.module.css';
import { ChallengeSide } from './ChallengeSide';
import type { Challenge } from './challenge-page';

const PreviewTexts = graphql(`
  query PreviewTexts($brief: String!, $terms: String!) {
    brief: renderMarkdown(text: $brief)
    terms: renderMarkdown(text: $terms)
  }
`);

/** A challenge that nobody can read yet. */
interface Draft extends Pick<Challenge, 'title' | 'summary' | 'language' | 'prizes' | 'criteria'> {
  brief: string;
  terms: string;
  language: Locale;
  coverUrl: string | null;
  isPublic: boolean;
  phases: (Challenge['phases'][number] & Pick<NonNullable<Challenge['currentPhase']>, 'mayVote'>)[];
}

const PAUSE = 400;

/** As the server lays them out; the former ones stay until the new ones are there. */
function useTexts({ brief, terms }: Draft): { briefHtml: string; termsHtml: string } {
  const [variables] = useDebouncedValue({ brief, terms }, PAUSE);
  const pause = !variables.brief.trim() && !variables.terms.trim();
  const [{ data }] = useQuery({ query: PreviewTexts, variables, pause });
  const [shown, setShown] = useState({ brief: '', terms: '' });
  useEffect(() => {
    if (pause) setShown({ brief: '', terms: '' });
    else if (data) setShown(data);
  }, [data, pause]);
  return { briefHtml: shown.brief, termsHtml: shown.terms };
}

/** The draft as the page's parts take it, at the moment it would have if it were public now. */
function asPublished(draft: Draft, texts: ReturnType<typeof useTexts>): Challenge {
  const now = Date.now();
  const { phases } = draft;
  const current = phases.find(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt));
  const next = phases.find(({ startsAt }) => Date.parse(startsAt) > now);
  const [startsAt, endsAt] = [phases[0]?.startsAt ?? null, phases.at(-1)?.endsAt ?? null];
  const over = endsAt !== null && Date.parse(endsAt) <= now;
  return {
    ...{ id: '', slug: '', ...draft, ...texts },
    ...{ state: over ? 'CLOSED' : current ? 'OPEN' : 'SCHEDULED', startsAt, endsAt, closedAt: null, closeReason: null },
    ...{ ideaCount: 0, authorCount: 0, extensions: [], currentPhase: current ?? null, nextPhase: next ?? null },
    viewerCan: { submit: false, seeCounts: false, manage: false },
  };
}

/** The page of a challenge that is being written, of the same parts as the real one. */
export function ChallengePreview({ draft }: { draft: Draft }) {
  const { t } = useLingui();
  const { brandColor } = useCompany();
  const challenge = asPublished(draft, useTexts(draft));
  const lang = fromApiLocale(draft.language);
  return (
    <>
      <div className={classes.cover}>
        <Cover url={draft.coverUrl} color={brandColor} height={draft.coverUrl ? 140 : 56} />
      </div>
      <p className={classes.previewTitle} lang={lang}>
        {draft.title || t`Your question`}
      </p>
      <p lang={lang} className="dimmed">
        {draft.summary || <Trans>One or two sentences about it.</Trans>}
      </p>
      <ChallengeFacts challenge={challenge} />
      <div className={classes.previewParts}>
        <ChallengeBrief challenge={challenge} />
        <ChallengeSide challenge={challenge} />
      </div>
    </>
  );
}
