import { Injectable } from '@nestjs/common';

/**
 * The one source of the present for every rule that depends on time (phases, expiries), so that a boundary is the same
 * for all checks of a request and can be set by a test.
 */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
