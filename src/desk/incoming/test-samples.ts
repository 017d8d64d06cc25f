/** For tests: an archive with some of the samples. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openArchive } from '../archive.ts';
import { loadLanguages, loadVoice } from '../languages.ts';
import { addDocuments } from './add.ts';

const samples = resolve(import.meta.dirname, '../../../samples');

/** @param holds parts of the names of the samples that are wanted. @param place of the file; in memory where it is left out. */
export async function sampleArchive(holds: readonly string[], place = ':memory:') {
  const archive = await openArchive(place, await loadVoice(), { create: true });
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  async function* documents() {
    for (const name of readdirSync(samples).sort())
      if (/\.(txt|html)$/.test(name) && holds.some((part) => name.includes(part)))
        yield { name, bytes: readFileSync(`${samples}/${name}`), from: `samples/${name}` };
  }
  const added = [];
  for await (const one of addDocuments(archive, documents(), { languages, sign: () => ({ who: 'test', when: '2026-01-02T03:04:05Z' }) }))
    if (one.how !== 'failed') added.push(one);
  return { archive, added };
}
