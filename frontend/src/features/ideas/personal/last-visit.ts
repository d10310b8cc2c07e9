const WEEK = 7 * 86_400_000;

/**
 * When this person was last here on this device, before they came now: the same until they close it. A week ago where
 * that is not known.
 */
export function lastVisit(userId: string, now = Date.now()): string {
  const key = `cocrea-loop/${userId}`;
  const since = sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? new Date(now - WEEK).toISOString();
  sessionStorage.setItem(key, since);
  localStorage.setItem(key, new Date(now).toISOString());
  return since;
}
