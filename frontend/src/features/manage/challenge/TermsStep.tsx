import { Trans, useLingui } from '@lingui/react/macro';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { fromApiLocale } from '@/lib/i18n';
import type { StepProps } from './fields';

/** What participants agree to before their first idea. */
export function TermsStep({ form, field, isPublic }: StepProps & { isPublic: boolean }) {
  const { t } = useLingui();
  return (
    <>
      <MarkdownEditor
        label={t`Terms that participants accept`}
        description={t`Whose the ideas are, how winners are chosen. Leave empty if there are none.`}
        minRows={10}
        maxLength={20_000}
        lang={fromApiLocale(form.values.language)}
        {...field('terms')}
        value={form.values.terms}
      />
      <p className="dimmed">
        {isPublic ? (
          <Trans>Changed terms have to be accepted again by everybody who takes part.</Trans>
        ) : (
          <Trans>The templates’ terms are a plain beginning, no legal advice: let somebody who knows read them.</Trans>
        )}
      </p>
    </>
  );
}
