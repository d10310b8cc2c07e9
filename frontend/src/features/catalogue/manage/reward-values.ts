import type { CreateRewardInput, Fulfilment, UpdateRewardInput } from '@/gql/graphql';
import type { ManagedReward } from './documents';

/** As it is typed. */
export interface RewardValues {
  title: string;
  description: string;
  picture: { id: string | null; url: string } | null;
  pictureAlt: string;
  cost: string;
  fulfilment: Fulfilment;
  needsAddress: boolean;
  stock: string;
  perMember: string;
  levelNeeded: string;
  startsAt: string;
  endsAt: string;
}

/** 2026-03-01T09:00 in the person's own time zone. */
const toLocal = (at: string | null | undefined): string => {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
const text = (value: number | null | undefined): string => (value == null ? '' : String(value));
const whole = (value: string): number | null => (value.trim() ? Number(value) : null);
const moment = (value: string): string | null => (value ? new Date(value).toISOString() : null);

export const valuesOf = (reward: ManagedReward | null): RewardValues => ({
  title: reward?.title ?? '',
  description: reward?.description ?? '',
  // its id is not told: it stays unless another is chosen
  picture: reward?.pictureUrl ? { id: null, url: reward.pictureUrl } : null,
  pictureAlt: reward?.pictureAlt ?? '',
  cost: text(reward?.cost),
  fulfilment: reward?.fulfilment ?? 'MANUAL',
  needsAddress: reward?.needsAddress ?? false,
  stock: '',
  perMember: text(reward?.perMember),
  levelNeeded: text(reward?.levelNeeded),
  startsAt: toLocal(reward?.startsAt),
  endsAt: toLocal(reward?.endsAt),
});

function detailsOf(values: RewardValues) {
  const { title, description, picture, pictureAlt, cost, fulfilment, needsAddress } = values;
  return {
    ...{ title: title.trim(), description: description.trim(), pictureAlt: pictureAlt.trim(), cost: Number(cost) },
    ...{ needsAddress: fulfilment === 'MANUAL' && needsAddress },
    ...{ perMember: whole(values.perMember), levelNeeded: whole(values.levelNeeded) },
    ...{ startsAt: moment(values.startsAt), endsAt: moment(values.endsAt) },
    ...(picture === null ? { pictureFileId: null } : picture.id && { pictureFileId: picture.id }),
  };
}

export const toNew = (values: RewardValues, companyId: string): CreateRewardInput => ({
  ...detailsOf(values),
  ...{ companyId, fulfilment: values.fulfilment },
  ...(values.fulfilment === 'MANUAL' && { stock: whole(values.stock) }),
});

export const toChange = (values: RewardValues, { id: rewardId, version }: ManagedReward): UpdateRewardInput => ({
  ...detailsOf(values),
  ...{ rewardId, version },
});

export const isWhole = (value: string, least: number, most = 1_000_000): boolean =>
  /^\d+$/.test(value.trim()) && Number(value) >= least && Number(value) <= most;

/** Whether the same is written in two versions: they may differ in what is not, as the stock. */
export const isSameText = (a: ManagedReward, b: ManagedReward): boolean =>
  JSON.stringify(valuesOf(a)) === JSON.stringify(valuesOf(b));
