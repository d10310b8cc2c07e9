import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { langOf } from '@/lib/i18n';
import type { MyPartProps } from '@/lib/part-props';
import { usePages } from '@/lib/use-pages';
import classes from './Gifts.module.css';
import { type Gift, MyGifts, SeeGifts } from './gifts';
import { What } from './What';

/**
 * Those that were new when they were first shown here: they stay so while one reads, and the server is told once. What
 * cannot be told is new again the next time.
 */
function useNew(gifts: Gift[]): ReadonlySet<string> {
  const [, see] = useMutation(SeeGifts);
  const told = useRef(new Set<string>());
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const unseen = gifts.filter((gift) => !gift.seenAt && !told.current.has(gift.id)).map(({ id }) => id);
  const key = unseen.join();
  useEffect(() => {
    if (key === '') return;
    const giftIds = key.split(',');
    for (const id of giftIds) told.current.add(id);
    setFresh((before) => new Set([...before, ...giftIds]));
    void see({ input: { giftIds } });
  }, [key, see]);
  return fresh;
}

/** The notes that somebody at a company has written to one, to be kept. */
export function NotesPart({ company }: MyPartProps) {
  const { t } = useLingui();
  const pages = usePages(MyGifts, { companyId: company.id }, ({ viewerGifts }) => viewerGifts);
  const { nodes, loading, error } = pages;
  const fresh = useNew(nodes);
  const unread = nodes.filter(({ id, takenBackAt }) => fresh.has(id) && !takenBackAt).length;
  if (error) return <ErrorState error={error} retry={pages.retry} />;
  if (loading) return <Skeletons rows={2} height={140} />;
  if (nodes.length === 0)
    return (
      <EmptyState title={t`No notes yet`}>
        <Trans>
          When somebody at {company.name} thanks you in person, you find it here. Besides you two only managers read it.
        </Trans>
      </EmptyState>
    );
  return (
    <>
      <p role="status" className={unread > 0 ? undefined : 'hidden'}>
        {unread > 0 && (
          <Plural value={unread} one="There is a new note for you." other="There are # new notes for you." />
        )}
      </p>
      <ul className={`plain ${classes.notes}`} aria-busy={pages.stale}>
        {nodes.map((gift) => (
          <Note key={gift.id} gift={gift} isNew={fresh.has(gift.id)} />
        ))}
      </ul>
      <LoadMore {...pages} />
    </>
  );
}

function Note({ gift, isNew }: { gift: Gift; isNew: boolean }) {
  const { giver, at, note, idea, commentId, takenBackAt, takenBackBecause } = gift;
  if (takenBackAt)
    return (
      <li className={classes.note}>
        <p className={classes.fact}>
          <Trans>
            <PersonName user={giver} /> took back what they had given you.
          </Trans>{' '}
          {takenBackBecause}
        </p>
        <p className={classes.from}>
          <RelativeTime at={takenBackAt} />
        </p>
      </li>
    );
  return (
    <li className={classes.note} data-new={isNew || undefined}>
      <What gift={gift} />
      {note && <p className={classes.words}>{note}</p>}
      <p className={classes.from}>
        <PersonName user={giver} linked />
        <RelativeTime at={at} />
        {idea && (
          <Trans>
            for{' '}
            <Link
              to="/i/$ideaId"
              params={{ ideaId: idea.id }}
              search={{ comment: commentId ?? undefined }}
              lang={langOf(idea.language)}
            >
              {idea.title}
            </Link>
          </Trans>
        )}
      </p>
    </li>
  );
}
