import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { Markdown } from '@/components/Markdown';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { StatusBadge } from '@/components/StatusBadge';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { AnswerForm } from './AnswerForm';
import classes from './Console.module.css';

const OpenedIdea = graphql(`
  query OpenedIdea($id: ID!) {
    idea(id: $id) {
      id
      title
      bodyHtml
      language
      status
      version
      author {
        id
        displayName
        erased
      }
      answers {
        id
        status
        bodyHtml
        language
        createdAt
      }
    }
  }
`);

interface Props {
  ideaId: string;
  onSend: () => void;
  onRefused: () => void;
  onClose: () => void;
}

/** An idea of the list, opened: what it says, what was answered before, and the company's next word. */
export function OpenIdea({ ideaId, onSend, onRefused, onClose }: Props) {
  const { t } = useLingui();
  const company = useCompany();
  // what is answered must be what is there now
  const [{ data, error, fetching }, retry] = useQuery({
    query: OpenedIdea,
    variables: { id: ideaId },
    requestPolicy: 'network-only',
  });
  const idea = data?.idea;
  if (error && !idea) return <ErrorState error={error} retry={() => retry({ requestPolicy: 'network-only' })} />;
  if (!idea) return fetching ? <Skeletons rows={2} height={80} /> : null;
  const places = { name: idea.author.erased ? '' : idea.author.displayName, title: idea.title, company: company.name };
  return (
    <div className={classes.opened}>
      <Markdown html={idea.bodyHtml} language={idea.language} />
      {idea.answers.length > 0 && (
        <section aria-label={t`Answered before`} className={classes.earlier}>
          <h3>
            <Trans>Answered before</Trans>
          </h3>
          {idea.answers.map(({ id, status, bodyHtml, language, createdAt }) => (
            <div key={id}>
              <p className={classes.facts}>
                <StatusBadge status={status} /> <RelativeTime at={createdAt} />
              </p>
              <Markdown html={bodyHtml} language={language} />
            </div>
          ))}
        </section>
      )}
      <AnswerForm
        company={company}
        idea={idea}
        places={places}
        onSend={onSend}
        onRefused={() => {
          onRefused();
          retry({ requestPolicy: 'network-only' });
        }}
        onDone={onClose}
      />
    </div>
  );
}
