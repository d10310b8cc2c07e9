import { Plural, Trans } from '@lingui/react/macro';
import { IconRosetteDiscountCheckFilled } from '@tabler/icons-react';
import { Markdown } from '@/components/Markdown';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { StatusBadge } from '@/components/StatusBadge';
import type { AnswerBoxFragment } from '@/gql/graphql';
import classes from './IdeaPage.module.css';

function Answer({ answer }: { answer: AnswerBoxFragment }) {
  return (
    <>
      <Markdown html={answer.bodyHtml} language={answer.language} />
      <footer>
        <PersonName user={answer.author} /> · <RelativeTime at={answer.createdAt} />
      </footer>
    </>
  );
}

interface Props {
  company: string;
  /** All that the company has said, the latest anywhere among them. */
  answers: AnswerBoxFragment[];
}

/** What the company says to the idea: the pinned answer, else its latest; those before on demand. */
export function OfficialAnswer({ company, answers }: Props) {
  const latest = answers.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const shown = latest.find(({ pinned }) => pinned) ?? latest[0];
  if (!shown) return null;
  const others = latest.filter((answer) => answer !== shown);
  return (
    <section className={classes.official}>
      <h2>
        <IconRosetteDiscountCheckFilled size={22} aria-hidden />
        <Trans>Official answer from {company}</Trans>
        <StatusBadge status={shown.status} />
      </h2>
      <Answer answer={shown} />
      {others.length > 0 && (
        <details>
          <summary>
            <Plural value={others.length} one="# other answer" other="# other answers" />
          </summary>
          {others.map((answer) => (
            <div key={answer.id} className={classes.earlier}>
              <StatusBadge status={answer.status} />
              <Answer answer={answer} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}
