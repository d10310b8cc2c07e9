import { registerEnumType } from '@nestjs/graphql';
import { type Prize, PrizeKind } from '../../../challenges/prize.entity.js';
import { splitWhole } from '../../ledger/split.js';
import type { PrizeClaim } from './prize-claim.entity.js';

/** Something that the company must know to hand over a prize. */
export enum DeliveryField {
  NAME = 'NAME',
  ADDRESS = 'ADDRESS',
  PHONE = 'PHONE',
  ACCOUNT = 'ACCOUNT',
}
registerEnumType(DeliveryField, {
  name: 'DeliveryField',
  description: 'Something that the company must know to hand over a prize.',
  valuesMap: {
    NAME: { description: 'The name of who gets it.' },
    ADDRESS: { description: 'Where to send it.' },
    PHONE: { description: 'A telephone number, for the delivery.' },
    ACCOUNT: { description: 'The account to pay it to.' },
  },
});

interface Needs {
  needed: DeliveryField[];
  optional: DeliveryField[];
}

const { NAME, ADDRESS, PHONE, ACCOUNT } = DeliveryField;
const PAID: Needs = { needed: [NAME, ACCOUNT], optional: [] };

/** What each kind of prize needs to be handed over, and no more. */
export const DELIVERY: Record<PrizeKind, Needs> = {
  [PrizeKind.MONEY]: PAID,
  [PrizeKind.REVENUE_SHARE]: PAID,
  [PrizeKind.PRODUCT]: { needed: [NAME, ADDRESS], optional: [PHONE] },
  [PrizeKind.RECOGNITION]: { needed: [], optional: [NAME, PHONE] },
  [PrizeKind.POINTS]: { needed: [], optional: [] },
};

/** Somebody who wrote the winning idea. The author comes first. */
export interface Writer {
  userId: string;
  /** whether they may win now */
  able: boolean;
  /** as was proposed; null without a proposal */
  percent: number | null;
  agreed: boolean;
}

type Part = Pick<PrizeClaim, 'userId' | 'amountMinor' | 'points' | 'shareBasisPoints'>;

/**
 * What each gets of a prize: by the shares that all have agreed to, else alike; what is the part of somebody who may
 * not win goes to the others. A thing cannot be divided: the author gets it; an honour is everybody's.
 */
export function partsOf(prize: Pick<Prize, 'kind' | 'amountMinor' | 'points' | 'shareBasisPoints'>, writers: Writer[]) {
  const agreed = writers.every((writer) => writer.agreed) && sum(writers.map(({ percent }) => percent ?? 0)) === 100;
  const able = writers.filter((writer) => writer.able);
  const whole = { amountMinor: prize.amountMinor, points: prize.points, shareBasisPoints: prize.shareBasisPoints };
  if (prize.kind === PrizeKind.PRODUCT) return able.slice(0, 1).map(({ userId }) => ({ userId, ...whole }));
  if (prize.kind === PrizeKind.RECOGNITION) return able.map(({ userId }) => ({ userId, ...whole }));
  const weights = able.map(({ percent }) => (agreed ? percent! : 1));
  const split = (total: number | null) => (total === null ? null : splitWhole(total, weights));
  const [amounts, points, shares] = [split(whole.amountMinor), split(whole.points), split(whole.shareBasisPoints)];
  const parts: Part[] = able.map(({ userId }, index) => ({
    ...{ userId, amountMinor: amounts?.[index] ?? null, points: points?.[index] ?? null },
    shareBasisPoints: shares?.[index] ?? null,
  }));
  // one cent among two is one cent for one
  return parts.filter(({ amountMinor: a, points: p, shareBasisPoints: s }) => a !== 0 && p !== 0 && s !== 0);
}

const sum = (numbers: number[]): number => numbers.reduce((all, number) => all + number, 0);
