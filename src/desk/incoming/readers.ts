/** Threads that read documents side by side: reading is most of the work of adding. */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Signed } from '../../archive/archive.ts';
import type { Document, Made, Said } from './ready.ts';
import { startThread } from './threads.ts';

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

function open(): Thread {
  const worker = startThread('reading-thread');
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
