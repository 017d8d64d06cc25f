/** For tests: compound files and mails as Outlook saves them, written as [MS-CFB] and [MS-OXMSG] say. */

interface Folder {
  readonly [name: string]: Uint8Array | Folder;
}

interface Node {
  readonly name: string;
  readonly type: number;
  child: number;
  right: number;
  start: number;
  length: number;
  readonly bytes?: Uint8Array;
}

const NONE = 0xffffffff;
const END = 0xfffffffe;
const SECTOR = 512;
const SMALL = 64;
const CUTOFF = 4096;

/** Siblings stand one below the other: a tree all the same. */
export function makeCompound(root: Folder): Uint8Array {
  const nodes: Node[] = [{ name: 'Root Entry', type: 5, child: NONE, right: NONE, start: END, length: 0 }];
  const put = (folder: Folder, parent: Node): void => {
    let before: Node | undefined;
    for (const [name, of] of Object.entries(folder)) {
      const isFile = of instanceof Uint8Array;
      const node: Node = {
        name,
        type: isFile ? 2 : 1,
        child: NONE,
        right: NONE,
        start: END,
        length: isFile ? of.length : 0,
        ...(isFile && { bytes: of }),
      };
      nodes.push(node);
      if (before) before.right = nodes.length - 1;
      else parent.child = nodes.length - 1;
      before = node;
      if (!isFile) put(of, node);
    }
  };
  put(root, nodes[0] as Node);

  const sectors: Uint8Array[] = [];
  const next: number[] = [];
  const write = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return END;
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += SECTOR) {
      const sector = new Uint8Array(SECTOR);
      sector.set(bytes.subarray(at, at + SECTOR));
      sectors.push(sector);
      next.push(at + SECTOR < bytes.length ? sectors.length : END);
    }
    return first;
  };
  const small: number[] = [];
  const pieces: Uint8Array[] = [];
  for (const node of nodes) {
    const { bytes } = node;
    if (!bytes || bytes.length === 0) continue;
    if (bytes.length >= CUTOFF) node.start = write(bytes);
    else {
      node.start = small.length;
      for (let at = 0; at < bytes.length; at += SMALL) {
        const piece = new Uint8Array(SMALL);
        piece.set(bytes.subarray(at, at + SMALL));
        pieces.push(piece);
        small.push(at + SMALL < bytes.length ? small.length + 1 : END);
      }
    }
  }
  const [first] = nodes as [Node];
  first.length = pieces.length * SMALL;
  first.start = write(joined(pieces));
  const smallTable = write(numbers(small));
  const smallCount = Math.ceil((small.length * 4) / SECTOR);
  const directory = write(joined(nodes.map(entryOf)));
  // The table lists its own sectors too.
  let count = 1;
  while ((sectors.length + count) * 4 > count * SECTOR) count++;
  const places = Array.from({ length: count }, (_, i) => sectors.length + i);
  const table = [...next, ...places.map(() => 0xfffffffd)];
  while (table.length % (SECTOR / 4) !== 0) table.push(NONE);

  const head = new Uint8Array(SECTOR);
  const view = new DataView(head.buffer);
  head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, count, true);
  view.setUint32(48, directory, true);
  view.setUint32(56, CUTOFF, true);
  view.setUint32(60, smallTable, true);
  view.setUint32(64, smallCount, true);
  view.setUint32(68, END, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + i * 4, places[i] ?? NONE, true);
  return joined([head, ...sectors, numbers(table)]);
}

function entryOf({ name, type, child, right, start, length }: Node): Uint8Array {
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < name.length; i++) view.setUint16(i * 2, name.charCodeAt(i), true);
  view.setUint16(64, (name.length + 1) * 2, true);
  bytes[66] = type;
  bytes[67] = 1;
  view.setUint32(68, NONE, true);
  view.setUint32(72, right, true);
  view.setUint32(76, child, true);
  view.setUint32(116, start, true);
  view.setUint32(120, length, true);
  return bytes;
}

export interface Msg {
  /** Properties by their number in hexadecimal: `0037` is the subject. Words are written as Unicode, bytes as they are (of a code page: `001E`). */
  readonly words?: Readonly<Record<string, string>>;
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  /** Words in a code page, as bytes. */
  readonly coded?: Readonly<Record<string, Uint8Array>>;
  /** Properties of eight bytes. */
  readonly fixed?: Readonly<Record<string, bigint>>;
  readonly attachments?: readonly Msg[];
}

export function makeMsg(msg: Msg): Uint8Array {
  return makeCompound(folderOf(msg, 32));
}

function folderOf({ words = {}, bytes = {}, coded = {}, fixed = {}, attachments = [] }: Msg, head: number): Folder {
  const properties = new Uint8Array(head + Object.keys(fixed).length * 16);
  const view = new DataView(properties.buffer);
  Object.entries(fixed).forEach(([property, value], i) => {
    view.setUint16(head + i * 16 + 2, Number.parseInt(property, 16), true);
    view.setBigUint64(head + i * 16 + 8, value, true);
  });
  const named = <T>(all: Readonly<Record<string, T>>, type: string, of: (one: T) => Uint8Array) =>
    Object.entries(all).map(([property, one]): [string, Uint8Array] => [`__substg1.0_${property}${type}`, of(one)]);
  return Object.fromEntries<Uint8Array | Folder>([
    ['__properties_version1.0', properties],
    ...named(words, '001F', utf16),
    ...named(coded, '001E', (one) => one),
    ...named(bytes, '0102', (one) => one),
    ...attachments.map((one, i): [string, Folder] => [`__attach_version1.0_#${String(i).padStart(8, '0')}`, folderOf(one, 8)]),
  ]);
}

function utf16(words: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 2));
  for (let i = 0; i < words.length; i++) view.setUint16(i * 2, words.charCodeAt(i), true);
  return new Uint8Array(view.buffer);
}

function numbers(all: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(all.length * 4));
  all.forEach((one, i) => {
    view.setUint32(i * 4, one, true);
  });
  return new Uint8Array(view.buffer);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
