import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from './ButtonLink';
import { PageTitle } from './PageTitle';

/** What does not exist, or not for this viewer. */
export function NotFound() {
  const { t } = useLingui();
  return (
    <>
      <PageTitle
        lead={t`It may have moved or been taken back, or it is only for members.`}
      >{t`Page not found`}</PageTitle>
      <ButtonLink to="/">
        <Trans>Go to the home page</Trans>
      </ButtonLink>
    </>
  );
}
