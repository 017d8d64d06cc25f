/** Persons, instruments and mechanisms across documents, what may be one, and how much there is of all. */
import type { Paged } from './paging.ts';

export type EntityKind = 'person' | 'instrument' | 'mechanism';

export interface EntityQuery extends Paged {
  readonly kind: EntityKind;
  readonly dyad?: string;
  readonly party?: string;
  readonly words?: string;
}

export interface EntityRow {
  readonly id: string;
  readonly kind: EntityKind;
  /** The spelling met most often. */
  readonly name: string;
  readonly party?: string;
  readonly documents: number;
  readonly statements: number;
  readonly first?: string;
  readonly last?: string;
  /** The newest office of a person, as written. */
  readonly office?: string;
  readonly role?: string;
}

export interface Entity extends EntityRow {
  /** How it is read aloud, where a person said so. */
  readonly reading?: string;
  readonly spellings: readonly { readonly name: string; readonly language: string; readonly documents: number }[];
  /** Of a person: as written, with the days between which it is told; newest first. */
  readonly offices: readonly {
    readonly office: string;
    readonly role?: string;
    readonly party?: string;
    readonly first?: string;
    readonly last?: string;
    readonly documents: number;
  }[];
  /** Of an instrument, oldest first. */
  readonly events: readonly {
    readonly event: string;
    readonly date?: string;
    readonly document: string;
    readonly statement?: string;
    readonly quote: string;
  }[];
  readonly parties: readonly string[];
  /** Ids that were merged into this one. */
  readonly merged: readonly string[];
  readonly proposals: readonly Proposal[];
}

export interface Proposal {
  readonly kind: EntityKind;
  readonly one: EntityRow;
  readonly other: EntityRow;
  /** Codes: `same-name-other-office`, `same-name-other-time`, `same-office-same-time` and `sounds-alike` (in two scripts), `name-in-name`. */
  readonly reasons: readonly string[];
}

export interface Totals {
  readonly documents: number;
  readonly versions: number;
  readonly talks: number;
  readonly statements: number;
  readonly corrections: number;
  readonly orphans: number;
  readonly removed: number;
  readonly needsLook: number;
  /** Bytes of the file, or as near as the store can tell. */
  readonly size: number;
}
