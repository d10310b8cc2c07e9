import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Markdown } from '@/components/Markdown';
import { StatusBadge } from '@/components/StatusBadge';
import { graphql } from '@/gql';
import type { IdeaStatus, WaitingIdeaFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import classes from './Console.module.css';
import { fillIn, hasPlaces } from './fill-in';

const PreviewAnswer = graphql(`
  query PreviewAnswer($text: String!) {
    renderMarkdown(text: $text)
  }
`);

/** As the server will lay it out. */
function Rendered({ text }: { text: string }) {
  const [{ data }] = useQuery({ query: PreviewAnswer, variables: { text } });
  return <Markdown html={data?.renderMarkdown ?? ''} />;
}

/** The text of one idea, laid out once somebody looks. */
function One({ title, text, first }: { title: string; text: string; first: boolean }) {
  const [seen, setSeen] = useState(first);
  return (
    <details open={first} onToggle={({ currentTarget }) => currentTarget.open && setSeen(true)}>
      <summary>{title}</summary>
      {seen && <Rendered text={text} />}
    </details>
  );
}

interface Props {
  ideas: WaitingIdeaFragment[];
  text: string;
  status: IdeaStatus;
}

/** What will stand on each of the ideas. */
export function BulkPreview({ ideas, text, status }: Props) {
  const company = useCompany();
  const textFor = ({ author, title }: WaitingIdeaFragment) =>
    fillIn(text, { name: author.erased ? '' : author.displayName, title, company: company.name });
  const same = !hasPlaces(text);
  return (
    <div className={classes.preview}>
      <p>
        <StatusBadge status={status} />{' '}
        <Plural
          value={ideas.length}
          one="This will be public on # idea, and its author is told:"
          other="This will be public on # ideas, and their authors are told:"
        />
      </p>
      {same && (
        <div className={classes.quote}>
          <Rendered text={text} />
        </div>
      )}
      {same ? (
        <ul>
          {ideas.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      ) : (
        ideas.map((idea, index) => <One key={idea.id} title={idea.title} text={textFor(idea)} first={index === 0} />)
      )}
      <p className="dimmed">
        <Trans>An answer cannot be taken back; a new one can follow it.</Trans>
      </p>
    </div>
  );
}
