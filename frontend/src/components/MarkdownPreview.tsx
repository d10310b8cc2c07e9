import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { Markdown } from './Markdown';
import classes from './MarkdownEditor.module.css';

const RenderMarkdown = graphql(`
  query RenderMarkdown($text: String!) {
    renderMarkdown(text: $text)
  }
`);

/** As the server will lay it out: one renderer, so that a preview never lies. */
export function MarkdownPreview({ text }: { text: string }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: RenderMarkdown, variables: { text }, pause: !text.trim() });
  if (!text.trim()) return <p className={classes.note}>{t`Nothing to preview yet.`}</p>;
  if (error) return <p className={classes.note}>{t`The preview could not be read.`}</p>;
  return <Markdown html={data?.renderMarkdown ?? ''} />;
}
