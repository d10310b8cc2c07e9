import { Trans, useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { TextInput } from '@/components/fields/TextInput';
import { graphql } from '@/gql';
import type { PersonNameFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './Honours.module.css';

const MembersToHonour = graphql(`
  query MembersToHonour($companyId: ID!, $text: String!) {
    companyMembers(companyId: $companyId, text: $text, role: CUSTOMER, first: 8) {
      edges {
        node {
          id
          user {
            ...PersonName
          }
        }
      }
    }
  }
`);

const Give = graphql(`
  mutation GiveBadge($input: GiveBadgeInput!) {
    giveBadge(input: $input) {
      id
    }
  }
`);

interface Props {
  badgeId: string;
  name: string;
}

/** Gives a member a badge by hand. */
export function GiveBadge({ badgeId, name }: Props) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<PersonNameFragment | null>(null);
  const { run, busy, problem } = useAction(Give, { quiet: true });
  const [text] = useDebouncedValue(typed.trim(), 250);
  const pause = !opened || text.length < 2;
  const [{ data, fetching }] = useQuery({ query: MembersToHonour, variables: { companyId, text }, pause });
  const found = pause ? [] : (data?.companyMembers.edges.map(({ node }) => node.user) ?? []);
  const close = () => {
    setOpened(false);
    setTyped('');
    setChosen(null);
  };
  const give = async () => {
    if (!chosen || !(await run({ input: { badgeId, userId: chosen.id } }))) return;
    const { displayName } = chosen;
    toast(t`${displayName} has “${name}” now.`, { tone: 'success' });
    close();
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        <Trans>Give it to a member</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        onConfirm={() => void give()}
        title={t`Give “${name}”`}
        confirmLabel={t`Give it`}
        busy={busy}
      >
        <TextInput
          type="search"
          label={t`Name of a member`}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && !chosen && event.preventDefault()}
          error={problem?.message}
        />
        <div role="radiogroup" aria-label={t`Members`} className={classes.results}>
          {found.map((user) => (
            <label key={user.id}>
              <input type="radio" name="honoured" checked={chosen?.id === user.id} onChange={() => setChosen(user)} />
              <Avatar name={user.displayName} url={user.avatarUrl} />
              {user.displayName}
            </label>
          ))}
        </div>
        <p role="status" className="dimmed">
          {!pause && !fetching && found.length === 0 && <Trans>No customer here has this name.</Trans>}
        </p>
      </ConfirmDialog>
    </>
  );
}
