import { useRef } from 'react';
import { useSpoken } from '@/lib/live/use-spoken';
import classes from './NewRows.module.css';

interface Props {
  /** What waits, e.g. “3 new ideas”; nothing where none does. */
  label: string;
  onShow: () => void;
}

/** New rows wait behind this button, over the place where they will appear, until somebody wants to see them. */
export function NewRows({ label, onShow }: Props) {
  const spoken = useSpoken(label);
  const place = useRef<HTMLDivElement>(null);
  const show = () => {
    // the button goes; what comes next is right below
    place.current?.focus({ preventScroll: true });
    onShow();
  };
  return (
    <div ref={place} tabIndex={-1} className={classes.place}>
      <p role="status" className="hidden">
        {spoken}
      </p>
      {label && (
        <button type="button" onClick={show}>
          {label}
        </button>
      )}
    </div>
  );
}
