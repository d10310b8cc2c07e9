const unsent = new Set<() => Promise<unknown>>();

/** For what waits a while before it is sent, as it can still be undone: whoever leaves has made up their mind. */
export const beforeLeaving = (send: () => Promise<unknown>): void => void unsent.add(send);

/** To be awaited before a session is ended on purpose: without one nothing is taken. */
export const sendUnsent = (): Promise<unknown> => Promise.all([...unsent].map((send) => send()));

/** Whether this device keeps something written that the server does not have: signing out would delete it. */
export const hasUnsent = (): boolean =>
  Object.entries(localStorage).some(([key, value]) => {
    if (/^cocrea-(edit|comment|answer|reply|challenge)\//.test(key)) return true;
    return key.startsWith('cocrea-idea/') && String(value).includes('"ahead":true');
  });
