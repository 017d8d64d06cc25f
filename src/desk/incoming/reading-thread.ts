/** What runs in a reading thread: takes documents, gives them back ready for the archive; or keeps a large one in the archive itself. */
import { parentPort } from 'node:worker_threads';
import { Fault } from '../../fault.ts';
import { loadLanguage } from '../languages.ts';
import type { LargeWork } from './large.ts';
import type { Work } from './readers.ts';
import { type Made, makeAllReady } from './ready.ts';

parentPort?.on('message', async ({ id, work, into }: { id: number; work: Work; into?: LargeWork['into'] }) => {
  try {
    const languages = await Promise.all(work.languages.map(loadLanguage));
    const made = await makeAllReady(work.documents, work.said, languages, work.signed);
    if (into !== undefined) {
      parentPort?.postMessage({ id, kept: await keep(into, made), told: made.map(countsOf) });
      return;
    }
    // Of their own, so that they are handed over and not copied.
    const own = made.map((one) => ({
      ...one,
      ready: { ...one.ready, bytes: new Uint8Array(one.ready.bytes), record: new Uint8Array(one.ready.record) },
    }));
    parentPort?.postMessage(
      { id, made: own },
      own.flatMap(({ ready }) => [ready.bytes.buffer as ArrayBuffer, ready.record.buffer as ArrayBuffer]),
    );
  } catch (error) {
    const fault = error instanceof Fault ? { code: error.code, problem: error.problem, cure: error.cure, values: error.values } : undefined;
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error), fault });
  }
});

async function keep(place: string, made: readonly Made[]) {
  const { openSqlite } = await import('../../archive/sqlite.ts');
  const archive = openSqlite(place, { create: false });
  try {
    return await archive.keepReady(made.map(({ ready }) => ready));
  } finally {
    await archive.close();
  }
}

function countsOf({ ready, errors, doubts }: Made) {
  const { kind } = ready.rows.document;
  return {
    ...(kind !== null && { kind }),
    talks: ready.rows.talks.length,
    statements: ready.rows.statements.length,
    low: ready.rows.document.low,
    errors,
    ...(doubts && { doubts }),
  };
}
