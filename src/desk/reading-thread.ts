/** What runs in a thread of `readers.ts`: takes documents, gives them back ready for the archive. */
import { parentPort } from 'node:worker_threads';
import { loadLanguage } from './languages.ts';
import type { Work } from './readers.ts';
import { makeReadyOf } from './ready.ts';

parentPort?.on('message', async ({ id, work }: { id: number; work: Work }) => {
  try {
    const languages = await Promise.all(work.languages.map(loadLanguage));
    const made = work.documents.map((document) => {
      const one = makeReadyOf(document, work.said, languages, work.signed);
      // Of their own, so that they are handed over and not copied.
      return { ...one, ready: { ...one.ready, bytes: new Uint8Array(one.ready.bytes), record: new Uint8Array(one.ready.record) } };
    });
    parentPort?.postMessage(
      { id, made },
      made.flatMap(({ ready }) => [ready.bytes.buffer, ready.record.buffer]),
    );
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
