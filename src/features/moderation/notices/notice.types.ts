import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsNotEmpty, IsOptional, MaxLength, MinLength } from 'class-validator';
import { IsAddress, IsHoneypot, WEBSITE } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Line, Prose } from '../../../shared/text/clean.js';
import { DecisionAct } from '../decisions/decision.entity.js';
import { OpenReviewInput } from '../reviews/review.inputs.js';
import { ReviewKind } from '../reviews/review.entity.js';

@InputType({
  description:
    'A notice of illegal content (Regulation (EU) 2022/2065, art. 16), of an idea, a comment or a member: one of the three.',
})
export class FileNoticeInput extends OpenReviewInput {
  @Field(() => ID, { nullable: true, description: 'Of an idea: the attachment that is meant.' })
  @IsOptional()
  @IsId()
  attachmentId?: string | null;

  @Field({ description: 'Why it is illegal, and where in the text: 20 to 2,000 characters.' })
  @Prose()
  @MinLength(20)
  @MaxLength(2000)
  explanation!: string;

  @Field({ description: 'The name of whoever files it, up to 120 characters; no query shows it.' })
  @Line()
  @IsNotEmpty()
  @MaxLength(120)
  name!: string;

  @Field({ description: 'Their e-mail address, for the receipt.' })
  @IsAddress()
  email!: string;

  @Field({ description: 'That they believe in good faith that all of this is accurate and complete; must be true.' })
  @IsBoolean()
  goodFaith!: boolean;

  @Field(() => String, { nullable: true, description: WEBSITE })
  @IsHoneypot()
  website?: string | null;
}

/** Where a notice stands. */
export enum NoticeState {
  RECEIVED = 'RECEIVED',
  ACTED_ON = 'ACTED_ON',
  NOT_ACTED_ON = 'NOT_ACTED_ON',
  GONE = 'GONE',
}
registerEnumType(NoticeState, {
  name: 'NoticeState',
  description: 'Where a notice stands.',
  valuesMap: {
    RECEIVED: { description: 'It waits for a decision.' },
    ACTED_ON: { description: 'Something was done about the item.' },
    NOT_ACTED_ON: { description: 'The item stays: as it is, or merged or moved, as `outcome` says.' },
    GONE: { description: 'Its author took the item back before anybody decided.' },
  },
});

@ObjectType({ description: 'What was decided about an item that a notice had reported.' })
export class NoticeOutcome {
  @Field(() => DecisionAct, { description: 'What was done.' })
  act!: DecisionAct;

  @Field({ description: 'Whether no person decided.' })
  automatic!: boolean;

  @Field(() => String, { nullable: true, description: 'The rule, or the law, that the item breaks.' })
  ground!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was decided.' })
  decidedAt!: Date;
}

@ObjectType({ description: 'A notice, as whoever has its receipt sees it.' })
export class NoticeStatus {
  /** what stands behind its receipt; never shown */
  flagId!: string;

  @Field(() => ReviewKind, { description: 'What it is about.' })
  kind!: ReviewKind;

  @Field(() => NoticeState, { description: 'Where it stands.' })
  state!: NoticeState;

  @Field(() => GraphQLISODateTime, { description: 'When it was filed.' })
  filedAt!: Date;

  @Field(() => NoticeOutcome, { nullable: true, description: 'What was decided; null until then.' })
  outcome!: NoticeOutcome | null;
}

@ObjectType({ description: 'The receipt of a notice.' })
export class NoticeReceipt {
  @Field({ description: 'With it `notice` tells what became of it. It is shown only here, and mailed.' })
  token!: string;

  @Field(() => NoticeStatus, { description: 'The notice.' })
  notice!: NoticeStatus;
}
