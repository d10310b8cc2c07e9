import { useLingui } from '@lingui/react/macro';
import { IconBold, IconItalic, IconLink, IconList, IconQuote } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { Textarea, type TextareaProps } from './fields/Textarea';
import classes from './MarkdownEditor.module.css';
import { MarkdownPreview } from './MarkdownPreview';
import { mark, prefixLines } from './markdown-marks';

type Props = Omit<TextareaProps, 'value' | 'onChange' | 'label'> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Takes files that are pasted or dropped into the text; without it they are left to the browser. */
  onFiles?: (files: File[]) => void;
};

const useTools = () => {
  const { t } = useLingui();
  return [
    { label: t`Bold`, key: 'b', Icon: IconBold, apply: mark('**') },
    { label: t`Italic`, key: 'i', Icon: IconItalic, apply: mark('_') },
    { label: t`Link`, key: 'k', Icon: IconLink, apply: mark('[', '](https://)') },
    { label: t`List`, Icon: IconList, apply: prefixLines('- ') },
    { label: t`Quote`, Icon: IconQuote, apply: prefixLines('> ') },
  ];
};

interface BarProps {
  tools: ReturnType<typeof useTools>;
  use: (apply: ReturnType<typeof mark>) => void;
  preview: boolean;
  setPreview: (preview: boolean) => void;
}

function Bar({ tools, use, preview, setPreview }: BarProps) {
  const { t } = useLingui();
  return (
    <div className={classes.bar}>
      <div role="toolbar" aria-label={t`Text marks`} className={classes.tools}>
        {tools.map(({ label: name, Icon, apply }) => (
          <button key={name} type="button" aria-label={name} title={name} disabled={preview} onClick={() => use(apply)}>
            <Icon size={18} aria-hidden />
          </button>
        ))}
      </div>
      <button type="button" className={classes.toggle} aria-pressed={preview} onClick={() => setPreview(!preview)}>
        {t`Preview`}
      </button>
    </div>
  );
}

/** A text that comes with a picture of itself, as from word processors, is pasted as the text. */
function filesInto(onFiles: (files: File[]) => void) {
  const take = (event: ClipboardEvent | DragEvent, data: DataTransfer) => {
    if (data.files.length === 0 || data.types.includes('text/plain')) return;
    event.preventDefault();
    onFiles([...data.files]);
  };
  return {
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
    onDrop: (event: DragEvent) => take(event, event.dataTransfer),
    // else the browser would leave the page and open the file
    onDragOver: (event: DragEvent) => event.dataTransfer.types.includes('Files') && event.preventDefault(),
  };
}

/** A text area for Markdown, with the few marks people use and a preview. Ctrl or ⌘ with B, I, K work inside. */
export function MarkdownEditor({ value, onChange, onFiles, ...props }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [preview, setPreview] = useState(false);
  const tools = useTools();
  const use = (apply: ReturnType<typeof mark>) => {
    const field = area.current;
    if (!field) return;
    const edited = apply(field.value, field.selectionStart, field.selectionEnd);
    onChange(edited.text);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(edited.start, edited.end);
    });
  };
  return (
    <Textarea
      {...props}
      ref={area}
      value={value}
      autosize
      minRows={props.minRows ?? 5}
      maxRows={24}
      bar={<Bar tools={tools} use={use} preview={preview} setPreview={setPreview} />}
      instead={preview && <MarkdownPreview text={value} />}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...(onFiles && filesInto(onFiles))}
      onKeyDown={(event) => {
        const tool = event.ctrlKey || event.metaKey ? tools.find(({ key }) => key === event.key) : undefined;
        if (!tool) return;
        event.preventDefault();
        use(tool.apply);
      }}
    />
  );
}
