/**
 * The files in a compound file, as Office wrote before it wrote archives: storages that hold streams, cut into sectors that a table chains.
 *
 * 1 what the tables say is not believed: no chain is longer than the file, no sector is outside it, nothing is entered twice or deeper than
 *   `DEEPEST`, and all streams that are read come to no more than a few times the file;
 * 2 what cannot be followed ends where it ends: a stream may come out shorter than it says, and says so.
 *
 * Source: [MS-CFB] 2.1 to 2.6.
 */
export interface Storage {
  readonly name: string;
  /** Of its own streams, taken out when it is asked for. */
  stream(name: string): Stream | undefined;
  readonly storages: readonly Storage[];
}

export interface Stream {
  readonly bytes: Uint8Array;
  /** It says that it is longer. */
  readonly cut: boolean;
}

const BEGINNING = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The last sector numbers that are sectors; above stand signs for "end", "free" and the tables themselves. */
const LAST_SECTOR = 0xfffffffa;
const NONE = 0xffffffff;
const ENTRY = 128;
const [STORAGE, STREAM, ROOT] = [1, 2, 5];
const DEEPEST = 32;
/** Streams that are read may share sectors, but not without end: so many times the file. */
const TIMES = 4;

export function isCompound(bytes: Uint8Array): boolean {
  return BEGINNING.every((byte, i) => bytes[i] === byte);
}

/** @throws Error where its tables make no sense. */
export function openCompound(bytes: Uint8Array): Storage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512 || !isCompound(bytes)) throw new Error('no compound file');
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new Error(`sectors of 2^${shift} bytes`);
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size) - 1;
  const sectorAt = (no: number) => bytes.subarray((no + 1) * size, (no + 2) * size);
  const table = tableOf(view, sectors, size, sectorAt);
  /** The bytes of a chain, as far as it can be followed and no further than is asked. */
  const follow = (first: number, next: Uint32Array, partOf: (no: number) => Uint8Array, most: number): Uint8Array => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (let no = first, i = 0; no < next.length && i < next.length && length < most; no = next[no] as number, i++) {
      const part = partOf(no);
      pieces.push(part);
      length += part.length;
    }
    return joined(pieces, Math.min(length, most));
  };
  const all = (first: number) => follow(first, table, sectorAt, bytes.length);

  const entries = entriesOf(all(view.getUint32(48, true)));
  const root = entries[0];
  if (root?.type !== ROOT) throw new Error('no root');
  const cutoff = view.getUint32(56, true);
  const small = 1 << Math.min(view.getUint16(32, true), 12);
  const smallTable = numbersOf(all(view.getUint32(60, true)));
  const smallBytes = all(root.start);
  let left = bytes.length * TIMES;
  const contentOf = ({ start, length }: Entry): Stream => {
    const most = Math.min(length, left);
    const content =
      length < cutoff
        ? follow(start, smallTable, (no) => smallBytes.subarray(no * small, (no + 1) * small), most)
        : follow(start, table, sectorAt, most);
    left -= content.length;
    return { bytes: content, cut: content.length < length };
  };
  const entered = new Set<number>();
  const storageOf = (no: number, depth: number): Storage => {
    entered.add(no);
    const { name, child } = entries[no] as Entry;
    const streams = new Map<string, Entry>();
    const storages: Storage[] = [];
    for (const of of below(entries, child, entered)) {
      const entry = entries[of] as Entry;
      if (entry.type === STREAM) streams.set(entry.name, entry);
      else if (entry.type === STORAGE && depth < DEEPEST) storages.push(storageOf(of, depth + 1));
    }
    return {
      name,
      storages,
      stream: (of) => {
        const entry = streams.get(of);
        return entry && contentOf(entry);
      },
    };
  };
  return storageOf(0, 0);
}

/** Which sector follows which. The table stands in sectors of its own, listed in the head and in further sectors. */
function tableOf(view: DataView, sectors: number, size: number, sectorAt: (no: number) => Uint8Array): Uint32Array {
  const places: number[] = [];
  for (let i = 0; i < 109; i++) places.push(view.getUint32(76 + i * 4, true));
  const seen = new Set<number>();
  for (let no = view.getUint32(68, true); no < sectors && !seen.has(no); ) {
    seen.add(no);
    const numbers = numbersOf(sectorAt(no));
    for (const place of numbers.subarray(0, numbers.length - 1)) places.push(place);
    no = numbers.at(-1) ?? NONE;
  }
  const parts = [...new Set(places)].filter((no) => no < sectors).map((no) => numbersOf(sectorAt(no)));
  const table = new Uint32Array(Math.min(sectors, (parts.length * size) / 4)).fill(NONE);
  let at = 0;
  for (const part of parts) {
    table.set(part.subarray(0, Math.max(0, table.length - at)), at);
    at += part.length;
    if (at >= table.length) break;
  }
  return table;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly length: number;
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const utf16 = new TextDecoder('utf-16le');
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, i): Entry => {
    const at = i * ENTRY;
    const named = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2));
    return {
      name: utf16.decode(directory.subarray(at, at + named)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      length: view.getUint32(at + 120, true),
    };
  });
}

/** The entries of a storage, which stand in a tree of their own; each once, wherever it is met again. */
function below(entries: readonly Entry[], first: number, entered: Set<number>): number[] {
  const found: number[] = [];
  const open = [first];
  while (open.length > 0) {
    const no = open.pop() as number;
    const entry = entries[no];
    if (no > LAST_SECTOR || !entry || entered.has(no)) continue;
    entered.add(no);
    found.push(no);
    open.push(entry.left, entry.right);
  }
  return found.sort((a, b) => a - b);
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece.subarray(0, length - at), at);
    at += piece.length;
  }
  return all;
}
