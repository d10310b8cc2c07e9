import { Trans } from '@lingui/react/macro';
import { useCompany } from '@/lib/company';

/** What points are for, and what they are not. */
export function PointsPart() {
  const { name } = useCompany();
  return (
    <div className="prose">
      <p>
        <Trans>
          {name} thanks you with points for what your help leads to. What comes of an idea counts far more than how much
          is written: an idea that {name} delivers earns more than many that are only published.
        </Trans>
      </p>
      <p>
        <Trans>
          Points buy no votes, and no place in any decision. Whoever has many of them is heard exactly like whoever has
          none.
        </Trans>
      </p>
    </div>
  );
}
