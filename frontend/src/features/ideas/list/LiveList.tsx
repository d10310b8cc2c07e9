import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useClient } from 'urql';
import { NewRows } from '@/components/NewRows';
import { graphql } from '@/gql';
import { useLive } from '@/lib/live/use-live';
import { useNews } from '@/lib/live/use-news';

const ParticipationOf = graphql(`
  query ParticipationOf($id: ID!) {
    challenge(id: $id) {
      id
      ideaCount
      authorCount
    }
  }
`);

interface Props {
  companyId: string;
  challengeId?: string;
  ideaBoxOnly?: boolean;
  /** Those on screen. */
  ideaIds: string[];
  /** Whether new ideas belong into what is shown. */
  takesNew: boolean;
  onShow: () => void;
}

/** As many as the server tells of. */
const MOST = 100;
/** Not everybody who looks asks at once. */
const SPREAD = 5000;

/** Keeps the counts of a list's ideas as they are, and holds new ideas ready. */
export function LiveList({ companyId, challengeId, ideaBoxOnly, ideaIds, takesNew, onShow }: Props) {
  const { t } = useLingui();
  const client = useClient();
  const { news, hear, clear } = useNews<{ id: string }>();
  const watched = ideaIds.slice(-MOST).toSorted();
  useLive({ companyId, challengeId, ideaBoxOnly, ideaIds: watched }, ({ whole, publishedIdeaIds }) =>
    hear(
      publishedIdeaIds.map((id) => ({ id })),
      whole,
    ),
  );
  const fresh = news.filter(({ id }) => !ideaIds.includes(id)).length;
  useEffect(() => {
    if (fresh === 0 || !challengeId) return;
    const read = () =>
      client.query(ParticipationOf, { id: challengeId }, { requestPolicy: 'network-only' }).toPromise();
    const timer = setTimeout(() => void read(), Math.random() * SPREAD);
    return () => clearTimeout(timer);
  }, [client, challengeId, fresh]);
  const label = takesNew && fresh > 0 ? t`${plural(fresh, { one: '# new idea', other: '# new ideas' })}` : '';
  const show = () => {
    clear();
    onShow();
  };
  return <NewRows label={label} onShow={show} />;
}
