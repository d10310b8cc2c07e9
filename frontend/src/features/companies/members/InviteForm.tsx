import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useClient } from 'urql';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Textarea } from '@/components/fields/Textarea';
import { graphql } from '@/gql';
import type { Role } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { toProblem } from '@/lib/errors';
import { useFormat } from '@/lib/format';
import { type Addresses, MOST_AT_ONCE, readAddresses } from './addresses';
import classes from './MembersPage.module.css';
import { rolesToGive, useRoleMeaning, useRoleName } from './role-names';

export const InviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      ...InvitationLine
    }
  }
`);

interface Outcome {
  email: string;
  /** why it was not sent */
  refusal?: string;
}

/** Sends one after the other, and tells of each what became of it. */
function useInviting() {
  const client = useClient();
  const { id: companyId } = useCompany();
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [busy, setBusy] = useState(false);
  const invite = async (emails: string[], role: Role): Promise<Outcome[]> => {
    setBusy(true);
    const done: Outcome[] = [];
    for (const email of emails) {
      const { error } = await client.mutation(InviteMember, { input: { companyId, email, role } }).toPromise();
      const problem = error && toProblem(error);
      done.push({ email, refusal: problem ? (Object.values(problem.fields)[0] ?? problem.message) : undefined });
      setOutcomes([...done]);
    }
    setBusy(false);
    return done;
  };
  return { invite, busy, outcomes };
}

/** Inviting many at once: a pasted list is enough. */
export function InviteForm({ open }: { open: string[] }) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const meaning = useRoleMeaning();
  const { viewerMembership } = useCompany();
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role>('CUSTOMER');
  const [error, setError] = useState<string>();
  const area = useRef<HTMLTextAreaElement>(null);
  const { invite, busy, outcomes } = useInviting();
  const found = readAddresses(text, open);
  const count = found.good.length;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problem =
      count === 0
        ? t`Write at least one address that is not invited yet.`
        : count > MOST_AT_ONCE &&
          t`At most ${plural(MOST_AT_ONCE, { one: '# address', other: '# addresses' })} at once.`;
    setError(problem || undefined);
    if (problem) return area.current?.focus();
    const done = await invite(found.good, role);
    // what could not be sent stays, to be put right; what was written meanwhile stays as it is
    const left = [...done.filter(({ refusal }) => refusal).map(({ email }) => email), ...found.wrong];
    setText((now) => (now === text ? left.join('\n') : now));
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <Textarea
        ref={area}
        label={t`E-mail addresses`}
        description={t`One or many: paste a list as it is.`}
        autosize
        minRows={3}
        maxRows={12}
        required
        spellCheck={false}
        error={error}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Reading found={found} />
      <NativeSelect
        label={t`Role`}
        description={meaning(role)}
        data={rolesToGive(viewerMembership?.role).map((value) => ({ value, label: roleName(value) }))}
        value={role}
        onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
      />
      <Button type="submit" loading={busy}>
        {count > 1 ? <Plural value={count} one="Invite # person" other="Invite # people" /> : <Trans>Invite</Trans>}
      </Button>
      <Outcomes outcomes={outcomes} />
    </form>
  );
}

/** What became of each. */
function Outcomes({ outcomes }: { outcomes: Outcome[] }) {
  return (
    <div role="status">
      <ul className={classes.outcome}>
        {outcomes.map(({ email, refusal }) => (
          <li key={email} data-refused={refusal ? true : undefined}>
            {refusal ? <IconAlertTriangle size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
            <span>{refusal ? `${email}: ${refusal}` : <Trans>{email}: the invitation is on its way</Trans>}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How the list was understood. */
function Reading({ found: { good, twice, invited, wrong } }: { found: Addresses }) {
  const format = useFormat();
  const count = good.length;
  if (count + wrong.length + invited.length === 0) return null;
  return (
    <ul className={classes.outcome}>
      {count > 0 && (
        <li>
          <Plural value={count} one="# address to invite" other="# addresses to invite" />
        </li>
      )}
      {twice.length > 0 && (
        <li>
          <Trans>Named twice, invited once: {format.list(twice)}</Trans>
        </li>
      )}
      {invited.length > 0 && (
        <li>
          <Trans>Invited already: {format.list(invited)}</Trans>
        </li>
      )}
      {wrong.length > 0 && (
        <li data-refused>
          <Trans>No address: {format.list(wrong)}</Trans>
        </li>
      )}
    </ul>
  );
}
