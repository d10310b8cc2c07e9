import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { graphql } from '@/gql';
import type { HeldItemFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import type { RulingProps } from './GroundFields';
import { IDEA_BOX } from './ruling';

const PlacesToMoveTo = graphql(`
  query PlacesToMoveTo($companyId: ID!) {
    challenges(companyId: $companyId, list: OPEN, first: 100) {
      edges {
        node {
          id
          title
          currentPhase {
            id
            maySubmit
          }
        }
      }
    }
  }
`);

/** Where an idea is. */
export const placeOf = ({ idea }: HeldItemFragment): string => idea?.challenge?.id ?? IDEA_BOX;

type Props = RulingProps & { items: readonly HeldItemFragment[] };

/** Where an idea belongs: a challenge that takes ideas now, or the idea box. */
export function MoveField({ items, ruling: { place }, change }: Props) {
  const { t } = useLingui();
  const { id: companyId, ideaBoxOpen } = useCompany();
  const [{ data }] = useQuery({ query: PlacesToMoveTo, variables: { companyId } });
  const taking = data?.challenges.edges.filter(({ node }) => node.currentPhase?.maySubmit) ?? [];
  const places = [
    ...taking.map(({ node }) => ({ value: node.id, label: node.title })),
    ...(ideaBoxOpen ? [{ value: IDEA_BOX, label: t`Idea box` }] : []),
  ].filter(({ value }) => items.some((item) => placeOf(item) !== value));
  return (
    <NativeSelect
      label={t`Where does it belong?`}
      description={t`Only where ideas are taken now. Its votes and comments go with it.`}
      error={data && places.length === 0 && t`Nowhere else are ideas taken now.`}
      value={place}
      required
      data={[{ value: '', label: t`Choose…` }, ...places]}
      onChange={({ currentTarget }) => change({ place: currentTarget.value })}
    />
  );
}
