import { Trans, useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { IconButton } from '@/components/IconButton';
import { graphql } from '@/gql';
import type { HeldBadgeFragment } from '@/gql/graphql';
import { useAction } from '@/lib/use-action';
import { BadgeMark } from './BadgeMark';
import { highest } from './highest';
import classes from './Honours.module.css';

const SeeHonours = graphql(`
  mutation SeeHonours($input: SeenHonoursInput!) {
    seeHonours(input: $input) {
      ok
    }
  }
`);

interface Props {
  companyId: string;
  unseen: HeldBadgeFragment[];
  unseenLevel?: { number: number; name: string } | null;
}

/** What is new since they looked last: shown once, in its place among the rest, until they close it or go. */
export function Celebration({ companyId, unseen, unseenLevel }: Props) {
  const { t } = useLingui();
  // what is told is seen, and the list is then read without it
  const [news] = useState({ badges: highest(unseen), level: unseenLevel });
  const [closed, setClosed] = useState(false);
  const { run } = useAction(SeeHonours, { quiet: true });
  const any = news.badges.length > 0 || Boolean(news.level);
  useEffect(() => {
    if (any) void run({ input: { companyId } });
    // once, whatever is drawn again
  }, []);
  if (!any || closed) return null;
  const level = news.level?.name;
  return (
    <section className={classes.news} aria-label={t`New for you`}>
      <div className={classes.newsText} role="status">
        <h2>
          <Trans>Thank you. This is yours now:</Trans>
        </h2>
        <ul className="plain">
          {news.level && (
            <li>
              <span className={classes.mark} style={{ width: 44, height: 44 }} aria-hidden>
                {news.level.number}
              </span>
              <Trans>Level: {level}</Trans>
            </li>
          )}
          {news.badges.map(({ id, badge }) => (
            <li key={id}>
              <BadgeMark badge={badge} size={44} />
              {badge.name}
            </li>
          ))}
        </ul>
      </div>
      <IconButton label={t`Close`} onClick={() => setClosed(true)}>
        <IconX size={20} />
      </IconButton>
    </section>
  );
}
