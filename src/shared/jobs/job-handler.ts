import { SetMetadata } from '@nestjs/common';

export const JOB_HANDLER = Symbol('job-handler');
export const SCHEDULE = Symbol('schedule');

/**
 * Marks a provider's method `(payload) => Promise<void>` as the one that does jobs of this name. A job runs at least
 * once: a failure or a crash runs it again (up to 25 times, with growing pauses).
 */
export const JobHandler = (name: string): MethodDecorator => SetMetadata(JOB_HANDLER, name);

/** Runs a method without arguments at these times (cron syntax, UTC), once whatever the number of workers. */
export const Schedule = (name: string, cron: string): MethodDecorator => SetMetadata(SCHEDULE, { name, cron });
