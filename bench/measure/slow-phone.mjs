// A slow phone on slow 4G, as Lighthouse has them, and what a page does on it.
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU = 4;

export const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** Slows the page down, and counts what it asks for. */
export async function slowDown(page) {
  const traffic = { requests: 0, bytes: 0 };
  const client = await page.context().newCDPSession(page);
  client.on('Network.requestWillBeSent', () => traffic.requests++);
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (traffic.bytes += encodedDataLength));
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', NETWORK);
  await client.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  return traffic;
}

/** Has the page note its paints, shifts and presses in `vitals`. */
export const watch = (page) =>
  page.addInitScript(() => {
    const vitals = { fcp: 0, lcp: 0, element: '', cls: 0, interaction: 0 };
    globalThis.vitals = vitals;
    const observe = (type, each, options) =>
      new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options });
    observe('paint', ({ name, startTime }) => {
      if (name === 'first-contentful-paint') vitals.fcp = startTime;
    });
    observe('largest-contentful-paint', ({ startTime, element }) => {
      vitals.lcp = startTime;
      vitals.element = element?.tagName.toLowerCase() ?? '';
    });
    // the worst five seconds, of shifts less than a second apart
    let window = { first: 0, last: 0, sum: 0 };
    observe('layout-shift', ({ startTime, value, hadRecentInput }) => {
      if (hadRecentInput) return;
      const same = startTime - window.last < 1000 && startTime - window.first < 5000;
      window = { first: same ? window.first : startTime, last: startTime, sum: (same ? window.sum : 0) + value };
      vitals.cls = Math.max(vitals.cls, window.sum);
    });
    observe(
      'event',
      ({ interactionId, duration }) => {
        if (interactionId) vitals.interaction = Math.max(vitals.interaction, duration);
      },
      { durationThreshold: 16 },
    );
  });
