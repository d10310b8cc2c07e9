import { Trans, useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TextInput } from '@/components/fields/TextInput';
import { Avatar } from '@/components/Avatar';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { graphql } from '@/gql';
import type { PersonNameFragment } from '@/gql/graphql';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from '../page/IdeaPage.module.css';
import type { PageIdea } from '../page/idea-page';

const MembersToInvite = graphql(`
  query MembersToInvite($companyId: ID!, $text: String!) {
    companyMembers(companyId: $companyId, text: $text, first: 8) {
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

const Invite = graphql(`
  mutation InviteCoauthor($input: InviteCoauthorInput!) {
    inviteCoauthor(input: $input) {
      id
      coauthors {
        ...CoauthorLine
      }
    }
  }
`);

interface Props {
  idea: PageIdea;
  opened: boolean;
  onClose: () => void;
}

/** Members by name, without those who write already. */
function useCandidates({ idea: { company, author, coauthors }, opened }: Props, name: string) {
  const [text] = useDebouncedValue(name.trim(), 250);
  const pause = !opened || text.length < 2;
  const [{ data, fetching }] = useQuery({
    query: MembersToInvite,
    variables: { companyId: company.id, text },
    pause,
  });
  const taken = new Set([author.id, ...coauthors.map(({ user }) => user.id)]);
  const found = data?.companyMembers.edges.map(({ node }) => node.user) ?? [];
  return { found: pause ? [] : found.filter(({ id, erased }) => !taken.has(id) && !erased), none: !pause && !fetching };
}

/** Asks another member to write this idea together. */
export function InviteCoauthor(props: Props) {
  const { idea, opened, onClose } = props;
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<PersonNameFragment | null>(null);
  const { found, none } = useCandidates(props, name);
  const { run, busy } = useAction(Invite);
  const invite = async () => {
    if (!chosen) return;
    if (!(await run({ input: { ideaId: idea.id, userId: chosen.id } }))) return;
    const { displayName } = chosen;
    toast(t`${displayName} was asked.`, { tone: 'success' });
    setName('');
    setChosen(null);
    onClose();
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => void invite()}
      title={t`Invite a co-author`}
      confirmLabel={t`Invite`}
      busy={busy}
    >
      <TextInput
        type="search"
        label={t`Name of a member`}
        description={t`Co-authors can edit the idea, and are named with you.`}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && !chosen && event.preventDefault()}
      />
      <div role="radiogroup" aria-label={t`Members`} className={classes.results}>
        {found.map((user) => (
          <label key={user.id}>
            <input type="radio" name="coauthor" checked={chosen?.id === user.id} onChange={() => setChosen(user)} />
            <Avatar name={user.displayName} url={user.avatarUrl} />
            {user.displayName}
          </label>
        ))}
      </div>
      <p role="status" className="dimmed">
        {none && found.length === 0 && <Trans>Nobody else here has this name.</Trans>}
      </p>
    </ConfirmDialog>
  );
}
