import type { Voice } from '../language/voice.ts';
import type { Output } from './io.ts';

export interface Progress {
  tell(read: number, name: string): Promise<void>;
  /** A message among the progress, on a line of its own. */
  aside(words: string): Promise<void>;
  end(read: number, withTalks: number): Promise<void>;
}

const WAIT_MS = 1000;
const STEP_MS = 200;

/** A line that counts, on a terminal only and only once the work has lasted a second. */
export function makeProgress(err: Output, voice: Voice, now: () => number = () => performance.now()): Progress {
  const began = now();
  let last = began;
  let shown = false;
  const clear = async () => {
    if (shown) await err.write('\r\u001b[K');
  };
  return {
    async tell(read, name) {
      if (!err.isTTY) return;
      const at = now();
      if (at - began < WAIT_MS || at - last < STEP_MS) return;
      last = at;
      shown = true;
      await err.write(`\r\u001b[K${voice.label('progress', { n: read, name: name.replace(/\p{C}/gu, '?').slice(-50) })}`);
    },
    async aside(words) {
      await clear();
      await err.write(words);
    },
    async end(read, withTalks) {
      if (!shown) return;
      await clear();
      await err.write(`${voice.label('progressDone', { n: read, m: withTalks })}\n`);
    },
  };
}
