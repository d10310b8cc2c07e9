export const yearOf = (at: Date): string => String(at.getUTCFullYear());

/** The periods there can be a report of, the longest and latest first. */
export function periodsSince(since: Date, now: Date): string[] {
  const first = since.getUTCFullYear() * 12 + since.getUTCMonth();
  const last = now.getUTCFullYear() * 12 + now.getUTCMonth();
  const [years, halves, months]: Record<number, string>[] = [{}, {}, {}];
  for (let month = first; month <= last; month++) {
    const [year, of] = [Math.floor(month / 12), month % 12];
    years![year] = `${year}`;
    halves![Math.floor(month / 6)] = `${year}-H${of < 6 ? 1 : 2}`;
    months![month] = `${year}-${String(of + 1).padStart(2, '0')}`;
  }
  return [years!, halves!, months!].flatMap((all) => Object.values(all).toReversed());
}
