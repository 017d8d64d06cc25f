/** How the ledger spells a visitor for a reader of another language: as the archive holds it, once somebody has said that two names are one person. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { lineTitle } from '../../drawing/ledger.ts';
import { openArchive } from '../archive.ts';
import { addDocuments } from '../incoming/add.ts';
import { loadLanguages, loadVoice } from '../languages.ts';
import { makeLedger } from './ledger.ts';

vi.setConfig({ testTimeout: 60_000 });

test('the reader’s spelling stands first and the source’s beside it; without a decision only the source’s', async () => {
  const [english, japanese] = [await loadVoice('en'), await loadVoice('ja')];
  const archive = await openArchive(':memory:', english, { create: true });
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  const when = '2026-01-02T03:04:05Z';
  async function* documents() {
    for (const name of ['2010-11-13-ru-leaders.txt', '2010-11-13-ru-leaders-by-ru.txt'])
      yield { name, bytes: readFileSync(resolve(import.meta.dirname, '../../../samples', name)), from: name };
  }
  for await (const { how } of addDocuments(archive, documents(), { languages, sign: () => ({ who: 'test', when }) })) expect(how).not.toBe('failed');

  const titles = async (voice: typeof english) => {
    const { lines } = await makeLedger(archive, { dyad: 'JP-RU', asOf: '2010-12-01' }, voice);
    return lines.map((line) => lineTitle(line, voice)).sort();
  };
  expect(await titles(english)).toEqual(['Visit to Russia by Naoto Kan (head of government)', 'Visit to Russia by 菅 (head of government)']);

  const people = (await archive.entities({ kind: 'person', limit: 50 })).items;
  const id = (name: string) => people.find((one) => one.name === name)?.id as string;
  await archive.correct({ on: { of: 'archive' }, change: { set: 'same', names: [id('菅'), id('Naoto Kan')] }, who: 'test', when, why: 'one person' });
  expect((await titles(english)).join('\n')).toContain('Naoto Kan 菅 (head of government)');
  expect((await titles(japanese)).join('\n')).not.toContain('Naoto Kan 菅');
});
