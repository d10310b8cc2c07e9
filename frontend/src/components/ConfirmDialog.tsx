import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import classes from './ConfirmDialog.module.css';
import { Button } from './Button';

interface Props {
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  /** What will happen, and fields if any are needed. */
  children: ReactNode;
  confirmLabel: string;
  busy?: boolean;
  /** Cannot be undone. */
  danger?: boolean;
  /** Room for a text to be written. */
  wide?: boolean;
}

/** A question before something that cannot be undone. The browser keeps the focus inside and gives it back. */
export function ConfirmDialog({
  opened,
  onClose,
  onConfirm,
  title,
  children,
  confirmLabel,
  busy,
  danger,
  wide,
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (opened && !dialog.current?.open) dialog.current?.showModal();
    if (!opened) dialog.current?.close();
  }, [opened]);
  // one that is taken away while it is open gives the focus back, too
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-wide={wide || undefined}
      aria-labelledby={titleId}
      // not where it was opened anew meanwhile
      onClose={({ currentTarget }) => currentTarget.open || onClose()}
    >
      <form
        method="dialog"
        className={classes.content}
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        <div>{children}</div>
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" color={danger ? 'red' : undefined} loading={busy}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
