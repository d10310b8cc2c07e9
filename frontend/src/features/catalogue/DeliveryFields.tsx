import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { Textarea } from '@/components/fields/Textarea';
import { TextInput } from '@/components/fields/TextInput';
import { useCompany } from '@/lib/company';
import type { DeliveryValues } from './delivery';

type Form = UseFormReturnType<{ delivery: DeliveryValues }>;

/** Where to send something. First what that is for, and how long it is kept. */
export function DeliveryFields({ form, company }: { form: Form; company?: string }) {
  const { t } = useLingui();
  return (
    <fieldset className="fieldset">
      <legend>
        <Trans>Where to send it</Trans>
      </legend>
      <Purpose company={company} />
      <TextInput
        label={t`Name`}
        required
        autoComplete="name"
        maxLength={120}
        {...form.getInputProps('delivery.name')}
      />
      <Textarea
        label={t`Postal address`}
        required
        autosize
        minRows={3}
        maxLength={500}
        autoComplete="street-address"
        {...form.getInputProps('delivery.address')}
      />
      <TextInput
        label={t`Phone, for the carrier`}
        type="tel"
        autoComplete="tel"
        maxLength={40}
        {...form.getInputProps('delivery.phone')}
      />
    </fieldset>
  );
}

const Purpose = ({ company }: { company?: string }) => (company ? <Said name={company} /> : <OfPage />);
const OfPage = () => <Said name={useCompany().name} />;
const Said = ({ name }: { name: string }) => (
  <p className="dimmed">
    <Trans>
      It is used to send you this, and for nothing else. It is kept encrypted; managers of {name} read it when they send
      it, and each time is noted. It is erased 30 days after it was handed over, or at once when you cancel.
    </Trans>
  </p>
);
