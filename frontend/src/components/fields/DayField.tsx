import { dayParam } from '@/lib/day';
import { useLateValue } from '@/lib/use-late-value';
import { TextInput } from './TextInput';

interface Props {
  label: string;
  /** 2026-03-01; empty where none is chosen */
  value: string;
  min?: string;
  max?: string;
  onDay: (day: string) => void;
  /** Where there need not be one. */
  onNone?: () => void;
}

/** A day, taken once all of it is typed. */
export function DayField({ label, value, min, max, onDay, onNone }: Props) {
  const field = useLateValue(value, (text) => {
    if (!text && onNone) {
      onNone();
      return true;
    }
    const day = dayParam(text);
    if (!day || (min && day < min) || (max && day > max)) return false;
    onDay(day);
    return true;
  });
  return <TextInput type="date" {...{ label, min, max }} {...field} />;
}
