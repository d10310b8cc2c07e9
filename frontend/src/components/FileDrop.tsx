import { useLingui } from '@lingui/react/macro';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useState } from 'react';
import { ACCEPTED, type UploadedFile, type UploadPurpose } from '@/lib/uploads';
import { useUploads } from '@/lib/use-uploads';
import classes from './FileDrop.module.css';

interface Props {
  label: string;
  description?: string;
  purpose: UploadPurpose;
  multiple?: boolean;
  onUploaded: (file: UploadedFile) => void;
}

/** Files by choice or by dropping them; each is stored at once and handed on. */
export function FileDrop(props: Props) {
  const { label, description, purpose, multiple = false } = props;
  const { t } = useLingui();
  const id = useId();
  const [over, setOver] = useState(false);
  const { add, waiting, problem } = useUploads(props);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    void add(multiple ? files : files.slice(0, 1));
  };
  return (
    <div>
      <label
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconUpload size={20} aria-hidden />
        <span className={classes.label}>{waiting > 0 ? t`Sending…` : label}</span>
        {description && <span className={classes.description}>{description}</span>}
        <input
          type="file"
          className={classes.input}
          accept={ACCEPTED[purpose].join(',')}
          multiple={multiple}
          disabled={waiting > 0}
          aria-describedby={problem ? id : undefined}
          aria-invalid={problem ? true : undefined}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            currentTarget.value = '';
            void add(files);
          }}
        />
      </label>
      {problem && (
        <p id={id} role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
