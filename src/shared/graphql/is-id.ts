import { Transform } from 'class-transformer';
import { IsUUID, type ValidationOptions } from 'class-validator';

const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/**
 * An input's field is an id, or with `each` a list of them. Capitals become small, as ids are stored: so one id has one
 * way of writing, and what compares or counts by ids in the code can't be deceived by another.
 */
export const IsId =
  (options?: ValidationOptions): PropertyDecorator =>
  (target, key) => {
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(lower) : lower(value)))(target, key);
    IsUUID('all', options)(target, key as string);
  };
