import { useFormat } from '@/lib/format';

/** “3 hours ago”, with the exact moment on hover and for machines. */
export function RelativeTime({ at }: { at: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {format.relative(at)}
    </time>
  );
}
