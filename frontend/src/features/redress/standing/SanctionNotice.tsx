import { useQuery } from 'urql';
import { useCompany } from '@/lib/company';
import { SanctionsInForce } from './documents';
import { SanctionLine } from './SanctionLine';

/** On the pages of a company, to members who may not do there what others may. */
export function SanctionNotice() {
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({ query: SanctionsInForce, variables: { companyId } });
  return (
    <div role="status">
      {data?.mySanctions.map((sanction) => (
        <SanctionLine key={sanction.id} sanction={sanction} />
      ))}
    </div>
  );
}
