import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '@/components/fields/Checkbox';
import { Markdown } from '@/components/Markdown';
import type { Locale } from '@/gql/graphql';
import classes from './WritingPage.module.css';

interface Props {
  html: string;
  language: Locale;
  /** What the form knows of the field. */
  field: { checked?: boolean; error?: string; onChange: (event: never) => void };
}

/** The challenge's terms, to be read and accepted once. */
export function Terms({ html, language, field }: Props) {
  const { t } = useLingui();
  return (
    <div className={classes.terms}>
      <details>
        <summary>
          <Trans>Read the terms of participation</Trans>
        </summary>
        <div tabIndex={0} role="region" aria-label={t`Terms of participation`}>
          <Markdown html={html} language={language} />
        </div>
      </details>
      <Checkbox label={t`I accept the terms of this challenge`} required {...field} />
    </div>
  );
}
