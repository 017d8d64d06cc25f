/**
 * How fast Memcon reads, in one run beside the libraries that people would otherwise pick. Ratios are what counts: the figures of
 * one machine say little about another.
 *
 *   npm run bench [-- --quick] [--keep]
 *   npm run bench -- load      (pages and API under load: load.mjs)
 *   npm run bench -- english   (English beside compromise, wink-nlp, chrono-node and the recognizers: english.mjs)
 *   npm run bench -- ledgers   (ledger and treaty clock over thousands of readouts: ledgers.mjs)
 *   npm run bench -- compare   (two meetings, two accounts, contradictions: compare.mjs)
 *   npm run bench -- brief     (the brief of a relation of 50, 500, 5,000 readouts: brief.mjs)
 *   npm run bench -- archive   (import of 100,000 readouts, search over a million statements: archive.mjs)
 *
 * Installs what it compares with into bench/node_modules. Each figure is the best of several rounds, in processor time, so that a busy
 * machine changes little; `--keep` writes them to docs/bench.txt.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hostile } from './growth.mjs';
import { best } from './timing.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
/** A bench of its own beside this one. */
const other = join(here, `${process.argv[2] ?? ''}.mjs`);
if (/^[a-z]/.test(process.argv[2] ?? '') && existsSync(other)) {
  await import(pathToFileURL(other).href);
  process.exit();
}
const quick = process.argv.includes('--quick');
/** A reader that has just been loaded is slow: rounds go on for this long, and the best one counts. */
const MILLISECONDS = quick ? 1_000 : 10_000;
const lines = [];
const say = (line = '') => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const number = (value) => Math.round(value).toLocaleString('en');

if (!existsSync(join(here, 'node_modules', 'kuromoji')))
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const require = createRequire(join(here, 'package.json'));
const memcon = await import(pathToFileURL(join(root, 'dist', 'index.js')).href);
const program = join(root, 'dist', 'memcon.js');
const language = JSON.parse(readFileSync(join(root, 'dist', 'languages', 'ja.json'), 'utf8'));
const given = { language, published: '2020-06-15' };

/** Texts of the corpus, as read out of their sources. */
function corpus(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    // Japanese: the names of the other accounts say their language
    if (entry.isDirectory()) return /^(?!ja)[a-z]{2}-[a-z]{2}$/.test(entry.name) ? [] : corpus(path);
    if (!/^source\.(?:html|txt)$/.test(entry.name)) return [];
    const mediaType = path.endsWith('.html') ? 'text/html' : 'text/plain';
    return [memcon.read(new Uint8Array(readFileSync(path)), { ...given, mediaType }).document.text];
  });
}

const texts = corpus(join(root, 'corpus'));
const signs = texts.reduce((sum, text) => sum + text.length, 0);

const documents = texts.map((document) => ({ document }));

/** Characters a second of work on all texts at once. */
const rateOf = (work, count = signs) => (count * 1000) / best(work, MILLISECONDS);

/** Characters a second of work on one text after the other. */
function rate(work, some = texts) {
  const count = some.reduce((sum, text) => sum + text.length, 0);
  return rateOf(() => {
    for (const text of some) work(text);
  }, count);
}

