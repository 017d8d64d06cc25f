/**
 * The facets of statements, packed into blocks of 1,024 neighbours, so that a million of them are counted without
 * reading a million rows. A block is numbers of 32 bits: first where each statement's facets begin (0: there is none),
 * then for each statement
 *
 *   0 day        YYYYMMDD, 0 where it is not known
 *   1 flags      side 0-2, part 3-4, withheld 5, low 6, corrected 7, kind of text 8-11; from 16: units of the quote
 *   2 group      key of its talks, 0 for none
 *   3 act, from 16: level      codes of `facet_value`, 0 for none
 *   4 kind, from 16: language
 *   5 how many dyads 0-7, topics 8-15, persons from 16
 *   6 … codes of dyads and topics, keys of persons
 */
export const BLOCK = 1024;
export const LISTS = 6;

export interface Packed {
  readonly day: number;
  readonly side: number;
  readonly part: number;
  readonly withheld: boolean;
  readonly low: boolean;
  readonly corrected: boolean;
  /** Place in `TEXT_KINDS`. */
  readonly text: number;
  readonly length: number;
  readonly group: number;
  readonly act: number;
  readonly level: number;
  readonly kind: number;
  readonly language: number;
  readonly dyads: readonly number[];
  readonly topics: readonly number[];
  readonly people: readonly number[];
}

export function blockOf(key: number): number {
  return Math.floor(key / BLOCK);
}

/** A block with some of its statements put in the place of what was there; `undefined` takes one out. */
export function repacked(old: Uint32Array | undefined, changes: ReadonlyMap<number, Packed | undefined>): Uint32Array {
  const words: number[] = new Array(BLOCK).fill(0);
  for (let slot = 0; slot < BLOCK; slot++) {
    if (changes.has(slot)) {
      const packed = changes.get(slot);
      if (!packed) continue;
      words[slot] = words.length;
      const [dyads, topics, people] = [packed.dyads.slice(0, 255), packed.topics.slice(0, 255), packed.people.slice(0, 255)];
      words.push(
        packed.day,
        packed.side |
          (packed.part << 3) |
          (packed.withheld ? 32 : 0) |
          (packed.low ? 64 : 0) |
          (packed.corrected ? 128 : 0) |
          (packed.text << 8) |
          (Math.min(packed.length, 0x7fff) << 16),
        packed.group,
        packed.act | (packed.level << 16),
        packed.kind | (packed.language << 16),
        dyads.length | (topics.length << 8) | (people.length << 16),
        ...dyads,
        ...topics,
        ...people,
      );
      continue;
    }
    const at = old?.[slot] ?? 0;
    if (!old || at === 0) continue;
    words[slot] = words.length;
    const counts = old[at + 5] as number;
    const end = at + LISTS + (counts & 255) + ((counts >> 8) & 255) + (counts >>> 16);
    for (let i = at; i < end; i++) words.push(old[i] as number);
  }
  return Uint32Array.from(words);
}

export function toBlob(block: Uint32Array): Uint8Array {
  if (littleEndian) return new Uint8Array(block.buffer, block.byteOffset, block.byteLength);
  const view = new DataView(new ArrayBuffer(block.length * 4));
  block.forEach((word, i) => {
    view.setUint32(i * 4, word, true);
  });
  return new Uint8Array(view.buffer);
}

export function fromBlob(blob: Uint8Array): Uint32Array {
  const bytes = blob.byteOffset % 4 === 0 ? blob : blob.slice();
  if (littleEndian) return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
