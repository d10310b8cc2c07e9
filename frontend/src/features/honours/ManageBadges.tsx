import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { ManagedBadgeFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { BadgeForm } from './BadgeForm';
import { BadgeMark } from './BadgeMark';
import { Holders } from './Holders';
import classes from './Honours.module.css';
import './honours';
import { isForReports, useMetricNames } from './metric-names';
import { RetireBadge } from './RetireBadge';

graphql(`
  fragment ManagedBadge on Badge {
    ...BadgeFace
    builtIn
    threshold
    retiredAt
    holderCount
    version
  }
`);

const CompanyBadges = graphql(`
  query CompanyBadges($companyId: ID!) {
    companyBadges(companyId: $companyId) {
      ...ManagedBadge
    }
  }
`);

const NEW = 'new';

/** Each ladder from its first step on, the secret ones last. */
const byLadder = (a: ManagedBadgeFragment, b: ManagedBadgeFragment) =>
  (a.metric ?? '~').localeCompare(b.metric ?? '~') || (a.threshold ?? 0) - (b.threshold ?? 0);

/** The badges of a company, for its managers. */
export function ManageBadges() {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const [{ data, error }, retry] = useQuery({ query: CompanyBadges, variables: { companyId } });
  const [editing, setEditing] = useState<string | null>(null);
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={3} height={92} />;
  const own = data.companyBadges.filter(({ builtIn }) => !builtIn);
  const ours = data.companyBadges.filter(({ builtIn }) => builtIn).toSorted(byLadder);
  const again = () => retry({ requestPolicy: 'network-only' });
  const add = (
    <Button data-opens="badge-new" onClick={() => setEditing(NEW)}>
      <Trans>New badge</Trans>
    </Button>
  );
  const close = () => setEditing(null);
  return (
    <>
      {editing === NEW ? <BadgeForm onDone={close} onRefused={again} /> : own.length > 0 && <p>{add}</p>}
      {own.length === 0 && editing !== NEW && (
        <EmptyState title={t`No badges of your own yet`} action={add}>
          <Trans>
            Members earn the badges that every community has. Make your own for what matters to you, by a rule or by
            hand.
          </Trans>
        </EmptyState>
      )}
      {own.length > 0 && (
        <section>
          <h2>
            <Trans>The company’s badges</Trans>
          </h2>
          <List label={t`The company’s badges`}>
            {own.map((badge) =>
              editing === badge.id ? (
                <li key={badge.id}>
                  <BadgeForm badge={badge} onDone={close} onRefused={again} />
                </li>
              ) : (
                <BadgeLine key={badge.id} badge={badge} onEdit={() => setEditing(badge.id)} />
              ),
            )}
          </List>
        </section>
      )}
      <Ours badges={ours} />
    </>
  );
}

/** Those that are in the code, as far as somebody has earned them. */
function Ours({ badges }: { badges: ManagedBadgeFragment[] }) {
  const { t } = useLingui();
  return (
    <section className="section">
      <h2>
        <Trans>Badges that every community has</Trans>
      </h2>
      {badges.length === 0 && (
        <p className="dimmed">
          <Trans>Nobody has earned one yet.</Trans>
        </p>
      )}
      {badges.length > 0 && (
        <List label={t`Badges that every community has`}>
          {badges.map((badge) => (
            <BadgeLine key={badge.id} badge={badge} />
          ))}
        </List>
      )}
    </section>
  );
}

const List = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <ul className={`plain surface ${classes.list}`} aria-label={label}>
    {children}
  </ul>
);

interface LineProps {
  badge: ManagedBadgeFragment;
  /** Of those that the company made. */
  onEdit?: () => void;
}

/** One badge: what it is, how one gets it, and who has it. */
function BadgeLine({ badge, onEdit }: LineProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { id, name, description, metric, threshold, retiredAt, holderCount, builtIn } = badge;
  const counts = useMetricNames();
  const byHand = !builtIn && !metric;
  const counted = metric && counts[metric];
  return (
    <li className={classes.own}>
      <BadgeMark badge={badge} faint={Boolean(retiredAt)} />
      <div className={classes.grow}>
        <h3>{name}</h3>
        {description && !(builtIn && metric) && <p>{description}</p>}
        <p className="dimmed">
          {retiredAt ? (
            <Trans>Retired: nobody gets it any more</Trans>
          ) : byHand ? (
            <Trans>Given by hand</Trans>
          ) : counted ? (
            <Trans>
              {counted}: from {threshold} on
            </Trans>
          ) : (
            <Trans>Secret until somebody has it</Trans>
          )}
          {' · '}
          <Plural value={holderCount ?? 0} _0="nobody has it" one="# member has it" other="# members have it" />
        </p>
        <div className={classes.tools}>
          {!isForReports(metric) && (
            <Button
              variant="default"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
              aria-label={t`Who has “${name}”`}
            >
              <Trans>Who has it</Trans>
            </Button>
          )}
          {onEdit && !retiredAt && (
            <>
              <Button variant="default" data-opens={`badge-${id}`} aria-label={t`Edit “${name}”`} onClick={onEdit}>
                <Trans>Edit</Trans>
              </Button>
              <RetireBadge badge={badge} />
            </>
          )}
        </div>
      </div>
      {open && <Holders badgeId={id} name={name} mayGive={byHand && !retiredAt} />}
    </li>
  );
}
