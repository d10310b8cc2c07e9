import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { ScreeningFieldsFragment } from '@/gql/graphql';
import { differs } from '@/lib/merge';
import type { Problem } from '@/lib/errors';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { changesOf, mergeScreening, Screening, type ScreeningValues, UpdateScreening, valuesOf } from './screening';

const knownOf = (settings: ScreeningFieldsFragment) => ({ version: settings.version, stored: valuesOf(settings) });

/** What the server refused, with the word or the site that it means. */
function linesOf({ fields, message }: Problem, { words, sites }: ScreeningValues): string[] {
  const lines = Object.entries(fields).map(([path, text]) => {
    const [list, index] = path.split('.');
    const named = list === 'watchedWords' ? words[Number(index)]?.word : sites[Number(index)];
    return named ? `${named}: ${text}` : text;
  });
  return lines.length > 0 ? lines : [message];
}

/** Screening as it is edited: sends what was changed; what another manager saved meanwhile is taken in. */
export function useScreening(companyId: string, settings: ScreeningFieldsFragment) {
  const { t } = useLingui();
  const client = useClient();
  const known = useRef(knownOf(settings));
  const [values, setValues] = useState(known.current.stored);
  const sent = useRef(values);
  const latest = useRef(values);
  latest.current = values;
  const { run, busy, problem } = useAction(UpdateScreening, { quiet: true });
  const [merging, setMerging] = useState(false);

  const save = async () => {
    sent.current = values;
    setMerging(false);
    const { version, stored } = known.current;
    const data = await run({ input: { companyId, version, ...changesOf(stored, values) } });
    if (!data) return;
    known.current = knownOf(data.updateScreening);
    // what was written meanwhile is still to be saved
    setValues(mergeScreening(sent.current, known.current.stored, latest.current));
    toast(t`The screening is saved.`, { tone: 'success' });
  };
  const reconcile = async () => {
    const { data } = await client.query(Screening, { companyId }, { requestPolicy: 'network-only' }).toPromise();
    if (!data) return;
    const base = known.current.stored;
    known.current = knownOf(data.screeningSettings);
    setValues(mergeScreening(base, known.current.stored, latest.current));
    setMerging(true);
    toast(t`Somebody else has changed the screening meanwhile: their changes are in here now. Save again.`);
  };
  const again = useRef(reconcile);
  again.current = reconcile;
  useEffect(() => {
    if (problem?.code === 'CONFLICT') void again.current();
  }, [problem]);
  return {
    ...{ values, busy, save },
    change: (part: Partial<ScreeningValues>) => setValues((now) => ({ ...now, ...part })),
    discard: () => setValues(known.current.stored),
    unsaved: differs(values, known.current.stored),
    lines: problem && problem.code !== 'CONFLICT' && !merging ? linesOf(problem, sent.current) : [],
  };
}
