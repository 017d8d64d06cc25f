/** Words of texts that are no accounts of talks: found, cited, shown at their place. */
import { beforeAll, expect, test } from 'vitest';
import { JOINT, PRESS } from '../archive/test-readouts.ts';
import { testArchive } from './test-archive.ts';

let site: Awaited<ReturnType<typeof testArchive>>;
beforeAll(async () => {
  site = await testArchive('2010-11-13-ru');
  for (const text of [JOINT, PRESS]) await site.send('/ja/add', { words: text });
}, 60_000);
const page = async (path: string) => (await site.ask(path)).text();
const Q = encodeURIComponent('観測');

test('passages stand apart from statements, with kind and citation', async () => {
  const found = await page(`/en/search?q=${Q}`);
  expect(found).toMatch(/No statement holds “観測”/);
  expect(found).toMatch(/In texts that are no accounts of talks.*4 passages in 2 texts/s);
  expect(found).toMatch(/press conference.*<q class="words" lang="ja">[^/]*津波の<mark class="found">観測<\/mark>/s);
  expect(found).toMatch(/href="\/en\/readouts\/d-[0-9a-f]+\?at=\d+-\d+#e-\d+-\d+">2\(a\)<\/a>/);
  // The kinds are a facet over both.
  expect(found).toMatch(/name="textKind" value="press-conference"/);
  expect(await page(`/en/search?q=${Q}&textKind=joint-statement`)).toMatch(/1 passage in 1 text/);
  expect(await page(`/ja/search?q=${encodeURIComponent('領土')}`)).not.toMatch(/id="texts"/);
});

test('all of them have a page of their own, and the way back to statements', async () => {
  const only = await page(`/ja/search?q=${Q}&in=texts`);
  expect(only).toMatch(/<h2><a href="\/ja\/search\?q=[^"&]+">発言0件<\/a><\/h2>/);
  expect(only).toMatch(/\/api\/v1\/search\/texts\?q=/);
  expect(await page(`/en/search?q=${Q}&in=texts&side=own`)).toMatch(/No other text holds “観測”/);
});

test('the link leads to the words, marked, and they are cited as a statement is', async () => {
  const [, path = ''] = /href="(\/en\/readouts\/d-[^"]+)">2\(a\)</.exec(await page(`/en/search?q=${Q}`)) ?? [];
  const [address = '', place = ''] = path.split('#');
  const shown = await page(address);
  // The number and the words of an item stand apart: both are marked, the first has the id.
  expect(shown.match(new RegExp(`id="${place}"`, 'g'))).toHaveLength(1);
  expect(shown).toMatch(
    /<mark class="found" id="e-\d+-\d+">\(a\) ?<\/mark>.*<mark class="found">地震及び津波の早期警報に関する観測データの共有<\/mark>/s,
  );
  const cited = await page(`${address.replace('?', '/cite?')}`);
  expect(cited).toMatch(/<q lang="ja">\(a\) 地震及び津波.*<span class="note">2\(a\)<\/span>/s);
  expect(cited).toMatch(/防災協力に関する共同声明.*2\(a\)/s);
  expect(await page(`${address.replace(/at=.*/, 'at=9-99999')}`)).not.toContain('<mark');
});

test('what the front page counts as other texts it leads to; a list takes several kinds', async () => {
  expect(await page('/en/')).toMatch(/href="\/en\/readouts\?kind=joint-statement&amp;kind=press-conference[^"]*">2 other texts/);
  const others = await page('/en/readouts?kind=joint-statement&kind=press-conference');
  expect(others).toMatch(/防災協力に関する共同声明.*甲野外務大臣会見記録|甲野外務大臣会見記録.*防災協力に関する共同声明/s);
  expect(others).not.toMatch(/<article[^>]*>.*横浜APEC/s);
  expect(others).toMatch(/name="kind" value="joint-statement" checked/);
});
