/**
 * The facets of statements, packed into blocks of 1,024 neighbours, so that a million of them are counted without
 * reading a million rows. A block is numbers of 32 bits: first where each statement's facets begin (0: there is none),
 * then for each statement
 *
 *   day          YYYYMMDD, 0 where it is not known
 *   flags        side 0-2, part 3-4, withheld 5, low 6, corrected 7
 *   length       units of the quote
 *   single       code of act, level, kind, language (0: none)
 *   several      how many dyads, topics and persons; then their codes
 */
export const BLOCK = 1024;
export const AT = { day: 0, flags: 1, length: 2, act: 3, level: 4, kind: 5, language: 6, dyads: 7, topics: 8, people: 9, lists: 10 } as const;

export interface Packed {
  readonly day: number;
  readonly side: number;
  readonly part: number;
  readonly withheld: boolean;
  readonly low: boolean;
  readonly corrected: boolean;
  readonly length: number;
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
      words.push(
        packed.day,
        packed.side | (packed.part << 3) | (packed.withheld ? 32 : 0) | (packed.low ? 64 : 0) | (packed.corrected ? 128 : 0),
        packed.length,
        packed.act,
        packed.level,
        packed.kind,
        packed.language,
        packed.dyads.length,
        packed.topics.length,
        packed.people.length,
        ...packed.dyads,
        ...packed.topics,
        ...packed.people,
      );
      continue;
    }
    const at = old?.[slot] ?? 0;
    if (!old || at === 0) continue;
    words[slot] = words.length;
    const end = at + AT.lists + (old[at + AT.dyads] as number) + (old[at + AT.topics] as number) + (old[at + AT.people] as number);
    for (let i = at; i < end; i++) words.push(old[i] as number);
  }
  return Uint32Array.from(words);
}

export function toBlob(block: Uint32Array): Uint8Array {
  if (!littleEndian) {
    const view = new DataView(new ArrayBuffer(block.length * 4));
    block.forEach((word, i) => {
      view.setUint32(i * 4, word, true);
    });
    return new Uint8Array(view.buffer);
  }
  return new Uint8Array(block.buffer, block.byteOffset, block.byteLength);
}

export function fromBlob(blob: Uint8Array): Uint32Array {
  const bytes = blob.byteOffset % 4 === 0 ? blob : blob.slice();
  if (littleEndian) return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
