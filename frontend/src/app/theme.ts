import { createTheme, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#e9f7f3',
  '#d0ece4',
  '#a3dacb',
  '#71c6b0',
  '#45b398',
  '#219d82',
  '#0f8870',
  '#0b7363',
  '#0a5c50',
  '#08463d',
];
const ember: MantineColorsTuple = [
  '#fff1e8',
  '#ffe0cc',
  '#fdbf98',
  '#f99b62',
  '#f37d37',
  '#e4631a',
  '#c8500d',
  '#a8420a',
  '#85340a',
  '#63280a',
];
const ink: MantineColorsTuple = [
  '#f6f8f7',
  '#eef1ef',
  '#e2e7e4',
  '#d0d7d3',
  '#b1bab5',
  '#8b9690',
  '#66716b',
  '#4a544f',
  '#323b37',
  '#1c2421',
];
const night: MantineColorsTuple = [
  '#e6ebe8',
  '#c5cdc9',
  '#a3ada8',
  '#7c8782',
  '#454f4a',
  '#343d39',
  '#252d2a',
  '#151a18',
  '#101412',
  '#0a0d0c',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  colors: { pine, ember, gray: ink, dark: night },
  black: '#1c2421',
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  fontFamily: "'Figtree Variable', 'Figtree Fallback', system-ui, sans-serif",
  headings: {
    fontFamily: 'inherit',
    fontWeight: '680',
    sizes: {
      h1: { fontSize: 'clamp(1.65rem, 1.2rem + 1.6vw, 2.25rem)', lineHeight: '1.15' },
      h2: { fontSize: '1.375rem', lineHeight: '1.25' },
      h3: { fontSize: '1.125rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { md: '1.55' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ...Object.fromEntries(
      ['TextInput', 'Textarea', 'PasswordInput', 'NativeSelect', 'TagsInput', 'NumberInput'].map((name) => [
        name,
        { defaultProps: { size: 'md' } },
      ]),
    ),
    // a white tick is too faint on the lighter green of the dark scheme
    Checkbox: { defaultProps: { iconColor: 'var(--mantine-primary-color-contrast)' } },
  },
});
