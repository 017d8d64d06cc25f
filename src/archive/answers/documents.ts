/** What is asked and told of documents, their versions and what happened to them. */
import type { Reading } from '../../record/reading.ts';
import type { Paged, Signed } from './paging.ts';
import type { Side, TalksRow } from './talks.ts';

export interface Incoming {
  readonly bytes: Uint8Array;
  readonly reading: Reading;
  /** Where it came from: the absolute path of a file, an address, or nothing (standard input, pasted). Finds the page it is a version of. */
  readonly from?: string;
  /** What a person called it: the file's name. */
  readonly name?: string;
  /** What the reader was told besides the bytes; a later reading is told it again. */
  readonly given?: GivenToReader;
  readonly signed: Signed;
}

export interface GivenToReader {
  readonly published?: string;
  readonly language?: string;
  readonly mediaType?: string;
  readonly url?: string;
}

export interface Kept {
  /** Of the document, not of the version. */
  readonly id: string;
  readonly n: number;
  readonly how: 'added' | 'version' | 'same' | 'restored';
  /** For a version: the page's text changed while its own date did not. */
  readonly silent?: boolean;
  /** For a version: what it changed. */
  readonly difference?: Difference;
  readonly title?: string;
}

export interface DocumentQuery extends Paged {
  readonly dyad?: string;
  readonly party?: string;
  readonly language?: string;
  /** EDTF, inclusive: talks on or after, on or before. */
  readonly from?: string;
  readonly to?: string;
  /** Only those whose title or file name holds these words (widths and variants folded). */
  readonly words?: string;
  /** Only texts of these kinds: `readout`, `press-conference`. */
  readonly kinds?: readonly string[];
  /** With low confidence, errors, or orphans. */
  readonly needsLook?: boolean;
  /** `removed`: only those; `all`: both. */
  readonly removed?: 'removed' | 'all';
  /** `talks` (newest talks first; default), `added` (newest in the archive first), `title`. */
  readonly order?: 'talks' | 'added' | 'title';
}

export interface DocumentRow {
  readonly id: string;
  /** Number of the newest version, which all else here describes. */
  readonly n: number;
  readonly title?: string;
  /** What kind of text it is: `readout`, `press-conference`; absent where nobody knows. */
  readonly kind?: string;
  readonly publisher?: { readonly party?: string; readonly name: string };
  readonly published?: string;
  readonly language: string;
  readonly mediaType: string;
  readonly url?: string;
  readonly name?: string;
  /** Instants at which the first and the newest version came. */
  readonly added: string;
  readonly changed: string;
  readonly removed?: string;
  /** The newest version came without a new date of its own. */
  readonly silent: boolean;
  readonly talks: readonly TalksRow[];
  /** A sign a statement, in the order of the text: who spoke and whether the content was withheld. */
  readonly strip: readonly { readonly side: Side; readonly withheld: boolean }[];
  readonly statements: number;
  readonly withheld: number;
  readonly commitments: number;
  readonly instruments: number;
  /** Statements of low confidence. */
  readonly low: number;
  readonly issues: { readonly errors: number; readonly warnings: number };
  readonly corrections: number;
  readonly orphans: number;
}

export interface VersionRow {
  /** `d-` and the first signs of its own bytes' SHA-256. */
  readonly id: string;
  readonly n: number;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly added: string;
  readonly who: string;
  readonly published?: string;
  readonly silent: boolean;
  readonly reader: string;
  readonly statements: number;
  /** Against the version before; absent for the first. */
  readonly difference?: Difference;
}

/** By the ids of statements, which derive from words and place, and by lines of the text. */
export interface Difference {
  readonly gone: readonly string[];
  readonly come: readonly string[];
  readonly lines: { readonly gone: number; readonly come: number };
}

export interface SourceBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name?: string;
  readonly sha256: string;
  readonly given: GivenToReader;
}

export interface HappeningQuery extends Paged {
  readonly document?: string;
  readonly kinds?: readonly Happening['kind'][];
}

export interface Happening {
  readonly kind: 'added' | 'version' | 'removed' | 'restored' | 'corrected' | 'undone' | 'reread' | 'merged';
  readonly when: string;
  readonly who: string;
  readonly document?: string;
  readonly title?: string;
  /** Number of the version that came or was read again. */
  readonly n?: number;
  readonly silent?: boolean;
  readonly difference?: Difference;
  readonly correction?: string;
}
