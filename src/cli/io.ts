import type { Patience } from '../desk/incoming/fetch/polite.ts';
import type { Network } from '../desk/incoming/fetch.ts';

/** All that a command may touch of the world outside; tests hand in their own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Resolves once the reader has taken it, so that a long result never piles up in memory. */
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether somebody sits at standard input and can be asked. */
  readonly asks?: boolean;
  /** Fires when the person wants to stop (Ctrl-C); the first call begins to listen. Absent: nobody can. */
  readonly interrupted?: () => AbortSignal;
  /** Told that documents without number come: what each leaves behind may be collected sooner. Absent: nothing is done. */
  readonly sparing?: () => void;
  /** There is much to do after all: what a short page is not worth is compiled again. */
  readonly thorough?: () => void;
  /** Where addresses are fetched from; this machine's network where it is left out. */
  readonly network?: Network;
  /** The clock by which hosts are waited for; this machine's where it is left out. */
  readonly patience?: Patience;
}

export interface Output {
  write(words: string | Uint8Array): Promise<void>;
  readonly isTTY: boolean;
  /** Columns of the terminal; absent where there is none. */
  readonly columns?: number;
}

/** RECORD.md's exit statuses. */
export const STATUS = { read: 0, other: 1, misuse: 2, noTalks: 3 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];
