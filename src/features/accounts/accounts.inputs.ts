import { Field, ID, InputType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsBoolean, IsEnum, IsNotEmpty, IsOptional, Matches, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { Locale } from '../../shared/errors/locale.js';
import { IsAddress } from '../../shared/graphql/input-fields.js';
import { IsId } from '../../shared/graphql/is-id.js';
import { PASSWORD_MAX, PASSWORD_MIN } from './credentials/password.policy.js';

const NAME_MAX = 80;
const BIO_MAX = 500;

/** Letters of any script, but nothing invisible: no control characters, no marks that turn the direction of writing. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
const SEVERAL_LINES = /^(?:[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|[\n\t])*$/u;

const Trim = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

const given = (_: object, value: unknown) => value !== undefined;

/** A known password: compared, so only its size is of interest. */
const KnownPassword = (): PropertyDecorator => (target, key) => {
  MaxLength(PASSWORD_MAX)(target, key);
  IsNotEmpty()(target, key);
};

/** A password to be set; whether it is a good one, the service says. */
const NewPassword = (): PropertyDecorator => (target, key) => {
  MaxLength(PASSWORD_MAX)(target, key);
  MinLength(PASSWORD_MIN)(target, key);
};

const Secret = (): PropertyDecorator => (target, key) => {
  Trim()(target, key);
  MaxLength(200)(target, key);
  IsNotEmpty()(target, key);
};

@InputType({ description: 'Somebody who wants an account.' })
export class SignUpInput {
  @Field({ description: 'Where the link that completes the sign-up is mailed to.' })
  @IsAddress()
  email!: string;

  @Field({ description: `The name that others will see, at most ${NAME_MAX} characters.` })
  @Trim()
  @MaxLength(NAME_MAX)
  @Matches(ONE_LINE)
  @IsNotEmpty()
  displayName!: string;

  @Field({ description: `${PASSWORD_MIN} to ${PASSWORD_MAX} characters, neither common nor easy to guess.` })
  @NewPassword()
  password!: string;

  @Field(() => Locale, { defaultValue: Locale.EN, description: 'Language of their mails.' })
  @IsEnum(Locale)
  locale: Locale = Locale.EN;
}

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field({ description: 'Their e-mail address, capitals or not.' })
  @IsAddress()
  email!: string;

  @Field({ description: 'Their password.' })
  @KnownPassword()
  password!: string;
}

@InputType({ description: 'An e-mail address.' })
export class EmailInput {
  @Field({ description: 'The address.' })
  @IsAddress()
  email!: string;
}

@InputType({ description: 'Whom a link is mailed to again.' })
export class ResendVerificationInput {
  @Field(() => String, { nullable: true, description: 'The address of a sign-up; not needed when signed in.' })
  @IsOptional()
  @IsAddress()
  email?: string | null;
}

@InputType({ description: 'A new password, by a mailed link.' })
export class ResetPasswordInput {
  @Field({ description: 'The token of the link.' })
  @Secret()
  token!: string;

  @Field({ description: `${PASSWORD_MIN} to ${PASSWORD_MAX} characters, neither common nor easy to guess.` })
  @NewPassword()
  password!: string;
}

@InputType({ description: 'A new password, by knowing the old one.' })
export class ChangePasswordInput {
  @Field({ description: 'The password of now.' })
  @KnownPassword()
  currentPassword!: string;

  @Field({ description: `${PASSWORD_MIN} to ${PASSWORD_MAX} characters, neither common nor easy to guess.` })
  @NewPassword()
  newPassword!: string;
}

@InputType({ description: 'A new e-mail address; it takes effect when the link mailed to it is opened.' })
export class ChangeEmailInput {
  @Field({ description: 'The password of now.' })
  @KnownPassword()
  currentPassword!: string;

  @Field({ description: 'The address to change to.' })
  @IsAddress()
  newEmail!: string;
}

@InputType({ description: 'What the viewer changes about themselves; what is left out stays.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: `The name that others see, at most ${NAME_MAX} characters.` })
  @ValidateIf(given)
  @Trim()
  @MaxLength(NAME_MAX)
  @Matches(ONE_LINE)
  @IsNotEmpty()
  displayName?: string;

  @Field(() => String, {
    nullable: true,
    description: `A few words, at most ${BIO_MAX} characters; null or empty for none.`,
  })
  @IsOptional()
  @Trim()
  @MaxLength(BIO_MAX)
  @Matches(SEVERAL_LINES)
  bio?: string | null;

  @Field(() => Locale, { nullable: true, description: 'Language of their mails.' })
  @ValidateIf(given)
  @IsEnum(Locale)
  locale?: Locale;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether voting for an idea or commenting on it makes them follow it.',
  })
  @ValidateIf(given)
  @IsBoolean()
  autoFollow?: boolean;

  @Field(() => ID, { nullable: true, description: 'A picture uploaded with purpose avatar; null for none.' })
  @IsOptional()
  @IsId()
  avatarFileId?: string | null;
}

@InputType({ description: 'The wish to be forgotten.' })
export class EraseAccountInput {
  @Field({ description: 'The password of now.' })
  @KnownPassword()
  password!: string;
}
