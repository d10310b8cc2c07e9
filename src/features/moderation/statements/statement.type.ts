import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

/** What each part of a statement of reasons answers. */
export enum StatementPart {
  DECISION = 'DECISION',
  GROUND = 'GROUND',
  FACTS = 'FACTS',
  ORIGIN = 'ORIGIN',
  SCOPE = 'SCOPE',
  REDRESS = 'REDRESS',
}
registerEnumType(StatementPart, {
  name: 'StatementPart',
  description: 'What a part of a statement of reasons answers.',
  valuesMap: {
    DECISION: { description: 'What was decided.' },
    GROUND: { description: 'Which rule or law it rests on, with its text.' },
    FACTS: { description: 'What led to it, in the words of whoever decided.' },
    ORIGIN: { description: 'How the item was found, and who decided, or that nobody did.' },
    SCOPE: { description: 'How far it goes, and how long.' },
    REDRESS: { description: 'What can be done against it, and until when.' },
  },
});

@ObjectType({ description: 'One part of a statement of reasons.' })
export class StatementSection {
  @Field(() => StatementPart, { description: 'What it answers.' })
  part!: StatementPart;

  @Field({ description: 'Its heading.' })
  heading!: string;

  @Field(() => [String], { description: 'Its paragraphs, as plain text.' })
  paragraphs!: string[];
}

@ObjectType({
  description:
    'The statement of reasons of a decision (Regulation (EU) 2022/2065, art. 17), to the author, in the language of the request. Mails say the same.',
})
export class Statement {
  @Field({ description: 'What was done, in a line.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is about: the title of the idea, or how the comment begins; null for a member.',
  })
  item!: string | null;

  @Field(() => String, { nullable: true, description: 'Where on this site the item stands; null for a member.' })
  itemPath!: string | null;

  @Field({ description: 'The company’s name.' })
  company!: string;

  @Field({ description: 'The company’s place in addresses.' })
  companySlug!: string;

  @Field(() => [StatementSection], { description: 'Its parts, in order; those with nothing to say are left out.' })
  sections!: StatementSection[];
}
