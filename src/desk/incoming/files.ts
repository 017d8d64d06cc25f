/** The documents that a person names: files, folders (all readable files below them, in order), standard input. Nothing of them is waited for without end. */
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { ENDINGS, isMissed, isReadable, OTHERS } from '../../intake/endings.ts';

export { ENDINGS, OTHERS };

/** The name of what is piped in; it is read once, where it is named first. */
export const STANDARD_INPUT = '-';

export interface NamedDocument {
  /** As the person named it; below a folder, with the folder before it. */
  readonly name: string;
  readonly path: string;
  readonly mediaType?: string;
  /** `path` is an address, to be fetched. */
  readonly address?: true;
}

export type NameFault = {
  readonly code: 'cli/no-such-file' | 'cli/cannot-read' | 'cli/no-end' | 'cli/too-large' | 'cli/empty-folder' | 'cli/no-address' | `fetch/${string}`;
  readonly values: Record<string, string>;
};

/** Whether any of the names is a folder. */
export interface Named {
  readonly folders: number;
  readonly addresses: number;
  /** Endings of documents that were passed over in folders, and how many there were of each; it grows as they are walked. */
  readonly passed: ReadonlyMap<string, number>;
  readonly documents: AsyncGenerator<NamedDocument | NameFault>;
}

/**
 * Looks at each name at once, so that a wrong one is told before anything is read; folders are walked as they are reached.
 *
 * @param options.addresses whether addresses of pages are names too.
 */
export async function nameDocuments(
  names: readonly string[],
  cwd: string,
  options: { readonly addresses?: boolean } = {},
): Promise<Named | NameFault> {
  const kinds: Kind[] = [];
  for (const name of names) {
    if (name === STANDARD_INPUT) {
      kinds.push('input');
      continue;
    }
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) {
      if (!options.addresses) return { code: 'cli/no-address', values: { address: name } };
      kinds.push('address');
      continue;
    }
    // an empty name would be the folder one is in: somebody's variable was not set
    if (name === '') return { code: 'cli/no-such-file', values: { path: name, cwd } };
    try {
      kinds.push((await stat(resolve(cwd, name))).isDirectory() ? 'folder' : 'file');
    } catch (error) {
      return faultOf(error, name, cwd);
    }
  }
  const passed = new Map<string, number>();
  const countOf = (kind: Kind) => kinds.filter((one) => one === kind).length;
  return { folders: countOf('folder'), addresses: countOf('address'), passed, documents: walk(names, kinds, cwd, passed) };
}

type Kind = 'file' | 'folder' | 'input' | 'address';

async function* walk(
  names: readonly string[],
  kinds: readonly Kind[],
  cwd: string,
  passed: Map<string, number>,
): AsyncGenerator<NamedDocument | NameFault> {
  for (const [i, name] of names.entries()) {
    const path = resolve(cwd, name);
    if (kinds[i] === 'input') {
      if (names.indexOf(name) === i) yield { name, path: STANDARD_INPUT };
      continue;
    }
    if (kinds[i] === 'address') {
      yield { name, path: name, address: true };
      continue;
    }
    if (kinds[i] === 'file') {
      yield { name, path, ...mediaTypeOf(name) };
      continue;
    }
    let any = false;
    for await (const found of below(name, path, cwd, passed)) {
      any = true;
      yield found;
    }
    if (!any) yield { code: 'cli/empty-folder', values: { path: name, endings: ENDINGS.join(' ') } };
  }
}

async function* below(name: string, path: string, cwd: string, passed: Map<string, number>): AsyncGenerator<NamedDocument | NameFault> {
  let entries: { name: string; folder: boolean; file: boolean }[];
  try {
    entries = (await readdir(path, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      folder: entry.isDirectory(),
      file: entry.isFile() || entry.isSymbolicLink(),
    }));
  } catch (error) {
    yield faultOf(error, name, cwd);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    if (entry.folder) {
      if (!isPartOfPage(entry.name, entries)) yield* below(join(name, entry.name), join(path, entry.name), cwd, passed);
    } else if (entry.file && isReadable(entry.name)) yield { name: join(name, entry.name), path: join(path, entry.name), ...mediaTypeOf(entry.name) };
    else if (isMissed(entry.name)) {
      const ending = extname(entry.name).toLowerCase();
      passed.set(ending, (passed.get(ending) ?? 0) + 1);
    }
  }
}

/** The folder that a browser saves beside a page: its pictures, styles and frames. */
function isPartOfPage(folder: string, entries: readonly { readonly name: string }[]): boolean {
  const page = /^(.+)(?:_files|\.files)$/.exec(folder)?.[1];
  return page !== undefined && entries.some(({ name }) => name === `${page}.html` || name === `${page}.htm`);
}

function mediaTypeOf(name: string): { mediaType?: string } {
  const ending = extname(name).toLowerCase();
  if (ending === '.html' || ending === '.htm' || ending === '.xhtml') return { mediaType: 'text/html' };
  if (ending === '.txt' || ending === '.text') return { mediaType: 'text/plain' };
  return {};
}

export async function readBytes(document: NamedDocument, cwd: string, input: AsyncIterable<Uint8Array>): Promise<Uint8Array | NameFault> {
  try {
    if (document.path === STANDARD_INPUT) return (await bytesOf(input)) ?? tooLarge(document);
    const about = await stat(document.path);
    if (about.isFile()) return about.size > MOST ? tooLarge(document) : await readFile(document.path);
    const bytes = about.isFIFO() ? await piped(document.path) : undefined;
    return bytes ?? { code: 'cli/no-end', values: { path: document.name } };
  } catch (error) {
    return faultOf(error, document.name, cwd);
  }
}

/** More bytes than these are no document: it would take more memory than machines have. */
const MOST = 1024 * 1024 * 1024;
const tooLarge = ({ name }: NamedDocument): NameFault => ({ code: 'cli/too-large', values: { path: name, megabytes: String(MOST / 1024 / 1024) } });

/** @returns undefined where there are more than `MOST`. */
async function bytesOf(input: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input) {
    size += piece.length;
    if (size > MOST) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What somebody writes into a pipe that has a name, as a shell's `<(…)`; undefined where nobody does, since that would be waited for without end. */
async function piped(path: string): Promise<Uint8Array | undefined> {
  const pipe = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const first = firstOf(pipe);
  if (first?.length === 0) {
    closeSync(pipe);
    return undefined;
  }
  const rest = new Socket({ fd: pipe, readable: true, writable: false });
  try {
    const bytes = await bytesOf(rest);
    return bytes && Buffer.concat([first ?? new Uint8Array(), bytes]);
  } finally {
    rest.destroy();
  }
}

/** No bytes where nobody holds the other end; undefined where somebody does and has written nothing yet. */
function firstOf(pipe: number): Uint8Array | undefined {
  const bytes = Buffer.alloc(64 * 1024);
  try {
    return bytes.subarray(0, readSync(pipe, bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}

function faultOf(error: unknown, name: string, cwd: string): NameFault {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'cli/no-such-file', values: { path: name, cwd } };
  return { code: 'cli/cannot-read', values: { path: name, reason: code } };
}
