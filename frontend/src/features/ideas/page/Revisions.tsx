import { Plural } from '@lingui/react/macro';
import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '@/components/Button';
import { Skeletons } from '@/components/Skeletons';
import classes from './IdeaPage.module.css';

const RevisionList = lazy(() => import('../revisions/RevisionList').then((file) => ({ default: file.RevisionList })));

/** How many versions there are; what changed in each, once it is asked for. */
export function Revisions({ ideaId, count }: { ideaId: string; count: number }) {
  const id = useId();
  const [opened, setOpened] = useState(false);
  if (count < 2) return null;
  return (
    <section className={classes.revisions}>
      <Button variant="default" aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}>
        <Plural value={count} one="# version" other="# versions of this idea" />
      </Button>
      <div id={id}>
        {opened && (
          <Suspense fallback={<Skeletons rows={2} height={140} />}>
            <RevisionList ideaId={ideaId} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
