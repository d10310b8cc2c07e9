import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconFileTypePdf, IconX } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { IconButton } from '@/components/IconButton';
import { FileDrop } from '@/components/FileDrop';
import { useFormat } from '@/lib/format';
import classes from './WritingPage.module.css';
import { MOST_FILES, type WrittenFile } from './written';

interface Props {
  files: WrittenFile[];
  onChange: (files: WrittenFile[]) => void;
  error?: string;
}

/** Pictures and PDF files of an idea. */
export function Attachments({ files, onChange, error }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const id = useId();
  // several files arrive one after the other, each before the form has shown the one before
  const latest = useRef(files);
  latest.current = files;
  const change = (next: WrittenFile[]) => {
    latest.current = next;
    onChange(next);
  };
  return (
    <div role="group" aria-labelledby={id}>
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
              <IconButton
                label={t`Remove ${filename}`}
                onClick={() => change(latest.current.filter((file) => file.id !== fileId))}
              >
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
          onUploaded={(file) => change([...latest.current, file].slice(0, MOST_FILES))}
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
