/**
 * Wording, positions, contradictions and the brief: how long they take over 1,000, 10,000 and (with --documents 100000, or a ready archive with
 * --archive FILE) 100,000 readouts, in processor time; and what adding one readout costs afterwards.
 *
 *   npm run bench -- wording [--quick] [--documents N] [--archive FILE]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.mjs';
import { makeReadout } from './readouts.mjs';
import { readyArchive } from './ready.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const at = process.argv.indexOf('--documents');
const most = at > 0 ? Number(process.argv[at + 1]) : process.argv.includes('--quick') ? 1_000 : 10_000;
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const folder = mkdtempSync(join(tmpdir(), 'memcon-wording-bench-'));
const say = (line = '') => process.stdout.write(`${line}\n`);
const number = (value) => Math.round(value).toLocaleString('en');
process.on('SIGINT', () => process.exit(130));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}`);

const memcon = await bundled([
  'archive/sqlite',
  'desk/wording',
  'desk/positions',
  'desk/state-of-play',
  'desk/languages',
  'desk/contradictions',
  'desk/brief',
]);
const voice = await memcon.loadVoice('en');
const program = join(root, 'dist', 'memcon.js');
const today = '2026-01-01';

/** Milliseconds of processor time. */
async function timed(work) {
  const start = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(start);
  return { value, milliseconds: (user + system) / 1000 };
}
const line = (name, milliseconds, note = '') =>
  say(`  ${name.padEnd(58)} ${milliseconds.toFixed(milliseconds < 10 ? 1 : 0).padStart(9)} ms   ${note}`.trimEnd());

/** An archive of so many readouts, made now. */
function filled(count) {
  const input = join(folder, `in-${count}`);
  mkdirSync(input);
  for (let n = 0; n < count; n++) {
    const { name, text } = makeReadout(n);
    writeFileSync(join(input, name), text);
  }
  const place = join(folder, `${count}.memcon`);
  const { status, stderr } = spawnSync(process.execPath, [program, 'add', input, '--archive', place], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`memcon add ended with ${status}: ${stderr.slice(-2000)}`);
  rmSync(input, { recursive: true });
  return place;
}

const ready = readyArchive(folder);
for (const made of ready ? [undefined] : [1_000, 10_000, 100_000].filter((each) => each <= most)) {
  const place = ready ?? filled(made);
  const archive = memcon.openSqlite(place, { create: false });
  const dyads = (await archive.dyads()).sort((a, b) => b.documents - a.documents);
  const count = made ?? dyads.reduce((sum, { documents }) => sum + documents, 0);
  const of = dyads.reduce((best, one) => (Math.abs(one.documents - 500) < Math.abs(best.documents - 500) ? one : best));
  const [largest] = dyads;
  say();
  say(
    `${number(count)} readouts, ${dyads.length} relations; one relation is ${of.dyad} with ${of.documents} readouts and ${number(of.statements)} statements`,
  );

  const formulas = (dyad) => memcon.formulasOf(archive, { dyad }, voice);
  const cold = await timed(() => formulas(of.dyad));
  line('formulas of one relation', cold.milliseconds, `${cold.value.items.length} found`);
  line('  asked again', (await timed(() => formulas(of.dyad))).milliseconds);
  line('history of a phrase in it', (await timed(() => memcon.phraseHistory(archive, '受入れ可能な解決策', { dyad: of.dyad }, voice))).milliseconds);
  line('positions in it, one topic', (await timed(() => memcon.positionsOf(archive, { dyad: of.dyad, topic: 'economy' }, voice))).milliseconds);
  line('positions in it, all topics', (await timed(() => memcon.positionsOf(archive, { dyad: of.dyad }, voice))).milliseconds);
  line('state of play of it', (await timed(() => memcon.stateOfPlay(archive, { dyad: of.dyad, asOf: today }, voice))).milliseconds);
  line('  asked again', (await timed(() => memcon.stateOfPlay(archive, { dyad: of.dyad, asOf: today }, voice))).milliseconds);
  const brief = (dyad) => memcon.makeBrief(archive, dyad, memcon.briefWanted({}, today, voice), voice);
  line('brief of it, two pages', (await timed(() => brief(of.dyad))).milliseconds);
  line('  asked again', (await timed(() => brief(of.dyad))).milliseconds);
  const contradictions = await timed(() => memcon.findCandidates(archive, of.dyad));
  line('contradictions in it', contradictions.milliseconds, `${contradictions.value.length} found`);
  line('  asked again', (await timed(() => memcon.findCandidates(archive, of.dyad))).milliseconds);
  if (largest.dyad !== of.dyad) {
    say(`  the largest relation, ${largest.dyad}, with ${number(largest.documents)} readouts`);
    line('formulas', (await timed(() => formulas(largest.dyad))).milliseconds);
    line('positions, one topic', (await timed(() => memcon.positionsOf(archive, { dyad: largest.dyad, topic: 'economy' }, voice))).milliseconds);
    line('state of play', (await timed(() => memcon.stateOfPlay(archive, { dyad: largest.dyad, asOf: today }, voice))).milliseconds);
    line('brief, two pages', (await timed(() => brief(largest.dyad))).milliseconds);
    line('contradictions', (await timed(() => memcon.findCandidates(archive, largest.dyad))).milliseconds);
  }
  const all = await timed(async () => {
    for (const { dyad } of dyads) await formulas(dyad);
  });
  line('formulas of every relation', all.milliseconds, `${number((count * 1000) / all.milliseconds)} readouts a second`);
  const publisher = await timed(() => memcon.formulasOf(archive, { publisher: 'JP' }, voice));
  line('formulas of the publisher of all of them', publisher.milliseconds, `of ${number(publisher.value.talks.length)} talks looked at`);
  say(`  the most memory until now: ${number(process.resourceUsage().maxRSS / 1024)} MB`);
  await archive.close();

  // One more readout, of another relation: what was found of this one holds.
  const { name, text } = makeReadout(count + 1);
  writeFileSync(join(folder, name), text);
  const opened = memcon.openSqlite(place, { create: false });
  const other = dyads.find(({ dyad }) => dyad !== of.dyad)?.dyad;
  await memcon.formulasOf(opened, { dyad: of.dyad }, voice);
  await memcon.formulasOf(opened, { dyad: other }, voice);
  spawnSync(process.execPath, [program, 'add', join(folder, name), '--archive', place], { stdio: 'ignore' });
  line('after one more readout: formulas of one relation', (await timed(() => memcon.formulasOf(opened, { dyad: of.dyad }, voice))).milliseconds);
  await opened.close();
}
