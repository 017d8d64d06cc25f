/** How wide the signs of the brief's fonts are, so that pages are laid out and measured without opening a font. */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { FONTS } from '../src/publishing/brief/fonts.ts';

/** Latin, Greek, Cyrillic, punctuation, arrows, half-width forms: the ranges whose signs are not all as wide as they are high. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2b0, 0x2ff],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2100, 0x218f],
  [0xff61, 0xff9f],
] as const;

export function widths(): string {
  const rows = Object.entries(FONTS).map(([name, { file }]) => {
    const font = create(readFileSync(new URL(`../node_modules/${file}`, import.meta.url))) as Font;
    if (font.unitsPerEm !== 1000) throw new Error(`${file}: ${font.unitsPerEm} units to the em; layout.ts counts with 1000`);
    const runs = RANGES.map(([from, to]) => {
      const of = Array.from({ length: to - from + 1 }, (_, i) =>
        font.hasGlyphForCodePoint(from + i) ? font.glyphForCodePoint(from + i).advanceWidth : 1000,
      );
      return `    [${from}, '${of.join(' ')}'],`;
    });
    return `  ${name}: [\n${runs.join('\n')}\n  ],`;
  });
  return [
    '// Generated from the fonts by `npm run generate`.',
    '/** First sign of a range → advances of its signs, in thousandths of the em. A sign that is not here is one em wide. */',
    'export const WIDTHS = {',
    ...rows,
    '} as const;',
    '',
  ].join('\n');
}
