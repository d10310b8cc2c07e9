import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { connectionOf, PageArgs } from '../../shared/graphql/connection.js';
import { Notification } from './notification.entity.js';

@ArgsType()
export class NotificationsArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only those that the viewer has not read.' })
  @IsOptional()
  @IsBoolean()
  unreadOnly?: boolean | null;
}

@InputType({ description: 'Which of the viewer’s notifications they have read.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'These; at most 100.' })
  @IsOptional()
  @IsUUID('all', { each: true })
  @ArrayMaxSize(100)
  ids?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'All that there are.' })
  @IsBoolean()
  all = false;
}

@ObjectType({ description: 'A page of notifications.' })
export class NotificationConnection extends connectionOf(() => Notification, 'Notification') {}
