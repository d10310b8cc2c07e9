import { useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useStore } from '@/lib/store';
import { dismissToast, type Toast, toasts } from '@/lib/toasts';
import classes from './Toasts.module.css';

const LASTS = 7000;

function ToastBox({ toast }: { toast: Toast }) {
  const { t } = useLingui();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), LASTS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  const { action } = toast;
  return (
    <div
      className={classes.toast}
      data-tone={toast.tone}
      role={toast.tone === 'error' ? 'alert' : undefined}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={classes.message}>{toast.message}</span>
      {action && (
        <button type="button" className={classes.action} onClick={() => (action.run(), dismissToast(toast.id))}>
          {action.label}
        </button>
      )}
      <button type="button" className={classes.close} aria-label={t`Close`} onClick={() => dismissToast(toast.id)}>
        <IconX size={18} aria-hidden />
      </button>
    </div>
  );
}

/** Bottom centre, three at most; they wait while somebody reads them. */
export function Toasts() {
  const { t } = useLingui();
  const shown = useStore(toasts);
  return (
    <section aria-label={t`Messages`} aria-live="polite" className={classes.stack}>
      {shown.map((toast) => (
        <ToastBox key={toast.id} toast={toast} />
      ))}
    </section>
  );
}
