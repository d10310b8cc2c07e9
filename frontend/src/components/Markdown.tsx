import type { Locale } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import classes from './Markdown.module.css';

interface Props {
  /** Sanitised by the server: `bodyHtml`, `briefHtml`, `renderMarkdown`. Never anything else. */
  html: string;
  /** What the text is written in, for screen readers and hyphenation. */
  language?: Locale | null;
}

/** What somebody wrote, laid out for reading. */
export const Markdown = ({ html, language }: Props) => (
  <div className={classes.prose} lang={langOf(language)} dangerouslySetInnerHTML={{ __html: html }} />
);
