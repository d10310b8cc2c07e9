import { useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from 'urql';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import { CommentForm } from './CommentForm';

const CommentText = graphql(`
  query CommentText($id: ID!) {
    comment(id: $id) {
      id
      body
      version
    }
  }
`);

const EditCommentText = graphql(`
  mutation EditComment($input: EditCommentInput!) {
    editComment(input: $input) {
      ...CommentLine
      body
      version
    }
  }
`);

interface Props {
  companyId: string;
  commentId: string;
  onDone: () => void;
}

/** The writer's own comment, to be put right. */
export function EditComment({ companyId, commentId, onDone }: Props) {
  const { t } = useLingui();
  const [{ data, fetching }] = useQuery({
    query: CommentText,
    variables: { id: commentId },
    requestPolicy: 'network-only',
  });
  const [, edit] = useMutation(EditCommentText);
  const comment = data?.comment;
  if (!comment || fetching) return <Skeletons rows={1} height={110} />;
  const send = async (body: string) => {
    const { error } = await edit({ input: { commentId, version: comment.version, body } });
    if (!error) onDone();
    return error;
  };
  return (
    <CommentForm
      companyId={companyId}
      label={t`Edit your comment`}
      submitLabel={t`Save`}
      // a change of an older text is not taken up again
      place={`edit/${commentId}/${comment.version}`}
      initial={comment.body}
      autoFocus
      onSend={send}
      onCancel={onDone}
    />
  );
}
