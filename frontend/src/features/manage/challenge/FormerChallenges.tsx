import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { toProblem } from '@/lib/errors';
import { toast, toastError } from '@/lib/toasts';
import { uploadFile } from '@/lib/uploads';
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

/** The same picture as a file of its own; null where there is none, or it cannot be had. */
async function copyOfCover(url: string | null | undefined): Promise<ChallengeValues['cover']> {
  if (!url) return null;
  try {
    const picture = await (await fetch(url)).blob();
    const { id, url: copy } = await uploadFile(new File([picture], 'cover', { type: picture.type }), 'cover');
    return { id, url: copy };
  } catch {
    return null;
  }
}

/** Copies a challenge of before: all but its dates. */
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
    const former = found?.challenge;
    const cover = await copyOfCover(former?.coverUrl);
    setBusy(false);
    if (error && !former) toastError(toProblem(error).message);
    if (!former) return;
    if (former.coverUrl && !cover) toast(t`The picture could not be copied.`);
    onBegin(copyOf(former, i18n.locale, cover));
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
