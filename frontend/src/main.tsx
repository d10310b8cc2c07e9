import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from '@/app/providers';
import { router } from '@/app/router';
import { activateLocale, preferredLocale } from '@/lib/i18n';
import { watchSession } from '@/lib/session';
import '@fontsource-variable/figtree/wght.css';
import './app/global.css';

// after a deployment an open tab asks for chunks that are gone: load the new page, once
addEventListener('vite:preloadError', (event) => {
  // the network is away, not the chunk
  if (!navigator.onLine) return;
  const last = Number(sessionStorage.getItem('reloaded'));
  if (Date.now() - last < 10_000) return;
  event.preventDefault();
  sessionStorage.setItem('reloaded', String(Date.now()));
  location.reload();
});

/** What the server wrote to read stays until the application has something to read, too: nothing blinks. */
function succeedShell(root: HTMLElement): void {
  const shell = document.getElementById('shell');
  if (!shell) return;
  const look = () => {
    if (root.querySelector('h1, [role=alert]')) shell.remove();
  };
  new MutationObserver((_, observer) => (shell.isConnected ? look() : observer.disconnect())).observe(root, {
    childList: true,
    subtree: true,
  });
  setTimeout(() => shell.remove(), 5000);
}

/** Not awaited at the top level: pages import this file's chunk, and would wait for it while it waits for them. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  watchSession();
  // the first page's script may come while the translations do
  await Promise.all([activateLocale(preferredLocale()), router.load()]);
  succeedShell(root);
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}

void start();
// what makes pages readable offline waits until this one can be read
if (import.meta.env.PROD) addEventListener('load', () => void navigator.serviceWorker?.register('/sw.js'));
