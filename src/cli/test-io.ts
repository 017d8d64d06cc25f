/** For tests: a world outside that keeps what was written. */
import type { Network } from '../desk/incoming/fetch.ts';
import type { Io } from './io.ts';

export interface TestIo extends Io {
  out(): string;
  err(): string;
}

export function makeIo(
  given: { stdin?: string | Uint8Array; env?: Record<string, string>; cwd?: string; tty?: boolean; asks?: boolean; network?: Network } & Pick<
    Io,
    'patience' | 'interrupted' | 'sparing' | 'thorough'
  > = {},
): TestIo {
  const written = { out: '', err: '' };
  const output = (to: 'out' | 'err') => ({
    write: async (words: string | Uint8Array) => {
      written[to] += typeof words === 'string' ? words : new TextDecoder().decode(words);
    },
    isTTY: given.tty ?? false,
  });
  return {
    stdin: (async function* () {
      yield typeof given.stdin === 'string' ? new TextEncoder().encode(given.stdin) : (given.stdin ?? new Uint8Array());
    })(),
    stdout: output('out'),
    stderr: output('err'),
    env: given.env ?? { LANG: 'en_GB.UTF-8' },
    ...(given.network && { network: given.network }),
    ...(given.patience && { patience: given.patience }),
    ...(given.interrupted && { interrupted: given.interrupted }),
    ...(given.sparing && { sparing: given.sparing }),
    ...(given.thorough && { thorough: given.thorough }),
    cwd: given.cwd ?? process.cwd(),
    asks: given.asks ?? false,
    out: () => written.out,
    err: () => written.err,
  };
}
