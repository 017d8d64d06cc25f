/** Where the archive is, and opening it. The database is loaded here and only when it is wanted. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { SqliteArchive } from '../archive/sqlite.ts';
import { Fault } from '../fault.ts';
import type { Voice } from '../language/voice.ts';
import { makeFault } from './faults.ts';
import { readingByKind } from './kinds.ts';

// The doors take the archive's terms from here.
export type * from '../archive/archive.ts';
export { FACETS } from '../archive/archive.ts';

/** What a door hands over of a person's wishes and of the system. */
export interface Whereabouts {
  /** A path that was given by name. */
  readonly archive?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform?: NodeJS.Platform;
}

/** The archive as the desk and the doors hold it. */
export type OpenArchive = SqliteArchive;

const NAME = 'archive.memcon';

/** The path of the archive: the one named, that of MEMCON_ARCHIVE, else in the folder where this system keeps a program's data. A folder holds it under its usual name. */
export function archivePlace({ archive, env, cwd, platform = process.platform }: Whereabouts): string {
  const named = archive ?? env.MEMCON_ARCHIVE;
  if (named) {
    const path = resolve(cwd, named);
    return existsSync(path) && statSync(path).isDirectory() ? join(path, NAME) : path;
  }
  return join(dataFolder(env, platform), 'memcon', NAME);
}

function dataFolder(env: Whereabouts['env'], platform: NodeJS.Platform): string {
  const home = env.HOME ?? homedir();
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(env.USERPROFILE ?? home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  // An XDG path that is not absolute is to be ignored, says its specification.
  return env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share');
}

/**
 * @param create makes the archive, and its folder, where there is none.
 * @throws Fault `archive/…`, in the words of `voice`.
 */
export async function openArchive(place: string, voice: Voice, { create }: { readonly create: boolean }): Promise<SqliteArchive> {
  try {
    if (create) mkdirSync(dirname(place), { recursive: true });
  } catch (error) {
    throw makeFault(voice, 'archive/cannot-open', { path: place, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
  try {
    const { openSqlite } = await import('../archive/sqlite.ts');
    return readingByKind(openSqlite(place, { create }));
  } catch (error) {
    throw inVoice(error, voice);
  }
}

/** A fault of the archive in the words of a language; anything else as it is. */
export function inVoice(error: unknown, voice: Voice): unknown {
  return error instanceof Fault && error.cure === '' && voice.phrases.faults[error.code] ? makeFault(voice, error.code, error.values) : error;
}
