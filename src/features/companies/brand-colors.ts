import { Field, Float, ObjectType } from '@nestjs/graphql';

type Rgb = [red: number, green: number, blue: number];

const CHANNELS = [1, 3, 5];
const toRgb = (hex: string): Rgb => CHANNELS.map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const toHex = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** How light a colour is, as WCAG 2 measures it. */
function luminance(hex: string): number {
  const [red, green, blue] = toRgb(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The ratio of two colours, from 1 to 21, as WCAG 2 defines it. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** What text has to have: AA of WCAG 2.2. */
export const AA = 4.5;

/** The surfaces of the pages that are hardest to write on, and what is written on a button: see tokens.css. */
const GROUNDS = {
  light: { surface: '#ffffff', hardest: '#e8efed', onButton: '#ffffff', towards: [0, 0, 0] },
  dark: { surface: '#1a201e', hardest: '#2b3430', onButton: '#1c2421', towards: [255, 255, 255] },
} satisfies Record<string, { surface: string; hardest: string; onButton: string; towards: Rgb }>;

const STEPS = 256;

/** The nearest shade of a colour, on its way to black or white, that can be read wherever the product writes with it. */
function readable(hex: string, { hardest, onButton, towards }: (typeof GROUNDS)['light' | 'dark']): string {
  const from = toRgb(hex);
  for (let step = 0; step <= STEPS; step++) {
    const shade = toHex(from.map((part, at) => Math.round(part + ((towards[at]! - part) * step) / STEPS)) as Rgb);
    if (contrast(shade, hardest) >= AA && contrast(shade, onButton) >= AA) return shade;
  }
  return toHex(towards as Rgb);
}

@ObjectType({ description: 'What becomes of a colour: shades of it that can be read, for light and dark pages.' })
export class BrandColors {
  @Field({ description: 'For buttons and links on light pages: at least 4.5 to 1 against each of them.' })
  light!: string;

  @Field({ description: 'For buttons and links on dark pages: at least 4.5 to 1 against each of them.' })
  dark!: string;

  @Field(() => Float, { description: 'The contrast of the colour itself on the light surface, from 1 to 21.' })
  onLight!: number;

  @Field(() => Float, { description: 'The contrast of the colour itself on the dark surface, from 1 to 21.' })
  onDark!: number;

  @Field(() => Float, { description: 'The contrast of the light pages’ shade with the text on a button of it.' })
  lightButton!: number;

  @Field(() => Float, { description: 'The contrast of the dark pages’ shade with the text on a button of it.' })
  darkButton!: number;

  @Field(() => Float, { description: 'The contrast of the light pages’ shade as a link on the light surface.' })
  lightLink!: number;

  @Field(() => Float, { description: 'The contrast of the dark pages’ shade as a link on the dark surface.' })
  darkLink!: number;
}

/** @param color as #rrggbb */
export function brandColors(color: string): BrandColors {
  const { light: onLight, dark: onDark } = GROUNDS;
  const [light, dark] = [readable(color, onLight), readable(color, onDark)];
  return {
    light,
    dark,
    onLight: contrast(color, onLight.surface),
    onDark: contrast(color, onDark.surface),
    lightButton: contrast(light, onLight.onButton),
    darkButton: contrast(dark, onDark.onButton),
    lightLink: contrast(light, onLight.surface),
    darkLink: contrast(dark, onDark.surface),
  };
}
