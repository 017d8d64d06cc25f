/**
 * How fast and how well Memcon reads English, in one run beside the libraries that people would otherwise pick.
 *
 *   npm run bench -- english [--quick]
 *
 * Speed: the readouts of the corpus, read into records, beside Japanese; words and sentences only by compromise and wink-nlp. Dates:
 * languages/en/dates.cases.yaml, the words and the value of each mention, beside chrono-node and the Microsoft recognizers. The cases
 * were written for Memcon: what the others leave open on purpose, or read by another convention, counts against them all the same.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
const MILLISECONDS = process.argv.includes('--quick') ? 1_000 : 8_000;
if (!existsSync(join(here, 'node_modules', 'compromise')))
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const require = createRequire(join(here, 'package.json'));
const { parse } = createRequire(join(root, 'package.json'))('yaml');
const memcon = await import(pathToFileURL(join(root, 'dist', 'index.js')).href);
const packOf = (code) => JSON.parse(readFileSync(join(root, 'dist', 'languages', `${code}.json`), 'utf8'));
const [en, ja] = [packOf('en'), packOf('ja')];

/** Texts of the corpus in one language, as read out of their sources. */
function corpus(folder, code, language) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return corpus(path, code, language);
    if (!/^source\.(?:html|txt)$/.test(entry.name) || !new RegExp(`[\\\\/]${code}-[a-z]{2}[\\\\/]`).test(path)) return [];
    return [
      memcon.read(new Uint8Array(readFileSync(path)), { language, mediaType: path.endsWith('.html') ? 'text/html' : 'text/plain' }).document.text,
    ];
  });
}

const english = corpus(join(root, 'corpus'), 'en', en);
const japanese = corpus(join(root, 'corpus'), 'ja', ja);
const number = (value) => Math.round(value).toLocaleString('en');

/** Characters a second of processor time, the best of the rounds. */
function rate(work, texts) {
  const count = texts.reduce((sum, text) => sum + text.length, 0);
  let shortest = Number.POSITIVE_INFINITY;
  const end = performance.now() + MILLISECONDS;
  do {
    const start = process.cpuUsage();
    for (const text of texts) work(text);
    const { user, system } = process.cpuUsage(start);
    shortest = Math.min(shortest, (user + system) / 1000);
  } while (performance.now() < end);
  return (count * 1000) / shortest;
}

const compromise = require('compromise');
const wink = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd']);
const chrono = require('chrono-node');
const recognizers = require('@microsoft/recognizers-text-date-time');

const reading = rate((text) => memcon.read(text, { language: en, published: '2031-06-15', mediaType: 'text/plain' }), english);
console.log(`Node ${process.version}; ${english.length} English texts of the corpus, ${number(english.join('').length)} characters`);
console.log();
console.log('what                                                    characters/s   Memcon is × as fast');
const row = (name, value, own) => console.log(`${name.padEnd(54)} ${number(value).padStart(13)}   ${own ? (own / value).toFixed(1) : ''}`.trimEnd());
row('Memcon, English, full reading into a record', reading);
row(
  'Memcon, Japanese, full reading into a record',
  rate((text) => memcon.read(text, { language: ja, published: '2031-06-15', mediaType: 'text/plain' }), japanese),
  reading,
);
row(
  'compromise 14, words and sentences only',
  rate((text) => compromise.tokenize(text).sentences().out('array'), english),
  reading,
);
row(
  'wink-nlp 2, words and sentences only',
  rate((text) => wink.readDoc(text).sentences().out(), english),
  reading,
);
const dates = rate((text) => memcon.findDates(text, { language: en, published: '2031-06-15' }), english);
const day = new Date(2031, 5, 15);
row('Memcon, dates only', dates);
row(
  'chrono-node 2, dates only',
  rate((text) => chrono.parse(text, day), english),
  dates,
);
row(
  '@microsoft/recognizers 1.3, dates only',
  rate((text) => recognizers.recognizeDateTime(text, 'en-us', undefined, day), english.slice(0, 8)),
  dates,
);
console.log();

// accuracy: the day, month or year that the case gives, at the words of the case
const cases = parse(readFileSync(join(root, 'languages', 'en', 'dates.cases.yaml'), 'utf8'));
const two = (value) => String(value).padStart(2, '0');
const readers = {
  Memcon: (text, given) =>
    memcon
      .findDates(text, { language: en, ...(given && { published: given }) })
      .map(({ span, edtf, duration }) => ({ span, value: edtf ?? duration ?? '' })),
  'chrono-node': (text, given) =>
    chrono.parse(text, given ? new Date(`${given}T12:00:00`) : undefined).map(({ index, text: words, start, end }) => {
      const told = (one) => {
        const year = one.get('year');
        if (!one.isCertain('month') && !one.isCertain('day') && !one.isCertain('weekday')) return `${year}`;
        if (!one.isCertain('day') && !one.isCertain('weekday')) return `${year}-${two(one.get('month'))}`;
        return `${year}-${two(one.get('month'))}-${two(one.get('day'))}`;
      };
      return { span: [index, index + words.length], value: end ? `${told(start)}/${told(end)}` : told(start) };
    }),
  '@microsoft/recognizers': (text, given) =>
    recognizers
      .recognizeDateTime(text, 'en-us', undefined, given ? new Date(`${given}T12:00:00`) : new Date(2000, 0, 1))
      .map(({ start, end, resolution }) => {
        const values = resolution?.values ?? resolution?.get?.('values') ?? [];
        const get = (one, key) => one?.[key] ?? one?.get?.(key);
        const last = values.at(-1);
        const timex = String(get(last, 'timex') ?? '');
        const value = get(last, 'value') ?? (get(last, 'start') ? `${get(last, 'start')}/${get(last, 'end')}` : '');
        return { span: [start, end + 1], value: /^\d{4}(?:-\d\d)?$/.test(timex) || /^P/.test(timex) ? timex : value };
      }),
};
console.log(`${cases.length} cases of dates: words found with the right value; words found at all; cases without a date in which nothing was found`);
for (const [name, find] of Object.entries(readers)) {
  let expected = 0;
  let right = 0;
  let found = 0;
  let extra = 0;
  let empty = 0;
  let silent = 0;
  for (const { text, given, finds } of cases) {
    const got = find(text, given && String(given));
    if (finds.length === 0) {
      empty++;
      if (got.length === 0) silent++;
      else extra += got.length;
      continue;
    }
    let at = 0;
    const places = finds.map(({ words }) => {
      const start = text.indexOf(words, at);
      at = start + words.length;
      return [start, at];
    });
    for (const { span } of got) if (!places.some(([start, end]) => span[0] < end && start < span[1])) extra++;
    finds.forEach((one, i) => {
      const [start, end] = places[i];
      const value = one.value === undefined ? one.duration : String(one.value);
      const hit = got.find(({ span }) => span[0] < end && start < span[1]);
      if (hit) found++;
      if (value === undefined) return;
      expected++;
      if (hit?.value === value) right++;
    });
  }
  console.log(`${name.padEnd(24)} right value ${right} of ${expected}; places found ${found}; invented ${extra}; left alone ${silent} of ${empty}`);
}
