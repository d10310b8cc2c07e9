import { Trans, useLingui } from '@lingui/react/macro';
import { IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Markdown } from '@/components/Markdown';
import type { HeldItemFragment, Locale } from '@/gql/graphql';
import { useQueueKeys } from '@/lib/use-queue-keys';
import classes from './Review.module.css';
import { useViewing } from './viewing';

type File = NonNullable<HeldItemFragment['idea']>['attachments'][number];

/** One image, not to be made out until it is asked for. */
function Picture({ file: { filename, url, thumbnailUrl }, flagged }: { file: File; flagged: boolean }) {
  const { t } = useLingui();
  const { blur, calm } = useViewing();
  const [seen, setSeen] = useState(false);
  const veiled = (blur || calm) && !seen;
  const mark = flagged && <Trans>Reported</Trans>;
  if (!thumbnailUrl)
    return (
      <>
        <a href={url}>{filename}</a>
        {mark && (
          <>
            {' '}
            <span className="dimmed">({mark})</span>
          </>
        )}
      </>
    );
  return (
    <figure className={classes.picture} data-veiled={veiled || undefined}>
      {veiled ? (
        <button type="button" aria-label={t`Show the image “${filename}”`} onClick={() => setSeen(true)}>
          <img src={thumbnailUrl} alt="" height={96} loading="lazy" />
          <IconEyeOff aria-hidden />
        </button>
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          <img src={thumbnailUrl} alt={filename} height={96} loading="lazy" />
        </a>
      )}
      {mark && <figcaption>{mark}</figcaption>}
    </figure>
  );
}

/** A text with its images, which are blurred together. */
export function Passage({ html, language }: { html: string; language?: Locale | null }) {
  const { blur, calm } = useViewing();
  const [seen, setSeen] = useState(false);
  const veiled = (blur || calm) && !seen && html.includes('<img');
  return (
    <div data-veiled={veiled || undefined} className={classes.passage}>
      {veiled && (
        <Button variant="default" size="compact" onClick={() => setSeen(true)}>
          <Trans>Show the images in this text</Trans>
        </Button>
      )}
      <Markdown html={html} language={language} />
    </div>
  );
}

/** What has been said: in the calm view only once it is asked for. */
export function Veil({ children }: { children: ReactNode }) {
  const { calm } = useViewing();
  const [seen, setSeen] = useState(false);
  const closed = calm && !seen;
  useQueueKeys(closed ? { o: () => setSeen(true) } : {});
  if (!closed) return <>{children}</>;
  return (
    <p className={classes.veil}>
      <Button variant="default" onClick={() => setSeen(true)}>
        <Trans>Show what was written</Trans> <kbd className={classes.key}>O</kbd>
      </Button>
    </p>
  );
}

interface ExhibitProps {
  item: HeldItemFragment;
  /** Attachments that were reported. */
  flagged: ReadonlySet<string>;
}

/** The item itself. */
export function Exhibit({ item: { idea, comment }, flagged }: ExhibitProps) {
  const { t } = useLingui();
  const text = idea ?? comment;
  if (!text) return null;
  return (
    <>
      <Passage html={text.bodyHtml} language={text.language} />
      {idea && idea.attachments.length > 0 && (
        <ul className={`plain ${classes.files}`} aria-label={t`Attachments`}>
          {idea.attachments.map((file) => (
            <li key={file.id}>
              <Picture file={file} flagged={flagged.has(file.id)} />
            </li>
          ))}
        </ul>
      )}
      {idea && idea.tags.length > 0 && <p className="dimmed">{idea.tags.map((tag) => `#${tag}`).join(' ')}</p>}
    </>
  );
}
