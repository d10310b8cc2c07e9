import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Honeypot } from '@/components/fields/Honeypot';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { RelativeTime } from '@/components/RelativeTime';
import { isSanctioned, useCompany } from '@/lib/company';
import { useSession } from '@/lib/session';
import { useSignsOfLife } from '@/lib/use-signs-of-life';
import { ConflictNotice } from './ConflictNotice';
import { IdeaFields } from './IdeaFields';
import { KeptNote } from './KeptNote';
import { SimilarIdeas } from './SimilarIdeas';
import type { SubmitTarget } from './submit-target';
import { Terms } from './Terms';
import { type Draft, useDraft } from './use-draft';
import { useSubmit } from './use-submit';
import classes from './WritingPage.module.css';
import type { StoredDraftQuery } from '@/gql/graphql';

interface Props {
  target: SubmitTarget;
  /** A draft that is written on, by the address; and as the server has it. */
  draftId?: string;
  stored?: StoredDraftQuery['idea'];
  /** The way into the company, for who is not a member. */
  join: ReactNode;
  /** Begins anew with an empty page. */
  onAfresh: () => void;
}

/** Says that an earlier text came back, and offers an empty page. The earlier one stays among the drafts. */
function Restored({ draft, onAfresh }: { draft: Draft; onAfresh: () => void }) {
  const { status } = useSession();
  if (!draft.restoredAt) return null;
  const afresh = () => {
    void draft.autosave.stop();
    draft.forget();
    onAfresh();
  };
  return (
    <div className={classes.note}>
      <p>
        <Trans>
          Your text is back. Last change: <RelativeTime at={draft.restoredAt} />
        </Trans>
      </p>
      <Button variant="subtle" onClick={afresh}>
        {status === 'in' && draft.kept === 'server' ? <Trans>Start another idea</Trans> : <Trans>Discard it</Trans>}
      </Button>
    </div>
  );
}

/** Publishing needs an account and a membership; writing does not. */
function Foot({ draft, target, stored, busy }: Pick<Props, 'target' | 'stored'> & { draft: Draft; busy: boolean }) {
  const { status, viewer } = useSession();
  const { viewerMembership } = useCompany();
  const { problem, kept, autosave } = draft;
  const ready = target.open && (status === 'out' || (viewerMembership !== null && !isSanctioned(viewerMembership)));
  const own = !stored || stored.author.id === viewer?.id;
  return (
    <div className={`${classes.foot} ${classes.under}`}>
      <KeptNote kept={kept}>
        {problem && problem.code !== 'CONFLICT' && (
          <>
            {Object.values(problem.fields)[0] ?? problem.message}{' '}
            <Button variant="subtle" size="compact" onClick={() => void autosave.now()}>
              <Trans>Try again</Trans>
            </Button>
          </>
        )}
      </KeptNote>
      {own ? (
        <Button type="submit" loading={busy} disabled={!ready}>
          {status === 'out' ? <Trans>Sign in and publish</Trans> : <Trans>Publish</Trans>}
        </Button>
      ) : (
        <span className="dimmed">
          <Trans>Only its author can publish it.</Trans>
        </span>
      )}
    </div>
  );
}

/** A new idea, on one page. */
export function SubmitForm({ target, draftId, stored, join, onAfresh }: Props) {
  const { t } = useLingui();
  const { status } = useSession();
  const { href } = useLocation();
  const navigate = useNavigate();
  const { id: companyId, viewerMembership, tags } = useCompany();
  const { challengeId, terms, acceptedTerms, language } = target;
  const online = status === 'in' && viewerMembership !== null;
  const draft = useDraft({ companyId, challengeId, draftId, stored, online });
  const signs = useSignsOfLife(draft.restoredAt !== null || stored !== undefined);
  const { submit, busy, problem } = useSubmit(draft, { companyId, challengeId }, signs.read);
  const { form } = draft;
  const [asked, setAsked] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (status === 'out') return void navigate({ to: '/sign-in', search: { next: href } });
    setAsked(true);
    return void submit();
  };
  const { ideaId } = draft.draft.current;
  return (
    <form
      className={`${classes.form} ${classes.withSide}`}
      onSubmit={send}
      onInput={signs.touch}
      noValidate
      aria-label={t`Your idea`}
    >
      <Honeypot ref={signs.trap} />
      <Restored draft={draft} onAfresh={onAfresh} />
      {draft.problem?.code === 'CONFLICT' && ideaId && <ConflictNotice ideaId={ideaId} onChoice={draft.continueFrom} />}
      {asked && <FormErrorSummary problem={problem} />}
      <IdeaFields form={form} tags={tags}>
        <SimilarIdeas
          companyId={companyId}
          challengeId={challengeId}
          written={form.values}
          onNone={() => form.getInputNode('body')?.focus()}
        />
      </IdeaFields>
      {terms && !acceptedTerms && (
        <Terms html={terms} language={language} field={form.getInputProps('acceptTerms', { type: 'checkbox' })} />
      )}
      {status === 'in' && !viewerMembership && (
        <div className={classes.note}>
          <p>
            <Trans>To publish here you need to be a member.</Trans>
          </p>
          {join}
        </div>
      )}
      <Foot draft={draft} target={target} stored={stored} busy={busy} />
    </form>
  );
}
