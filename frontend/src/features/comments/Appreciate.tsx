import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconHeart } from '@tabler/icons-react';
import { graphql } from '@/gql';
import { useFormat } from '@/lib/format';
import { useAction } from '@/lib/use-action';
import type { Comment } from './comments';
import classes from './Discussion.module.css';

const AppreciateComment = graphql(`
  mutation AppreciateComment($input: CommentIdInput!) {
    appreciateComment(input: $input) {
      id
      appreciationCount
      viewerAppreciates
    }
  }
`);

const UnappreciateComment = graphql(`
  mutation UnappreciateComment($input: CommentIdInput!) {
    unappreciateComment(input: $input) {
      id
      appreciationCount
      viewerAppreciates
    }
  }
`);

/** Thanks for a comment; shown at once, settled by the server. */
export function Appreciate({ comment }: { comment: Comment }) {
  const { t } = useLingui();
  const format = useFormat();
  const give = useAction(AppreciateComment);
  const take = useAction(UnappreciateComment);
  const { id, appreciationCount: count, viewerAppreciates: given, viewerCan } = comment;
  const number = count > 0 && <span>{format.compact(count)}</span>;
  const total = t`${plural(count, { one: 'Appreciated by # person', other: 'Appreciated by # people' })}`;
  if (!viewerCan.appreciate && !given)
    return count > 0 ? (
      <span className={classes.action} style={{ cursor: 'default' }}>
        <IconHeart size={18} aria-hidden /> {number} <span className="hidden">{total}</span>
      </span>
    ) : null;
  return (
    <button
      type="button"
      className={classes.action}
      aria-pressed={given}
      aria-label={count > 0 ? `${t`Appreciate`}. ${total}` : t`Appreciate`}
      title={t`Appreciate`}
      onClick={() => void (given ? take : give).run({ input: { commentId: id } })}
    >
      <IconHeart size={18} aria-hidden /> {number}
    </button>
  );
}
