import type { OpenArchive } from '../desk/archive.ts';
import type { Signed } from '../desk/held.ts';
import type { Network } from '../desk/incoming/fetch.ts';

/** What the resources work with; `server.ts` hands it in. */
export interface ApiDesk {
  readonly archive: OpenArchive;
  /** Where pages are fetched from. */
  readonly network: Network;
  /** Signs a deed with a name, or with that of the person whose machine this is. */
  sign(who?: string): Signed;
  /** Takes an error that is nobody's misuse, for the log of the one who runs the server. */
  report?(error: unknown): void;
}
