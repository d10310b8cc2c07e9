import { useLingui } from '@lingui/react/macro';
import { IconFileTypePdf } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Markdown } from '@/components/Markdown';
import { useFormat } from '@/lib/format';
import { useReport } from '@/lib/reporting';
import { useViewer } from '@/lib/session';
import classes from './IdeaPage.module.css';
import type { PageIdea } from './idea-page';

function Files({
  idea: { id: ideaId, attachments: files, company },
  mayReport,
}: {
  idea: PageIdea;
  mayReport: boolean;
}) {
  const Report = useReport();
  const { t } = useLingui();
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={t`Attachments`}>
      {files.map(({ id, kind, filename, byteSize, url, thumbnailUrl }) => (
        <li key={id}>
          <a href={url} target="_blank" rel="noreferrer" className={classes.file}>
            {kind === 'IMAGE' && thumbnailUrl ? (
              <img src={thumbnailUrl} alt="" loading="lazy" height={120} />
            ) : (
              <span className={classes.pdf}>
                <IconFileTypePdf size={40} aria-hidden />
              </span>
            )}
            <span className={classes.caption}>
              {filename}
              <small>{format.bytes(byteSize)}</small>
            </span>
          </a>
          {mayReport && (
            <Report small item={{ ideaId, attachmentId: id }} places={[company]} label={t`Report ${filename}`} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the authors wrote, with their files and tags. */
export function IdeaBody({ idea }: { idea: PageIdea }) {
  const { t } = useLingui();
  const Report = useReport();
  const viewer = useViewer();
  const { id, title, bodyHtml, language, author, tags, company, visibility } = idea;
  const mayReport = visibility === 'PUBLISHED' && author.id !== viewer?.id;
  return (
    <article className={classes.article}>
      <h2 className="hidden">{t`The idea`}</h2>
      <Markdown html={bodyHtml} language={language} />
      <Files idea={idea} mayReport={mayReport} />
      {tags.length > 0 && (
        <ul className={classes.tags} aria-label={t`Tags`}>
          {tags.map((tag) => (
            <li key={tag}>
              <Link to="/$slug/ideas" params={{ slug: company.slug }} search={{ tag }}>
                #{tag}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {mayReport && (
        <div className={classes.report}>
          <Report item={{ ideaId: id }} places={[company]} label={t`Report “${title}”`} />
        </div>
      )}
    </article>
  );
}
