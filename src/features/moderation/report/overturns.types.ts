import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

/** Decisions of a period that have something in common, and how often they were wrong. */
@ObjectType({ isAbstract: true })
export abstract class Overturns {
  @Field(() => Int, { description: 'Decisions against an item or its author; those that keep it do not count.' })
  decisions!: number;

  @Field(() => Int, { description: 'Those that were appealed.' })
  appealed!: number;

  @Field(() => Int, { description: 'Those of the appealed whose appeal is decided.' })
  appealsDecided!: number;

  @Field(() => Int, { description: 'Those that were taken back since an appeal was right.' })
  overturned!: number;

  @Field(() => Int, { description: 'Those that a moderator took back.' })
  reconsidered!: number;

  @Field(() => Float, { nullable: true, description: 'Appeals that were right, of those decided; null where none is.' })
  overturnRate!: number | null;
}

@ObjectType({ description: 'How often decisions by one rule, or law, were wrong.' })
export class OverturnsByRule extends Overturns {
  @Field(() => String, {
    nullable: true,
    description: 'The rule, or the law, by name; null: acts that need none, as merging and moving.',
  })
  rule!: string | null;
}

@ObjectType({ description: 'How often decisions of one moderator were wrong.' })
export class OverturnsByModerator extends Overturns {
  @Field(() => String, { nullable: true, description: 'Their name; null: automatic decisions.' })
  moderator!: string | null;
}

/** Each of its fields is a statement of its own, run when it is asked for. */
@ObjectType({ description: 'How often decisions were wrong, by rule and by moderator. Managers only.' })
export class OverturnRates {
  /** whose, and of when */
  span!: { companyId: string; since: Date; before: Date };
}
