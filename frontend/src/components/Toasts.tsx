import { useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from '@/lib/store';
import { dismissToast, runToast, type Toast, toasts } from '@/lib/toasts';
import classes from './Toasts.module.css';

const LASTS = 7000;

function ToastBox({ toast }: { toast: Toast }) {
  const { t } = useLingui();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.stays) return;
    const timer = setTimeout(() => dismissToast(toast.id), LASTS);
    return () => clearTimeout(timer);
  }, [held, toast.id, toast.stays]);
  const { action } = toast;
  return (
    <div
      className={classes.toast}
      data-tone={toast.tone}
      data-held={held || undefined}
      role={toast.tone === 'error' ? 'alert' : undefined}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={classes.message}>{toast.message}</span>
      {action && (
        <button type="button" className={classes.action} onClick={() => runToast(toast)}>
          {action.label}
        </button>
      )}
      <button type="button" className={classes.close} aria-label={t`Close`} onClick={() => dismissToast(toast.id)}>
        <IconX size={18} aria-hidden />
      </button>
    </div>
  );
}

/** Bottom centre, a few at most; they wait while somebody reads them. */
export function Toasts() {
  const { t } = useLingui();
  const shown = useStore(toasts);
  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // the message that had the focus is gone: it returns to where it came from, once
    if (document.activeElement !== document.body) return;
    before.current?.focus();
    before.current = null;
  }, [shown]);
  return (
    <section
      aria-label={t`Messages`}
      aria-live="polite"
      className={classes.stack}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget as HTMLElement | null;
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) before.current = null;
      }}
    >
      {shown.map((toast) => (
        <ToastBox key={toast.id} toast={toast} />
      ))}
    </section>
  );
}
