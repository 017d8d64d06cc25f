/** What runs in an opening thread: takes files apart that were made by others, one at a time. Whoever asked may end it at any moment. */
import { parentPort } from 'node:worker_threads';
import { letterTables } from './letters.ts';
import type { Deeds, Job } from './opening.ts';

const DEEDS: { [D in keyof Deeds]: (job: Job<D>) => Promise<Deeds[D]['gives']> } = {
  source: async ({ bytes, mediaType, url }) => (await import('../intake/open.ts')).openSource(bytes, { mediaType, url, letterTables }),
  archive: async ({ bytes }) => {
    const { unpackZip } = await import('../intake/zip.ts');
    return unpackZip(bytes, (await import('../intake/endings.ts')).isReadable);
  },
  mail: async ({ bytes }) => (await import('../intake/mail.ts')).enclosedInMail(bytes),
  offer: async ({ bytes, url, encoding }) => (await import('../intake/feed.ts')).findOffer(bytes, url ?? '', encoding),
};

parentPort?.on('message', async (job: Job<keyof Deeds>) => {
  try {
    const given = await (DEEDS[job.deed] as (job: Job<keyof Deeds>) => Promise<unknown>)(job);
    parentPort?.postMessage({ given });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
