import type { HeldItemFragment } from '@/gql/graphql';
import type { ActForm } from './acts';
import type { RulingProps } from './GroundFields';
import { MaskFields } from './MaskFields';
import { MergeField } from './MergeField';
import { MoveField } from './MoveField';

interface Props extends RulingProps {
  form: ActForm;
  /** One, or many at once. */
  items: readonly HeldItemFragment[];
}

/** What some acts must know beyond their ground: which words, which other idea, where to. */
export const DetailFields = ({ form: { parts }, items, ...props }: Props) => (
  <>
    {parts.includes('passages') && items.map((item) => <MaskFields key={item.id} item={item} {...props} />)}
    {parts.includes('target') && <MergeField items={items} {...props} />}
    {parts.includes('place') && <MoveField items={items} {...props} />}
  </>
);
