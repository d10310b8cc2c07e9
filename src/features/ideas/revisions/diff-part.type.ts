import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DiffKind } from '../../../shared/text/diff.js';

registerEnumType(DiffKind, {
  name: 'DiffKind',
  description: 'Which of two texts has a part.',
  valuesMap: {
    SAME: { description: 'Both.' },
    ADDED: { description: 'Only the newer.' },
    REMOVED: { description: 'Only the older.' },
  },
});

@ObjectType({ description: 'A stretch of text. Without the REMOVED ones they make up the newer text.' })
export class DiffPart {
  @Field(() => DiffKind, { description: 'Which text has it.' })
  kind!: DiffKind;

  @Field({ description: 'The text.' })
  text!: string;
}
