import classes from './Avatar.module.css';

interface Props {
  name: string;
  url?: string | null;
  size?: number;
  /** Companies are square, people round. */
  square?: boolean;
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]?.toLocaleUpperCase())
    .join('');

/** A picture, or initials. Decoration: the name stands beside it. */
export function Avatar({ name, url, size = 28, square = false }: Props) {
  const style = { width: size, height: size, fontSize: size * 0.4 };
  const shape = { className: classes.avatar, style, 'data-square': square || undefined };
  return url ? (
    <img {...shape} src={url} alt="" width={size} height={size} loading="lazy" />
  ) : (
    <span {...shape} aria-hidden data-tone={name.length % 3}>
      {initials(name)}
    </span>
  );
}
