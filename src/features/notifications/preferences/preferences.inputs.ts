import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsEnum, ValidateNested } from 'class-validator';
import { NotificationKind } from '../notification.entity.js';

@InputType({ description: 'How the viewer wants to hear of one kind of thing.' })
export class NotificationPreferenceInput {
  @Field(() => NotificationKind, { description: 'Of what.' })
  @IsEnum(NotificationKind)
  kind!: NotificationKind;

  @Field({ description: 'Whether they are told here.' })
  @IsBoolean()
  inApp!: boolean;

  @Field({ description: 'Whether they are told by e-mail.' })
  @IsBoolean()
  email!: boolean;
}

@InputType({ description: 'How the viewer wants to hear of things; kinds that are left out stay as they are.' })
export class UpdateNotificationPreferencesInput {
  @Field(() => [NotificationPreferenceInput], { description: 'One for each kind that changes.' })
  @ValidateNested({ each: true })
  @Type(() => NotificationPreferenceInput)
  @ArrayUnique(({ kind }: NotificationPreferenceInput) => kind)
  @ArrayMaxSize(Object.keys(NotificationKind).length)
  preferences!: NotificationPreferenceInput[];
}
