import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Allow, Public } from './allow.js';
import type { Viewer } from './viewer.js';

class Operations {
  forgotten(): void {}

  @Public()
  open(): void {}

  @Allow('account.use')
  own(): void {}
}

const ANA: Viewer = { userId: 'ana', sessionId: 'one' };

/** What the guard says to a request for this operation. */
async function enter(name: keyof Operations, viewer?: Viewer): Promise<boolean | string> {
  const context = {
    getHandler: () => Operations.prototype[name],
    getClass: () => Operations,
    getType: () => 'http',
    switchToHttp: () => ({ getRequest: () => ({ viewer, headers: {} }) }),
  } as unknown as ExecutionContext;
  return new AccessGuard(new Reflector()).canActivate(context).catch((error: Error) => error.message);
}

describe('the guard', () => {
  it('refuses an operation that does not say who may call it, to everybody', async () => {
    expect(await enter('forgotten')).toBe('FORBIDDEN');
    expect(await enter('forgotten', ANA)).toBe('FORBIDDEN');
  });

  it('lets everybody in where it is public, and else only the signed-in', async () => {
    expect(await enter('open')).toBe(true);
    expect(await enter('open', ANA)).toBe(true);
    expect(await enter('own')).toBe('UNAUTHENTICATED');
    expect(await enter('own', ANA)).toBe(true);
  });
});
