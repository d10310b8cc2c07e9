import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { Checkbox } from '@/components/fields/Checkbox';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Textarea } from '@/components/fields/Textarea';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { Markdown } from '@/components/Markdown';
import type { DeliveryField } from '@/gql/graphql';
import type { MyPartProps } from '@/lib/part-props';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { AcceptPrize, type MyClaim } from './documents';
import classes from './Prizes.module.css';

interface Props {
  claim: MyClaim;
  company: MyPartProps['company'];
  onStale: () => void;
  onClose: () => void;
}

interface Values {
  delivery: Record<'name' | 'address' | 'phone' | 'account', string>;
  acceptTerms: boolean;
}
type Form = UseFormReturnType<Values>;

const nameOf = (field: DeliveryField) => field.toLowerCase() as keyof Values['delivery'];

/** Accepting a prize: its terms, and of where it goes what its kind needs. */
export function AcceptDialog({ claim, company, onStale, onClose }: Props) {
  const { t } = useLingui();
  const { id: claimId, version, deliveryNeeds } = claim;
  const form = useForm<Values>({
    initialValues: { delivery: { name: '', address: '', phone: '', account: '' }, acceptTerms: false },
    validate: ({ delivery, acceptTerms }) => ({
      ...Object.fromEntries(
        deliveryNeeds
          .filter((field) => !delivery[nameOf(field)].trim())
          .map((field) => [`delivery.${nameOf(field)}`, t`The company needs this to hand over the prize.`]),
      ),
      ...(acceptTerms ? {} : { acceptTerms: t`Tick this to accept the prize.` }),
    }),
  });
  const { run, busy, problem } = useAction(AcceptPrize, { form });
  const accept = form.onSubmit(
    async ({ delivery, acceptTerms }) => {
      if (busy) return;
      const given = Object.fromEntries(Object.entries(delivery).map(([name, text]) => [name, text.trim() || null]));
      if (await run({ input: { claimId, version, acceptTerms, delivery: given } })) {
        toast(t`The prize is yours.`, { tone: 'success' });
        onClose();
      } else onStale();
    },
    (errors) => form.getInputNode(Object.keys(errors)[0]!)?.focus(),
  );
  return (
    <ConfirmDialog
      opened
      wide
      noValidate
      title={t`Accept the prize`}
      confirmLabel={t`Accept`}
      busy={busy}
      onConfirm={() => accept()}
      onClose={onClose}
    >
      <div className="stack">
        <FormErrorSummary problem={problem} />
        <Delivery form={form} claim={claim} company={company.name} />
        <Terms claim={claim} />
        <Checkbox
          label={t`I accept the prize and its terms`}
          {...form.getInputProps('acceptTerms', { type: 'checkbox' })}
        />
      </div>
    </ConfirmDialog>
  );
}

/** First what it is for and when it is erased, then the fields. */
function Delivery({ form, claim, company }: { form: Form; claim: MyClaim; company: string }) {
  const { t } = useLingui();
  const { deliveryNeeds, deliveryOptions } = claim;
  const fields = [...deliveryNeeds, ...deliveryOptions];
  if (fields.length === 0) return null;
  const props = (field: DeliveryField) => ({
    required: deliveryNeeds.includes(field),
    ...form.getInputProps(`delivery.${nameOf(field)}`),
  });
  return (
    <fieldset className="fieldset">
      <legend>
        {deliveryNeeds.length === 0 ? (
          <Trans>How to reach you</Trans>
        ) : deliveryNeeds.includes('ACCOUNT') ? (
          <Trans>Where to pay it</Trans>
        ) : (
          <Trans>Where to send it</Trans>
        )}
      </legend>
      <p className="dimmed">
        <Trans>
          It is used to hand over this prize, and for nothing else. It is kept encrypted; managers of {company} read it
          when they need it, and each time is noted. It is erased once you say that the prize has arrived, at the latest
          30 days after it was sent.
        </Trans>
      </p>
      {fields.includes('NAME') && <TextInput label={t`Name`} autoComplete="name" maxLength={140} {...props('NAME')} />}
      {fields.includes('ADDRESS') && (
        <Textarea
          label={t`Postal address`}
          autosize
          minRows={3}
          maxLength={500}
          autoComplete="street-address"
          {...props('ADDRESS')}
        />
      )}
      {fields.includes('ACCOUNT') && (
        <TextInput
          label={t`Account`}
          description={t`An IBAN, or however you are paid.`}
          autoComplete="off"
          maxLength={140}
          {...props('ACCOUNT')}
        />
      )}
      {fields.includes('PHONE') && (
        <TextInput
          label={t`Phone, if you can be reached there`}
          type="tel"
          autoComplete="tel"
          maxLength={40}
          {...props('PHONE')}
        />
      )}
    </fieldset>
  );
}

function Terms({ claim: { challenge } }: { claim: MyClaim }) {
  return (
    <>
      <p>
        <Trans>Prizes are given as they were announced. Taxes, where there are any, are yours to see to.</Trans>
      </p>
      {challenge?.termsHtml && (
        <details className={classes.terms}>
          <summary>
            <Trans>Terms of the challenge</Trans>
          </summary>
          <Markdown html={challenge.termsHtml} language={challenge.language} />
        </details>
      )}
    </>
  );
}
