import { Type } from 'class-transformer';
import { IsOptional } from 'class-validator';
import { IsMoment } from '../../../../shared/graphql/input-fields.js';
import { IsId } from '../../../../shared/graphql/is-id.js';

/** Which transactions are exported, as JSON. */
export class LedgerExportInput {
  @IsId()
  companyId!: string;

  @IsOptional()
  @Type(() => Date)
  @IsMoment()
  from?: Date | null;

  @IsOptional()
  @Type(() => Date)
  @IsMoment()
  to?: Date | null;
}
