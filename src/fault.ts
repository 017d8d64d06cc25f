/**
 * Misuse or bad knowledge: thrown at once, with its cause and its cure. A document is never a Fault; what cannot be
 * read in it becomes an `Issue` of its record.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  constructor(
    /** `area/what`, as `cli/no-such-file`: stable, for programs. */
    readonly code: string,
    /** What went wrong, with its place, as one sentence. */
    readonly problem: string,
    /** What the reader can do about it, as one sentence. */
    readonly cure: string,
    /** What the words speak of, so that a door can say them in another language. */
    readonly values: Readonly<Record<string, string>> = {},
  ) {
    super(`${problem} ${cure}`.trim());
  }
}
