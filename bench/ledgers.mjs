/**
 * What is made of many readouts: the ledger of commitments and the treaty clock of a relation, over archives of 1,000 and 10,000 readouts
 * (100,000 with `--documents 100000`, or a ready archive with `--archive FILE`), of a relation with 500, and again after one readout more.
 *
 *   npm run bench -- ledgers [--quick] [--documents N] [--archive FILE]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.mjs';
import { makeReadout } from './readouts.mjs';
import { readyArchive } from './ready.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
const quick = process.argv.includes('--quick');
const at = process.argv.indexOf('--documents');
const sizes = at > 0 ? [Number(process.argv[at + 1])] : quick ? [1_000] : [1_000, 10_000];
const ROUNDS = quick ? 3 : 7;

execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const folder = mkdtempSync(join(tmpdir(), 'memcon-ledgers-bench-'));
const say = (line = '') => process.stdout.write(`${line}\n`);
const number = (value) => Math.round(value).toLocaleString('en');
process.on('SIGINT', () => process.exit(130));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const { openSqlite, makeLedger, makeClocks, loadVoice } = await bundled(['archive/sqlite', 'desk/ledger', 'desk/languages']);
const voice = await loadVoice('en');
const program = join(root, 'dist', 'memcon.js');
const TODAY = '2024-06-01';

function add(archive, texts) {
  const input = mkdtempSync(join(folder, 'in-'));
  mkdirSync(input, { recursive: true });
  for (const { name, text } of texts) writeFileSync(join(input, name), text);
  const { status, stderr } = spawnSync(process.execPath, [program, 'add', input, '--archive', archive], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`memcon add ended with ${status}: ${stderr.slice(-2000)}`);
  rmSync(input, { recursive: true });
}

/** Readouts of one relation alone, out of many. */
function* ofRelation(country) {
  for (let n = 0; ; n++) {
    const readout = makeReadout(n);
    if (readout.text.startsWith(`${country}との`)) yield readout;
  }
}

/** Milliseconds of processor time, so that a busy machine changes little. */
async function spent(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The median of several rounds, each with an archive that was opened anew, so that nothing is remembered. */
async function cold(path, work) {
  const times = [];
  for (let i = 0; i < ROUNDS; i++) {
    const archive = openSqlite(path);
    await archive.dyads();
    times.push(await spent(() => work(archive)));
    await archive.close();
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

async function measure(label, path, dyad, texts) {
  const archive = openSqlite(path);
  const { lines, talks } = await makeLedger(archive, { dyad, asOf: TODAY }, voice);
  await archive.close();
  const ledger = await cold(path, (one) => makeLedger(one, { dyad, asOf: TODAY }, voice));
  const clock = await cold(path, (one) => makeClocks(one, { dyad, asOf: TODAY }, voice));
  const whole = await cold(path, (one) => makeLedger(one, { asOf: TODAY }, voice));
  // All relations are known; then one readout more comes in, and all are asked for again.
  const kept = openSqlite(path);
  await makeLedger(kept, { asOf: TODAY }, voice);
  const again = await spent(() => makeLedger(kept, { asOf: TODAY }, voice));
  add(path, [texts.next().value]);
  const more = await spent(() => makeLedger(kept, { asOf: TODAY }, voice));
  await kept.close();
  const cells = [number(talks), number(lines.length), ledger.toFixed(1), clock.toFixed(1), whole.toFixed(0), again.toFixed(0), more.toFixed(0)];
  say(`${label.padEnd(24)}${cells.map((cell, i) => cell.padStart([7, 7, 11, 10, 11, 9, 14][i])).join('')}`);
}

say(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}; milliseconds of processor time, median of ${ROUNDS}, archive opened anew each time`,
);
say();
say(`${'archive'.padEnd(24)}  talks  lines  ledger ms  clock ms  all, ms    again  +1 readout ms`);
const ready = readyArchive(folder);
if (ready) {
  const archive = openSqlite(ready);
  const dyads = (await archive.dyads()).sort((a, b) => b.documents - a.documents);
  const total = dyads.reduce((sum, { documents }) => sum + documents, 0);
  await archive.close();
  const texts = (function* () {
    for (let n = 10_000_000; ; n++) yield makeReadout(n);
  })();
  const near = dyads.reduce((best, one) => (Math.abs(one.documents - 500) < Math.abs(best.documents - 500) ? one : best));
  for (const { dyad } of [dyads[0], near]) await measure(`${number(total)} readouts, ${dyad}`, ready, dyad, texts);
} else {
  const path = join(folder, 'relation.memcon');
  const texts = ofRelation('米国');
  add(
    path,
    Array.from({ length: 500 }, () => texts.next().value),
  );
  await measure('500 of one relation', path, 'JP-US', texts);
}
for (const count of ready ? [] : sizes) {
  const path = join(folder, `${count}.memcon`);
  for (let n = 0; n < count; n += 5_000)
    add(
      path,
      Array.from({ length: Math.min(5_000, count - n) }, (_, i) => makeReadout(n + i)),
    );
  const texts = (function* () {
    for (let n = count; ; n++) yield makeReadout(n);
  })();
  await measure(`${number(count)} readouts, JP-US`, path, 'JP-US', texts);
}
