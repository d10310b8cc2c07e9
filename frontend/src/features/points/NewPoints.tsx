import { Plural } from '@lingui/react/macro';
import { IconSparkles } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { keep, readKept } from '@/lib/kept';
import { useViewer } from '@/lib/session';
import classes from './Points.module.css';

/** How many points have come since one was here last, on this device: said once. */
export function NewPoints({ companyId, earned }: { companyId: string; earned: number }) {
  const viewer = useViewer();
  const place = `cocrea-points/${viewer?.id}/${companyId}`;
  const [seen] = useState(() => readKept<number>(place)?.mine ?? null);
  useEffect(() => keep(place, earned, null), [place, earned]);
  const more = seen === null ? 0 : earned - seen;
  if (more <= 0) return null;
  return (
    <p role="status" className={classes.fresh}>
      <IconSparkles size={22} aria-hidden />
      <Plural
        value={more}
        one="# point more since you were here last. Thank you!"
        other="# points more since you were here last. Thank you!"
      />
    </p>
  );
}
