/** The commands over the archive, each through the program's own door. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CALL, JOINT, PRESS, TALKS, TALKS_EDITED, TO_THE_PRESS } from '../archive/test-readouts.ts';
import { record } from '../record/schema.ts';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

// Each command loads all languages; a busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-archive-'));
});
beforeEach(() => {
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(join(cwd, 'folder/deep'), { recursive: true });
  writeFileSync(join(cwd, 'folder/talks.txt'), TALKS);
  writeFileSync(join(cwd, 'folder/deep/call.txt'), CALL);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const env = { LANG: 'en_GB.UTF-8', MEMCON_WHO: 'tester' };
async function memcon(...args: string[]) {
  const io = makeIo({ cwd, env: { ...env, MEMCON_ARCHIVE: 'a.memcon' } });
  return { status: await main(args, io), out: io.out(), err: io.err() };
}
async function json(...args: string[]) {
  const { status, out, err } = await memcon(...args, '--format', 'json');
  expect(err).toBe('');
  expect(status).toBe(STATUS.read);
  return JSON.parse(out);
}

test('a folder of mixed texts is sorted by kind', async () => {
  writeFileSync(join(cwd, 'folder/press.txt'), '甲野外務大臣会見記録\n令和13年3月4日\n【東西新報 川口記者】会談はどうでしたか。\n');
  writeFileSync(join(cwd, 'folder/none.txt'), '');
  const { out } = await memcon('add', 'folder');
  expect(out).toMatch(/\[press conference\] 甲野外務大臣会見記録\n/);
  expect((await json('list', '--kind', 'press-conference')).items.map((one: { name: string }) => one.name)).toEqual(['folder/press.txt']);
  expect((await json('list', '--kind', 'readout')).items.length).toBe(2);
  expect((await json('list', '--kind', 'readout,press-conference')).items.length).toBe(3);
  expect((await memcon('list')).out).toMatch(/\[press conference\] 甲野/);
  const { status, err } = await memcon('list', '--kind', 'poem');
  expect([status, err]).toEqual([STATUS.misuse, expect.stringMatching(/no kind of text "poem"[\s\S]*press-conference/)]);
  // It is no fault of the page that it holds no talks, and nothing is proposed to mend it; of one that nothing names, something is.
  const press = await memcon('read', 'folder/press.txt');
  expect([press.status, press.err]).toEqual([
    STATUS.noTalks,
    'memcon: A text of this kind records no talks: press conference, 甲野外務大臣会見記録\n',
  ]);
  writeFileSync(join(cwd, 'folder/joint.txt'), JOINT);
  expect((await memcon('read', 'folder/joint.txt')).err).toBe(
    'memcon: No talks are told in this text (joint statement): 日本国と英国との間の防災協力に関する共同声明\n',
  );
  writeFileSync(join(cwd, 'folder/harbour.txt'), '港は静かでした。船が出ました。\n');
  expect((await memcon('read', 'folder/harbour.txt')).err).toMatch(/No talks were found[\s\S]*--language/);
  expect((await memcon('read', 'folder/press.txt', '--explain')).out).toMatch(/press conference: its title says so \(会見記録\)[\s\S]*kinds\/title/);
});

describe('add', () => {
  test('a folder, then again, then one changed', async () => {
    expect(await json('add', 'folder')).toMatchObject({ added: 2, same: 0, failed: 0 });
    expect(await json('add', 'folder')).toMatchObject({ added: 0, same: 2 });
    writeFileSync(join(cwd, 'folder/talks.txt'), TALKS_EDITED);
    const { version, silent, items } = await json('add', 'folder');
    expect({ version, silent }).toEqual({ version: 1, silent: 1 });
    expect(items.find((one: { how: string }) => one.how === 'version').difference.lines).toEqual({ gone: 1, come: 1 });
  });

  test('one line a document where nobody watches', async () => {
    const { status, out, err } = await memcon('add', 'folder');
    expect(status).toBe(STATUS.read);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(2).split('  ').slice(1)),
    ).toEqual([
      ['added', '日英外相電話会談'],
      ['added', '日英外相会談(概要)'],
    ]);
    expect(err).toContain('2 added');
  });

  test('what cannot be opened is told, the rest goes in', async () => {
    mkdirSync(join(cwd, 'folder/none.txt'));
    writeFileSync(
      join(cwd, 'folder/noise.txt'),
      Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256),
    );
    expect(await json('add', 'folder')).toMatchObject({ added: 3, failed: 0, look: 1 });
  });
});

describe('list and show', () => {
  test('newest talks first; the record as it stands', async () => {
    await memcon('add', 'folder');
    const { items } = await json('list');
    expect(items.map((one: { title: string }) => one.title)).toEqual(['日英外相電話会談', '日英外相会談(概要)']);
    const shown = await json('show', items[1].id.slice(0, 8));
    expect(record.parse(shown).document.text).toBe(TALKS);
    expect((await memcon('show', items[1].id, '--source')).out).toBe(TALKS);
    expect((await memcon('list', '--dyad', 'jp-gb')).out.split('\n').length).toBe(3);
    expect((await json('list', '--dyad', 'JP-RU')).items).toEqual([]);
    expect((await json('list', '--from', '2018-06')).items.length).toBe(1);
  });
});

describe('search', () => {
  test('two-character words, facets, counts', async () => {
    await memcon('add', 'folder');
    const { total, items, facets } = await json('search', '拉致', '--side', 'own', '--count', 'act,side');
    expect(total).toBe(1);
    expect(items[0].quote.slice(...items[0].marks[0])).toBe('拉致');
    expect(facets.side.map(({ value, count }: { value: string; count: number }) => [value, count])).toEqual([
      ['other', 1],
      ['own', 1],
    ]);
    const { out } = await memcon('search', '"漁業協定"', '-拉致');
    expect(out).toMatch(/1 statement\b[\s\S]*日英外相電話会談[\s\S]*漁業協定の早期署名/);
    expect((await memcon('search', '拉致', '--color')).out).toContain('\u001b[7m拉致\u001b[27m');
  });

  test('texts that are no accounts of talks stand apart, with their kind and place', async () => {
    writeFileSync(join(cwd, 'folder/joint.txt'), JOINT);
    writeFileSync(join(cwd, 'folder/press.txt'), PRESS);
    await memcon('add', 'folder');
    const { total, texts, facets } = await json('search', '観測', '--count', 'textKind');
    expect([total, texts.total, texts.documents]).toEqual([0, 4, 2]);
    expect(facets.textKind.map(({ value, count }: { value: string; count: number }) => [value, count])).toEqual([
      ['press-conference', 3],
      ['joint-statement', 1],
    ]);
    const { out } = await memcon('search', '観測');
    expect(out).toMatch(
      /^0 statements\n[\s\S]*in texts that are no accounts of talks: 4 passages in 2 texts\n\n4 Mar 2018 {2}\[press conference\] 甲野外務大臣会見記録\n/,
    );
    expect(out).toMatch(/\n {2}2\(a\) {2}\(a\) 地震及び津波の早期警報に関する観測データの共有\n/);
    expect((await json('search', '観測', '--texts', '--text-kind', 'joint-statement')).items[0].passages[0].path).toBe('2(a)');
    expect((await memcon('search', '観測', '--texts', '--limit', '1')).out).toMatch(/\[press conference\][\s\S]*--cursor/);
    expect((await memcon('search', '拉致')).out).not.toContain('no accounts of talks');
  });
});

describe('correct, undo', () => {
  test('a statement by its place, talks by their id, a missing statement by its words', async () => {
    await memcon('add', 'folder');
    const [call, talks] = (await json('list')).items.map((one: { id: string }) => one.id);
    const { items } = await json('correct', talks, '1(1)', '--act', 'confirm', '--speakers', 'JP', '--why', 'only our side');
    expect(items.length).toBe(2);
    const at = async (path: string) => (await json('show', talks)).statements.filter((one: { path: string }) => one.path === path);
    expect(await at('1(1)')).toMatchObject([{ act: 'confirm', mode: 'one', rule: `correction/${items[1].id}` }]);
    expect((await json('show', talks, '--machine')).statements[0].act).toBe('agree');
    expect((await memcon('history', talks)).out).toMatch(/corrected +tester +k-\w+ .*speakers.*only our side/);
    await json('undo', items[0].id, '--why', 'it was agreed');
    expect((await at('1(1)'))[0].act).toBe('agree');
    expect((await memcon('undo', items[0].id, '--why', 'again')).err).toMatch(/undone already/);

    // Without a target it is the text that is of another kind.
    const { items: kinds } = await json('correct', talks, '--kind', 'transcript', '--why', 'a speech');
    expect((await json('list', '--kind', 'transcript')).items.map((one: { id: string }) => one.id)).toEqual([talks]);
    expect((await memcon('show', talks)).out).toContain('transcript: a person said so');
    await json('undo', kinds[0].id, '--why', 'it was none');
    expect((await memcon('correct', talks, '--kind', 'poem', '--why', 'x')).status).toBe(2);

    const record = await json('show', call);
    await json('correct', call, record.talks[0].id, '--level', 'leaders', '--duration', 'PT30M', '--why', 'told elsewhere');
    expect((await json('show', call)).talks[0]).toMatchObject({ level: 'leaders', duration: { duration: 'PT30M' } });
    await json('correct', call, '国際社会の諸課題', '--approve', '--why', 'looked at');
    await json('correct', call, '漁業協定の早期署名への期待', '--verb', '期待', '--act', 'intend', '--speakers', 'JP:甲野', '--why', 'missing');
    const promised = await json(
      'correct',
      call,
      '漁業協定の早期署名への期待',
      '--by',
      'GB',
      '--to',
      'JP',
      '--kind',
      'action',
      '--stage',
      'intended',
      '--due',
      '2018-06',
      '--why',
      'missed',
    );
    const added = (await json('show', call)).commitments.find(({ rule }: { rule: string }) => rule === `correction/${promised.items[0].id}`);
    expect(added).toMatchObject({
      kind: 'action',
      by: ['GB'],
      to: ['JP'],
      stage: 'intended',
      due: { edtf: '2018-06' },
      what: '漁業協定の早期署名への期待',
    });
    expect((await memcon('correct', call, '漁業協定の早期署名への期待', '--by', 'GB', '--why', 'what kind?')).err).toMatch(/kind/);
    await json('undo', promised.items[0].id, '--why', 'no promise');
    expect((await json('show', call)).commitments).toEqual(record.commitments);
    const [visit] = (await json('show', talks)).commitments;
    await json('correct', talks, visit.id, '--by', 'GB', '--to', 'JP', '--due', '2019-01/2019-06', '--stage', 'agreed', '--why', 'the other way');
    expect((await json('show', talks)).commitments[0]).toMatchObject({ by: ['GB'], to: ['JP'], due: { edtf: '2019-01/2019-06' }, stage: 'agreed' });
    await json('correct', call, record.talks[0].id, '--participants', 'JP:甲野:外務大臣,GB:ジョーンズ', '--form', 'telephone', '--why', 'who met');
    expect((await json('show', call)).talks[0]).toMatchObject({
      participants: [
        { name: '甲野', office: '外務大臣', party: 'JP' },
        { name: 'ジョーンズ', party: 'GB' },
      ],
      format: [{ value: 'telephone' }],
    });
    expect((await memcon('correct', talks, visit.id, '--due', 'soon', '--why', 'x')).err).toMatch(/due/);
    expect((await memcon('correct', '--reading', 'p-none,x', '--why', 'x')).err).toMatch(/p-none/);
    expect((await memcon('correct', '--part', 'n-none,2016-02-05', '--why', 'x')).err).toMatch(/n-none/);
    expect((await json('show', call)).statements.some((one: { quote: string }) => one.quote === '漁業協定の早期署名への期待')).toBe(true);
    expect((await json('correct', call, '--list')).items.length).toBe(6);
    expect((await json('correct', '--orphans')).items).toEqual([]);
    expect(await json('verify')).toMatchObject({ items: [], corrections: 13 });
  });

  test('a text that a person says is an account of talks is read as one', async () => {
    writeFileSync(join(cwd, 'folder/press.txt'), TO_THE_PRESS);
    await memcon('add', 'folder/press.txt');
    const [{ id: told }] = (await json('list', '--kind', 'other')).items;
    expect((await json('show', told)).talks).toEqual([]);
    const { items: said } = await json('correct', told, '--kind', 'readout', '--why', 'it tells of talks');
    expect((await json('show', told)).talks.length).toBe(1);
    await json('undo', said[0].id, '--why', 'it does not');
    expect((await json('show', told)).talks).toEqual([]);
  });

  test('a page whose words changed makes an orphan, listed', async () => {
    await memcon('add', 'folder');
    const [, talks] = (await json('list')).items.map((one: { id: string }) => one.id);
    await json('correct', talks, '1(1)', '--act', 'confirm', '--why', 'because');
    writeFileSync(join(cwd, 'folder/talks.txt'), TALKS_EDITED);
    await json('add', 'folder');
    expect((await json('correct', '--orphans')).items).toMatchObject([{ reason: 'words-gone' }]);
    expect((await json('list', '--look')).items.map((one: { orphans: number }) => one.orphans)).toEqual([1]);
    expect((await json('show', talks)).issues.at(-1).code).toBe('correction/orphan');
    expect((await json('history', talks)).versions.map((one: { silent: boolean }) => one.silent)).toEqual([false, true]);
    expect((await memcon('show', talks, '--version', '1', '--source')).out).toBe(TALKS);
  });
});

describe('remove and restore', () => {
  test('asks, and does nothing without a yes', async () => {
    await memcon('add', 'folder');
    const [id] = (await json('list')).items.map((one: { id: string }) => one.id);
    expect((await memcon('remove', id)).err).toMatch(/Add --yes/);
    for (const [answer, left] of [
      ['no\n', 2],
      ['', 2],
      ['y\n', 1],
    ] as const) {
      const io = makeIo({ cwd, env: { ...env, MEMCON_ARCHIVE: 'a.memcon' }, stdin: answer, asks: true });
      await main(['remove', id], io);
      expect((await json('list')).items.length).toBe(left);
    }
    expect((await json('list', '--removed')).items.map((one: { id: string }) => one.id)).toEqual([id]);
    expect((await memcon('restore', id)).status).toBe(STATUS.read);
    expect((await json('list')).items.length).toBe(2);
    expect(await json('verify')).toMatchObject({ items: [] });
  });
});

describe('reread', () => {
  test('shows what is read otherwise and keeps it only when told', async () => {
    await memcon('add', 'folder', '--published', '2012-01-02');
    expect(await json('reread')).toMatchObject({ looked: 2, changed: 0, kept: 0 });
    const { openSqlite } = await import('../archive/sqlite.ts');
    const archive = openSqlite(join(cwd, 'a.memcon'));
    const { items } = await archive.list();
    const id = items[0]?.id ?? '';
    const before = await archive.reading(id);
    if (!before) throw new Error('nothing there');
    // As an older reader would have had it.
    await archive.replace(
      id,
      1,
      { ...before, reader: { ...before.reader, version: '0.0.1' }, statements: before.statements.slice(1) },
      { who: 'x', when: '2031-01-01T00:00:00.000Z' },
    );
    await archive.close();
    expect(await json('reread')).toMatchObject({ looked: 2, changed: 1, kept: 0, items: [{ id, come: [{ quote: before.statements[0]?.quote }] }] });
    expect((await memcon('reread')).out).toContain(before.statements[0]?.quote);
    expect((await json('show', id)).statements.length).toBe(before.statements.length - 1);
    expect(await json('reread', '--yes')).toMatchObject({ changed: 1, kept: 1 });
    expect(await json('show', id)).toEqual(before);
  });
});

test('backup: a copy that verifies, never over another file', async () => {
  await memcon('add', 'folder');
  expect((await memcon('backup', 'copy.memcon')).status).toBe(STATUS.read);
  expect((await memcon('backup', 'copy.memcon')).err).toMatch(/There is a file/);
  expect(await json('verify', '--archive', 'copy.memcon')).toMatchObject({ documents: 2, items: [] });
});

describe('misuse is told with its cure, and the status is 2', () => {
  const rows: [args: string[], words: RegExp][] = [
    [['add'], /memcon add readouts/],
    [['list'], /no archive at .*a\.memcon/],
    [['show', 'd-1'], /no archive/],
    [['list', '--format', 'html'], /text, json/],
    [['correct', '--why', 'x'], /no archive/],
    [['undo', 'k-1'], /Add --why/],
  ];
  test.each(rows)('%j', async (args, words) => {
    const { status, err } = await memcon(...args);
    expect(status).toBe(STATUS.misuse);
    expect(err).toMatch(words);
  });

  test('of corrections', async () => {
    await memcon('add', 'folder');
    const [, talks] = (await json('list')).items.map((one: { id: string }) => one.id);
    for (const [args, words] of [
      [['1(1)', '--act', 'agree'], /Add --why/],
      [['1(1)', '--act', 'shout', '--why', 'x'], /change\.act/],
      [['1(1)', '--why', 'x'], /Nothing was said/],
      [['9(9)', '--act', 'agree', '--why', 'x'], /Nothing in the document is meant by "9\(9\)"/],
      [['5月9日', '--date', 'soon', '--why', 'x'], /change\.edtf/],
      [['両外相', '--topics', 'weather', '--why', 'x'], /change\.topics/],
      [['甲野', '--act', 'agree', '--why', 'x'], /more than once/],
      [['次官級協議', '--verb', '踊った', '--act', 'agree', '--why', 'x'], /do not stand in their place/],
    ] as const) {
      const { status, err } = await memcon('correct', talks, ...args);
      expect(err).toMatch(words);
      expect(status).toBe(STATUS.misuse);
    }
    expect((await json('correct', '--list')).items).toEqual([]);
  });

  test('with an archive', async () => {
    await memcon('add', 'folder');
    for (const [args, words] of [
      [['show', 'd-ffff'], /no document "d-ffff"/],
      [['show', 'd-'], /Several documents begin/],
      [['list', '--order', 'size'], /talks, added, title/],
      [['list', '--from', 'soon'], /"soon" is no date/],
      [['list', '--dyad', 'JP'], /JP-RU/],
      [['list', '--limit', '0'], /1 to 500/],
      [['list', '--cursor', '!'], /Leave --cursor out/],
      [['search', 'x', '--order', 'size'], /rank, newest, oldest/],
      [['search', 'x', '--within', 'page'], /statement, talks/],
      [['search', 'x', '--count', 'size'], /no facet "size"/],
      [['search', 'x', '--dyad', 'JP'], /JP-RU/],
      [['search', 'x', '--cursor', 'WzEsMiwzXQ'], /Leave --cursor out/],
      [['remove', 'd-ffff', '--yes'], /no document/],
      [['undo', 'k-none', '--why', 'x'], /no correction "k-none"/],
      [['correct', '--same', 'p-1,p-2', '--why', 'x'], /not two names of one kind/],
      [['correct', '--why', 'x'], /Nothing was said/],
    ] as const) {
      const { status, err } = await memcon(...args);
      expect(err).toMatch(words);
      expect(status).toBe(STATUS.misuse);
    }
  });
});
