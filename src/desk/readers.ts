/** Threads that read documents side by side: reading is most of the work of adding. */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Signed } from '../archive/archive.ts';
import type { Document, Made, Said } from './ready.ts';

/** True in a build, where esbuild puts it in; a checkout has no such name. */
declare const MEMCON_BUILT: boolean | undefined;
const built = typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT;

/** More threads than these would have the writer wait for none of them. */
const MOST = 4;

export interface Work {
  readonly languages: readonly string[];
  readonly said: Said;
  readonly signed: Signed;
  readonly documents: readonly Document[];
}

export interface Readers {
  /** Reads some documents in the thread with the least to do. */
  read(work: Work): Promise<Made[]>;
  close(): Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, { done(made: Made[]): void; fail(error: unknown): void }>;
}

export function openReaders(): Readers {
  const threads = Array.from({ length: Math.min(MOST, availableParallelism()) }, open);
  let next = 0;
  return {
    read(work) {
      const thread = threads.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least));
      const id = next++;
      return new Promise((done, fail) => {
        thread.waiting.set(id, { done, fail });
        thread.worker.postMessage({ id, work });
      });
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** A thread that reads; `reading-thread.ts` is what runs in it. */
export function startThread(): Worker {
  if (built) return new Worker(fileURLToPath(new URL('./memcon-reading-thread.js', import.meta.url)));
  // A thread of a checkout learns TypeScript first.
  const [loader, file] = [
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
    new URL('./reading-thread.ts', import.meta.url).href,
  ];
  return new Worker(
    `import(${JSON.stringify(pathToFileURL(loader).href)}).then(({ register }) => { register(); return import(${JSON.stringify(file)}); });`,
    {
      eval: true,
    },
  );
}

function open(): Thread {
  const worker = startThread();
  const thread: Thread = { worker, waiting: new Map() };
  worker.on('message', ({ id, made, error }: { id: number; made?: Made[]; error?: string }) => {
    const waiting = thread.waiting.get(id);
    thread.waiting.delete(id);
    if (made) waiting?.done(made);
    else waiting?.fail(new Error(error));
  });
  worker.on('error', (error) => {
    for (const waiting of thread.waiting.values()) waiting.fail(error);
    thread.waiting.clear();
  });
  return thread;
}
