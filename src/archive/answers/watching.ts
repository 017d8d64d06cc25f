/** What is known of addresses that were fetched. */

export interface Fetched {
  readonly address: string;
  /** As the server sent them, for asking whether the page changed. */
  readonly etag?: string;
  readonly modified?: string;
  /** What the feed said of its last change, in its own words. */
  readonly stamp?: string;
  /** When it was asked for, ISO 8601 in UTC. */
  readonly checked: string;
}
