import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconFileTypePdf, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { IconButton } from '@/components/IconButton';
import { FileDrop } from '@/components/FileDrop';
import { thenNext } from '@/lib/focus';
import { useFormat } from '@/lib/format';
import classes from './WritingPage.module.css';
import { MOST_FILES, type WrittenFile } from './written';

interface Props {
  files: WrittenFile[];
  onAdd: (file: WrittenFile) => void;
  onRemove: (id: string) => void;
  error?: string;
}

/** Pictures and PDF files of an idea. */
export function Attachments({ files, onAdd, onRemove, error }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} data-lines>
      <strong id={id}>{t`Pictures and documents`}</strong>
      {files.length > 0 && (
        <ul className={classes.files}>
          {files.map(({ id: fileId, filename, byteSize, url, thumbnailUrl }) => (
            <li key={fileId}>
              {thumbnailUrl ? <img src={thumbnailUrl} alt="" /> : <IconFileTypePdf size={28} aria-hidden />}
              <a href={url} target="_blank" rel="noreferrer" className={classes.name}>
                {filename}
              </a>
              <span className="dimmed">{format.bytes(byteSize)}</span>
              <IconButton label={t`Remove ${filename}`} data-remove onClick={thenNext(() => onRemove(fileId))}>
                <IconX size={18} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {files.length < MOST_FILES && (
        <FileDrop
          label={t`Add files`}
          description={t`Images or PDF, up to 8 MB each, at most ${plural(MOST_FILES, { one: '# file', other: '# files' })}`}
          purpose="attachment"
          multiple
          onUploaded={onAdd}
        />
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
