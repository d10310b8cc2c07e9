import { useLingui } from '@lingui/react/macro';

/** What the places of a text become; in braces, as they are written. */
export function usePlacesHint(): string {
  const { t } = useLingui();
  const [name, title, company] = ['{name}', '{title}', '{company}'];
  return t`${name}, ${title} and ${company} become the author’s name, the idea’s title and the company’s name.`;
}
