import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconArrowBigUp, IconMessageCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { Button } from '@/components/Button';
import { PersonName } from '@/components/PersonName';
import { StatusBadge } from '@/components/StatusBadge';
import type { AnswerRefusal, WaitingIdeaFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import classes from './Console.module.css';
import { OpenIdea } from './OpenIdea';
import { useWaitText, waitOf } from './waiting';

interface Props {
  idea: WaitingIdeaFragment;
  answerDays: number;
  now: number;
  chosen: boolean;
  open: boolean;
  /** Why the last answer to many left it out. */
  refused?: AnswerRefusal;
  onToggle: (range: boolean) => void;
  onOpen: (open: boolean) => void;
  onSend: () => void;
  onRefused: () => void;
}

/** What weighs on the idea: support, talk, and how long it has waited. */
function Facts({ idea, answerDays, now }: Pick<Props, 'idea' | 'answerDays' | 'now'>) {
  const format = useFormat();
  const waitText = useWaitText();
  const wait = waitOf(idea, answerDays, now);
  const score = idea.score ?? 0;
  return (
    <p className={classes.facts}>
      <span className={classes.wait} data-overdue={wait.overdue || undefined}>
        {waitText(wait)}
      </span>
      {idea.status !== 'OPEN' && <StatusBadge status={idea.status} />}
      <span className={classes.fact}>
        <IconArrowBigUp size={16} aria-hidden /> {format.number(score)}
        <span className="hidden">
          <Plural value={score} one="vote" other="votes" />
        </span>
      </span>
      <span className={classes.fact}>
        <IconMessageCircle size={16} aria-hidden /> {format.number(idea.commentCount)}
        <span className="hidden">
          <Plural value={idea.commentCount} one="comment" other="comments" />
        </span>
      </span>
      <span>
        <PersonName user={idea.author} />
      </span>
      {idea.challenge && (
        <span className={classes.challenge} lang={langOf(idea.challenge.language)}>
          {idea.challenge.title}
        </span>
      )}
    </p>
  );
}

const useRefusalText = () => {
  const { t } = useLingui();
  return (reason: AnswerRefusal): string =>
    ({
      CHANGED: t`Not answered: it was changed or answered since you read it.`,
      NOT_PUBLIC: t`Not answered: it is not public any more.`,
      UNKNOWN: t`Not answered: it is not there any more.`,
    })[reason];
};

/** An idea that waits: chosen for an answer to many, or opened and answered where it stands. */
export function WaitingRow(props: Props) {
  const { idea, chosen, open, refused, onToggle, onOpen } = props;
  const { t } = useLingui();
  const refusalText = useRefusalText();
  const { id, title, language } = idea;
  // the click knows of the shift key, the change does not
  const choose = (event: MouseEvent) => onToggle(event.shiftKey);
  return (
    <article className={classes.item} data-chosen={chosen || undefined}>
      <div className={classes.line}>
        <label className={classes.choose}>
          <input
            type="checkbox"
            id={`waiting-${id}`}
            aria-label={t`Select “${title}”`}
            checked={chosen}
            onClick={choose}
            onChange={() => undefined}
          />
        </label>
        <div className={classes.what}>
          <h2 className={classes.title} lang={langOf(language)}>
            <Link to="/i/$ideaId" params={{ ideaId: id }}>
              {title}
            </Link>
          </h2>
          <Facts {...props} />
          {refused && <p className={classes.refused}>{refusalText(refused)}</p>}
        </div>
        <Button
          variant="default"
          aria-label={open ? t`Close “${title}”` : t`Answer “${title}”`}
          aria-expanded={open}
          data-opens={`answer-${id}`}
          onClick={() => onOpen(!open)}
        >
          {open ? <Trans>Close</Trans> : <Trans>Answer</Trans>}
        </Button>
      </div>
      {open && <OpenIdea ideaId={id} onSend={props.onSend} onRefused={props.onRefused} onClose={() => onOpen(false)} />}
    </article>
  );
}
