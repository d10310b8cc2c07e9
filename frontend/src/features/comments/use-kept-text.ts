import { useState } from 'react';
import { useViewer } from '@/lib/session';

/** A text that survives a reload, until it is sent. Kept per person: nobody else on this device reads it. */
export function useKeptText(place: string | null, initial = ''): [string, (text: string) => void] {
  const viewer = useViewer();
  const key = place && `cocrea-comment/${viewer?.id}/${place}`;
  const [text, setText] = useState(() => (key && localStorage.getItem(key)) || initial);
  const change = (next: string) => {
    setText(next);
    if (!key) return;
    if (next.trim()) localStorage.setItem(key, next);
    else localStorage.removeItem(key);
  };
  return [text, change];
}
