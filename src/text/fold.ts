/**
 * One unit to one unit, so that offsets hold: full-width Latin letters, digits and signs become their usual forms, the
 * several commas `，` and full stops `．` theirs, ideographic and no-break spaces a space, Kangxi radicals stay (they are
 * folded only in a search copy). Case is kept.
 */
export function fold(unit: number): number {
  if (unit < 0x80) return unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  if (unit === 0x3000 || unit === 0xa0) return 0x20;
  if (unit === 0x301c) return 0x7e; // 〜 as ～ and ~
  return unit;
}

/** The whole text folded, unit for unit: `folded(text).length === text.length`. */
export function folded(text: string): string {
  if (!/[\u00a0\u3000\u301c\uff01-\uff5e]/.test(text)) return text;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = fold(text.charCodeAt(i));
  let out = '';
  for (let i = 0; i < units.length; i += 8192) out += String.fromCharCode(...units.subarray(i, i + 8192));
  return out;
}
