// Draws the application's icons and the picture for links to it from one drawing: `npm run icons`, after it has changed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { losslessCompressPng, ResizeFilterType, Transformer } from '@napi-rs/image';

const out = path.join(import.meta.dirname, '../frontend/public');
const GREEN = '#0b7363';
const MARK = `<path d="M18.6 18.2a6 6 0 1 1 0-8.4" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round"/>
<circle cx="20" cy="14" r="2.2" fill="#ffc46b"/>`;
const svg = (width, height, content) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;

/** The sign on its tile; a maskable one fills the square and stays within the inner circle. */
function icon(size, { maskable = false } = {}) {
  const scale = (size / 28) * (maskable ? 0.8 : 1);
  const edge = (size - 28 * scale) / 2;
  const tile = `<rect width="${size}" height="${size}" rx="${maskable ? 0 : size / 4}" fill="${GREEN}"/>`;
  return svg(size, size, `${tile}<g transform="translate(${edge} ${edge}) scale(${scale})">${MARK}</g>`);
}

/** Links to pages without a picture of their own show the sign, on a ground of ideas that rise. */
function card() {
  const dots = Array.from({ length: 60 }, (_, n) => {
    const [x, y, r] = [(n * 197) % 1200, (n * 113) % 630, 4 + ((n * 7) % 18)];
    if (Math.hypot(x - 600, y - 315) < 280) return '';
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="#fff" opacity="${(0.04 + (n % 5) / 60).toFixed(2)}"/>`;
  });
  const ground = `<rect width="1200" height="630" fill="${GREEN}"/>${dots.join('')}`;
  return svg(1200, 630, `${ground}<g transform="translate(390 105) scale(15)">${MARK}</g>`);
}

const pictures = [
  ['icon-192.png', 192, 192, icon(192)],
  ['icon-512.png', 512, 512, icon(512)],
  ['icon-maskable-512.png', 512, 512, icon(512, { maskable: true })],
  ['apple-touch-icon.png', 180, 180, icon(180, { maskable: true })],
  ['og.png', 1200, 630, card()],
];
for (const [name, width, height, drawing] of pictures) {
  // small drawings are drawn larger than asked
  const drawn = Transformer.fromSvg(drawing).resize(width, height, ResizeFilterType.Lanczos3);
  writeFileSync(path.join(out, name), await losslessCompressPng(await drawn.png()));
}
