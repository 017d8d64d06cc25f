/**
 * A large document is read and kept in a thread of its own, so that a server answers meanwhile. One at a time: each takes as
 * much memory as it is large many times over, which goes when its thread ends.
 */
import type { Kept } from '../../archive/archive.ts';
import { Fault } from '../../fault.ts';
import type { OpenArchive } from '../archive.ts';
import type { Work } from './readers.ts';
import { type Doubt, type Made, makeAllReady } from './ready.ts';
import { startThread } from './threads.ts';

export interface LargeWork extends Work {
  /** Path of the archive. */
  readonly into: string;
}

/** What became of a document, without its rows. */
export interface LargeKept {
  readonly kept: Kept;
  readonly told: {
    readonly kind?: string;
    readonly talks: number;
    readonly statements: number;
    readonly low: number;
    readonly errors: readonly string[];
    readonly doubts?: readonly Doubt[];
  };
}

let last: Promise<unknown> = Promise.resolve();

/** @throws Fault `archive/…` as keeping does. */
export function keepLarge(archive: OpenArchive, work: Work, languages: Parameters<typeof makeAllReady>[2]): Promise<LargeKept> {
  const mine = last.then(() => (archive.place === ':memory:' ? here(archive, work, languages) : beside(archive, work)));
  last = mine.catch(() => {});
  return mine;
}

async function beside(archive: OpenArchive, work: Work): Promise<LargeKept> {
  const kept = await inThread({ ...work, into: archive.place });
  await archive.wroteBeside();
  return kept;
}

/** An archive in memory has one connection, so that only this thread can write to it. */
async function here(archive: OpenArchive, work: Work, languages: Parameters<typeof makeAllReady>[2]): Promise<LargeKept> {
  const [made] = (await makeAllReady(work.documents.slice(0, 1), work.said, languages, work.signed)) as [Made];
  const [kept] = await archive.keepReady([made.ready]);
  const { talks, statements, document } = made.ready.rows;
  return {
    kept: kept as Kept,
    told: {
      ...(document.kind !== null && { kind: document.kind }),
      talks: talks.length,
      statements: statements.length,
      low: document.low,
      errors: made.errors,
      ...(made.doubts && { doubts: made.doubts }),
    },
  };
}

interface Answer {
  readonly kept?: readonly Kept[];
  readonly told?: readonly LargeKept['told'][];
  readonly error?: string;
  readonly fault?: Pick<Fault, 'code' | 'problem' | 'cure' | 'values'>;
}

function inThread({ into, ...work }: LargeWork): Promise<LargeKept> {
  const worker = startThread('reading-thread');
  return new Promise<LargeKept>((done, fail) => {
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('the reading thread ended')));
    worker.on('message', ({ kept, told, error, fault }: Answer) => {
      const [one, counts] = [kept?.[0], told?.[0]];
      if (one && counts) done({ kept: one, told: counts });
      else fail(fault ? new Fault(fault.code, fault.problem, fault.cure, fault.values) : new Error(error));
    });
    worker.postMessage({ id: 0, work, into });
  }).finally(() => worker.terminate());
}
