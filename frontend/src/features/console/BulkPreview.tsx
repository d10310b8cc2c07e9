import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { MarkdownPreview } from '@/components/MarkdownPreview';
import { StatusBadge } from '@/components/StatusBadge';
import type { IdeaStatus, WaitingIdeaFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { langOf } from '@/lib/i18n';
import classes from './Console.module.css';
import { fillIn, hasPlaces } from './fill-in';

/** The text of one idea, laid out once somebody looks. */
function One({ idea, text, first }: { idea: WaitingIdeaFragment; text: string; first: boolean }) {
  const [seen, setSeen] = useState(first);
  return (
    <details open={first} onToggle={({ currentTarget }) => currentTarget.open && setSeen(true)}>
      <summary lang={langOf(idea.language)}>{idea.title}</summary>
      {seen && <MarkdownPreview text={text} />}
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
          <MarkdownPreview text={text} />
        </div>
      )}
      {same ? (
        <ul>
          {ideas.map(({ id, title, language }) => (
            <li key={id} lang={langOf(language)}>
              {title}
            </li>
          ))}
        </ul>
      ) : (
        ideas.map((idea, index) => <One key={idea.id} idea={idea} text={textFor(idea)} first={index === 0} />)
      )}
      <p className="dimmed">
        <Trans>An answer cannot be taken back; a new one can follow it.</Trans>
      </p>
    </div>
  );
}
