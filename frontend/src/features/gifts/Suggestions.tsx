import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { langOf } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './Gifts.module.css';
import { DismissThanks, type Suggestion, ThankSuggestions } from './gifts';

const ThankDialog = lazy(() => import('./ThankDialog').then((file) => ({ default: file.ThankDialog })));

/** Whom one may thank, with the facts: nobody is compared with anybody. */
export function Suggestions() {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const [{ data, error, stale }, retry] = useQuery({ query: ThankSuggestions, variables: { companyId } });
  return (
    <section className={classes.part} aria-labelledby="whom-to-thank">
      <h2 id="whom-to-thank">
        <Trans>Whom you may thank</Trans>
      </h2>
      <p className={classes.hint}>
        <Trans>
          These are facts, not scores. Whether somebody praises or criticises you makes no difference, and nobody gets
          anything unless you write to them.
        </Trans>
      </p>
      {error && !data ? (
        <ErrorState error={error} retry={retry} />
      ) : !data ? (
        <Skeletons rows={3} height={96} />
      ) : data.thankSuggestions.length === 0 ? (
        <EmptyState title={t`Nobody is waiting for thanks`}>
          <Trans>You can thank somebody any time, from their page, an idea or a comment.</Trans>
        </EmptyState>
      ) : (
        <ul className={`plain surface ${classes.list}`} aria-busy={stale}>
          {data.thankSuggestions.map((suggestion) => (
            <Line key={`${suggestion.reason} ${suggestion.user.id}`} suggestion={suggestion} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const [opened, setOpened] = useState(false);
  const { run, busy } = useAction(DismissThanks);
  const { user, reason, at, idea, commentId } = suggestion;
  const item = commentId ? { commentId } : idea ? { ideaId: idea.id } : undefined;
  const dismiss = async () => {
    const done = await run({ input: { companyId, userId: user.id, reason } });
    if (done) toast(t`Put aside: you are not reminded of it for 90 days.`);
  };
  return (
    <li className={classes.line}>
      <div className={classes.from}>
        <PersonName user={user} linked />
        <span className="dimmed">
          <RelativeTime at={at} />
        </span>
      </div>
      <p className={classes.fact}>
        <Fact suggestion={suggestion} />
      </p>
      <div className="row">
        <Button
          size="compact"
          variant="default"
          aria-label={t`Say thanks to ${user.displayName}`}
          onClick={() => setOpened(true)}
        >
          <Trans>Say thanks</Trans>
        </Button>
        <Button
          size="compact"
          variant="subtle"
          loading={busy}
          aria-label={t`Not now: ${user.displayName}`}
          onClick={() => void dismiss()}
        >
          <Trans>Not now</Trans>
        </Button>
      </div>
      {opened && (
        <Suspense>
          <ThankDialog
            user={user}
            companyId={companyId}
            item={item}
            because={reason}
            onClose={() => setOpened(false)}
          />
        </Suspense>
      )}
    </li>
  );
}

/** The idea, where it is, with the comment that is meant. */
function IdeaLink({ suggestion: { idea, commentId } }: { suggestion: Suggestion }) {
  if (!idea) return <Trans>an idea</Trans>;
  return (
    <Link
      to="/i/$ideaId"
      params={{ ideaId: idea.id }}
      search={{ comment: commentId ?? undefined }}
      lang={langOf(idea.language)}
    >
      “{idea.title}”
    </Link>
  );
}

/** What happened, in a sentence. */
function Fact({ suggestion }: { suggestion: Suggestion }) {
  const { reason, helped, waitedDays, critic, commentId } = suggestion;
  const link = <IdeaLink suggestion={suggestion} />;
  if (reason === 'HELPED_MANY')
    return (
      <Plural
        value={helped ?? 0}
        one="Helped # person within 30 days: with an answer that was appreciated, or by finding what was there already."
        other="Helped # people within 30 days: with answers that were appreciated, or by finding what was there already."
      />
    );
  if (reason === 'WAITED_LONG')
    return (
      <Trans>
        Waited <Plural value={waitedDays ?? 0} one="# day" other="# days" /> for the answer to {link}.
      </Trans>
    );
  if (reason === 'FIRST_ANNIVERSARY') return <Trans>Joined a year ago, and has taken part.</Trans>;
  if (critic === 'OVERTURNED') return <Trans>Disagreed with a decision of the moderators, and was right.</Trans>;
  if (critic === 'PLANNED_THEN_DECLINED')
    return <Trans>Voted and spoke against {link} when you meant to do it. You do not any more.</Trans>;
  return commentId ? (
    <Trans>Stood up for {link} after you had declined it. Now you do it.</Trans>
  ) : (
    <Trans>You had declined {link}. Now you do it: they were right.</Trans>
  );
}
