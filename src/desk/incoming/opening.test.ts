/** A parser that loops or grows is ended, and its file is kept: by the desk, on the command line, while watching, in a server. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { makeZip } from '../../intake/test-docx.ts';
import { makePdf } from '../../intake/test-pdf.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What stands in the place of the parsers for the next files; undefined for the parsers themselves. */
let parser: string | undefined;
const LOOPS = 'for (;;);';
const GROWS = 'const all = []; for (;;) all.push(new Array(1000).fill(all.length));';
const MAPS = 'const all = new Map(); for (let i = 0; ; i++) all.set(String(i), { i });';
const SWELLS = 'const all = []; for (;;) all.push(Buffer.alloc(1 << 20, 1));';
const ENDS = 'process.exit(0);';
const cwd = mkdtempSync(join(tmpdir(), 'memcon-opening-'));
vi.mock('./processes.ts', async (original) => {
  const real = await original<typeof import('./processes.ts')>();
  const startProcess: typeof real.startProcess = (name, objects) => {
    if (parser === undefined) return real.startProcess(name, objects);
    // The watch of the process is its own; only the parser is another.
    const program = readFileSync(join(import.meta.dirname, 'opening-process.ts'), 'utf8');
    const watch = /const WATCH = `([^`]*)`/.exec(program)?.[1];
    const file = join(cwd, `parser-${Math.random()}.cjs`);
    writeFileSync(
      file,
      `const { Worker } = require('node:worker_threads');
const watch = new Worker(${JSON.stringify(watch)}, { eval: true });
process.on('message', (job) => { watch.postMessage(job.growth); setTimeout(() => { ${parser} }, 100); });
process.on('disconnect', () => process.exit());`,
    );
    return real.fork(file, [`--max-old-space-size=${objects}`]);
  };
  return { startProcess };
});

const { GivenUp, OPENING_LIMITS, openApart } = await import('./opening.ts');
const { readFileBytes } = await import('./open.ts');
const { openSource } = await import('../../files-guarded.ts');
const { loadLanguages } = await import('../languages.ts');

const pdf = makePdf([[{ x: 40, y: 60, text: '日豪外相会談', size: 12 }]]);
const SHORT = { milliseconds: 600, perMegabyte: 0, objects: 64, growth: 300 };
const LONG = { ...OPENING_LIMITS };
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
beforeEach(async () => {
  parser = undefined;
  Object.assign(OPENING_LIMITS, LONG);
});

/** From here on the parsers are these, and there is no process left with others. */
async function putIn(words: string): Promise<void> {
  parser = undefined;
  Object.assign(OPENING_LIMITS, { ...LONG, milliseconds: 0, perMegabyte: 0 });
  // Two processes at most are idle.
  for (let i = 0; i < 2; i++) await Promise.allSettled([openApart({ deed: 'source', bytes: pdf }), openApart({ deed: 'source', bytes: pdf })]);
  parser = words;
  Object.assign(OPENING_LIMITS, SHORT);
}

test.each([
  ['loops', LOOPS, 'intake/too-slow', { seconds: '1' }],
  ['grows', GROWS, 'intake/too-much-memory', { megabytes: '64' }],
  ['fills a map', MAPS, 'intake/too-much-memory', { megabytes: '64' }],
  ['swells', SWELLS, 'intake/too-much-memory', { megabytes: '300' }],
])('a parser that %s', async (_, words, code, values) => {
  await putIn(words);
  if (code === 'intake/too-much-memory') Object.assign(OPENING_LIMITS, { milliseconds: 30_000 });
  const fault = await openApart({ deed: 'source', bytes: pdf }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(GivenUp);
  expect((fault as InstanceType<typeof GivenUp>).issue).toMatchObject({ code, severity: 'error', values });
});

test('a process that ends by itself is an error, and the next file gets another', async () => {
  await putIn(ENDS);
  await expect(openApart({ deed: 'source', bytes: pdf })).rejects.toThrow('ended');
  parser = undefined;
  Object.assign(OPENING_LIMITS, LONG);
  expect((await openApart({ deed: 'source', bytes: pdf })).text).toContain('日豪外相会談');
});

test('for users of the library on Node too, within limits of their own', async () => {
  await putIn(LOOPS);
  Object.assign(OPENING_LIMITS, { milliseconds: 30_000 });
  const { text, issues, mediaType } = await openSource(pdf, { limits: { milliseconds: 1_200 } });
  expect([text, issues.map(({ code, values }) => [code, values?.seconds]), mediaType]).toEqual(['', [['intake/too-slow', '2']], 'application/pdf']);
  expect((await openSource(new TextEncoder().encode('両外相は一致した。'))).text).toBe('両外相は一致した。');
});

test('a larger file has more time', async () => {
  await putIn(LOOPS);
  Object.assign(OPENING_LIMITS, { milliseconds: 300, perMegabyte: 200 });
  const bytes = new Uint8Array(2 * 1024 * 1024);
  const fault = await openApart({ deed: 'source', bytes }).catch((error: unknown) => error);
  expect((fault as Error).message).toContain('0.7 seconds');
});

test('more files than processes wait their turn, and one that is given up holds up no other', async () => {
  await putIn(LOOPS);
  const all = await Promise.allSettled([1, 2, 3, 4, 5].map(() => openApart({ deed: 'source', bytes: pdf })));
  expect(all.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  parser = undefined;
  Object.assign(OPENING_LIMITS, LONG);
  const good = await Promise.all([1, 2, 3, 4, 5].map(() => openApart({ deed: 'source', bytes: pdf })));
  expect(good.map(({ text }) => text.includes('会談'))).toEqual(Array(5).fill(true));
});

test('a file that was given up is a record that says so; text and small pages need no process', async () => {
  const languages = await loadLanguages();
  await putIn(LOOPS);
  const reading = await readFileBytes(pdf, { languages });
  expect(reading.issues.map(({ code }) => code)).toEqual(['intake/too-slow']);
  expect(reading.document.source).toMatchObject({ mediaType: 'application/pdf' });
  expect((await readFileBytes(new TextEncoder().encode('<p>日豪外相会談</p>'), { languages })).document.text).toContain('会談');
  const large = new TextEncoder().encode(`<p>${'会談。'.repeat(200_000)}</p>`);
  expect((await readFileBytes(large, { languages })).issues.map(({ code }) => code)).toEqual(['intake/too-slow']);
});

test('on the command line: read, add and verify', async () => {
  const [{ main }, { makeIo }] = await Promise.all([import('../../cli/main.ts'), import('../../cli/test-io.ts')]);
  const memcon = async (...args: string[]) => {
    const io = makeIo({ cwd, env: { LANG: 'en_GB.UTF-8', MEMCON_WHO: 'tester', MEMCON_ARCHIVE: 'a.memcon' } });
    return { status: await main(args, io), out: io.out(), err: io.err() };
  };
  writeFileSync(join(cwd, 'loops.pdf'), pdf);
  writeFileSync(join(cwd, 'loops.zip'), makeZip({ 'a.txt': '日豪外相会談' }));
  writeFileSync(
    join(cwd, 'good.txt'),
    '日豪外相会談\n平成31年2月3日\n2月3日、甲野外務大臣は、スミス豪外務大臣と会談を行い、両外相は、連携していくことで一致した。\n',
  );
  await putIn(LOOPS);
  expect((await memcon('read', 'loops.pdf')).err).toContain('reading it was given up after 1 s');
  const added = JSON.parse((await memcon('add', 'loops.pdf', 'loops.zip', 'good.txt', '--format', 'json')).out);
  expect(added.items.map(({ how, errors }: { how: string; errors: string[] }) => [how, errors])).toEqual([
    ['added', ['intake/too-slow']],
    ['added', ['intake/too-slow']],
    ['added', []],
  ]);
  expect((await memcon('verify')).status).toBe(0);
  // A program that does better reads them again from the bytes that were kept.
  parser = undefined;
  Object.assign(OPENING_LIMITS, LONG);
  expect((await memcon('reread', '--yes')).status).toBe(0);
  expect(JSON.parse((await memcon('list', '--format', 'json')).out).items.map(({ title }: { title?: string }) => title)).toContain('日豪外相会談');
});

test('in a server: the file is kept, and other requests are answered meanwhile', async () => {
  const { openTestApi } = await import('../../api/test-desk.ts');
  const { ask, desk } = await openTestApi();
  await putIn(LOOPS);
  Object.assign(OPENING_LIMITS, { milliseconds: 2_000 });
  const form = new FormData();
  form.append('file', new File([new Uint8Array(pdf)], 'loops.pdf'));
  let over = false;
  const added = ask('/documents', { method: 'POST', body: form }).finally(() => {
    over = true;
  });
  await ask('/totals');
  expect(over).toBe(false);
  expect(JSON.parse(await (await added).text()).items[0]).toMatchObject({ how: 'added', errors: ['intake/too-slow'] });
  await desk.archive.close();
});

test('while watching: a page of links and a document behind a link', async () => {
  const [{ main }, { makeIo }, { openTestNetwork }] = await Promise.all([
    import('../../cli/main.ts'),
    import('../../cli/test-io.ts'),
    import('./fetch/test-network.ts'),
  ]);
  const FEED = '<rss version="2.0"><channel><item><title>日豪外相会談</title><link>http://mofa.example/a.pdf</link></item></channel></rss>';
  const network = await openTestNetwork({ 'mofa.example': [['93.184.216.34']] }, (request, response) => {
    if (request.url === '/feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(FEED);
    else if (request.url === '/a.pdf') response.writeHead(200, { 'content-type': 'application/pdf' }).end(Buffer.from(pdf));
    else response.writeHead(404).end();
  });
  const watch = async () => {
    const io = makeIo({
      cwd,
      network,
      patience: { now: () => 0, wait: async () => {} },
      env: { LANG: 'en_GB.UTF-8', MEMCON_WHO: 'tester', MEMCON_ARCHIVE: 'w.memcon' },
    });
    return { status: await main(['watch', 'http://mofa.example/feed'], io), out: io.out(), err: io.err() };
  };
  try {
    await putIn(LOOPS);
    const first = await watch();
    expect(first.status).toBe(1);
    expect(first.err).toContain('took too long and was given up');
    // A parser that knows feeds and loops at files.
    await putIn(
      `const { deed } = job; if (deed === 'offer') process.send({ given: { kind: 'feed', items: [{ url: 'http://mofa.example/a.pdf', title: 'x' }] } }); else for (;;);`,
    );
    const second = await watch();
    expect(second.out).toContain('reading it was given up after');
  } finally {
    await network.close();
  }
});
