/**
 * A text as it is searched: widths, case, old and new forms of a sign, accents and the dots of ё are one. For finding
 * only; what is shown and kept is the text itself.
 */
import { fold } from './fold.ts';
import { VARIANTS } from './variants.generated.ts';

export interface SearchForm {
  readonly form: string;
  /** Unit of the form → unit of the text where its sign starts; absent where they are the same, sign for sign. */
  readonly at?: Uint32Array;
}

const variants = new Map<number, string>();
for (const group of VARIANTS.split(' ')) {
  const [first = '', ...rest] = group;
  for (const sign of rest) variants.set(sign.codePointAt(0) as number, first);
}
/** Signs outside the basic plane that have a variant in it make the form shorter than the text. */
const UNEVEN = /[\uff66-\uff9f\ud800-\udfff\ufb00-\ufb06]/;
const PLAIN = /^[^A-Z\u0080-\uffff]*$/;

/** A small cache of single units, since a text is made of some thousands of signs. */
const units = new Array<string | undefined>(0x10000);

export function searchForm(text: string): SearchForm {
  if (PLAIN.test(text)) return { form: text };
  if (!UNEVEN.test(text)) {
    let form = '';
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      form += units[unit] ?? keep(unit);
    }
    return { form };
  }
  let form = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; ) {
    const point = text.codePointAt(i) as number;
    let length = point > 0xffff ? 2 : 1;
    let sign = point > 0xffff ? (variants.get(point) ?? String.fromCodePoint(point)) : (units[point] ?? keep(point));
    // Half-width kana carry their voice mark as a sign of its own.
    const next = text.charCodeAt(i + 1);
    if (point >= 0xff66 && point <= 0xff9d && (next === 0xff9e || next === 0xff9f)) {
      sign = (text[i] as string).concat(text[i + 1] as string).normalize('NFKC');
      length = 2;
    }
    for (let j = 0; j < sign.length; j++) at.push(j === 0 || length === 1 ? i : i + Math.min(j, length - 1));
    form += sign;
    i += length;
  }
  at.push(text.length);
  return { form, at: Uint32Array.from(at) };
}

function keep(unit: number): string {
  const sign = folded(unit);
  units[unit] = sign;
  return sign;
}

/** One unit to one unit, ligatures and half-width kana apart. */
function folded(unit: number): string {
  const variant = variants.get(unit);
  if (variant) return variant;
  let sign = String.fromCharCode(fold(unit));
  // Radicals, compatibility ideographs, half-width kana, ligatures.
  if ((unit >= 0x2e80 && unit <= 0x2fdf) || (unit >= 0xf900 && unit <= 0xfb06) || (unit >= 0xff66 && unit <= 0xff9d)) sign = sign.normalize('NFKC');
  // Accents of Latin letters, the dots of ё (and not the breve of й, which is another letter).
  if ((unit >= 0xc0 && unit <= 0x24f) || (unit >= 0x1e00 && unit <= 0x1eff) || unit === 0x401 || unit === 0x451)
    sign = sign.normalize('NFD')[0] ?? sign;
  const low = sign.toLowerCase();
  return variants.get(low.charCodeAt(0)) ?? (low.length === sign.length ? low : sign);
}
