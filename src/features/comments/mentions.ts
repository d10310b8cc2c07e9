/** `@[Ana Ruiz](user:0198c0de-…)`: what the editor writes when somebody is picked from the list of members. */
export const MENTION = /@\[((?:[^\]\\\n]|\\.){1,80})\]\(user:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gi;

/** More than this many people are not called by one comment. */
export const MOST_MENTIONS = 20;

/** The ids of those whom a text mentions, each once, in order. */
export const mentionedIds = (body: string): string[] => [
  ...new Set([...body.matchAll(MENTION)].map((match) => match[2]!.toLowerCase())),
];

/** The text with mentions of others than `members` turned into plain `@name`. */
export const keepMentions = (body: string, members: Set<string>): string =>
  body.replace(MENTION, (whole, name: string, id: string) => (members.has(id.toLowerCase()) ? whole : `@${name}`));

/**
 * The Markdown to show: each mention as a link to the person, under the name they have now.
 * @param nameOf the present name by id; a former member's is given by the caller
 */
export const linkMentions = (body: string, nameOf: (id: string) => string): string =>
  body.replace(
    MENTION,
    (_, __, id: string) => `[@${nameOf(id.toLowerCase()).replace(/[\\`*_[\]<>&!]/g, '\\$&')}](/u/${id.toLowerCase()})`,
  );
