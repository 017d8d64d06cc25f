/** What runs in an opening process: takes files apart that were made by others, one at a time. Whoever asked may end it at any moment. */
import { Worker } from 'node:worker_threads';
import { letterTables } from './letters.ts';
import type { Deeds, Job } from './opening.ts';

const DEEDS: { [D in keyof Deeds]: (job: Job<D>) => Promise<Deeds[D]['gives']> } = {
  source: async ({ bytes, mediaType, url }) => (await import('../../intake/open.ts')).openSource(bytes, { mediaType, url, letterTables }),
  archive: async ({ bytes }) => {
    const { unpackZip } = await import('../../intake/zip.ts');
    return unpackZip(bytes, (await import('../../intake/endings.ts')).isReadable);
  },
  mail: async ({ bytes }) => (await import('../../intake/mail.ts')).enclosedInMail(bytes),
  offer: async ({ bytes, url, encoding }) => (await import('../../intake/feed.ts')).findOffer(bytes, url ?? '', encoding),
};

/** Buffers are no objects: a thread beside the parser looks how large the process is, and ends it with what it is doing. */
const WATCH = `
const { parentPort } = require('node:worker_threads');
let most = Infinity;
parentPort.on('message', (growth) => { most = process.memoryUsage.rss() + growth; });
setInterval(() => { if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL'); }, 100);
`;
const watch = new Worker(WATCH, { eval: true });

process.on('message', async (job: Job<keyof Deeds>) => {
  watch.postMessage(job.growth);
  try {
    const given = await (DEEDS[job.deed] as (job: Job<keyof Deeds>) => Promise<unknown>)(job);
    process.send?.({ given });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});
// Nobody asks any more.
process.on('disconnect', () => process.exit());
