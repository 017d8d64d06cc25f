/**
 * How fast Memcon reads, in one run beside the libraries that people would otherwise pick. Ratios are what counts: the figures of
 * one machine say little about another.
 *
 *   npm run bench [-- --quick] [--keep]
 *   npm run bench -- load      (pages and API under load: load.mjs)
 *
 * Installs what it compares with into bench/node_modules. Every figure is the best of several rounds.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
/** A bench of its own beside this one. */
const other = join(here, `${process.argv[2] ?? ''}.mjs`);
if (/^[a-z]/.test(process.argv[2] ?? '') && existsSync(other)) {
  await import(pathToFileURL(other).href);
  process.exit();
}
const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 2 : 5;
const lines = [];
const say = (line = '') => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};

if (!existsSync(join(here, 'node_modules', 'kuromoji')))
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
if (!existsSync(join(root, 'dist', 'index.js')))
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, stdio: 'inherit' });

const require = createRequire(join(here, 'package.json'));
const memcon = await import(pathToFileURL(join(root, 'dist', 'index.js')).href);
const pack = JSON.parse(readFileSync(join(root, 'dist', 'languages', 'ja.json'), 'utf8'));

/** Texts of the corpus, as read out of their sources. */
function corpus() {
  const texts = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/^source\./.test(entry.name))
        texts.push(memcon.intake(readFileSync(path), { mediaType: path.endsWith('.html') ? 'text/html' : 'text/plain' }).text);
    }
  };
  walk(join(root, 'corpus'));
  return texts;
}

function best(rounds, work) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function each(texts, work) {
  for (const text of texts) work(text);
}

const texts = corpus();
const signs = texts.reduce((sum, text) => sum + text.length, 0);
const rate = (milliseconds, count = signs) => (count / milliseconds) * 1000;
const number = (value) => Math.round(value).toLocaleString('en');

say(`Node ${process.version}, ${texts.length} texts of the corpus, ${number(signs)} characters, best of ${ROUNDS} rounds`);
say();

const given = { pack, published: '2020-06-15' };
const reading = rate(best(ROUNDS + 2, () => each(texts, (text) => memcon.read(memcon.fromText(text), given))));
const dates = rate(best(ROUNDS + 2, () => each(texts, (text) => memcon.findDates(text, pack, { published: '2020-06-15' }))));

const kuromoji = require('kuromoji');
const tokenizer = await new Promise((done, failed) =>
  kuromoji
    .builder({ dicPath: join(dirname(require.resolve('kuromoji/package.json')), 'dict') })
    .build((error, built) => (error ? failed(error) : done(built))),
);
const tokenizing = rate(best(ROUNDS, () => each(texts, (text) => tokenizer.tokenize(text))));
const chrono = require('chrono-node');
const chronoDates = rate(best(ROUNDS, () => each(texts, (text) => chrono.ja.parse(text, new Date(2020, 5, 15)))));
const recognizers = require('@microsoft/recognizers-text-date-time');
const some = texts.slice(0, quick ? 2 : 6);
const someSigns = some.reduce((sum, text) => sum + text.length, 0);
const recognized = rate(
  best(2, () => each(some, (text) => recognizers.recognizeDateTime(text, 'zh-cn'))),
  someSigns,
);

say('what                                                    characters/s   Memcon reads, × as fast');
const row = (name, value, compared) =>
  say(`${name.padEnd(54)} ${number(value).padStart(13)}   ${compared === undefined ? '' : (compared / value).toFixed(1)}`);
row('Memcon, full reading into a record', reading);
row('kuromoji 0.1, splitting into words only', tokenizing, reading);
row('Memcon, dates only', dates);
row('chrono-node 2, Japanese dates only', chronoDates, dates);
row('@microsoft/recognizers 1.3 (Chinese rules: no Japanese)', recognized, dates);
say();

say('Growth with length: microseconds for each thousand characters (the same figure means linear)');
const body = texts.join('\n');
const sizes = quick ? [1e3, 1e5] : [1e3, 1e4, 1e5, 1e6, 1e7];
const grown = (size, unit) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const hostile = {
  'readouts one after another': (size) => grown(size, body),
  'opening brackets': (size) => '「'.repeat(size),
  'nested numbers': (size) => grown(size, '1 (1) ア (ア) ① '),
  'no full stop': (size) => grown(size, '両外相は協力を進めることを確認し、意見交換を行い、'),
  digits: (size) => grown(size, '2010年11月13日13時から'),
  'one letter': (size) => 'あ'.repeat(size),
  'line ends': (size) => '\n'.repeat(size),
};
say(`${''.padEnd(28)}${sizes.map((size) => `${number(size)}`.padStart(13)).join('')}`);
for (const [name, make] of Object.entries(hostile)) {
  const figures = sizes.map((size) => {
    const text = make(size);
    const ms = best(size <= 1e4 ? 20 : size <= 1e5 ? 4 : 1, () => memcon.read(memcon.fromText(text), given));
    return number((ms * 1e6) / size).padStart(13);
  });
  say(`${name.padEnd(28)}${figures.join('')}`);
}
say();

const folder = mkdtempSync(join(tmpdir(), 'memcon-bench-'));
try {
  const page = join(folder, 'page.txt');
  writeFileSync(page, texts[0]);
  const process_ = (args) => best(quick ? 3 : 9, () => spawnSync(process.execPath, args, { stdio: 'ignore' }));
  const bare = process_(['-e', '0']);
  const one = process_([join(root, 'dist', 'memcon.js'), 'read', page, '--format', 'json']);
  say(`one page, whole process: ${number(one)} ms, ${number(one - bare)} ms over \`node -e 0\` (${number(bare)} ms)`);

  const pages = join(folder, 'pages');
  mkdirSync(pages);
  const count = quick ? 500 : 10_000;
  for (let i = 0; i < count; i++) writeFileSync(join(pages, `${i}.txt`), texts[i % texts.length]);
  const start = performance.now();
  const many = spawnSync(
    '/usr/bin/env',
    [
      'sh',
      '-c',
      `"${process.execPath}" -e '
    const { spawn } = require("node:child_process");
    const { readFileSync } = require("node:fs");
    const child = spawn(process.execPath, process.argv.slice(1), { stdio: ["ignore", "ignore", "ignore"] });
    let peak = 0;
    const timer = setInterval(() => { try { peak = Math.max(peak, Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/" + child.pid + "/status", "utf8"))[1])); } catch {} }, 20);
    child.on("exit", () => { clearInterval(timer); console.log(peak); });
  ' "${join(root, 'dist', 'memcon.js')}" read "${pages}" --format json`,
    ],
    { encoding: 'utf8' },
  );
  const seconds = (performance.now() - start) / 1000;
  const peak = Number(many.stdout) / 1024;
  say(
    `${number(count)} pages in a folder: ${seconds.toFixed(1)} s, ${number(count / seconds)} pages/s, at most ${peak ? number(peak) : '?'} MB of memory`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

if (process.argv.includes('--keep')) writeFileSync(join(root, 'docs', 'bench.txt'), `${lines.join('\n')}\n`);
