import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { NewRows } from '@/components/NewRows';
import { useLive } from '@/lib/live/use-live';
import { useSpoken } from '@/lib/live/use-spoken';
import type { PageIdea } from './idea-page';

/** What the others have voted, in words; empty as long as it is what one came to. */
function useOthers({ upCount, downCount, viewerVote, company: { voteMode } }: PageIdea): string {
  const { t } = useLingui();
  const others = `${(upCount ?? 0) - Number(viewerVote === 'UP')} ${(downCount ?? 0) - Number(viewerVote === 'DOWN')}`;
  const [found] = useState(others);
  const [changed, setChanged] = useState(false);
  if (!changed && others !== found) setChanged(true);
  const up = upCount ?? 0;
  const down = downCount ?? 0;
  if (!changed || upCount == null) return '';
  const votes = t`${plural(up, { one: '# vote', other: '# votes' })}`;
  return voteMode === 'UP' ? votes : t`${up} for, ${down} against`;
}

/** Keeps the idea's counts and status as they are; tells who listens what the others vote; holds the answer ready. */
export function LiveIdea({ idea, onShow }: { idea: PageIdea; onShow: () => void }) {
  const { t } = useLingui();
  const { company } = idea;
  const [answered, setAnswered] = useState(false);
  useLive({ companyId: company.id, ideaIds: [idea.id] }, ({ ideas }) => {
    if (ideas.some((one) => one.answered)) setAnswered(true);
  });
  const spoken = useSpoken(useOthers(idea));
  const show = () => {
    setAnswered(false);
    onShow();
  };
  return (
    <>
      <p role="status" className="hidden">
        {spoken}
      </p>
      <NewRows label={answered ? t`${company.name} has answered` : ''} onShow={show} />
    </>
  );
}
