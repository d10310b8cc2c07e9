import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CompanyHomeQuery } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from './CompanyPage.module.css';

function Tile({ value, children }: { value: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.tile}>
      <dt>{children}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** How the company keeps its word, in numbers that it cannot choose. */
export function PromiseNumbers({ promise }: { promise: NonNullable<CompanyHomeQuery['company']>['promise'] }) {
  const { t } = useLingui();
  const format = useFormat();
  const { ideaCount, answeredCount, deliveredCount, medianHoursToAnswer } = promise;
  return (
    <dl className={classes.promise} aria-label={t`The promise in numbers`}>
      <Tile value={format.number(ideaCount)}>
        <Plural value={ideaCount} one="idea" other="ideas" />
      </Tile>
      <Tile value={ideaCount > 0 ? format.percent(answeredCount / ideaCount) : '–'}>
        <Trans>answered in public</Trans>
      </Tile>
      <Tile value={format.number(deliveredCount)}>
        <Plural value={deliveredCount} one="delivered" other="delivered" />
      </Tile>
      <Tile value={medianHoursToAnswer === null ? '–' : format.hours(medianHoursToAnswer)}>
        <Trans>usual time to an answer</Trans>
      </Tile>
    </dl>
  );
}
