/** Documents made ready for the archive: read, or kept as unreadable. No archive is touched, so that it may run in a thread of its own. */
import type { Signed } from '../../archive/archive.ts';
import { makeReady, type Ready } from '../../archive/changing/keeping.ts';
import type { Pack } from '../../language/pack.ts';
import type { Issue, Reading } from '../../record/reading.ts';
import type { NameFault } from './files.ts';
import { readFilesBytes } from './open.ts';
import { unreadable } from './unreadable.ts';

export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string | undefined;
  /** Absolute path or address, by which a later version is known; absent for what was pasted or piped in. */
  readonly from?: string | undefined;
  readonly url?: string | undefined;
}

/** A document that could not be opened. */
export interface Unopened {
  readonly name: string;
  readonly fault: NameFault;
}

/** What a person said of all documents. */
export interface Said {
  readonly published?: string | undefined;
  /** The one language that a person named. */
  readonly language?: string | undefined;
}

/** An error of a document, in the words of `issues`. */
export type Doubt = Pick<Issue, 'code' | 'message' | 'values'>;

export interface Made {
  readonly ready: Ready;
  /** Codes of the issues that are errors. */
  readonly errors: readonly string[];
  /** The same with what is to be said of them. */
  readonly doubts?: readonly Doubt[];
}

/** In their order; read abreast. */
export async function makeAllReady(documents: readonly Document[], said: Said, languages: readonly Pack[], signed: Signed): Promise<Made[]> {
  const readings = await readAll(documents, said, languages);
  return documents.map((document, i) => makeReadyOf(document, readings[i] as Reading, said, signed));
}

async function readAll(documents: readonly Document[], { published }: Said, languages: readonly Pack[]): Promise<Reading[]> {
  const files = documents.map(({ bytes, mediaType, url }) => ({ bytes, mediaType, url }));
  try {
    return await readFilesBytes(files, { languages, published });
  } catch (error) {
    // one that cannot be read is kept as such, and the others are read
    const [only] = documents;
    if (documents.length === 1 && only) return [unreadable(only.bytes, only.mediaType, error)];
    const readings: Reading[] = [];
    for (const document of documents) readings.push(...(await readAll([document], { published }, languages)));
    return readings;
  }
}

function makeReadyOf({ bytes, name, from, mediaType, url }: Document, reading: Reading, said: Said, signed: Signed): Made {
  const given = {
    ...(said.published !== undefined && { published: said.published }),
    ...(said.language !== undefined && { language: said.language }),
    ...(mediaType !== undefined && { mediaType }),
    ...(url !== undefined && { url }),
  };
  const errors = reading.issues.filter(({ severity }) => severity === 'error');
  return {
    ready: makeReady({ bytes, reading, name, given, ...(from !== undefined && { from }), signed }),
    errors: errors.map(({ code }) => code),
    ...(errors.length > 0 && { doubts: errors.map(({ code, message, values }) => ({ code, message, ...(values && { values }) })) }),
  };
}
