import { Trans, useLingui } from '@lingui/react/macro';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { PageTitle } from '@/components/PageTitle';

/** The page's own script failed: the rest of the site still works. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  useEffect(() => console.error(error), [error]);
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <>
      <PageTitle
        lead={t`Something went wrong on this page. The rest of the site works.`}
      >{t`This page broke`}</PageTitle>
      <Button onClick={again}>
        <Trans>Try again</Trans>
      </Button>
    </>
  );
}
