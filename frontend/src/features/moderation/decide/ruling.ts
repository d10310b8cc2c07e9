import { useCallback, useState } from 'react';
import type { DecideReviewInput, MergeTargetFragment } from '@/gql/graphql';
import type { ActForm } from './acts';

/** In place of a rule. */
export const LAW = 'law';

/** In place of a challenge. */
export const IDEA_BOX = 'box';

/** What a moderator fills in. */
export interface Ruling {
  /** A rule's id, LAW, or nothing yet. */
  ground: string;
  legalGround: string;
  note: string;
  /** Empty: without end. */
  days: string;
  endless: boolean;
  openBecause: string;
  /** What nobody shall read, and the files. */
  passages: string[];
  attachmentIds: string[];
  /** The idea that says the same. */
  target: MergeTargetFragment | null;
  /** A challenge's id, IDEA_BOX, or nothing yet. */
  place: string;
}

const EMPTY: Ruling = {
  ...{ ground: '', legalGround: '', note: '', days: '7', endless: false, openBecause: '' },
  ...{ passages: [], attachmentIds: [], target: null, place: '' },
};

export function useRuling() {
  const [ruling, setRuling] = useState(EMPTY);
  const change = useCallback((part: Partial<Ruling>) => setRuling((before) => ({ ...before, ...part })), []);
  return { ruling, change };
}

/** The parts of it that the act has, as the API takes them. */
export function toInput(
  { act, parts }: ActForm,
  { ground, legalGround, note, days, endless, openBecause, passages, attachmentIds, target, place }: Ruling,
): Omit<DecideReviewInput, 'reviewId' | 'version'> {
  const law = ground === LAW;
  const term = endless ? { openBecause: openBecause.trim() } : { days: Number(days) };
  return {
    act,
    ...(parts.includes('ground') && (law ? { legalGround: legalGround.trim() } : { ruleId: ground })),
    ...(parts.includes('note') && { note: note.trim() || null }),
    ...(parts.includes('term') && term),
    ...(parts.includes('passages') && { passages, attachmentIds }),
    ...(parts.includes('target') && { targetIdeaId: target?.id }),
    ...(parts.includes('place') && { challengeId: place === IDEA_BOX ? null : place }),
  };
}
