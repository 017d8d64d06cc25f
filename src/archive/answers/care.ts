/** What a look at the whole archive finds. */

export interface Finding {
  /** `file`, `bytes`, `record`, `span`, `quote`, `index`, `reference`. */
  readonly what: string;
  readonly document?: string;
  readonly detail: string;
}
