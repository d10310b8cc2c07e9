import { Field, ObjectType } from '@nestjs/graphql';

/** The answer of a mutation that has nothing to show. */
@ObjectType({ description: 'That something was done.' })
export class OkPayload {
  @Field({ description: 'Always true: a refusal is an error.' })
  ok!: boolean;
}

export const OK: OkPayload = { ok: true };
