import { useLingui } from '@lingui/react/macro';
import { IconArrowBackUp, IconCheck, IconGavel, IconMail, IconMessageQuestion } from '@tabler/icons-react';
import { RelativeTime } from '@/components/RelativeTime';
import { graphql } from '@/gql';
import type { LogEvent, LogLineFieldsFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from './Log.module.css';
import { ACT_NAMES, DECIDER_NAMES, FOUND_BY, KIND_NAMES } from './words';

graphql(`
  fragment LogLineFields on LogEntry {
    position
    at
    entry
    kind
    act
    rule
    basis
    automatic
    role
    endsAt
    outcome
    foundBy
    contentHash
    previousHash
    hash
  }
`);

type Line = LogLineFieldsFragment;

const ICONS: Record<LogEvent, typeof IconGavel> = {
  DECIDED: IconGavel,
  UNDONE: IconArrowBackUp,
  APPEALED: IconMessageQuestion,
  APPEAL_DECIDED: IconMessageQuestion,
  NOTICE_RECEIVED: IconMail,
  NOTICE_SETTLED: IconMail,
};

/** What happened, in a few words. */
function useTitle() {
  const { t, i18n } = useLingui();
  return ({ entry, act, outcome }: Line): string => {
    const what = act ? i18n._(ACT_NAMES[act]) : '';
    switch (entry) {
      case 'DECIDED':
        return what;
      case 'UNDONE':
        return outcome === 'APPEAL' ? t`Taken back after an appeal: ${what}` : t`Taken back: ${what}`;
      case 'APPEALED':
        return t`Appeal filed against: ${what}`;
      case 'APPEAL_DECIDED':
        return outcome === 'OVERTURNED' ? t`Appeal found right, against: ${what}` : t`Appeal turned down: ${what}`;
      case 'NOTICE_RECEIVED':
        return t`Notice of illegal content received`;
      case 'NOTICE_SETTLED':
        if (outcome === 'GONE') return t`Notice settled: the author took the item back`;
        return outcome === 'ACTED_ON' ? t`Notice settled: ${what}` : t`Notice settled: the item stays`;
    }
  };
}

/** All else that the public may know of it. */
function useFacts() {
  const { t, i18n } = useLingui();
  const format = useFormat();
  return ({ entry, rule, basis, automatic, role, endsAt, foundBy }: Line): string[] => {
    const decided = entry === 'DECIDED';
    const facts = [
      rule && (basis === 'LAW' ? t`Law: ${rule}` : t`Rule: ${rule}`),
      decided && automatic ? t`automatic` : role && i18n._(DECIDER_NAMES[role]),
      decided && foundBy && i18n._(FOUND_BY[foundBy]),
      decided && endsAt && t`until ${format.dateTime(endsAt)}`,
    ];
    return facts.filter((fact): fact is string => Boolean(fact));
  };
}

/** A line of the log, with its place in the chain. */
export function LogLine({ line }: { line: Line }) {
  const { t, i18n } = useLingui();
  const { position, at, entry, kind, act, contentHash, previousHash, hash } = line;
  const [title, facts] = [useTitle()(line), useFacts()(line)];
  const Icon = entry === 'DECIDED' && act === 'KEEP' ? IconCheck : ICONS[entry];
  return (
    <li className={classes.line} id={`line-${position}`}>
      <Icon className={classes.icon} data-entry={entry} size={20} aria-hidden />
      <div>
        <p className={classes.title}>
          {title} <span className={classes.kind}>{i18n._(KIND_NAMES[kind])}</span>
        </p>
        <p className={classes.facts}>
          <RelativeTime at={at} />
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <p className={classes.chain}>
          <span>{t`Line ${position}`}</span>
          <Hash name={t`hash`} value={hash} />
          {previousHash && <Hash name={t`line before`} value={previousHash} />}
          {contentHash && <Hash name={t`content`} value={contentHash} />}
        </p>
      </div>
    </li>
  );
}

/** The beginning of a hash; all of it on hover, and in the files. */
const Hash = ({ name, value }: { name: string; value: string }) => (
  <span>
    {name} <code title={value}>{value.slice(0, 8)}</code>
  </span>
);
