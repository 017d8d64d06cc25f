/**
 * The files of a ZIP archive, unpacked within limits: what a packer declares is not believed, sizes are counted as they come out.
 *
 * 1 never more than `LIMITS.bytes` in all nor `LIMITS.file` of one file is in memory; 2 what is left out is told in an issue;
 * 3 names are names: they are never used as paths.
 *
 * Source: APPNOTE.TXT 6.3.10 (4.3.6 to 4.3.16).
 */
import { type FlateStreamHandler, Inflate } from 'fflate';
import type { SourceIssue } from '../text/source.ts';
import { decode } from './encoding.ts';

/** Of one archive. `ratio`: unpacked to packed, beyond which a file of some size is taken for a bomb. */
export const ZIP_LIMITS: ZipLimits = { files: 5_000, file: 64 * 1024 * 1024, bytes: 256 * 1024 * 1024, ratio: 400 };

export interface ZipLimits {
  readonly files: number;
  readonly file: number;
  readonly bytes: number;
  readonly ratio: number;
}

export interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: Uint8Array;
  /** As declared. */
  readonly size: number;
}

export interface Unpacked {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Names of the files that nobody wanted, in order. */
  readonly unwanted: readonly string[];
  readonly issues: readonly SourceIssue[];
}

/** The files an archive lists, in its order, folders left out; undefined where it has no readable list, as when its end was cut off. */
export function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfList(view);
  if (end < 0) return undefined;
  const count = view.getUint16(end + 10, true);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count || count === 0xffff; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) break;
    const [nameLength, extraLength, noteLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const flags = view.getUint16(at + 8, true);
    const raw = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = (flags & 0x800) !== 0 ? new TextDecoder().decode(raw) : decode(raw, undefined, 'text/plain').text;
    const start = view.getUint32(at + 42, true);
    if (!name.endsWith('/') && start + 30 <= bytes.length) {
      const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      entries.push({
        name,
        encrypted: (flags & 1) !== 0,
        method: view.getUint16(at + 10, true),
        packed: bytes.subarray(data, Math.min(bytes.length, data + view.getUint32(at + 20, true))),
        size: view.getUint32(at + 24, true),
      });
    }
    at += 46 + nameLength + extraLength + noteLength;
  }
  return entries;
}

/** An archive whose list cannot be read: its end was cut off. */
export const noListIssue: SourceIssue = {
  code: 'intake/broken',
  severity: 'error',
  message: 'The archive has no readable list of its files.',
  values: { format: 'ZIP', reason: 'no list of files' },
};

/** Where the record stands that ends the list; -1 where there is none. It is looked for as far as a note may reach. */
function endOfList(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

/** One file; `too-large`: larger than `most`; `bomb`: too much for what it was packed from. */
export function unpackEntry(entry: Entry, most: number): Uint8Array | Withheld['code'] {
  if (entry.encrypted) return 'intake/packed-encrypted';
  if (entry.method === 0) return entry.packed.length > most ? 'intake/packed-too-large' : entry.packed;
  if (entry.method !== 8) return 'intake/packed-broken';
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const take: FlateStreamHandler = (piece, final) => {
    size += piece.length;
    if (size <= most) pieces.push(piece);
    ended ||= final;
  };
  const inflate = new Inflate(take);
  try {
    // In small steps: no step may come out larger than memory holds.
    for (let at = 0; at < entry.packed.length; at += STEP) {
      inflate.push(entry.packed.subarray(at, at + STEP), at + STEP >= entry.packed.length);
      if (size > most) return 'intake/packed-too-large';
      if (size > BOMB && size > entry.packed.length * ZIP_LIMITS.ratio) return 'intake/packed-bomb';
    }
  } catch {
    return 'intake/packed-broken';
  }
  return ended ? joined(pieces, size) : 'intake/packed-broken';
}

const STEP = 16 * 1024;
/** Below this nobody minds the ratio: a page of blanks packs well. */
const BOMB = 4 * 1024 * 1024;

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** @param wanted which names are worth unpacking. */
export function unpackZip(bytes: Uint8Array, wanted: (name: string) => boolean, limits = ZIP_LIMITS): Unpacked {
  const entries = entriesOf(bytes);
  if (!entries) return { files: [], unwanted: [], issues: [noListIssue] };
  const files: { name: string; bytes: Uint8Array }[] = [];
  const issues: SourceIssue[] = [];
  let left = limits.bytes;
  const chosen = entries.filter(({ name }) => wanted(name));
  const unwanted = entries.flatMap(({ name }) => (wanted(name) ? [] : [name]));
  for (const entry of chosen.slice(0, limits.files)) {
    const file = unpackEntry(entry, Math.min(left, limits.file));
    if (typeof file === 'string') issues.push(packedIssue(file, entry.name));
    else {
      left -= file.length;
      files.push({ name: entry.name, bytes: file });
    }
  }
  if (chosen.length > limits.files) issues.push(packedIssue('intake/packed-too-many', String(chosen.length)));
  if (chosen.length === 0)
    issues.push(packedIssue('intake/packed-nothing', unwanted.slice(0, NAMED).join(', ') + (unwanted.length > NAMED ? ', …' : '') || '—'));
  return { files, unwanted, issues };
}

/** Names told of files that are not read, where there are many. */
export const NAMED = 8;

/** What is to be said of an archive that is kept as it is: why some of it did not come out, or that it is packed in too many others. */
export function closedIssues(bytes: Uint8Array, wanted: (name: string) => boolean): readonly SourceIssue[] {
  const { files, issues } = unpackZip(bytes, wanted);
  if (issues.length > 0) return issues;
  const count = String(files.length);
  return [
    { code: 'intake/packed-closed', severity: 'error', message: `The archive was kept as it is; ${count} files are in it.`, values: { count } },
  ];
}

/** Why a file did not come out, or not all did. */
export interface Withheld {
  readonly code:
    | 'intake/packed-encrypted'
    | 'intake/packed-broken'
    | 'intake/packed-too-large'
    | 'intake/packed-bomb'
    | 'intake/packed-too-many'
    | 'intake/packed-nothing';
}

/** @param name of the file in the archive, how many there are, or those there are. */
export function packedIssue(code: Withheld['code'], name: string): SourceIssue {
  return { code, severity: 'error', message: `${code.slice(code.indexOf('/') + 1)}: ${name}`, values: { name } };
}
