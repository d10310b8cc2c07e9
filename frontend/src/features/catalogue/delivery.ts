import { useLingui } from '@lingui/react/macro';
import type { MyRedemptionFragment, RedemptionDeliveryInput } from '@/gql/graphql';

export interface DeliveryValues {
  name: string;
  address: string;
  phone: string;
}

export const NO_DELIVERY: DeliveryValues = { name: '', address: '', phone: '' };

export const fromDelivery = (delivery: MyRedemptionFragment['delivery']): DeliveryValues =>
  delivery ? { name: delivery.name, address: delivery.address, phone: delivery.phone ?? '' } : NO_DELIVERY;

export const toDelivery = ({ name, address, phone }: DeliveryValues): RedemptionDeliveryInput => ({
  name: name.trim(),
  address: address.trim(),
  phone: phone.trim() || null,
});

/** What an address must have to be sent to. */
export function useDeliveryChecks() {
  const { t } = useLingui();
  return {
    name: (value: string) => (value.trim() ? null : t`Whose name goes on it?`),
    address: (value: string) => (value.trim().length < 5 ? t`Street, number, postal code and town.` : null),
  };
}
