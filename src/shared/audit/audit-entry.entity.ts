import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Role } from '../auth/role.js';

/** What something was done to. */
export enum AuditSubject {
  COMPANY = 'COMPANY',
  MEMBERSHIP = 'MEMBERSHIP',
  INVITATION = 'INVITATION',
  CHALLENGE = 'CHALLENGE',
  IDEA = 'IDEA',
  SAVED_REPLY = 'SAVED_REPLY',
  REVIEW = 'REVIEW',
  DECISION = 'DECISION',
  PRIZE_CLAIM = 'PRIZE_CLAIM',
  REWARD = 'REWARD',
  REDEMPTION = 'REDEMPTION',
  BADGE = 'BADGE',
  GIFT = 'GIFT',
}
registerEnumType(AuditSubject, {
  name: 'AuditSubject',
  description: 'What a member of the staff did something to.',
  valuesMap: {
    COMPANY: { description: 'The company: its settings or rules.' },
    MEMBERSHIP: { description: 'Somebody’s membership.' },
    INVITATION: { description: 'An invitation.' },
    CHALLENGE: { description: 'A challenge.' },
    IDEA: { description: 'An idea.' },
    SAVED_REPLY: { description: 'A saved reply.' },
    REVIEW: { description: 'A review.' },
    DECISION: { description: 'A decision.' },
    PRIZE_CLAIM: { description: 'Somebody’s part of a prize.' },
    REWARD: { description: 'Something of the catalogue.' },
    REDEMPTION: { description: 'That a member gets something of the catalogue.' },
    BADGE: { description: 'A badge.' },
    GIFT: { description: 'A gift.' },
  },
});

/** What was done by staff: never a secret, never a text of a customer. The database refuses every change of it. */
@Entity()
@Index('audit_entry_company_idx', ['companyId', 'at', 'id'])
@Index('audit_entry_actor_idx', ['companyId', 'actorId', 'at', 'id'])
@Index('audit_entry_action_idx', ['companyId', 'action', 'at', 'id'])
@Index('audit_entry_subject_idx', ['companyId', 'subjectId', 'at', 'id'])
@ObjectType({ description: 'Something that a member of the staff did. Entries are never changed or removed.' })
export class AuditEntry {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  /** null: done to the installation */
  @Column('uuid', { nullable: true })
  companyId!: string | null;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;

  @Column('uuid')
  @Field(() => ID, { description: 'Who; also of an account that is gone.' })
  actorId!: string;

  @Column('text', { nullable: true })
  @Field(() => Role, { nullable: true, description: 'As what.' })
  actorRole!: Role | null;

  @Column('text')
  @Field({ description: 'What was done, as `company.update`: docs/audit.md lists them.' })
  action!: string;

  @Column('text')
  @Field(() => AuditSubject, { description: 'What it was done to.' })
  subjectKind!: AuditSubject;

  @Column('uuid')
  @Field(() => ID, { description: 'Which one.' })
  subjectId!: string;

  /** of what has changed, how it was */
  @Column('jsonb', { nullable: true })
  before!: object | null;

  /** and how it is since */
  @Column('jsonb', { nullable: true })
  after!: object | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why, where a reason was given.' })
  reason!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'From where: the first part of the address, /24 or /48.' })
  network!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The request, as the server’s log names it.' })
  requestId!: string | null;
}
