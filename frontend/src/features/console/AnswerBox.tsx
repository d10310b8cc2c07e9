import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { graphql } from '@/gql';
import { AnswerForm } from './AnswerForm';

const IdeaToAnswer = graphql(`
  query IdeaToAnswer($id: ID!) {
    idea(id: $id) {
      id
      version
      title
      status
      language
      author {
        id
        displayName
        erased
      }
      company {
        id
        slug
        name
      }
      viewerCan {
        answer
      }
    }
  }
`);

/** On an idea's own page: where a manager answers for the company. Nothing for everybody else. */
export function AnswerBox({ ideaId }: { ideaId: string }) {
  const [{ data }, retry] = useQuery({ query: IdeaToAnswer, variables: { id: ideaId } });
  const [open, setOpen] = useState(false);
  const idea = data?.idea;
  if (!idea?.viewerCan.answer) return null;
  const { company, author, title } = idea;
  const places = { name: author.erased ? '' : author.displayName, title, company: company.name };
  if (open)
    return (
      <AnswerForm
        company={company}
        idea={idea}
        places={places}
        // as it is now, for another try
        onRefused={() => retry({ requestPolicy: 'network-only' })}
        onDone={() => setOpen(false)}
      />
    );
  return (
    <div>
      <Button variant="default" data-opens={`answer-${ideaId}`} onClick={() => setOpen(true)}>
        <Trans>Answer for the company</Trans>
      </Button>
    </div>
  );
}
