import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { NotFound } from '@/components/NotFound';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { fromApiLocale } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { placeOfDraft, readLocal } from './write/local-draft';
import { SubmitForm } from './write/SubmitForm';
import { ideaBox, StoredDraft, SubmitChallenge, type SubmitTarget, targetOf } from './write/submit-target';
import classes from './write/WritingPage.module.css';

interface Props {
  /** Left out: for the idea box. */
  challengeSlug?: string;
  /** A draft that is written on. */
  draftId?: string;
  /** The way into the company, for who is not a member. */
  join: ReactNode;
}

/** Why it cannot be sent now. It can be written nevertheless. */
function NotNow({ target: { open, opensAt } }: { target: SubmitTarget }) {
  const format = useFormat();
  if (open) return null;
  return (
    <p className={classes.note}>
      {opensAt ? (
        <Trans>Ideas can be sent from {format.dateTime(opensAt)}. You can write already: your draft is kept.</Trans>
      ) : (
        <Trans>No ideas are taken here now. What you wrote stays among your drafts.</Trans>
      )}
    </p>
  );
}

/** What the page needs to know before the writing begins. */
function useTarget({ challengeSlug, draftId }: Props) {
  const { slug: companySlug, ideaBoxOpen, defaultLanguage } = useCompany();
  const { status, viewer } = useSession();
  const [asked, retry] = useQuery({
    query: SubmitChallenge,
    variables: { companySlug, slug: challengeSlug ?? '' },
    pause: !challengeSlug,
  });
  const [draft, retryDraft] = useQuery({
    query: StoredDraft,
    variables: { id: draftId ?? '' },
    pause: !draftId || status !== 'in',
    requestPolicy: 'network-only',
  });
  const challenge = challengeSlug ? asked.data?.challenge : undefined;
  const target = challengeSlug ? challenge && targetOf(challenge) : ideaBox(ideaBoxOpen, defaultLanguage);
  // what is no draft any more is not written on here
  const stored = draftId && draft.data?.idea?.visibility === 'DRAFT' ? draft.data.idea : undefined;
  const [begun, setBegun] = useState<string>();
  if (stored && begun !== stored.id) setBegun(stored.id);
  // the text that only this device has is written on, whatever became of the draft
  const onDevice = useMemo(
    () => Boolean(draftId && readLocal(placeOfDraft(draftId), viewer?.id ?? null)?.ahead),
    [draftId, viewer],
  );
  const lacking = draftId !== undefined && !draft.fetching && !stored && begun !== draftId && !onDevice;
  return {
    challenge,
    target,
    stored,
    missing: challengeSlug ? asked.data && !challenge : false,
    waiting: (challengeSlug && !asked.data) || (draftId && draft.fetching),
    error: (asked.data ? undefined : asked.error) ?? (lacking && !draft.data ? draft.error : undefined),
    /** It was sent, or deleted. */
    gone: lacking && draft.data ? { idea: draft.data.idea } : undefined,
    retry: () => (asked.error ? retry() : retryDraft({ requestPolicy: 'network-only' })),
  };
}

/** Where a draft was, which its author has sent or deleted since. */
function Gone({ idea }: { idea: { id: string } | null | undefined }) {
  const { t } = useLingui();
  const { slug } = useCompany();
  return (
    <>
      <PageTitle>{t`Share an idea`}</PageTitle>
      <EmptyState
        title={idea ? t`This is no draft any more` : t`This draft is gone`}
        action={
          idea ? (
            <ButtonLink to="/i/$ideaId" params={{ ideaId: idea.id }}>
              <Trans>Go to the idea</Trans>
            </ButtonLink>
          ) : (
            <ButtonLink to="/$slug" params={{ slug }}>
              <Trans>Back to the company</Trans>
            </ButtonLink>
          )
        }
      >
        {idea ? <Trans>It has been sent since.</Trans> : <Trans>It was deleted, or is not yours.</Trans>}
      </EmptyState>
    </>
  );
}

/** Where an idea is written: for a challenge or for the idea box. */
export function SubmitIdeaPage(props: Props) {
  const { challengeSlug, draftId, join } = props;
  const { t } = useLingui();
  const { slug, name } = useCompany();
  const { status } = useSession();
  const [round, setRound] = useState(0);
  const { challenge, target, stored, missing, waiting, gone, error, retry } = useTarget(props);
  if (error) return <ErrorState error={error} retry={retry} />;
  if (missing) return <NotFound />;
  if (waiting || !target || status === 'unknown') return <Skeletons rows={4} height={96} />;
  if (gone && round === 0) return <Gone idea={gone.idea} />;
  const params = { slug, challengeSlug: challengeSlug ?? '' };
  return (
    <>
      {challenge && (
        <Link to="/$slug/c/$challengeSlug" params={params} className={classes.crumb}>
          {challenge.title}
        </Link>
      )}
      <PageTitle
        lead={
          challenge ? (
            <span lang={fromApiLocale(challenge.language)}>{challenge.summary}</span>
          ) : (
            t`For the idea box of ${name}: about anything, at any time.`
          )
        }
      >{t`Share an idea`}</PageTitle>
      <NotNow target={target} />
      <SubmitForm
        key={`${draftId ?? 'new'}/${round}`}
        target={target}
        draftId={round === 0 ? draftId : undefined}
        stored={round === 0 ? stored : undefined}
        join={join}
        onAfresh={() => setRound(round + 1)}
      />
    </>
  );
}
