import { Fault } from '../fault.ts';

/** A fault of the archive. Its words stand in the phrases of a language, where the doors find them by the code. */
export function archiveFault(code: string, values: Readonly<Record<string, string>> = {}): Fault {
  const told = Object.entries(values).map(([key, value]) => `${key} ${value}`);
  return new Fault(`archive/${code}`, [`archive/${code}`, ...told].join(', '), '', values);
}

/** What SQLite's own error, or that of unpacking, means for a person; anything else is given back as it is. */
export function asFault(error: unknown, place: string): unknown {
  const { code } = error as { code?: unknown };
  // What was kept can no longer be unpacked, or is no JSON.
  if (error instanceof SyntaxError || (typeof code === 'string' && code.startsWith('Z_')))
    return archiveFault('damaged', { path: place, reason: error instanceof Error ? error.message : '' });
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  const values = { path: place, reason: code };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return archiveFault('locked', values);
  if (code.startsWith('SQLITE_FULL')) return archiveFault('disk-full', values);
  if (code.startsWith('SQLITE_READONLY')) return archiveFault('read-only', values);
  if (code.startsWith('SQLITE_NOTADB')) return archiveFault('no-archive', values);
  if (code.startsWith('SQLITE_CORRUPT')) return archiveFault('damaged', values);
  // Our own questions are right: it is the tables that are not what they were.
  if (code === 'SQLITE_ERROR') return archiveFault('damaged', { path: place, reason: (error as Error).message });
  if (code.startsWith('SQLITE_IOERR')) return archiveFault('io', values);
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM') || code.startsWith('SQLITE_AUTH'))
    return archiveFault('cannot-open', values);
  return error;
}
