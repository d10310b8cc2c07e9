import { Type } from 'class-transformer';
import { IsEnum, IsOptional } from 'class-validator';
import { IsMoment } from '../../../../shared/graphql/input-fields.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { RedemptionState } from './redemption.entity.js';

/** Which redemptions are exported, as JSON. */
export class RedemptionExportInput {
  @IsId()
  companyId!: string;

  @IsOptional()
  @IsEnum(RedemptionState)
  state?: RedemptionState | null;

  @IsOptional()
  @Type(() => Date)
  @IsMoment()
  from?: Date | null;

  @IsOptional()
  @Type(() => Date)
  @IsMoment()
  to?: Date | null;
}
