/**
 * How like an encoding some bytes look: kana tell, since hardly a Japanese sentence is without them and nothing else falls on
 * their places.
 */
export interface Likeness {
  /** Signs of more than one byte. */
  readonly signs: number;
  /** Hiragana and katakana among them. */
  readonly kana: number;
  /** Places that the encoding does not allow. */
  readonly errors: number;
  /** The higher the more like. */
  readonly score: number;
}

/** This many bytes are looked at, from the first that is not ASCII. */
const LOOKED_AT = 200_000;
const ERROR = 20;

type Look = (bytes: Uint8Array, at: number, end: number, tally: Tally) => number;
interface Tally {
  signs: number;
  kana: number;
  errors: number;
  /** Half-width kana and private signs: allowed, but rare in what people write. */
  odd: number;
}

const LOOKS: Readonly<Record<'UTF-8' | 'Shift_JIS' | 'EUC-JP', Look>> = { 'UTF-8': utf8, Shift_JIS: shiftJis, 'EUC-JP': eucJp };

/** Where the first byte stands that is not ASCII; -1 where all are. */
export function firstHigh(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0x80) return i;
  return -1;
}

export function likeness(bytes: Uint8Array, encoding: keyof typeof LOOKS): Likeness {
  const start = firstHigh(bytes);
  const tally: Tally = { signs: 0, kana: 0, errors: 0, odd: 0 };
  const look = LOOKS[encoding];
  const end = start < 0 ? 0 : Math.min(bytes.length, start + LOOKED_AT);
  for (let i = Math.max(0, start); i < end; ) i += (bytes[i] as number) < 0x80 ? 1 : look(bytes, i, bytes.length, tally);
  const { signs, kana, errors, odd } = tally;
  return { signs, kana, errors, score: signs + kana - odd - ERROR * errors };
}

function utf8(bytes: Uint8Array, at: number, end: number, tally: Tally): number {
  const lead = bytes[at] as number;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let i = 1; i < length; i++)
    if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) {
      if (at + i < end) tally.errors++; // a sign cut off at the very end says nothing
      return i;
    }
  if (length === 0) {
    tally.errors++;
    return 1;
  }
  tally.signs++;
  if (lead === 0xe3 && (bytes[at + 1] as number) >= 0x81 && (bytes[at + 1] as number) <= 0x83) tally.kana++;
  return length;
}

function shiftJis(bytes: Uint8Array, at: number, end: number, tally: Tally): number {
  const lead = bytes[at] as number;
  if (lead >= 0xa1 && lead <= 0xdf) {
    tally.odd++;
    return 1;
  }
  if (!isShiftJisLead(lead)) {
    tally.errors++;
    return 1;
  }
  if (at + 1 >= end) return 1;
  const trail = bytes[at + 1] as number;
  if (!isShiftJisTrail(trail)) {
    tally.errors++;
    return 1;
  }
  tally.signs++;
  if (lead >= 0xeb) tally.odd += 2;
  if ((lead === 0x82 && trail >= 0x9f && trail <= 0xf1) || (lead === 0x83 && trail <= 0x96)) tally.kana++;
  return 2;
}

function eucJp(bytes: Uint8Array, at: number, end: number, tally: Tally): number {
  const lead = bytes[at] as number;
  const length = lead === 0x8f ? 3 : lead === 0x8e || (lead >= 0xa1 && lead <= 0xfe) ? 2 : 0;
  if (length === 0) {
    tally.errors++;
    return brokenEuc(bytes, at);
  }
  if (at + length > end) return length;
  for (let i = 1; i < length; i++)
    if (!isEucHalf(bytes[at + i] as number)) {
      tally.errors++;
      return i;
    }
  tally.signs++;
  if (lead === 0x8e) tally.odd += 2;
  if (lead === 0xa4 || lead === 0xa5) tally.kana++;
  return length;
}

export function isShiftJisLead(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

export function isShiftJisTrail(byte: number): boolean {
  return byte >= 0x40 && byte <= 0xfc && byte !== 0x7f;
}

export function isEucHalf(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0xa1 && byte <= 0xfe;
}

/**
 * How many bytes a byte that belongs to no sign of EUC-JP takes with it: where an odd number of halves follows, the first of them
 * is what is left of the same sign, and without it the pairs after it stay pairs.
 */
export function brokenEuc(bytes: Uint8Array, at: number): 1 | 2 {
  let end = at + 1;
  while (isEucHalf(bytes[end])) end++;
  return (end - at) % 2 === 0 ? 2 : 1;
}
