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
  return (
    <div className={classes.place}>
      <p role="status" className="hidden">
        {spoken}
      </p>
      {label && (
        <button type="button" onClick={onShow}>
          {label}
        </button>
      )}
    </div>
  );
}
