/** One document made ready for the archive: read, or kept as unreadable. No archive is touched, so that it may run in a thread of its own. */
import type { Signed } from '../../archive/archive.ts';
import { makeReady, type Ready } from '../../archive/changing/keeping.ts';
import type { Pack } from '../../language/pack.ts';
import type { Issue, Reading } from '../../record/reading.ts';
import type { NameFault } from './files.ts';
import { readFileBytes } from './open.ts';
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

export async function makeReadyOf(document: Document, said: Said, languages: readonly Pack[], signed: Signed): Promise<Made> {
  const { bytes, name, from, mediaType, url } = document;
  let reading: Reading;
  try {
    reading = await readFileBytes(bytes, { languages, published: said.published, mediaType, url });
  } catch (error) {
    reading = unreadable(bytes, mediaType, error);
  }
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
