/**
 * Which letters of a font nobody can know: the file says neither which code is which letter, nor by what name its shape goes, and a
 * guess would be other letters than those that are seen.
 *
 * Source: ISO 32000-1, 9.10.2 (from codes to Unicode).
 */
import type { Item } from './runs.ts';

/** Of a font, as pdf.js tells it where it is asked for more than it needs itself. */
export interface Font {
  readonly composite?: boolean;
  /** Names of shapes by code, where they are others than usual. */
  readonly differences?: readonly (string | undefined)[];
  /** Letters by code; none where every code stood for itself. */
  readonly toUnicode?: { readonly _map?: readonly (string | undefined)[] };
}

/** Signs as the library gives them, which stand for letters that nobody knows; `all`: whatever it gives. */
export type Unknown = 'all' | ReadonlySet<string>;

/** A name that only numbers its shape: `g1A2B`, `a17`, `glyph12`. */
const NUMBERED = /^(?:g|cid|gid|glyph|index|a|c|f|x)[_.]?([0-9a-f]{1,5})$/i;

export function unknownOf({ composite, differences = [], toUnicode }: Font): Unknown {
  const map = toUnicode?._map;
  if (composite && !map) return 'all';
  const unknown = new Set<string>();
  for (const [code, name] of Object.entries(differences)) {
    const number = name === undefined ? undefined : NUMBERED.exec(name)?.[1];
    if (number === undefined) continue;
    const given = map?.[Number(code)];
    // Typesetters of old named shapes after their codes, and codes after ASCII.
    if (given === undefined && Number(number) === Number(code)) continue;
    // The library takes a number for the letter's own; a table of the file would have said another.
    if (given === undefined || given.codePointAt(0) === Number.parseInt(number, 16)) unknown.add(given ?? String.fromCharCode(Number(code)));
  }
  return unknown;
}

/** Control characters are no letters: a font that yields some has codes of its own. */
const isControl = (code: number) => (code > 0 && code < 0x09) || (code > 0x0d && code < 0x20);

function holdsControl(str: string): boolean {
  for (let i = 0; i < str.length; i++) if (isControl(str.charCodeAt(i))) return true;
  return false;
}

/** Fonts of a page that give themselves away. */
export function strangeFonts(items: readonly Item[]): string[] {
  return [...new Set(items.filter(({ str }) => holdsControl(str)).map(({ fontName }) => fontName))];
}

/** The same items with U+FFFD for each row of letters that nobody knows; and how many letters those were. */
export function withUnknown(
  items: readonly Item[],
  fonts: ReadonlyMap<string, Unknown>,
): { readonly items: readonly Item[]; readonly count: number } {
  let count = 0;
  const made = items.map((item) => {
    const unknown = fonts.get(item.fontName);
    if (!unknown || (unknown !== 'all' && unknown.size === 0)) return item;
    let str = '';
    for (const sign of item.str) {
      const known = sign === ' ' || (unknown !== 'all' && !unknown.has(sign));
      if (!known) count++;
      if (known) str += sign;
      else if (!str.endsWith('\ufffd')) str += '\ufffd';
    }
    return { ...item, str };
  });
  return { items: made, count };
}

/** Whether a file has fonts without a table of their letters: their names are counted where they stand, packed or not. */
export function makeFontCount(): { see(piece: Uint8Array): void; some(): boolean } {
  let fonts = 0;
  let tables = 0;
  return {
    see(piece) {
      for (let at = piece.indexOf(SLASH); at >= 0; at = piece.indexOf(SLASH, at + 1)) {
        if (names(piece, at, TABLE)) tables++;
        else if (FONTS.some((name) => names(piece, at, name))) fonts++;
      }
    },
    some: () => fonts > tables,
  };
}

const SLASH = 0x2f;
const codesOf = (name: string) => Uint8Array.from(name, (sign) => sign.charCodeAt(0));
const TABLE = codesOf('/ToUnicode');
const FONTS = ['/Type0', '/Type1', '/TrueType', '/Type3', '/MMType1'].map(codesOf);

function names(piece: Uint8Array, at: number, name: Uint8Array): boolean {
  for (let i = 1; i < name.length; i++) if (piece[at + i] !== name[i]) return false;
  const behind = piece[at + name.length] ?? 0;
  return !(behind >= 0x30 && behind <= 0x39) && !(behind >= 0x41 && behind <= 0x5a) && !(behind >= 0x61 && behind <= 0x7a);
}
