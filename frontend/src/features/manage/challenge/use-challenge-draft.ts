import { useForm } from '@mantine/form';
import { useLingui } from '@lingui/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useClient, useQuery } from 'urql';
import type { EditedChallengeFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useViewer } from '@/lib/session';
import { useStore } from '@/lib/store';
import { useAutosave } from '@/lib/use-autosave';
import type { Beginning } from './beginning';
import type { ChallengeValues, Part } from './challenge-values';
import { type Finding, findingsOf } from './checks';
import { Jurors } from './documents';
import { DraftKeeper, limitsOf } from './draft-keeper';
import type { Limits } from './plan';

const RETRY = 10_000;

interface Options {
  beginning: Beginning;
  /** As the page has read it last. */
  challenge?: EditedChallengeFragment;
  onMade: (id: string) => void;
  onTheirs: (parts: Part[]) => void;
}

/** Made once, and told of what is new outside. */
function useKeeper({ beginning, onMade, onTheirs }: Options, show: (values: ChallengeValues) => void) {
  const client = useClient();
  const { i18n } = useLingui();
  const { id: companyId } = useCompany();
  const viewerId = useViewer()?.id ?? '';
  const latest = useRef({ show, made: onMade, theirs: onTheirs });
  latest.current = { show, made: onMade, theirs: onTheirs };
  // what is saved while somebody leaves must not call them back
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);
  const [keeper] = useState(
    () =>
      new DraftKeeper(client, { companyId, viewerId, locale: i18n.locale }, beginning, {
        show: (values) => latest.current.show(values),
        made: (id) => here.current && latest.current.made(id),
        theirs: (parts) => here.current && latest.current.theirs(parts),
      }),
  );
  return keeper;
}

/** Whether the company has an expert; undefined where that is not known or not asked. */
function useExperts(asked: boolean): boolean | undefined {
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({
    query: Jurors,
    variables: { companyId },
    requestPolicy: 'cache-and-network',
    pause: !asked,
  });
  return asked && data ? data.companyMembers.totalCount > 0 : undefined;
}

function useFindings(values: ChallengeValues, { isPublic, publishAt }: Limits): Finding[] {
  const { i18n } = useLingui();
  const hasExperts = useExperts(values.winnersBy === 'JURY' && !isPublic);
  return useMemo(
    () => findingsOf(values, { now: Date.now(), isPublic, publishAt, hasExperts }, i18n.locale),
    [values, isPublic, publishAt, hasExperts, i18n.locale],
  );
}

/**
 * The form of a challenge. Every change is kept on this device at once; a draft is saved on the server a moment later,
 * a public challenge when its manager says so.
 */
export function useChallengeDraft(options: Options) {
  const write = useRef((_: ChallengeValues) => {});
  const form = useForm<ChallengeValues>({
    initialValues: options.beginning.values,
    onValuesChange: (values) => write.current(values),
  });
  const keeper = useKeeper(options, form.setValues);
  const state = useStore(keeper.state);
  const autosave = useAutosave(() => keeper.save());
  const limits = limitsOf(state.challenge);
  write.current = (values) => {
    if (keeper.write(values) && !limits.isPublic) autosave.later();
  };

  const { challenge } = options;
  const { saving, problem } = state;
  // it was published, extended, or changed in another window
  useEffect(() => {
    if (challenge) keeper.adopt(challenge);
  }, [keeper, challenge, saving]);
  const { setErrors } = form;
  useEffect(() => setErrors(problem?.fields ?? {}), [problem, setErrors]);
  const left = options.beginning.restoredAt !== null && !limitsOf(options.beginning.challenge).isPublic;
  useEffect(() => {
    if (left) autosave.later();
  }, [left, autosave]);
  useEffect(() => {
    if (saving !== 'offline') return;
    const again = () => void autosave.now();
    const timer = setInterval(again, RETRY);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [saving, autosave]);

  const { values } = form;
  const { isPublic } = limits;
  const findings = useFindings(values, limits);
  const settle = (whose: 'mine' | 'theirs') => {
    keeper.settle(whose);
    if (!isPublic) void autosave.now();
  };
  /** Answers the challenge as the server now has it; null where something could not be saved. */
  const save = async () => {
    await autosave.now();
    return keeper.unsent.length === 0 ? (keeper.state.get().challenge ?? null) : null;
  };
  return {
    ...{ ...state, form, findings, limits, save, settle },
    discard: () => keeper.discard(),
    /** It has changed by something else than the form. */
    adopt: (newest: EditedChallengeFragment) => keeper.adopt(newest),
  };
}

export type ChallengeDraft = ReturnType<typeof useChallengeDraft>;
