/**
 * Whether the packed parts of a PDF unpack beyond all measure: they are unpacked once, counted and thrown away, before a library
 * unpacks them into memory. Pictures are left out, since nobody unpacks them for their text.
 */
import { Inflate } from 'fflate';

const MOST = { part: 96 * 1024 * 1024, all: 512 * 1024 * 1024, ratio: 200 } as const;
const STEP = 16 * 1024;
const STREAM = [0x73, 0x74, 0x72, 0x65, 0x61, 0x6d] as const; // stream

/** @param see called with what came out of each part, piece by piece: objects may be packed together. */
export function inflatesTooFar(bytes: Uint8Array, see: (piece: Uint8Array) => void = () => {}): boolean {
  let all = 0;
  for (let at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
    let start = at;
    if (bytes[start] === 0x0d) start++;
    if (bytes[start] === 0x0a) start++;
    // zlib's first byte tells its kind; its two together are a multiple of 31.
    const [first = 0, second = 0] = [bytes[start], bytes[start + 1]];
    if ((first & 0x0f) !== 8 || (first * 256 + second) % 31 !== 0 || isPicture(bytes, at)) continue;
    const { size, packed } = inflated(bytes.subarray(start + 2), MOST.part, holdsObjects(bytes, at) ? see : () => {});
    all += size;
    if (size > MOST.part || (size > MOST.part / 6 && size > packed * MOST.ratio) || all > MOST.all) return true;
  }
  return false;
}

/** Behind the word, where a stream begins; -1 where none does. */
function next(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(STREAM[0], from); at >= 0; at = bytes.indexOf(STREAM[0], at + 1)) {
    if (!STREAM.every((byte, i) => bytes[at + i] === byte)) continue;
    const [before, after] = [bytes[at - 1], bytes[at + 6]];
    // Not the end of a stream, nor part of another word.
    if (before !== 0x64 && (after === 0x0d || after === 0x0a)) return at + 6;
  }
  return -1;
}

const isPicture = (bytes: Uint8Array, at: number) => /\/Subtype\s*\/Image/.test(headOf(bytes, at));
const holdsObjects = (bytes: Uint8Array, at: number) => /\/ObjStm/.test(headOf(bytes, at));

function headOf(bytes: Uint8Array, at: number): string {
  const head = String.fromCharCode(...bytes.subarray(Math.max(0, at - 600), at));
  return head.slice(Math.max(0, head.lastIndexOf('obj')));
}

function inflated(bytes: Uint8Array, most: number, see: (piece: Uint8Array) => void): { size: number; packed: number } {
  let size = 0;
  let packed = 0;
  let ended = false;
  const inflate = new Inflate((piece, final) => {
    size += piece.length;
    ended ||= final;
    see(piece);
  });
  try {
    for (; packed < bytes.length && !ended && size <= most; packed += STEP) inflate.push(bytes.subarray(packed, packed + STEP), false);
  } catch {
    // Damaged: what came out until then is what counts.
  }
  return { size, packed };
}
