import { hueOf } from '@/lib/color';
import classes from './Cover.module.css';

interface Props {
  url?: string | null;
  /** The company's colour, of which only the hue is used: text on it stays legible. */
  color: string;
  height?: number;
}

/** A picture, or a gradient in the company's hue. Decoration. */
export function Cover({ url, color, height = 96 }: Props) {
  if (url) return <img src={url} alt="" className={classes.image} style={{ height }} loading="lazy" />;
  const hue = hueOf(color);
  const light = `hsl(${hue} 55% 66%)`;
  const deep = `hsl(${hue + 25} 60% 38%)`;
  return <div aria-hidden style={{ height, background: `linear-gradient(125deg, ${light}, ${deep})` }} />;
}
