import { ArgsType, Field, ID, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional, Matches, MaxLength, ValidateBy } from 'class-validator';
import { IsId } from '../../shared/graphql/is-id.js';

/** How long each point of a chart is. Named as PostgreSQL names them. */
export enum InsightUnit {
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
}
registerEnumType(InsightUnit, {
  name: 'InsightUnit',
  description: 'How long each point of a chart is. The first and the last may be cut by the period.',
  valuesMap: {
    DAY: { description: 'A day.' },
    WEEK: { description: 'A week, from Monday.' },
    MONTH: { description: 'A month of the calendar.' },
  },
});

const isDay = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^20\d\d-\d\d-\d\d$/.test(value)) return false;
  const midnight = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
};

/** A day of the calendar, 2000 to 2099, as 2026-03-01. */
const IsDay = () => ValidateBy({ name: 'isDay', validator: { validate: isDay } });

/** Of a period. */
export const MOST_DAYS = 731;

@ArgsType()
export class InsightsArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, { nullable: true, description: 'Only this challenge.' })
  @IsOptional()
  @IsId()
  challengeId?: string | null;

  @Field({ description: 'The first day, as 2026-03-01.' })
  @IsDay()
  from!: string;

  @Field({ description: 'The last day; at most two years after the first.' })
  @IsDay()
  to!: string;

  @Field(() => InsightUnit, { description: 'How long each point of a chart is.' })
  @IsEnum(InsightUnit)
  unit!: InsightUnit;

  @Field({ description: 'Whose days they are: a time zone of the IANA database, as Europe/Madrid.' })
  @Matches(/^[A-Za-z][\w+-]*(\/[\w+-]+){0,2}$/)
  @MaxLength(64)
  timeZone!: string;
}

@ArgsType()
export class CompanyDeskArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}
