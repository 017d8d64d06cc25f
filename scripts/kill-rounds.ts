/**
 * Kills the program with SIGKILL at any moment of its work, again and again, and looks afterwards: all that it told as kept is there,
 * and the archive verifies. Rounds go in turn through `add`, `correct` and `reread`.
 *
 *   npx tsx scripts/kill-rounds.ts [ROUNDS] [SEED]
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '../src/archive/sqlite.ts';

const { makeReadout } = (await import('../bench/readouts.mjs' as string)) as { makeReadout(n: number): { name: string; text: string } };
const program = fileURLToPath(new URL('../dist/memcon.js', import.meta.url));
const rounds = Number(process.argv[2] ?? 200);
let state = Number(process.argv[3] ?? 1) >>> 0;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
};

const folder = mkdtempSync(join(tmpdir(), 'memcon-kill-'));
const archive = join(folder, 'a.memcon');
const env = { ...process.env, MEMCON_ARCHIVE: archive, MEMCON_WHO: 'tester', LANG: 'en' };
const ask = (...args: string[]) =>
  JSON.parse(execFileSync(process.execPath, [program, ...args, '--format', 'json'], { env, maxBuffer: 1e9, encoding: 'utf8' }));
let made = 0;

/** Runs the program and kills it once it wrote so many lines, or after a while; gives back the whole lines that it wrote. */
function killed(args: readonly string[], lines: number, after: number): Promise<{ lines: string[]; killed: boolean }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(kill, after);
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (words: string) => {
      out += words;
      // A little later, so that it is amid the next piece of work.
      if (out.split('\n').length > lines) setTimeout(kill, random() * 40);
    });
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      done({
        lines: out
          .slice(0, out.lastIndexOf('\n') + 1)
          .split('\n')
          .filter(Boolean),
        killed: signal === 'SIGKILL',
      });
    });
  });
}

/** Puts readings of an older reader in the place of some, so that there is something to read again. */
async function age(ids: readonly string[]): Promise<void> {
  const store = openSqlite(archive);
  for (const id of ids) {
    const reading = await store.reading(id);
    if (reading)
      await store.replace(
        id,
        1,
        { ...reading, reader: { ...reading.reader, version: '0.0.1' }, statements: reading.statements.slice(1) },
        { who: 'tester', when: new Date().toISOString() },
      );
  }
  await store.close();
}

/** What was told as kept. */
const kept = new Set<string>();
const corrected = new Set<string>();
let inWork = 0;

function add(count: number): string {
  const input = join(folder, `in-${made}`);
  mkdirSync(input);
  for (let i = 0; i < count; i++) {
    const { name, text } = makeReadout(made++);
    writeFileSync(join(input, name), text);
  }
  return input;
}

async function look(round: string): Promise<void> {
  const { items } = ask('verify');
  if (items.length > 0) throw new Error(`${round}: ${JSON.stringify(items.slice(0, 3))}`);
  const store = openSqlite(archive);
  const there = await store.known([...kept]);
  const corrections = new Set((await store.corrections()).map(({ id }) => id));
  await store.close();
  const lost = [...[...kept].filter((id) => !there.has(id)), ...[...corrected].filter((id) => !corrections.has(id))];
  if (lost.length > 0) throw new Error(`${round}: told as kept and lost: ${lost.join(' ')}`);
}

try {
  for (const { id } of ask('add', add(20)).items) kept.add(id);
  for (let round = 0; round < rounds; round++) {
    const what = ['add', 'correct', 'add', 'reread'][round % 4] as string;
    const ids = [...kept];
    let cut = false;
    if (what === 'add') {
      const done = await killed(['add', add(120)], Math.floor(random() * 130), 20_000);
      for (const line of done.lines) kept.add(line.slice(0, line.indexOf(' ')));
      cut = done.killed;
    } else if (what === 'correct') {
      const id = ids[Math.floor(random() * ids.length)] as string;
      const { statements } = ask('show', id) as { statements: { id: string }[] };
      const target = statements[Math.floor(random() * statements.length)]?.id ?? '';
      const done = await killed(
        ['correct', id, target, '--topics', 'economy', '--why', `round ${round}`],
        1,
        random() < 0.4 ? 150 + random() * 600 : 20_000,
      );
      for (const line of done.lines) corrected.add(line.slice(0, line.indexOf(' ')));
      cut = done.killed;
    } else {
      await age(ids.slice(-30));
      cut = (await killed(['reread', '--yes', ...ids.slice(-30)], Math.floor(random() * 60), 400 + random() * 1500)).killed;
    }
    if (cut) inWork++;
    await look(`round ${round} (${what})`);
    process.stdout.write(
      `${round + 1}/${rounds} ${what}${cut ? ', killed' : ''}: ${kept.size} documents and ${corrected.size} corrections told as kept are there\n`,
    );
  }
  process.stdout.write(`${rounds} rounds, ${inWork} killed at work: nothing that was told is lost, and the archive verifies.\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
