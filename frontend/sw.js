// Between the pages and the network. Hashed files come from here first, pages from the network first; what the API said
// is kept by the pages themselves (src/lib/graphql/seen.ts), which know who is looking. The build fills in FILES.
const FILES = __FILES__;

const ASSETS = 'cocrea-assets';
const SHELL = 'cocrea-shell';
const PICTURES = 'cocrea-pictures';
/** So many files of the builds before stay, for tabs that were opened then. */
const MOST_ASSETS = 400;
const MOST_PICTURES = 100;
/** A page without content of its own: any address can be shown in it. */
const EMPTY_PAGE = '/offline';

async function install() {
  const assets = await caches.open(ASSETS);
  // one by one: what the page at hand loads goes before
  for (const file of FILES) if (!(await assets.match(file))) await assets.add(new Request(file, { priority: 'low' }));
  // last: it asks for no file that is not here
  const page = await fetch(EMPTY_PAGE, { cache: 'no-store' });
  if (page.ok) await (await caches.open(SHELL)).put(EMPTY_PAGE, page);
  await self.skipWaiting();
}

async function activate() {
  await self.registration.navigationPreload?.enable();
  await trim(ASSETS, MOST_ASSETS);
  await self.clients.claim();
}

/** What this build needs stays, however many there are. */
async function trim(name, most) {
  const cache = await caches.open(name);
  const oldestFirst = (await cache.keys()).filter(({ url }) => !FILES.includes(new URL(url).pathname));
  for (const request of oldestFirst.slice(0, Math.max(0, oldestFirst.length - most))) await cache.delete(request);
}

async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(EMPTY_PAGE)) ?? Response.error();
  }
}

async function keptFirst(event, name, most) {
  const cache = await caches.open(name);
  const kept = await cache.match(event.request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.status === 200) {
    const copy = response.clone();
    event.waitUntil(cache.put(event.request, copy).then(() => trim(name, most)));
  }
  return response;
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('fetch', (event) => {
  const { method, mode, destination, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(event, ASSETS, MOST_ASSETS));
  else if (pathname.startsWith('/files/') && destination === 'image')
    event.respondWith(keptFirst(event, PICTURES, MOST_PICTURES));
  else if (mode === 'navigate' && !/^\/(files|dev|graphql)\/|\.\w+$/.test(pathname)) event.respondWith(page(event));
});
