/**
 * Pages and API under load, on loopback: requests a second and latency, first alone, then while an import runs into the same archive.
 *
 *   npm run bench -- load [--quick] [--documents N] [--seconds S]
 *
 * Pages are kept while nothing changes, so that what is measured alone is a kept page; while an import runs they are made anew now and then.
 * Everything is made, and removed again, in a folder of its own. Each measurement has a fixed time and a fixed number of connections.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { makeReadout } from './readouts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
const program = join(root, 'dist', 'memcon.js');
const number = (name, usual) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const quick = process.argv.includes('--quick');
const DOCUMENTS = number('--documents', quick ? 500 : 5000);
const SECONDS = number('--seconds', quick ? 2 : 8);
const CONNECTIONS = 10;

if (!existsSync(join(here, 'node_modules', 'autocannon')))
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
if (!existsSync(program)) execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, stdio: 'inherit' });
const autocannon = createRequire(join(here, 'package.json'))('autocannon');

const folder = mkdtempSync(join(tmpdir(), 'memcon-load-'));
const archive = join(folder, 'load.memcon');
const children = new Set();
const start = (args) => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, LANG: 'en' } });
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
};

/** Writes readouts into a folder of their own. */
function readouts(name, from, count) {
  const path = join(folder, name);
  mkdirSync(path);
  for (let n = from; n < from + count; n++) {
    const { name: file, text } = makeReadout(n);
    writeFileSync(join(path, file), text);
  }
  return path;
}

/** Adds a folder; how many documents a second came in until it ended or was stopped. */
function importing(path) {
  const began = performance.now();
  const child = start(['add', path, '--archive', archive]);
  let lines = 0;
  child.stdout.on('data', (piece) => {
    for (const byte of piece) if (byte === 10) lines++;
  });
  let ended = 0;
  const exit = new Promise((done) => {
    child.on('exit', () => {
      ended = performance.now();
      done();
    });
  });
  return {
    exit,
    running: () => ended === 0,
    stop: () => child.kill('SIGINT'),
    documents: () => lines,
    seconds: () => ((ended || performance.now()) - began) / 1000,
  };
}

async function open() {
  const child = start(['serve', '--archive', archive, '--port', '0']);
  const address = await new Promise((done, fail) => {
    child.stdout.on('data', (piece) => {
      const found = /http:\/\/[\d.]+:\d+/.exec(String(piece))?.[0];
      if (found) done(found);
    });
    child.on('exit', () => fail(new Error('the server did not start')));
  });
  return { child, address };
}

/** Milliseconds of processor time that a process has used: what a machine busy with other things does not change. NaN where it cannot be told. */
function workOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

const cannon = (url, seconds) => autocannon({ url, connections: CONNECTIONS, duration: seconds, timeout: 30 });
const say = (line = '') => process.stdout.write(`${line}\n`);
const pad = (value, width) => String(value).padStart(width);

try {
  say(`Node ${process.version}, ${cpus().length} cores, ${DOCUMENTS} readouts, ${CONNECTIONS} connections, ${SECONDS} s each`);
  const first = importing(readouts('first', 0, DOCUMENTS));
  await first.exit;
  say(`import alone: ${Math.round(first.documents() / first.seconds())} documents/s`);

  const server = await open();
  const get = async (path) => (await fetch(server.address + path)).json();
  const document = (await get('/api/v1/documents?limit=1')).items[0].id;
  const dyad = (await get('/api/v1/dyads')).items.sort((a, b) => b.talks - a.talks)[0].dyad;
  const words = encodeURIComponent('拉致');
  const places = [
    ['home', '/ja/'],
    ['readout', `/ja/readouts/${document}`],
    ['dyad', `/ja/relations/${dyad}`],
    ['search', `/ja/search?q=${words}`],
    ['API search', `/api/v1/search?q=${words}&limit=20`],
    ['API search, facets', `/api/v1/search?q=${words}&limit=20&count=act&count=dyad&count=topic`],
    ['API record', `/api/v1/records/${document}`],
    ['API health', '/api/v1/health'],
  ];

  const figures = async (url) => {
    const before = workOf(server.child.pid);
    const { requests, latency, non2xx, errors, timeouts } = await cannon(url, SECONDS);
    const work = (workOf(server.child.pid) - before) / Math.max(1, requests.total);
    return { rate: requests.average, p50: latency.p50, p99: latency.p99, work, wrong: non2xx + errors + timeouts };
  };
  let next = DOCUMENTS;
  let imported = 0;
  let seconds = 0;
  say();
  say(
    `${''.padEnd(20)}${pad('alone: req/s', 14)}${pad('p50 ms', 9)}${pad('p99 ms', 9)}${pad('CPU ms each', 13)}${pad('importing: req/s', 19)}${pad('p50 ms', 9)}${pad('p99 ms', 9)}${pad('failed', 9)}`,
  );
  for (const [name, path] of places) {
    const url = server.address + path;
    const probe = await fetch(url);
    await probe.arrayBuffer();
    if (!probe.ok) {
      say(`${name.padEnd(20)}  not there (${probe.status})`);
      continue;
    }
    const alone = await figures(url);
    // More than can come in while the page is asked.
    const count = Math.max(2000, SECONDS * 1500);
    const load = importing(readouts(name.replace(/\W+/g, '-'), next, count));
    next += count;
    await new Promise((done) => setTimeout(done, 1000));
    const busy = await figures(url);
    const whole = load.running();
    load.stop();
    await load.exit;
    imported += load.documents();
    seconds += load.seconds();
    say(
      `${name.padEnd(20)}${pad(Math.round(alone.rate), 14)}${pad(alone.p50, 9)}${pad(alone.p99, 9)}${pad(alone.work.toFixed(1), 13)}${pad(Math.round(busy.rate), 19)}${pad(busy.p50, 9)}${pad(busy.p99, 9)}${pad(alone.wrong + busy.wrong, 9)}${whole ? '' : '  (the import ended before)'}`,
    );
  }
  say();
  say(`import under load: ${Math.round(imported / seconds)} documents/s`);
  server.child.kill('SIGTERM');
  await new Promise((done) => server.child.on('exit', done));
} finally {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
