import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { ButtonLink } from '@/components/ButtonLink';
import { PersonName } from '@/components/PersonName';
import { graphql } from '@/gql';
import type { HoldReason, IdeaVisibility } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import { useViewer } from '@/lib/session';
import { useAction } from '@/lib/use-action';
import classes from '../page/IdeaPage.module.css';
import type { PageIdea } from '../page/idea-page';
import { MergedNotice } from './MergedNotice';

const AnswerInvitation = graphql(`
  mutation AnswerInvitationOnIdea($input: AnswerCoauthorInvitationInput!) {
    answerCoauthorInvitation(input: $input) {
      id
      coauthors {
        ...CoauthorLine
      }
      viewerCan {
        edit
        vote
      }
    }
  }
`);

const WHY: Record<HoldReason, MessageDescriptor> = {
  AUTOMATIC_CHECK: msg`An automatic check was not sure about it, so a person reads it first.`,
  COMPANY_REVIEWS_EVERYTHING: msg`This company reads every idea before it is published.`,
  EDIT_REQUESTED: msg`A moderator asks you to change this idea; then it is read again.`,
  MANY_LINKS: msg`It has many links, so a person reads it first.`,
  MANY_POSTS: msg`You have posted much in a short time, so a person reads it first.`,
  NEWCOMER: msg`The first ideas of new members are read before they are published.`,
  REPEATED: msg`You have posted something like it before, so a person reads it first.`,
  WATCHED_LINK: msg`It names a site that makes this company read it first.`,
  WATCHED_WORD: msg`It has words that make this company read it first.`,
};

/** By a moderator. */
const TAKEN_AWAY = new Set<IdeaVisibility>(['REJECTED', 'HIDDEN', 'REMOVED']);

/** A draft: where it goes on. */
function DraftNotice({ idea: { id, company, challenge } }: { idea: PageIdea }) {
  const search = { draft: id };
  return (
    <div className={classes.notice}>
      <p>
        <Trans>This is a draft: only its authors see it.</Trans>
      </p>
      <div>
        {challenge ? (
          <ButtonLink
            to="/$slug/c/$challengeSlug/new"
            params={{ slug: company.slug, challengeSlug: challenge.slug }}
            search={search}
          >
            <Trans>Go on writing</Trans>
          </ButtonLink>
        ) : (
          <ButtonLink to="/$slug/new" params={{ slug: company.slug }} search={search}>
            <Trans>Go on writing</Trans>
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

/** The question whether to write this idea together. */
function InvitationNotice({ idea: { id, author } }: { idea: PageIdea }) {
  const { run, busy } = useAction(AnswerInvitation);
  const answer = (accept: boolean) => void run({ input: { ideaId: id, accept } });
  return (
    <div className={classes.notice} data-tone="invite">
      <p>
        <Trans>
          <PersonName user={author} /> asks you to write this idea together.
        </Trans>
      </p>
      <div className="row">
        <Button disabled={busy} onClick={() => answer(true)}>
          <Trans>Accept</Trans>
        </Button>
        <Button variant="default" disabled={busy} onClick={() => answer(false)}>
          <Trans>Decline</Trans>
        </Button>
      </div>
    </div>
  );
}

/** To its authors: that nothing can be done with it any more. */
const LockedNotice = ({ why }: { why: ReactNode }) => (
  <div className={classes.notice} data-tone="declined">
    <p>
      <Trans>A moderator has locked this idea: it can be read, but no longer voted on, discussed or changed.</Trans>
    </p>
    {why}
  </div>
);

/** What its authors and staff must know before they read: that not everybody can, and why. */
export function IdeaNotice({ idea, why }: { idea: PageIdea; why: ReactNode }) {
  const { i18n } = useLingui();
  const viewer = useViewer();
  const { visibility, holdReason, rejectionReason, coauthors, company, locked } = idea;
  const invited = coauthors.some(({ user, state }) => state === 'INVITED' && user.id === viewer?.id);
  return (
    <>
      {invited && <InvitationNotice idea={idea} />}
      {visibility === 'DRAFT' && <DraftNotice idea={idea} />}
      {visibility === 'HELD' && (
        <div className={classes.notice} role="status">
          <p>
            <strong>
              <Trans>This idea is waiting for a review.</Trans>
            </strong>{' '}
            {holdReason && i18n._(WHY[holdReason])}
          </p>
          <p>
            <Trans>
              You will get a mail as soon as somebody has read it. Until then only its authors and the moderators see
              it.
            </Trans>
          </p>
          {holdReason === 'EDIT_REQUESTED' && why}
        </div>
      )}
      {visibility === 'PUBLISHED' && locked && <LockedNotice why={why} />}
      {visibility === 'MERGED' && <MergedNotice idea={idea} why={why} />}
      {TAKEN_AWAY.has(visibility) && (
        <div className={classes.notice} data-tone="declined">
          <p>
            <strong>
              {visibility === 'REJECTED' ? (
                <Trans>This idea was not published.</Trans>
              ) : (
                <Trans>This idea was hidden.</Trans>
              )}
            </strong>{' '}
            <Trans>Only its authors and the moderators see it.</Trans>
          </p>
          {rejectionReason && <blockquote lang={langOf(company.defaultLanguage)}>{rejectionReason}</blockquote>}
          {why}
        </div>
      )}
      {visibility === 'WITHDRAWN' && (
        <div className={classes.notice} data-tone="declined">
          <p>
            <Trans>This idea was withdrawn. Only its authors and the moderators see it.</Trans>
          </p>
        </div>
      )}
    </>
  );
}
