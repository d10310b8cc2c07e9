import { jest } from '@jest/globals';
import { Role } from '../../shared/auth/role.js';
import { newId } from '../../shared/database/ids.js';
import type { RealtimeListener } from '../../shared/realtime/realtime.js';
import { LiveService } from './live.service.js';
import type { Watcher } from './watcher.js';

const company = { id: newId() };
const ideaId = newId();
const viewer = { userId: newId(), sessionId: newId() };
const pulse = (upCount: number) => ({
  id: ideaId,
  companyId: company.id,
  challengeId: null,
  visibility: 'PUBLISHED',
  status: 'OPEN',
  upCount,
  downCount: 0,
  score: upCount,
  commentCount: 0,
  countsShown: true,
});

/** The service over a database that answers when it is told to. */
function serve() {
  let listener: RealtimeListener | undefined;
  const roles = new Map([[viewer.userId, Role.CUSTOMER]]);
  const readings: ((upCount: number) => void)[] = [];
  const read = () => new Promise((resolve) => readings.push((upCount) => resolve([pulse(upCount)])));
  const service = new LiveService(
    { listen: (one: RealtimeListener) => (listener = one) } as never,
    {
      visible: () => Promise.resolve({ company, membership: { role: Role.CUSTOMER } }),
      rolesIn: () => Promise.resolve({ isPublic: false, roles }),
    } as never,
    {} as never,
    { of: read, newest: () => Promise.resolve([]) } as never,
    { newest: () => Promise.resolve([]), published: () => Promise.resolve([]) } as never,
  );
  service.onApplicationBootstrap();
  const settle = () => jest.advanceTimersByTimeAsync(0);
  return {
    listener: listener!,
    roles,
    service,
    /** answers the reading that began last, or the one that waits longest */
    async answer(upCount: number, which: 'first' | 'last' = 'first'): Promise<void> {
      await settle();
      const reading = which === 'first' ? readings.shift() : readings.pop();
      reading!(upCount);
      await settle();
    },
  };
}

async function watch({ service, answer }: ReturnType<typeof serve>): Promise<Watcher> {
  const watching = service.watch(viewer, { companyId: company.id, ideaIds: [ideaId] });
  await answer(1);
  const watcher = await watching;
  await watcher.next();
  return watcher;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

it('what began to be read after a gap, and took long, does not replace what was told since', async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
  const served = serve();
  const watcher = await watch(served);
  served.listener.missed();
  await jest.advanceTimersByTimeAsync(0);
  served.listener.hear([{ idea: ideaId, company: company.id, votes: true }]);
  await jest.advanceTimersByTimeAsync(0);
  await served.answer(3, 'last');
  expect((await watcher.next()).value).toMatchObject({ whole: false, ideas: [{ seen: { upCount: 3 } }] });
  await served.answer(2);
  expect((await watcher.next()).value).toMatchObject({ whole: true, ideas: [] });
  served.service.onApplicationShutdown();
});

it('each minute it is looked whether watchers may still see what they see', async () => {
  const served = serve();
  const watcher = await watch(served);
  const next = watcher.next();
  await jest.advanceTimersByTimeAsync(60_000);
  served.roles.clear();
  await jest.advanceTimersByTimeAsync(59_000);
  expect(await Promise.race([next, 'still'])).toBe('still');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(await next).toEqual({ done: true, value: undefined });
  served.service.onApplicationShutdown();
});
