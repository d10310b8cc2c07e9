import { createStore, useStore } from '@/lib/store';

/** How much a moderator wants to see of what they judge. Kept on the device. */
export interface Viewing {
  /** Images are blurred until they are asked for. */
  blur: boolean;
  /** Grey and small, and the text itself only when asked for. */
  calm: boolean;
}

const PLACE = 'cocrea-viewing';
const GENTLE: Viewing = { blur: true, calm: false };

function read(): Viewing {
  try {
    return { ...GENTLE, ...(JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Viewing>) };
  } catch {
    return GENTLE;
  }
}

const viewing = createStore(read());

export function setViewing(part: Partial<Viewing>): void {
  const next = { ...viewing.get(), ...part };
  viewing.set(next);
  try {
    localStorage.setItem(PLACE, JSON.stringify(next));
  } catch {
    // a full or forbidden storage: until the page is left
  }
}

export const useViewing = (): Viewing => useStore(viewing);
