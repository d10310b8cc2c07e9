import { createStore, useStore } from './store';

export type ColorScheme = 'light' | 'dark';

/** Where the choice is kept; index.html reads it before anything is painted. */
const KEY = 'cocrea-color-scheme';
const device = matchMedia('(prefers-color-scheme: dark)');

const chosen = (): ColorScheme | null => {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : null;
};
const current = (): ColorScheme => chosen() ?? (device.matches ? 'dark' : 'light');

const scheme = createStore<ColorScheme>(current());
const choice = createStore<ColorScheme | null>(chosen());
const apply = (): void => {
  scheme.set(current());
  choice.set(chosen());
  document.documentElement.dataset.colorScheme = scheme.get();
};
device.addEventListener('change', apply);

/** Light or dark: the device's, until somebody chooses. */
export const useColorScheme = (): ColorScheme => useStore(scheme);

/** What was chosen on this device; null where nothing was. */
export const useColorChoice = (): ColorScheme | null => useStore(choice);

/** @param value null: as the device says */
export function chooseColorScheme(value: ColorScheme | null): void {
  if (value) localStorage.setItem(KEY, value);
  else localStorage.removeItem(KEY);
  apply();
}
