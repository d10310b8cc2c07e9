/** Whether a company or a challenge could be called so: what an address holds is not asked for before. */
export const isSlug = (text: string): boolean => /^[a-z0-9-]+$/.test(text);
