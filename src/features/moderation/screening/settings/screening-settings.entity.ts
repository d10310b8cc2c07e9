import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Locale } from '../../../../shared/errors/locale.js';
import { Company } from '../../../companies/company.entity.js';
import { type Watched, WatchedWordAction } from '../watched-words.js';

@ObjectType({ description: 'A word that a company watches.' })
export class WatchedWord implements Watched {
  @Field({ description: 'One word, or several in a row. Case and accents do not count; `*` at the end: any ending.' })
  word!: string;

  @Field(() => Locale, { nullable: true, description: 'Only in texts of this language; null: in all.' })
  language!: Locale | null;

  @Field(() => WatchedWordAction, { description: 'What happens to a post that has it.' })
  action!: WatchedWordAction;
}

/** How a company has its posts screened. Without a row all is as the defaults say. */
@Entity()
@ObjectType({ description: 'How a company has its posts screened before others see them. Staff’s are not.' })
export class ScreeningSettings {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('boolean', { default: true })
  @Field({
    description: 'Whether repetitions, haste, many links or posts, crowded networks and what was learned hold a post.',
  })
  spamChecks!: boolean;

  @Column('jsonb', { default: [] })
  @Field(() => [WatchedWord], { description: 'Words that it watches, as they were entered.', complexity: 1 })
  watchedWords!: WatchedWord[];

  @Column('text', { array: true, default: [] })
  @Field(() => [String], { description: 'Sites that it watches, with all below them: what names one is held.' })
  blockedLinks!: string[];

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Grows with each change; send it back with the next one.' })
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}
