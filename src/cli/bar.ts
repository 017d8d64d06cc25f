/** A bar for work whose size is known: how far, how fast, how long yet. On a terminal only, once the work has lasted a second. */
import type { Voice } from '../language/voice.ts';
import { cut } from '../publishing/columns.ts';
import type { Output } from './io.ts';

export interface Bar {
  tell(done: number): Promise<void>;
  /** Takes the bar away, so that a message may stand there. */
  clear(): Promise<void>;
}

const WAIT_MS = 1000;
const STEP_MS = 200;
const CELLS = 24;

export function makeBar(err: Output, voice: Voice, all: number, now: () => number = () => performance.now()): Bar {
  const began = now();
  let last = began;
  let shown = false;
  return {
    async tell(done) {
      if (!err.isTTY) return;
      const at = now();
      if (at - began < WAIT_MS || at - last < STEP_MS) return;
      last = at;
      shown = true;
      const rate = done / ((at - began) / 1000);
      const share = all > 0 ? Math.min(1, done / all) : 0;
      const cells = Math.round(share * CELLS);
      const words = voice.label('bar', {
        done,
        all,
        rate: rate >= 10 ? Math.round(rate) : rate.toFixed(1),
        left: clock(rate > 0 ? (all - done) / rate : 0),
      });
      await err.write(`\r\u001b[K${cut(`${'█'.repeat(cells)}${'░'.repeat(CELLS - cells)} ${words}`, (err.columns ?? 80) - 1)}`);
    },
    async clear() {
      if (!shown) return;
      shown = false;
      await err.write('\r\u001b[K');
    },
  };
}

/** Seconds as `m:ss` or `h:mm:ss`. */
function clock(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  return s >= 3600 ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
}
