import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ErrorState } from '@/components/ErrorState';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { MemberLineFragment, MemberStandingQuery, SanctionKind } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { updates } from '@/lib/graphql/updates';
import { langOf } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './MembersPage.module.css';

const MemberStandingOf = graphql(`
  query MemberStanding($membershipId: ID!) {
    memberStanding(membershipId: $membershipId) {
      trustLevel
      trustFixed
      sanctions {
        id
        kind
        startsAt
        endsAt
        openBecause
        liftedAt
        inForce
        decisionId
        decision {
          id
          legalGround
          note
          rule {
            id
            title
          }
        }
      }
    }
  }
`);

const FixTrustLevel = graphql(`
  mutation FixTrustLevel($input: FixTrustLevelInput!) {
    fixTrustLevel(input: $input) {
      id
      trustLevel
    }
  }
`);

const LiftSanction = graphql(`
  mutation LiftSanction($input: UndoDecisionInput!) {
    undoDecision(input: $input) {
      id
    }
  }
`);

type Standing = MemberStandingQuery['memberStanding'];
type SanctionLine = Standing['sanctions'][number];

const READ_AGAIN = ['memberStanding', 'companyMembers'];
for (const mutation of ['fixTrustLevel', 'undoDecision']) {
  const before = updates[mutation];
  updates[mutation] = (result, args, cache, info) => {
    before?.(result, args, cache, info);
    for (const { fieldName, arguments: given } of cache.inspectFields('Query'))
      if (READ_AGAIN.includes(fieldName)) cache.invalidate('Query', fieldName, given);
  };
}

/** What a member has to bear and had to, and how far they are trusted: for who moderates. */
export function MemberStanding({ member: { id, role, user } }: { member: MemberLineFragment }) {
  const { viewerCan } = useCompany();
  const [{ data, error }, retry] = useQuery({ query: MemberStandingOf, variables: { membershipId: id } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={1} height={90} />;
  const { sanctions, ...trust } = data.memberStanding;
  const name = user.displayName;
  return (
    <>
      {/* the staff is trusted by its role */}
      {role === 'CUSTOMER' && <Trust membershipId={id} name={name} {...trust} mayFix={viewerCan.manage} />}
      {sanctions.length === 0 ? (
        <p className="dimmed">
          <Trans>No sanctions.</Trans>
        </p>
      ) : (
        <ul className={`plain ${classes.sanctions}`}>
          {sanctions.map((sanction) => (
            <Line key={sanction.id} sanction={sanction} name={name} />
          ))}
        </ul>
      )}
    </>
  );
}

interface TrustProps extends Pick<Standing, 'trustLevel' | 'trustFixed'> {
  membershipId: string;
  name: string;
  mayFix: boolean;
}

/** The level, by the rules or fixed: managers fix it, or leave it to the rules again. */
function Trust({ membershipId, name, trustLevel, trustFixed, mayFix }: TrustProps) {
  const { t } = useLingui();
  const fix = useAction(FixTrustLevel);
  const byRules = trustFixed ? t`As the rules say` : t`As the rules say: level ${trustLevel}`;
  const choose = async (value: string) => {
    if (fix.busy) return;
    const level = value === '' ? null : Number(value);
    if (!(await fix.run({ input: { membershipId, level } }))) return;
    toast(
      level === null
        ? t`${name}: the level of trust follows the rules again.`
        : t`${name}: the level of trust stays at ${level}.`,
      { tone: 'success' },
    );
  };
  if (!mayFix)
    return (
      <p>
        {trustFixed ? (
          <Trans>Level of trust: {trustLevel}, fixed by a manager</Trans>
        ) : (
          <Trans>Level of trust: {trustLevel}</Trans>
        )}
      </p>
    );
  return (
    <NativeSelect
      className={classes.trust}
      label={t`Level of trust`}
      data={[
        { value: '', label: byRules },
        ...[0, 1, 2, 3].map((level) => ({ value: String(level), label: t`Always level ${level}` })),
      ]}
      value={trustFixed ? String(trustLevel) : ''}
      onChange={({ currentTarget }) => void choose(currentTarget.value)}
    />
  );
}

function useKinds(): Record<SanctionKind, string> {
  const { t } = useLingui();
  return {
    WARNING: t`Warning`,
    SILENCE: t`Period of silence`,
    SUSPENSION: t`Suspension`,
    EXCLUSION: t`Exclusion from rewards`,
  };
}

/** One sanction: since when, until when, why; what holds can be lifted. */
function Line({ sanction, name }: { sanction: SanctionLine; name: string }) {
  const format = useFormat();
  const { defaultLanguage } = useCompany();
  const { kind, startsAt, endsAt, openBecause, liftedAt, inForce, decision } = sanction;
  const kindName = useKinds()[kind];
  const [since, until, lifted] = [startsAt, endsAt, liftedAt].map((at) => at && format.date(at));
  return (
    <li data-in-force={inForce || undefined}>
      <div className={classes.who}>
        <strong>{kindName}</strong>{' '}
        <span className="dimmed">
          {since}
          {kind !== 'WARNING' &&
            (until ? (
              <> – {until}</>
            ) : (
              <>
                {' '}
                – <Trans>without end</Trans>
              </>
            ))}
          {lifted && (
            <>
              {' · '}
              <Trans>lifted on {lifted}</Trans>
            </>
          )}
          {!lifted && !inForce && kind !== 'WARNING' && (
            <>
              {' · '}
              <Trans>over</Trans>
            </>
          )}
        </span>
        <span className={classes.why}>
          <span lang={decision.rule ? langOf(defaultLanguage) : undefined}>
            {decision.rule?.title ?? decision.legalGround}
          </span>
          {decision.note && <>: {decision.note}</>}
          {openBecause && <> ({openBecause})</>}
        </span>
      </div>
      {!liftedAt && (inForce || kind === 'WARNING') && <Lift sanction={sanction} name={name} />}
    </li>
  );
}

/** Takes the decision back that imposed it. */
function Lift({ sanction: { decisionId, kind }, name }: { sanction: SanctionLine; name: string }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const lift = useAction(LiftSanction);
  const texts = {
    WARNING: [t`Take back the warning`, t`Take back the warning of ${name}?`],
    SILENCE: [t`Lift the silence`, t`Lift the silence of ${name}?`],
    SUSPENSION: [t`Lift the suspension`, t`Lift the suspension of ${name}?`],
    EXCLUSION: [t`Lift the exclusion`, t`Lift the exclusion of ${name}?`],
  } as const;
  const [label, question] = texts[kind];
  const confirm = async () => {
    if (await lift.run({ input: { decisionId } })) toast(t`${name}: it is lifted.`, { tone: 'success' });
    setAsking(false);
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        opened={asking}
        busy={lift.busy}
        title={question}
        confirmLabel={label}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirm()}
      >
        <Trans>The decision is taken back, and the public log says so. Other sanctions stay.</Trans>
      </ConfirmDialog>
    </>
  );
}
