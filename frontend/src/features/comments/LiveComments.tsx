import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { NewRows } from '@/components/NewRows';
import { useLive } from '@/lib/live/use-live';
import { useNews } from '@/lib/live/use-news';

export interface NewComment {
  id: string;
  rootId?: string | null;
}

interface Props {
  companyId: string;
  ideaId: string;
  /** Those on the page already. */
  shown: ReadonlySet<string>;
  onShow: (comments: NewComment[]) => void;
}

/** Holds the others' new comments ready. */
export function LiveComments({ companyId, ideaId, shown, onShow }: Props) {
  const { t } = useLingui();
  const { news, hear, clear } = useNews<NewComment>();
  useLive({ companyId, ideaIds: [ideaId] }, ({ whole, comments }) => hear(comments, whole));
  const fresh = news.filter(({ id }) => !shown.has(id));
  const label = fresh.length > 0 ? t`${plural(fresh.length, { one: '# new comment', other: '# new comments' })}` : '';
  const show = () => {
    clear();
    onShow(fresh);
  };
  return <NewRows label={label} onShow={show} />;
}
