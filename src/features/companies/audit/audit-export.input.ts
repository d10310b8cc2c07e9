import { Type } from 'class-transformer';
import { IsOptional, Matches, MaxLength } from 'class-validator';
import { IsMoment } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { ACTION } from './audit.args.js';

/** Which entries are exported: the filters of `auditEntries`, as JSON. */
export class AuditExportInput {
  @IsId()
  companyId!: string;

  @IsOptional()
  @IsId()
  actorId?: string | null;

  @IsOptional()
  @Matches(ACTION)
  @MaxLength(60)
  action?: string | null;

  @IsOptional()
  @IsId()
  subjectId?: string | null;

  @IsOptional()
  @Type(() => Date)
  @IsMoment()
  from?: Date | null;

  @IsOptional()
  @Type(() => Date)
  @IsMoment()
  to?: Date | null;
}
