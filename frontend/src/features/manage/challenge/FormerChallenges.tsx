import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { toProblem } from '@/lib/errors';
import { toastError } from '@/lib/toasts';
import { type ChallengeValues, copyOf } from './challenge-values';
import { ChallengeToEdit } from './documents';
import classes from './StartPage.module.css';

const FormerChallengesDocument = graphql(`
  query FormerChallenges($companyId: ID!) {
    past: challenges(companyId: $companyId, list: PAST, first: 50) {
      ...FormerTitles
    }
    open: challenges(companyId: $companyId, list: OPEN, first: 50) {
      ...FormerTitles
    }
    upcoming: challenges(companyId: $companyId, list: UPCOMING, first: 50) {
      ...FormerTitles
    }
    drafts: challenges(companyId: $companyId, list: DRAFTS, first: 50) {
      ...FormerTitles
    }
  }
  fragment FormerTitles on ChallengeConnection {
    edges {
      node {
        id
        title
      }
    }
  }
`);

/** Copies a challenge of before: all but its dates and its picture. */
export function FormerChallenges({ onBegin }: { onBegin: (values: ChallengeValues) => void }) {
  const { t, i18n } = useLingui();
  const { id: companyId } = useCompany();
  const client = useClient();
  const [{ data }] = useQuery({ query: FormerChallengesDocument, variables: { companyId } });
  const [chosen, setChosen] = useState('');
  const [busy, setBusy] = useState(false);
  const lists = data ? [data.open, data.past, data.upcoming, data.drafts] : [];
  const titles = new Map(lists.flatMap(({ edges }) => edges.map(({ node }) => [node.id, node.title] as const)));
  if (data && titles.size === 0)
    return (
      <p className="dimmed">
        <Trans>There is none yet.</Trans>
      </p>
    );
  const copy = async () => {
    setBusy(true);
    const { data: found, error } = await client.query(ChallengeToEdit, { id: chosen }).toPromise();
    setBusy(false);
    if (found?.challenge) return onBegin(copyOf(found.challenge, i18n.locale));
    if (error) toastError(toProblem(error).message);
  };
  return (
    <div className={classes.former}>
      <NativeSelect
        label={t`Former challenge`}
        data={[{ value: '', label: t`Choose one` }, ...[...titles].map(([value, label]) => ({ value, label }))]}
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <Button variant="default" disabled={!chosen} loading={busy} onClick={() => void copy()}>
        <Trans>Copy it</Trans>
      </Button>
    </div>
  );
}
