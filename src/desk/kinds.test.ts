/** Talks of a text that a person says is an account of them after all. */
import { expect, test } from 'vitest';
import { TO_THE_PRESS } from '../archive/test-readouts.ts';
import { openArchive } from './archive.ts';
import { addDocuments } from './incoming/add.ts';
import { rereadDocuments } from './incoming/reread.ts';
import { loadLanguages, loadVoice } from './languages.ts';

async function openOne() {
  const archive = await openArchive(':memory:', await loadVoice(), { create: true });
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  let clock = 0;
  const sign = () => ({ who: 'tester', when: new Date(Date.UTC(2031, 3, 1) + clock++ * 1000).toISOString() });
  const add = async (text: string) => {
    const document = { name: 'berg.txt', from: '/berg.txt', bytes: new TextEncoder().encode(text), mediaType: 'text/plain' };
    for await (const one of addDocuments(archive, [document], { languages, sign, alone: true })) if (one.how !== 'failed') return one;
    throw new Error('not added');
  };
  const { id } = await add(TO_THE_PRESS);
  const say = (kind: 'readout' | 'statement') =>
    archive.correct({ document: id, on: { of: 'document' }, change: { set: 'kind', kind }, ...sign(), why: 'I was there' });
  const held = async () => {
    const standing = await archive.standing(id);
    return [standing?.reading.document.kind?.value, standing?.reading.talks.length, standing?.reading.statements.length];
  };
  return { archive, languages, sign, add, id, say, held };
}

test('the talks and statements are read, those of no other document, and left aside again when it is undone', async () => {
  const { archive, id, sign, say, held } = await openOne();
  expect(await held()).toEqual(['other', 0, 0]);
  const made = await say('readout');
  const [kind, talks, statements] = await held();
  expect([kind, talks]).toEqual(['readout', 1]);
  expect(statements).toBeGreaterThan(0);
  // What the machine takes it for is not what the person says.
  expect((await archive.reading(id))?.document.kind?.value).toBe('other');
  expect((await archive.search({ words: 'port' })).total).toBeGreaterThan(0);
  await archive.correct({ document: id, on: { of: 'document' }, change: { set: 'undone', correction: made.id }, ...sign(), why: 'not I' });
  expect(await held()).toEqual(['other', 0, 0]);
});

test('a kind that holds no talks lets none be read, and a day of publication reads nothing again', async () => {
  const { archive, id, sign, say, held } = await openOne();
  await say('statement');
  expect(await held()).toEqual(['statement', 0, 0]);
  const before = (await archive.happenings({ document: id })).items.length;
  await archive.correct({ document: id, on: { of: 'document' }, change: { set: 'published', edtf: '2031-03-08' }, ...sign(), why: 'it says so' });
  expect((await archive.happenings({ document: id })).items.map(({ kind }) => kind)).not.toContain('reread');
  expect((await archive.happenings({ document: id })).items.length).toBe(before + 1);
});

test('a reading again and a new version keep to it', async () => {
  const { archive, languages, add, id, say, held } = await openOne();
  await say('readout');
  for await (const one of rereadDocuments(archive, [id], { languages })) expect([one.same, one.gone]).toEqual([true, []]);
  expect(await add(`${TO_THE_PRESS} He thanked Minister Maeda.`)).toMatchObject({ how: 'version', n: 2 });
  expect(await held()).toMatchObject(['readout', 1, expect.any(Number)]);
});
