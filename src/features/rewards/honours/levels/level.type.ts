import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { LEVELS } from './level.policy.js';

@ObjectType({ description: 'How far somebody has come with a company by what they contributed lately.' })
export class Level {
  @Field(() => Int, { description: 'Which it is, 1 to 7.' })
  number!: number;

  @Field(() => Float, { description: 'The score from which on it is reached.' })
  from!: number;

  static of(number: number): Level {
    return Object.assign(new Level(), { number, from: LEVELS[number - 1]! });
  }
}
