/** What groups of commands are given to join the program with. */
import type { Command } from 'commander';
import type { Voice } from '../language/voice.ts';
import type { Io, Status } from './io.ts';

export interface Joining {
  /** Our ways of help and faults. */
  settle(command: Command): Command;
  /** Checks `--language` and `--published`. */
  check(options: { language?: string; published?: string }): Promise<string | undefined>;
  done(status: Status): void;
  readonly io: Io;
  readonly voice: Voice;
}
