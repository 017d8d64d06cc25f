/**
 * How fast readouts are set beside one another.
 *
 *   npm run bench -- compare [--archive FILE]
 *
 * Two ordinary readouts (the samples, each with the next), then pages of many statements, to show how time grows; then what is asked of an
 * archive: which meetings are told twice, and what contradicts, over the samples. Comparing two readouts touches nothing but these two, so
 * that it takes as long in an archive of a hundred as of a hundred thousand: with a ready archive that is shown, over the largest relation and
 * over that which is nearest to 500 readouts, in processor time.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { readyArchive } from './ready.mjs';

register();
const folder = mkdtempSync(join(tmpdir(), 'memcon-compare-bench-'));
process.on('SIGINT', () => process.exit(130));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { readDocument } = await import('../src/desk/read.ts');
const { loadTongue } = await import('../src/desk/comparing/tongues.ts');
const { loadPack } = await import('../src/language/load.ts');
const { compareMeetings } = await import('../src/comparison/meetings.ts');
const { compareAccounts } = await import('../src/comparison/accounts.ts');
const { findContradictions } = await import('../src/comparison/contradictions.ts');
const { extractOf } = await import('../src/record/extract.ts');

const languages = [loadPack(join(root, 'languages/ja'))];
const tongue = await loadTongue('ja');
const samples = readdirSync(join(root, 'samples')).filter((name) => /-ru-.*\.txt$/.test(name));
const readings = samples.map((name) => readDocument(readFileSync(join(root, 'samples', name)), { languages, mediaType: 'text/plain' }));
const sitting = (reading) => ({ reading, tongue });
const say = (line) => process.stdout.write(`${line}\n`);

/** Milliseconds each: the first, the median and the slowest of all. */
function timed(what, works) {
  const times = works.map((work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (value) => `${value.toFixed(1)} ms`.padStart(12);
  say(`${what.padEnd(46)}${ms(times[0])}${ms(sorted[sorted.length >> 1])}${ms(sorted.at(-1))}`);
}

say(`${''.padEnd(46)}${'first'.padStart(12)}${'median'.padStart(12)}${'slowest'.padStart(12)}`);
const pairs = readings.slice(1).map((after, i) => [readings[i], after]);
timed(
  `two meetings, ${pairs.length} pairs of samples`,
  pairs.map(
    ([a, b]) =>
      () =>
        compareMeetings(sitting(a), sitting(b)),
  ),
);
timed(
  `two accounts, the same pairs`,
  pairs.map(
    ([a, b]) =>
      () =>
        compareAccounts(sitting(a), sitting(b)),
  ),
);
for (const n of [50, 200, 800, 3200]) {
  const line = (i) => `両外相は、第${i}の議題である漁業協力の${i % 7}番目の計画を進めることで一致した。\n`;
  const page = (from) =>
    readDocument(
      `日仏外相会談(概要)\n\n平成30年5月9日\n\n 5月9日、甲野外務大臣は、デュボワ仏外務大臣と会談した。\n\n${Array.from({ length: n }, (_, i) => line(from + i)).join('')}`,
      {
        languages,
      },
    );
  const [a, b] = [page(0), page(n >> 2)];
  timed(`two meetings of ${n} statements each`, [() => compareMeetings(sitting(a), sitting(b))]);
}
for (const n of [readings.length, readings.length * 10, readings.length * 100]) {
  const extracts = readings.map((reading) => extractOf({ reading, corrected: new Map() }, reading.document.id));
  const documents = Array.from({ length: n }, (_, i) => ({ extract: { ...extracts[i % readings.length], document: `d-${i}` }, tongue }));
  timed(`contradictions among ${n} documents`, [() => findContradictions(documents)]);
}

const ready = readyArchive(folder);
if (ready) await ofArchive(ready);

/** What is asked of a ready archive, opened anew for each question so that nothing is remembered. */
async function ofArchive(path) {
  const { openSqlite } = await import('../src/archive/sqlite.ts');
  const { openSeat, compareSeats } = await import('../src/desk/comparing/compare.ts');
  const { findToldTwice } = await import('../src/desk/comparing/accounts.ts');
  const { findCandidates } = await import('../src/desk/comparing/contradictions.ts');
  const { loadVoice } = await import('../src/desk/languages.ts');
  const voice = await loadVoice('en');
  const asked = async (what, ...questions) => {
    const archive = openSqlite(path);
    await archive.dyads();
    const times = [];
    for (const question of questions) {
      const start = process.cpuUsage();
      await question(archive);
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
    }
    await archive.close();
    say(`${what.padEnd(58)}${times.map((ms) => `${ms.toFixed(1)} ms`.padStart(12)).join('')}`);
  };
  const archive = openSqlite(path);
  const dyads = (await archive.dyads()).sort((a, b) => b.talks - a.talks);
  const { documents } = await archive.totals();
  const near = dyads.reduce((best, one) => (Math.abs(one.talks - 500) < Math.abs(best.talks - 500) ? one : best));
  const rows = (await archive.talks({ dyad: near.dyad, limit: 200 })).items;
  await archive.close();
  say(`\n${documents.toLocaleString('en')} readouts${''.padEnd(32)}${'first'.padStart(24)}${'again'.padStart(12)}`);
  const compare = (i) => async (of) => {
    const [before, after] = [await openSeat(of, rows[i].document, voice), await openSeat(of, rows[i + 1].document, voice)];
    await compareSeats(before, after, of);
  };
  await asked('two readouts, another two', compare(0), compare(50));
  for (const { dyad, talks } of [near, dyads[0]]) {
    const of = `${dyad}, ${talks.toLocaleString('en')} talks: `;
    await asked(`${of}told twice`, ...Array(2).fill((one) => findToldTwice(one, dyad)));
    await asked(`${of}contradictions`, ...Array(2).fill((one) => findCandidates(one, dyad)));
  }
}
