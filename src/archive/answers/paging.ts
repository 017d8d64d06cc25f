/** Who did it, and how lists are given: a page and, where there is more, a cursor. */

/** Who does it and when (ISO 8601, UTC). The archive has no clock. */
export interface Signed {
  readonly who: string;
  readonly when: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface Paged {
  /** 1 to 500; 50 where it is left out. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Count<V extends string = string> {
  readonly value: V;
  readonly count: number;
}
