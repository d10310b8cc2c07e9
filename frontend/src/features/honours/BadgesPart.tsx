import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/components/EmptyState';
import { useCompany } from '@/lib/company';
import type { MyPartProps } from '@/lib/part-props';
import { OwnHonours } from './OwnHonours';

/** One's badges, on the company's page. */
export function BadgesPart() {
  const { t } = useLingui();
  const { id, viewerMembership } = useCompany();
  if (!viewerMembership)
    return (
      <EmptyState title={t`Badges are for members`}>
        <Trans>They stand for what you have done: ideas, answers that helped, and what the company made of them.</Trans>
      </EmptyState>
    );
  return <OwnHonours companyId={id} />;
}

/** The same, among one's own things. */
export const MyBadges = ({ company }: MyPartProps) => <OwnHonours companyId={company.id} />;
