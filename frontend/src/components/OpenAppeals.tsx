import { plural } from '@lingui/core/macro';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import classes from './CompanyBar.module.css';

const OpenAppealCount = graphql(`
  query OpenAppealCount($companyId: ID!) {
    openAppealCount(companyId: $companyId)
  }
`);

/** How many appeals wait, beside the way to them; nothing where none does. */
export function OpenAppeals() {
  const { id: companyId } = useCompany();
  const format = useFormat();
  const [{ data }] = useQuery({ query: OpenAppealCount, variables: { companyId } });
  const count = data?.openAppealCount ?? 0;
  if (count === 0) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden>{format.number(count)}</span>
      <span className="hidden">{plural(count, { one: '# waits', other: '# wait' })}</span>
    </span>
  );
}
