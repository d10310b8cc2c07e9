const ADDRESS = /(?:https?:)?\/\/[^\s<>()[\]"'`]+|\bwww\.[^\s<>()[\]"'`]+/giu;
const NAMED =
  /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu;

/** The site of an address as browsers read it; null where it is none. */
export function siteOf(address: string): string | null {
  const full = `http://${address.replace(/^(?:https?:)?\/\//i, '')}`;
  return URL.canParse(full) ? new URL(full).hostname.replace(/^www\.|\.$/g, '') : null;
}

const AFTER_WORDS = new Set('.,;:!?*_');

/** Where an address ends, without the sentence around it; a pattern would try every run of such signs from each of them. */
function wordEnd(address: string): number {
  let end = address.length;
  while (end > 0 && AFTER_WORDS.has(address[end - 1]!)) end--;
  return end;
}

/** Where a text leads: each address that is a link, once. */
export function linksOf(text: string): { address: string; site: string }[] {
  const addresses = new Set([...text.matchAll(ADDRESS)].map(([address]) => address.slice(0, wordEnd(address))));
  return [...addresses].flatMap((address) => {
    const site = siteOf(address);
    return site ? [{ address, site }] : [];
  });
}

/** Every site that a text names, as a link or not. */
export function sitesIn(text: string): string[] {
  const named = [...text.matchAll(NAMED)].flatMap(([name]) => siteOf(name) ?? []);
  return [...new Set([...linksOf(text).map(({ site }) => site), ...named])];
}
