import type { CSSProperties } from 'react';

/** The hue, in degrees, of a colour written as #rrggbb. */
export function hueOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const max = Math.max(r, g, b);
  const span = max - Math.min(r, g, b);
  if (!span) return 165;
  const sixth = max === r ? ((g - b) / span) % 6 : max === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return Math.round(sixth * 60 + 360) % 360;
}

/** A company's shades, for what stands inside `.brand`. */
export const brandStyle = ({ light, dark }: { light: string; dark: string }) =>
  ({ '--brand-light': light, '--brand-dark': dark }) as CSSProperties;
