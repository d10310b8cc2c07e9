import { dayParam } from '@/lib/day';
import { useLateValue } from '@/lib/use-late-value';
import { TextInput } from './TextInput';

interface DayProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onDay: (day: string) => void;
}

/** A day, taken once all of it is typed. */
export function DayField({ label, value, min, max, onDay }: DayProps) {
  const field = useLateValue(value, (text) => {
    const day = dayParam(text);
    if (!day || (min && day < min) || (max && day > max)) return false;
    onDay(day);
    return true;
  });
  return <TextInput type="date" {...{ label, min, max }} {...field} />;
}
