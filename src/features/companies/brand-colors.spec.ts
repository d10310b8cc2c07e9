import fc from 'fast-check';
import { AA, brandColors, contrast } from './brand-colors.js';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
/** Everything that buttons and links stand on, and what stands on buttons: as in tokens.css. */
const LIGHT = ['#ffffff', '#f6f8f7', '#eef1ef', '#e9f7f3'];
const DARK = ['#101412', '#151a18', '#1a201e', '#2b3430', '#12302a'];

it('contrast is measured as WCAG 2 defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#0b7363', '#0b7363')).toBe(1);
});

it('whatever colour a company chooses, what is written in it can be read, in light and dark', () => {
  fc.assert(
    fc.property(color, (chosen) => {
      const { light, dark } = brandColors(chosen);
      const ratios = [
        ...LIGHT.map((ground) => contrast(light, ground)),
        ...DARK.map((ground) => contrast(dark, ground)),
      ];
      expect(Math.min(...ratios, contrast(dark, '#1c2421'))).toBeGreaterThanOrEqual(AA);
    }),
  );
});

it('a colour that can be read already stays as it is', () => {
  expect(brandColors('#0b7363').light).toBe('#0b7363');
  expect(brandColors('#71c6b0').dark).toBe('#71c6b0');
});

it('a pale colour becomes deeper on light pages, a deep one paler on dark pages; the hue stays', () => {
  const { light, dark, onLight } = brandColors('#ffd400');
  expect(onLight).toBeLessThan(2);
  expect(light).toBe('#806a00');
  expect(dark).toBe('#ffd400');
  expect(contrast(brandColors('#101080').dark, '#1a201e')).toBeGreaterThan(AA);
});
