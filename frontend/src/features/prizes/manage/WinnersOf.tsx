import { Trans, useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ErrorState } from '@/components/ErrorState';
import { PersonName } from '@/components/PersonName';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { fromApiLocale, langOf } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from '../Prizes.module.css';
import { ChooseWinners } from './ChooseWinners';
import { CancelAnnouncement, type Chosen, type Desk, WinnerDeskDocument } from './documents';
import { useBars, useTerms } from './words';

/** One challenge: who could win, who was chosen, and what there is to do. */
export function WinnersOf({ challengeId }: { challengeId: string }) {
  const { slug } = useCompany();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 300);
  const variables = { challengeId, text: asked || null };
  const [{ data, error }, again] = useQuery({ query: WinnerDeskDocument, variables });
  const [shown, setShown] = useState<Desk | null>(null);
  useEffect(() => {
    if (data) setShown(data.winnerDesk);
  }, [data]);
  const desk = data?.winnerDesk ?? shown;
  if (!desk) return error ? <ErrorState error={error} retry={again} /> : <Skeletons rows={3} height={96} />;
  const { challenge, winners, mayChoose, openPrizes } = desk;
  const planned = winners.filter(({ announcedAt }) => announcedAt === null);
  return (
    <section aria-labelledby="desk">
      <p>
        <Link to="/$slug/manage/rewards" params={{ slug }} search={{ part: 'prizes' }}>
          <Trans>All challenges with prizes</Trans>
        </Link>
      </p>
      <div className={classes.head}>
        <h2 id="desk" lang={fromApiLocale(challenge.language)}>
          {challenge.title}
        </h2>
        <Link to="/$slug/c/$challengeSlug" params={{ slug, challengeSlug: challenge.slug }}>
          <Trans>Open the challenge</Trans>
        </Link>
      </div>
      <div className="stack">
        <Announced desk={desk} />
        {planned.length > 0 ? (
          <Planned challengeId={challengeId} winners={planned} />
        ) : (
          openPrizes.length > 0 &&
          (mayChoose ? (
            <ChooseWinners key={winners.length} desk={desk} text={text} onText={setText} onStale={again} />
          ) : (
            <p className="dimmed">
              <Trans>Winners are chosen once nobody can send ideas or vote any more, until it is archived.</Trans>
            </p>
          ))
        )}
        <Background desk={desk} />
      </div>
    </section>
  );
}

/** Those whom everybody knows, and what became of them. */
function Announced({ desk: { winners, openPrizes, mayChoose } }: { desk: Desk }) {
  const { t } = useLingui();
  const announced = winners.filter(({ announcedAt }) => announcedAt !== null);
  if (announced.length === 0) return null;
  const choosing = mayChoose && announced.length === winners.length;
  return (
    <ul className="plain surface" aria-label={t`Announced winners`}>
      {announced.map((winner) => (
        <li key={winner.id} className={classes.row}>
          <strong>{winner.prize.place}.</strong>
          <span className={classes.grow}>
            {winner.idea && (
              <Link to="/i/$ideaId" params={{ ideaId: winner.idea.id }} lang={langOf(winner.idea.language)}>
                {winner.idea.title}
              </Link>
            )}
            <span className="dimmed"> · {winner.prize.title}</span>
          </span>
          <Became winner={winner} open={openPrizes.some(({ id }) => id === winner.prize.id)} choosing={choosing} />
        </li>
      ))}
    </ul>
  );
}

/** What became of a winner. Whose prize is `open` has not taken it; while one is `choosing`, another is chosen below. */
function Became({ winner, open, choosing }: { winner: Chosen; open: boolean; choosing: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const { announcedAt, passedAt, revokedAt } = winner;
  const date = format.date(revokedAt ?? passedAt ?? announcedAt!);
  if (revokedAt) return <span className="dimmed">{t`Removed on ${date}: it is no winner now`}</span>;
  if (passedAt) return <span className="dimmed">{t`Its prize went to another on ${date}`}</span>;
  if (!open) return <span className="dimmed">{t`Announced on ${date}`}</span>;
  if (!choosing) return <span className="dimmed">{t`Announced on ${date}; nobody has accepted the prize`}</span>;
  return <strong>{t`Announced on ${date}; nobody has accepted the prize: choose another winner below`}</strong>;
}

/** What nobody else sees yet; where it could not be announced, why. */
function Planned({ challengeId, winners }: { challengeId: string; winners: Chosen[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const bars = useBars();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(CancelAnnouncement);
  const held = winners.some(({ heldAt }) => heldAt !== null);
  const date = format.dateTime(winners[0]!.announceAt);
  const cancel = async () => {
    if (busy) return;
    setAsking(false);
    if (await run({ input: { challengeId } })) toast(t`Taken back: nobody has seen it. You can choose again.`);
  };
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="planned">
      <h3 id="planned">{held ? <Trans>Not announced</Trans> : <Trans>To be announced on {date}</Trans>}</h3>
      {held && (
        <div className={classes.held} role="alert">
          <p>
            <Trans>The date has come, and nothing was announced, since not all of it was right any more:</Trans>
          </p>
          <ul>
            {winners.map(
              ({ id, idea, heldBecause }) =>
                heldBecause && (
                  <li key={id}>
                    {idea?.title}: {bars[heldBecause]}
                  </li>
                ),
            )}
          </ul>
        </div>
      )}
      <ol>
        {winners.map(({ id, idea, reason, prize }) => (
          <li key={id}>
            <strong lang={langOf(idea?.language)}>{idea?.title}</strong> · {prize.title}
            <blockquote className={classes.reason}>{reason}</blockquote>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button variant="default" loading={busy} onClick={() => setAsking(true)}>
          {held ? <Trans>Take it back and choose again</Trans> : <Trans>Take the plan back</Trans>}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t`Take the announcement back?`}
        confirmLabel={t`Take the plan back`}
        onConfirm={() => void cancel()}
        onClose={() => setAsking(false)}
      >
        <Trans>Nobody has seen it. What you chose and wrote is gone then; the audit keeps it.</Trans>
      </ConfirmDialog>
    </section>
  );
}

/** What the terms say while there is something to choose, what the jury chose, and what cannot win. */
function Background({ desk: { challenge, juryChoices, proposals, openPrizes } }: { desk: Desk }) {
  const terms = useTerms();
  const bars = useBars();
  const out = proposals.filter(({ bar }) => bar !== null && bar !== 'HAS_WON');
  return (
    <div className={classes.facts}>
      {openPrizes.length > 0 && <p className="dimmed">{terms[challenge.winnersBy]}</p>}
      {juryChoices.length > 0 && (
        <details className={classes.terms}>
          <summary>
            <Trans>What the jury chose</Trans>
          </summary>
          <ul>
            {juryChoices.map(({ juror, idea, note }) => (
              <li key={`${juror.id} ${idea?.id}`}>
                <PersonName user={juror} />: <span lang={langOf(idea?.language)}>{idea?.title}</span>
                {note && <blockquote className={classes.reason}>{note}</blockquote>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {out.length > 0 && (
        <details className={classes.terms}>
          <summary>
            <Trans>What cannot win</Trans>
          </summary>
          <ul>
            {out.map(({ idea, bar }) => (
              <li key={idea.id}>
                <span lang={langOf(idea.language)}>{idea.title}</span>: {bars[bar!]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
