/**
 * Import and search: how fast readouts come into an archive and how it grows; then search over all their statements, beside raw FTS5,
 * flexsearch and MiniSearch on the same questions, with the completeness of their answers.
 *
 *   npm run bench -- archive [--quick] [--documents N]
 *
 * 100,000 readouts and 1,150,000 statements take some minutes and three gigabytes of a temporary folder, which is removed again.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundled } from './bundled.mjs';
import { makeReadout } from './readouts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
const quick = process.argv.includes('--quick');
const at = process.argv.indexOf('--documents');
const most = at > 0 ? Number(process.argv[at + 1]) : quick ? 3_000 : 100_000;
/** What the libraries in memory are given: more does not fit beside them. */
const ROWS = quick ? 20_000 : 100_000;

if (!existsSync(join(here, 'node_modules', 'minisearch')))
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const require = createRequire(join(root, 'package.json'));
const benched = createRequire(join(here, 'package.json'));

const folder = mkdtempSync(join(tmpdir(), 'memcon-archive-bench-'));
const say = (line = '') => process.stdout.write(`${line}\n`);
const number = (value) => Math.round(value).toLocaleString('en');
const megabytes = (bytes) => `${number(bytes / 1e6)} MB`;
process.on('SIGINT', () => process.exit(130));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}`);
say();

// ── Import ─────────────────────────────────────────────────────────────────
say('documents    seconds   documents/s   processor s   peak memory   archive   of which texts   bytes/document');
const program = join(root, 'dist', 'memcon.js');
let archive = '';
for (const count of [most / 100, most / 10, most].map(Math.round)) {
  const input = join(folder, `in-${count}`);
  mkdirSync(input);
  let bytes = 0;
  for (let n = 0; n < count; n++) {
    const { name, text } = makeReadout(n);
    bytes += Buffer.byteLength(text);
    writeFileSync(join(input, name), text);
  }
  archive = join(folder, `${count}.memcon`);
  const began = performance.now();
  const peak = pathToFileURL(join(here, 'peak.mjs')).href;
  const { status, stderr } = spawnSync(process.execPath, ['--import', peak, program, 'add', input, '--archive', archive], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`memcon add ended with ${status}: ${stderr.slice(-2000)}`);
  const [kilobytes, milliseconds] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  const { size } = statSync(archive);
  say(
    [
      number(count).padStart(9),
      seconds.toFixed(1).padStart(9),
      number(count / seconds).padStart(12),
      (milliseconds / 1000).toFixed(0).padStart(12),
      megabytes(kilobytes * 1024).padStart(13),
      megabytes(size).padStart(10),
      megabytes(bytes).padStart(14),
      number(size / count).padStart(14),
    ].join(' '),
  );
  rmSync(input, { recursive: true });
  if (count !== most) rmSync(archive);
}
say();

// ── Search ─────────────────────────────────────────────────────────────────
const { openSqlite } = await bundled(['archive/sqlite']);
const memcon = openSqlite(archive, { create: false });
const { statements } = await memcon.totals();
const Database = require('better-sqlite3');
const raw = new Database(archive, { readonly: true });
const quotes = raw.prepare('SELECT key, quote FROM statement ORDER BY key');

const FACETS = ['dyad', 'side', 'family', 'act', 'topic', 'person', 'level', 'kind', 'language', 'year', 'withheld', 'part'];
const KINDS = {
  'words of two signs': ['拉致', '一致', '首脳', '投資', '領土', '交渉', '招待', '震災', '原則', '条約', '協定', '支援'],
  phrases: ['受入れ可能な解決策', '経済連携協定', '刑事共助条約', '国連安保理改革', '次官級協議', '自動車関税の引下げ', '緊密に連携', '前向きに検討'],
  'two words together': ['拉致 一致', '協定 交渉', '首脳 招待', '条約 歓迎', '支援 謝意'],
  'what is not there': ['謎語', '熊猫', '宇宙人', '火星探査', '海王星'],
};
const signs = (form) => [...form.replace(/\s/g, '')];
const bigrams = (text) =>
  text.split(/[^\p{L}\p{N}]+/u).flatMap((run) =>
    signs(run).length < 2
      ? signs(run)
      : signs(run)
          .slice(1)
          .map((sign, i) => signs(run)[i] + sign),
  );

/** Every row a question should find, by looking at all of them. */
const truth = new Map();
for (const words of Object.values(KINDS).flat()) truth.set(words, { all: 0, rows: 0 });
let row = 0;
for (const { quote } of quotes.iterate()) {
  for (const [words, count] of truth)
    if (words.split(' ').every((word) => quote.includes(word))) {
      count.all++;
      if (row < ROWS) count.rows++;
    }
  row++;
}

say(`Search over ${number(statements)} statements: milliseconds, median and 95th percentile of all questions of a kind`);
say('                                          median      95th   complete');
const figure = (name, times, complete) => {
  times.sort((a, b) => a - b);
  say(
    `${name.padEnd(40)} ${times[times.length >> 1].toFixed(2).padStart(8)} ${times[Math.min(times.length - 1, Math.floor(times.length * 0.95))].toFixed(2).padStart(9)}   ${complete}`,
  );
};
const rounds = quick ? 5 : 25;
const everything = [];
/** The index keeps the hits of the last words, so that asking again is cheaper than asking. */
const firsts = [];

/** @param ask gives how many it found, and whether that is a lower bound. */
async function measure(name, of, ask, note = '') {
  for (const [kind, questions] of Object.entries(KINDS)) {
    const times = [];
    let right = 0;
    let all = 0;
    for (const words of questions) {
      const asked = performance.now();
      await ask(words);
      if (name.startsWith('Memcon')) firsts.push(performance.now() - asked);
      let found = 0;
      for (let i = 0; i < rounds; i++) {
        const began = performance.now();
        found = await ask(words);
        times.push(performance.now() - began);
      }
      const wanted = truth.get(words)[of];
      right += Math.min(found, wanted);
      all += wanted;
    }
    if (name.startsWith('Memcon')) everything.push(...times);
    figure(`  ${kind}`, times, all === 0 ? '—' : `${Math.floor((right / all) * 100)} %${note}`);
  }
}

say('Memcon, first page of 50, hits marked, twelve facets counted');
await measure('Memcon', 'all', async (words) => {
  const { total } = await memcon.search({ words, count: FACETS });
  return total;
});
const filtered = [];
for (const facets of [
  { side: ['own'] },
  { dyad: ['JP-RU'] },
  { dyad: ['JP-KE'], act: ['agree'] },
  { year: ['2010'], withheld: ['no'] },
  { topic: ['economy'], side: ['joint'] },
])
  for (const words of ['', '拉致', '一致', '"受入れ可能な解決策"']) {
    await memcon.search({ words, facets, count: FACETS });
    for (let i = 0; i < rounds; i++) {
      const began = performance.now();
      await memcon.search({ words, facets, count: FACETS });
      filtered.push(performance.now() - began);
    }
  }
everything.push(...filtered);
figure('  filtered by facets', filtered, '—');
figure('  all of these', everything, '');
figure('  words asked for the first time', firsts, '');

say('raw FTS5 on the same grams, 50 best by bm25, no facets, no marks');
{
  const best = raw.prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 50').pluck();
  const count = raw.prepare('SELECT count(*) FROM words WHERE words MATCH ?').pluck();
  await measure('FTS5', 'all', async (words) => {
    const match = words
      .split(' ')
      .map((word) => `"${bigrams(word).join(' ')}"`)
      .join(' AND ');
    best.all(match);
    return count.get(match);
  });
}
say('FTS5 with the trigram tokenizer, 50 best by bm25');
{
  const db = new Database(join(folder, 'trigram.db'));
  db.exec("CREATE VIRTUAL TABLE t USING fts5 (quote, tokenize = 'trigram', detail = full)");
  const put = db.prepare('INSERT INTO t (rowid, quote) VALUES (?, ?)');
  db.transaction(() => {
    for (const { key, quote } of quotes.iterate()) put.run(key, quote);
  })();
  const best = db.prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 50').pluck();
  const count = db.prepare('SELECT count(*) FROM t WHERE t MATCH ?').pluck();
  await measure('trigram', 'all', async (words) => {
    const match = words
      .split(' ')
      .map((word) => `"${word}"`)
      .join(' AND ');
    best.all(match);
    return count.get(match);
  });
  db.close();
}

const rows = [];
for (const { quote } of quotes.iterate()) {
  if (rows.length >= ROWS) break;
  rows.push(quote);
}
const held = () => process.memoryUsage().rss;
{
  const MiniSearch = benched('minisearch');
  const before = held();
  const began = performance.now();
  const index = new MiniSearch({ fields: ['quote'], tokenize: bigrams, searchOptions: { combineWith: 'AND' } });
  index.addAll(rows.map((quote, id) => ({ id, quote })));
  say(
    `MiniSearch over ${number(rows.length)} statements (pairs of signs; made in ${((performance.now() - began) / 1000).toFixed(1)} s, ${megabytes(held() - before)})`,
  );
  await measure('MiniSearch', 'rows', async (words) => index.search(words).length);
}
{
  const { Index, Charset } = benched('flexsearch');
  const before = held();
  const began = performance.now();
  const index = new Index({ encoder: Charset.CJK });
  for (const [id, quote] of rows.entries()) index.add(id, quote);
  say(
    `flexsearch over ${number(rows.length)} statements (its own way with CJK; made in ${((performance.now() - began) / 1000).toFixed(1)} s, ${megabytes(held() - before)})`,
  );
  await measure('flexsearch', 'rows', async (words) => index.search(words.replace(' ', ''), { limit: ROWS }).length);
}
raw.close();
await memcon.close();
