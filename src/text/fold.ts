/**
 * One unit to one unit, so that offsets hold: full-width Latin letters, digits and signs become their usual forms, the
 * several commas `，` and full stops `．` theirs, ideographic and no-break spaces a space, radicals the signs that they look like: many
 * PDF files hold ⽇ where they show 日. Only what is looked through is folded, never the text itself. Case is kept.
 */
export function fold(unit: number): number {
  // Kana and Han signs, which most of what is looked at are, and letters
  if ((unit > 0x3020 && unit < 0xff00) || unit < 0x80) return unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  if (unit === 0x3000 || unit === 0xa0) return 0x20;
  if (unit === 0x301c) return 0x7e; // 〜 as ～ and ~
  if (unit >= FIRST_RADICAL && unit <= LAST_RADICAL) return signs[unit - FIRST_RADICAL] as number;
  return unit;
}

const FIRST_RADICAL = 0x2e80;
const LAST_RADICAL = 0x2fd5;
/**
 * Radicals that are no compatibility forms and yet stand for signs: radical → sign.
 * Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt.
 */
const EQUIVALENT: Readonly<Record<number, number>> = {
  11936: 0x6c11,
  11945: 0x738b,
  11969: 0x864e,
  11972: 0x897f,
  11974: 0x89d2,
  11985: 0x9577,
  11992: 0x9752,
  11997: 0x98df,
  12004: 0x9b3c,
  12008: 0x9ea6,
  12009: 0x9ec4,
  12011: 0x6589,
  12013: 0x6b6f,
  12015: 0x7adc,
  12018: 0x4e80,
};
/** CJK Radicals Supplement and Kangxi Radicals: each is compatible with at most one sign of one unit. */
const signs = Uint16Array.from({ length: LAST_RADICAL - FIRST_RADICAL + 1 }, (_, i) => {
  const radical = FIRST_RADICAL + i;
  return EQUIVALENT[radical] ?? String.fromCharCode(radical).normalize('NFKC').charCodeAt(0);
});

/** The whole text folded, unit for unit: `folded(text).length === text.length`. */
export function folded(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const plain = fold(unit);
    if (plain === unit) continue;
    out += text.slice(from, i) + String.fromCharCode(plain);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
