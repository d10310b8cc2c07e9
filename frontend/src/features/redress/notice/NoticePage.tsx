import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { EmptyState } from '@/components/EmptyState';
import { Markdown } from '@/components/Markdown';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { langOf } from '@/lib/i18n';
import type { Reportable } from '@/lib/reporting';
import classes from '../Redress.module.css';
import { NoticedComment, NoticedIdea, NoticedMember } from './documents';
import { NoticeForm } from './NoticeForm';

/** What the notice is about, as it stands now; null where it cannot be seen. */
function useNoticed({ ideaId, attachmentId, commentId, userId }: Reportable): { fetching: boolean; words: ReactNode } {
  const [idea] = useQuery({ query: NoticedIdea, variables: { id: ideaId ?? '' }, pause: !ideaId });
  const [comment] = useQuery({ query: NoticedComment, variables: { id: commentId ?? '' }, pause: !commentId });
  const [member] = useQuery({ query: NoticedMember, variables: { id: userId ?? '' }, pause: !userId });
  const { title, language, id, attachments = [] } = idea.data?.idea ?? {};
  const said = comment.data?.comment;
  if (said?.bodyHtml) return { fetching: false, words: <Markdown html={said.bodyHtml} language={said.language} /> };
  const person = member.data?.user;
  if (person && !person.erased)
    return {
      fetching: false,
      words: (
        <Link to="/u/$userId" params={{ userId: person.id }}>
          <Profile name={person.displayName} />
        </Link>
      ),
    };
  const file = attachments.find((each) => each.id === attachmentId)?.filename;
  if (id && (file || !attachmentId)) {
    const link = (
      <Link to="/i/$ideaId" params={{ ideaId: id }} lang={langOf(language)}>
        {title}
      </Link>
    );
    return {
      fetching: false,
      words: file ? (
        <Trans>
          The file “{file}” of {link}
        </Trans>
      ) : (
        link
      ),
    };
  }
  return { fetching: idea.fetching || comment.fetching || member.fetching, words: null };
}

const Profile = ({ name }: { name: string }) => <Trans>Profile of {name}</Trans>;

/** Where anybody tells of illegal content, with or without an account (Regulation (EU) 2022/2065, art. 16). */
export function NoticePage(props: Reportable) {
  const { t } = useLingui();
  const { name } = useCompany();
  const { fetching, words } = useNoticed(props);
  return (
    <>
      <PageTitle
        lead={
          <Trans>
            For what is against the law. You need no account; the moderators of {name} decide, and you are told the
            outcome.
          </Trans>
        }
      >{t`Report illegal content`}</PageTitle>
      {fetching && <Skeletons rows={2} height={120} />}
      {!fetching && !words && (
        <EmptyState title={t`There is nothing to report here`}>
          <Trans>
            It may have been taken away already. Open the idea, comment or profile, and choose “Report” there.
          </Trans>
        </EmptyState>
      )}
      {words && (
        <>
          <div className={classes.card}>
            <h2>
              <Trans>What it is about</Trans>
            </h2>
            <div className={classes.quote}>{words}</div>
          </div>
          <NoticeForm {...props} />
        </>
      )}
    </>
  );
}
