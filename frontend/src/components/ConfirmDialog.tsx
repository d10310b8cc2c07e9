import { Trans } from '@lingui/react/macro';
import { type ReactNode, type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef } from 'react';
import classes from './ConfirmDialog.module.css';
import { Button } from './Button';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** Absent where there is nothing but to read. */
  onConfirm?: () => void;
  title: string;
  /** What will happen, and fields if any are needed. */
  children: ReactNode;
  confirmLabel?: string;
  /** Of the way out, where it is not “Cancel”. */
  cancelLabel?: string;
  busy?: boolean;
  /** Cannot be undone. */
  danger?: boolean;
  /** Room for a text to be written. */
  wide?: boolean;
  /** Whoever shows it says what is wrong with its fields, not the browser. */
  noValidate?: boolean;
}

/** Shows what is `opened` above all else. The browser keeps the focus inside and gives it back. */
function useModal(opened: boolean, onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (opened && !dialog.current?.open) dialog.current?.showModal();
    if (!opened) dialog.current?.close();
  }, [opened]);
  // one that is taken away while it is open gives the focus back, too
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => element?.close();
  }, []);
  return {
    ref: dialog,
    // said at once: the browser tells that it has closed only later, and a key pressed until then was lost
    onCancel: (event: SyntheticEvent) => {
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      onClose();
    },
    // not where it was opened anew meanwhile
    onClose: ({ currentTarget }: SyntheticEvent<HTMLDialogElement>) => currentTarget.open || onClose(),
  };
}

/** A question before something that cannot be undone. */
export function ConfirmDialog({
  opened,
  onClose,
  onConfirm,
  title,
  children,
  confirmLabel,
  cancelLabel,
  busy,
  danger,
  wide,
  noValidate,
}: Props) {
  const titleId = useId();
  return (
    <dialog
      {...useModal(opened, onClose)}
      className={classes.dialog}
      data-wide={wide || undefined}
      aria-labelledby={titleId}
    >
      <form
        method="dialog"
        noValidate={noValidate}
        className={classes.content}
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm?.();
        }}
      >
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        <div>{children}</div>
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {cancelLabel ?? <Trans>Cancel</Trans>}
          </Button>
          {confirmLabel && (
            <Button type="submit" color={danger ? 'red' : undefined} loading={busy}>
              {confirmLabel}
            </Button>
          )}
        </div>
      </form>
    </dialog>
  );
}
