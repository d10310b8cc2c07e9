import { Transform } from 'class-transformer';
import { IsEmail, IsInt, IsNotEmpty, IsOptional, MaxLength, Min, ValidateBy } from 'class-validator';
import { Line } from '../text/clean.js';

/** what SMTP can carry */
const LONGEST_ADDRESS = 254;
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(3000, 0, 1);

/** An e-mail address. */
export const IsAddress = (): PropertyDecorator => (target, key) => {
  // the validator throws at half of a surrogate pair
  const tidied = (text: string) => (/\p{Cs}/u.test(text) ? '' : text.trim());
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidied(value) : value))(target, key);
  IsEmail()(target, key as string);
  MaxLength(LONGEST_ADDRESS)(target, key);
};

/** A date that people live to see: others the database may not even hold. */
export const IsMoment = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDate',
    validator: {
      validate: (value: unknown) => value instanceof Date && value.getTime() >= EARLIEST && value.getTime() < LATEST,
    },
  });

/** What a client names a request by, so that it is done once however often it is sent. */
export const IsIdempotencyKey = (): PropertyDecorator => (target, key) => {
  IsOptional()(target, key as string);
  Line()(target, key);
  IsNotEmpty()(target, key);
  MaxLength(100)(target, key);
};

export const WRITING_MS = 'For how many milliseconds it was being written, as far as the client knows.';

/** How long something was being written. */
export const IsWritingTime = (): PropertyDecorator => (target, key) => {
  IsOptional()(target, key as string);
  IsInt()(target, key as string);
  Min(0)(target, key as string);
};

export const WEBSITE = 'To be left empty: a field that people are not shown, and only programs fill in.';

/** A field that people are not shown. */
export const IsHoneypot = (): PropertyDecorator => (target, key) => {
  IsOptional()(target, key as string);
  Line()(target, key);
  MaxLength(1_000)(target, key as string);
};
