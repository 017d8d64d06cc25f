/** One round of bench/brief.mjs: a relation of so many readouts in memory, and what its brief takes, in processor time. */

import { openArchive } from '../src/desk/archive.ts';
import { briefRecord, briefWanted, makeBrief, publishBrief } from '../src/desk/following/brief.ts';
import { addDocuments } from '../src/desk/incoming/add.ts';
import { loadLanguages, loadVoice } from '../src/desk/languages.ts';
import { makeReadout } from './readouts.mjs';

const count = Number(process.argv[2] ?? 500);
const voice = await loadVoice('ja');
const archive = await openArchive(':memory:', voice, { create: true });
const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
async function* documents() {
  for (let n = 0; n < count; n++) {
    const { name, text } = makeReadout(n, 'ロシア');
    yield { name, bytes: new TextEncoder().encode(text), mediaType: 'text/plain' };
  }
}
for await (const _ of addDocuments(archive, documents(), { languages, sign: () => ({ who: 'bench', when: '2030-01-01T00:00:00Z' }) }));

/** Milliseconds of the processor: the first time, when nothing is warm, and the best of ten. */
async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < 11; i++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const [first = 0, ...rest] = times;
  console.log(
    `${String(count).padStart(8)}   ${what.padEnd(28)} ${first.toFixed(0).padStart(8)} ${Math.min(...rest)
      .toFixed(0)
      .padStart(8)}`,
  );
}

const day = '2030-01-01';
const wanted = briefWanted({}, day, voice);
await timed('what it is made of', () => briefRecord(archive, 'JP-RU', day, voice));
await timed('the brief, two pages', () => makeBrief(archive, 'JP-RU', wanted, voice));
const brief = await makeBrief(archive, 'JP-RU', wanted, voice);
for (const format of ['markdown', 'html', 'docx', 'pdf'] as const) await timed(`as ${format}`, () => publishBrief(brief, format, voice));
await archive.close();