say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}`);
say(`${texts.length} texts of the corpus, ${number(signs)} characters; the best of the rounds of ${MILLISECONDS / 1000} s`);
say();

const reading = rate((text) => memcon.read(text, { ...given, mediaType: 'text/plain' }));
const together = rateOf(() => {
  for (const _ of memcon.readAll(documents, { ...given, mediaType: 'text/plain' }));
});
const dates = rate((text) => memcon.findDates(text, given));

const kuromoji = require('kuromoji');
const tokenizer = await new Promise((done, failed) =>
  kuromoji
    .builder({ dicPath: join(dirname(require.resolve('kuromoji/package.json')), 'dict') })
    .build((error, built) => (error ? failed(error) : done(built))),
);
const tokenizing = rate((text) => tokenizer.tokenize(text));
const chrono = require('chrono-node');
const day = new Date(2020, 5, 15);
const chronoDates = rate((text) => chrono.ja.parse(text, day));
const recognizers = require('@microsoft/recognizers-text-date-time');
const recognized = rate((text) => recognizers.recognizeDateTime(text, 'zh-cn'), texts.slice(0, 6));

say('what                                                    characters/s   Memcon is × as fast');
const row = (name, value, compared) => {
  const times = compared === undefined ? '' : (compared / value).toFixed(1);
  say(`${name.padEnd(54)} ${number(value).padStart(13)}   ${times}`.trimEnd());
};
row('Memcon, full reading into records, many at once', together);
row('Memcon, full reading into a record, one by one', reading);
row('kuromoji 0.1, splitting into words only', tokenizing, together);
row('  beside one by one', tokenizing, reading);
row('Memcon, dates only', dates);
row('chrono-node 2, Japanese dates only', chronoDates, dates);
row('@microsoft/recognizers 1.3 (Chinese rules: no Japanese)', recognized, dates);
say();

say('Growth with length: microseconds for each thousand characters (the same figure all along means linear)');
const sizes = quick ? [1e3, 1e5] : [1e3, 1e4, 1e5, 1e6, 1e7];
/** The longest texts of these only: the others would take the afternoon. */
const LONG = ['readouts one after another', 'opening brackets 「', 'nested numbers', 'no 。 anywhere', 'HTML: nested elements'];
say(`${''.padEnd(28)}${sizes.map((size) => number(size).padStart(13)).join('')}`);
const body = texts.join('\n');
for (const name of Object.keys(hostile(body))) {
  const asked = sizes.filter((size) => size <= 1e6 || LONG.includes(name));
  const rounds = spawnSync(process.execPath, [join(here, 'growth-rounds.mjs'), name, asked.join()], { input: body, encoding: 'utf8' });
  if (rounds.status !== 0) throw new Error(rounds.stderr);
  const figures = rounds.stdout
    .trim()
    .split('\n')
    .map((figure) => number(Number(figure)));
  const wide = [...name].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
  say(`${name}${' '.repeat(Math.max(1, 28 - wide))}${figures.map((figure) => figure.padStart(13)).join('')}`.trimEnd());
}
say();

const folder = mkdtempSync(join(tmpdir(), 'memcon-bench-'));
try {
  const page = join(folder, 'page.txt');
  writeFileSync(page, texts[0]);
  const whole = (args) => Math.min(...Array.from({ length: quick ? 3 : 15 }, () => timed(args).milliseconds));
  const bare = whole(['-e', '0']);
  for (const format of ['text', 'json']) {
    const one = whole([program, 'read', page, '--format', format]);
    say(`one page as ${format}, whole process: ${number(one)} ms, ${number(one - bare)} ms over \`node -e 0\` (${number(bare)} ms)`);
  }

  const pages = join(folder, 'pages');
  mkdirSync(pages);
  const count = quick ? 500 : 10_000;
  for (let i = 0; i < count; i++) writeFileSync(join(pages, `${i}.txt`), texts[i % texts.length]);
  const many = timed([program, 'read', pages, '--format', 'json']);
  say(
    `${number(count)} pages in a folder: ${(many.milliseconds / 1000).toFixed(1)} s, ${number((count * 1000) / many.milliseconds)} pages/s, at most ${number(many.megabytes)} MB of memory`,
  );

  const asked = join(folder, 'lines.jsonl');
  const sentences = texts.flatMap((text) => text.split(/(?<=。)|\n/)).filter((sentence) => sentence.length > 4);
  const lineCount = quick ? 5_000 : 100_000;
  writeFileSync(
    asked,
    Array.from(
      { length: lineCount },
      (_, id) => `${JSON.stringify({ id, text: sentences[id % sentences.length], reference: '2020-06-15', language: 'ja' })}\n`,
    ).join(''),
  );
  const lined = timed([program, 'dates', '--jsonl', asked]);
  say(
    `${number(lineCount)} sentences through \`memcon dates --jsonl\`: ${number((lineCount * 1000) / lined.milliseconds)} a second, at most ${number(lined.megabytes)} MB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds of processor time and the most memory of a run of Node. */
function timed(args) {
  const nowhere = openSync(join(folder, 'out'), 'w');
  try {
    const peak = pathToFileURL(join(here, 'peak.mjs')).href;
    const { status, stderr } = spawnSync(process.execPath, ['--import', peak, ...args], { stdio: ['ignore', nowhere, 'pipe'], encoding: 'utf8' });
    const [kilobytes, milliseconds] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
    if ((status !== 0 && status !== 3) || !milliseconds) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
    return { milliseconds, megabytes: kilobytes / 1024 };
  } finally {
    closeSync(nowhere);
  }
}

if (process.argv.includes('--keep')) writeFileSync(join(root, 'docs', 'bench.txt'), `${lines.join('\n')}\n`);
