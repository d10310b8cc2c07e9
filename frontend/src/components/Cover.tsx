import { hueOf } from '@/lib/color';
import classes from './Cover.module.css';

interface Props {
  url?: string | null;
  /** The company's colour, of which only the hue is used: text on it stays legible. */
  color: string;
  /** What the drawing is made from: the same for the same text, so that a challenge is known by it. */
  seed?: string;
  height?: number;
}

/** Numbers from 0 to 1 that follow from a text. */
function numbersFrom(seed: string): () => number {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A picture, or circles in the company's hues. Decoration. */
export function Cover({ url, color, seed = '', height = 96 }: Props) {
  if (url) return <img src={url} alt="" className={classes.image} style={{ height }} loading="lazy" />;
  const hue = hueOf(color);
  const next = numbersFrom(seed);
  return (
    <svg
      aria-hidden
      viewBox="0 0 400 110"
      preserveAspectRatio="xMidYMid slice"
      className={classes.image}
      style={{ height, background: `linear-gradient(125deg, hsl(${hue} 55% 66%), hsl(${hue + 25} 60% 38%))` }}
    >
      {Array.from({ length: 7 }, (_, index) => (
        <circle
          key={index}
          cx={Math.round(next() * 400)}
          cy={Math.round(next() * 110)}
          r={Math.round(24 + next() * 80)}
          fill={`hsl(${Math.round(hue - 15 + next() * 55)} 58% ${Math.round(38 + next() * 34)}%)`}
          opacity={0.35}
        />
      ))}
    </svg>
  );
}
