/** A step from one form of the archive to the next; each runs in a transaction of its own, foreign keys are checked after it. */
export interface Migration {
  /** One more than that of the step before; kept in the file as its `user_version`. */
  readonly number: number;
  readonly sql: string;
  /** What is derived from records and corrections is made anew after it, in the same transaction: of all documents, or of those whose keys a query gives. */
  readonly rederive?: true | string;
}
