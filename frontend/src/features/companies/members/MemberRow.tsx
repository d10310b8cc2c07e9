import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useId, useState } from 'react';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { PersonName } from '@/components/PersonName';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { MemberLineFragment, Role } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './MembersPage.module.css';
import { rolesToGive, useRoleMeaning, useRoleName } from './role-names';

export const MemberLine = graphql(`
  fragment MemberLine on Membership {
    id
    role
    joinedAt
    suspendedUntil
    user {
      ...PersonName
    }
  }
`);

const ChangeMemberRole = graphql(`
  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) {
      ...MemberLine
    }
  }
`);

const RemoveMember = graphql(`
  mutation RemoveMember($input: MembershipIdInput!) {
    removeMember(input: $input) {
      ok
    }
  }
`);

/** Roles that are given only after a question: with one arrow key too many, somebody would run the company. */
const MIGHTY: Role[] = ['MANAGER', 'OWNER'];

interface ManageProps {
  member: MemberLineFragment;
  roles: Role[];
}

/** The role, to be changed. */
function RoleSelect({ member: { id, role, user }, roles }: ManageProps) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const meaning = useRoleMeaning();
  const [wanted, setWanted] = useState<Role | null>(null);
  const change = useAction(ChangeMemberRole);
  const name = user.displayName;
  const give = async (given: Role) => {
    // one at a time; a field that is off would lose the focus
    if (change.busy) return;
    const roleText = roleName(given);
    if (await change.run({ input: { membershipId: id, role: given } })) toast(t`${name}: ${roleText}.`);
    setWanted(null);
  };
  const choose = (chosen: Role) => (MIGHTY.includes(chosen) ? setWanted(chosen) : void give(chosen));
  const roleText = wanted ? roleName(wanted) : '';
  return (
    <>
      <NativeSelect
        aria-label={t`Role of ${name}`}
        data={roles.map((value) => ({ value, label: roleName(value) }))}
        value={role}
        onChange={({ currentTarget }) => choose(currentTarget.value as Role)}
      />
      <ConfirmDialog
        opened={wanted !== null}
        busy={change.busy}
        title={t`${name}: ${roleText}?`}
        confirmLabel={t`Give the role`}
        onClose={() => setWanted(null)}
        onConfirm={() => wanted && void give(wanted)}
      >
        {wanted && meaning(wanted)}
      </ConfirmDialog>
    </>
  );
}

/** What a manager can do with a member. The server keeps the last owner where they are. */
function Manage({ member, roles }: ManageProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const remove = useAction(RemoveMember);
  const { id } = member;
  const name = member.user.displayName;
  const confirm = async () => {
    if (await remove.run({ input: { membershipId: id } })) toast(t`${name} is no longer a member.`);
    setAsking(false);
  };
  return (
    <>
      <RoleSelect member={member} roles={roles} />
      <Button variant="subtle" color="gray" aria-label={t`Remove ${name}`} onClick={() => setAsking(true)}>
        <Trans>Remove</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        danger
        busy={remove.busy}
        title={t`Remove ${name}?`}
        confirmLabel={t`Remove`}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirm()}
      >
        <Trans>{name} can no longer take part as a member. What they wrote stays.</Trans>
      </ConfirmDialog>
    </>
  );
}

// only moderators open it, and few of them here
const MemberStanding = lazy(() => import('./MemberStanding').then((module) => ({ default: module.MemberStanding })));

/** As the server says “without end”. */
const ENDLESS = '9999';

function Suspended({ until }: { until: string }) {
  const format = useFormat();
  return until.startsWith(ENDLESS) ? (
    <Trans>Suspended without end</Trans>
  ) : (
    <Trans>Suspended until {format.date(until)}</Trans>
  );
}

export function MemberRow({ member }: { member: MemberLineFragment }) {
  const { t } = useLingui();
  const format = useFormat();
  const roleName = useRoleName();
  const { viewerCan, viewerMembership } = useCompany();
  // managers decide about those below them, owners about everybody
  const roles = rolesToGive(viewerMembership?.role);
  const since = format.date(member.joinedAt);
  const [open, setOpen] = useState(false);
  const standingId = useId();
  const name = member.user.displayName;
  return (
    <li className={classes.member}>
      <div className={classes.who}>
        <PersonName user={member.user} linked />
        <span className={classes.since}>
          {member.suspendedUntil ? <Suspended until={member.suspendedUntil} /> : <Trans>Since {since}</Trans>}
        </span>
      </div>
      {viewerCan.manage && roles.includes(member.role) ? (
        <Manage member={member} roles={roles} />
      ) : (
        <span>{roleName(member.role)}</span>
      )}
      {viewerCan.moderate && (
        <>
          <Button
            variant="subtle"
            color="gray"
            aria-expanded={open}
            aria-controls={standingId}
            aria-label={t`Sanctions and trust of ${name}`}
            onClick={() => setOpen(!open)}
          >
            <Trans>Sanctions and trust</Trans>
          </Button>
          <div id={standingId} className={classes.standing} hidden={!open}>
            {open && (
              <Suspense fallback={<Skeletons rows={1} height={90} />}>
                <MemberStanding member={member} />
              </Suspense>
            )}
          </div>
        </>
      )}
    </li>
  );
}
