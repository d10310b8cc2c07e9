import { Plural, Trans } from '@lingui/react/macro';
import { useNow } from '@/lib/use-moment';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long is left, in the unit that matters. */
export function TimeLeft({ until }: { until: string }) {
  const left = Date.parse(until) - useNow(until);
  if (left <= 0) return <Trans>Closing now</Trans>;
  if (left >= 2 * DAY) return <Plural value={Math.floor(left / DAY)} one="# day left" other="# days left" />;
  if (left >= 2 * HOUR) return <Plural value={Math.floor(left / HOUR)} one="# hour left" other="# hours left" />;
  if (left >= MINUTE) return <Plural value={Math.floor(left / MINUTE)} one="# minute left" other="# minutes left" />;
  return <Plural value={Math.ceil(left / 1000)} one="# second left" other="# seconds left" />;
}
