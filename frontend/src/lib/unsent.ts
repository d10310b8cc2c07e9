const unsent = new Set<() => Promise<unknown>>();

/** For what waits a while before it is sent, as it can still be undone: whoever leaves has made up their mind. */
export const beforeLeaving = (send: () => Promise<unknown>): void => void unsent.add(send);

/** To be awaited before a session is ended on purpose: without one nothing is taken. */
export const sendUnsent = (): Promise<unknown> => Promise.all([...unsent].map((send) => send()));
