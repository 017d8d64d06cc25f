/** What the documents say is so: their commands run, their code runs, their pictures are those of today, their links lead somewhere. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOf, exampleOf, pictureName, wordsDigest } from '../scripts/pages/example.ts';
import { languageOf } from '../scripts/pages/readme.ts';
import { loadVoices } from '../scripts/pages/voices.ts';
import { toHtml } from '../src/publishing/html.ts';
import { noBrowser } from '../src/web/test-browser.ts';

const root = resolve(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const readmes = readdirSync(root).filter((name) => /^README(\.[a-z]{2})?\.md$/.test(name));
const pages = [
  'CONTRIBUTING.md',
  'DESIGN.md',
  'CHANGELOG.md',
  ...readmes,
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
  ...['samples', 'corpus', 'languages'].map((folder) => `${folder}/README.md`),
];
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);

interface Block {
  readonly kind: string;
  readonly lines: readonly string[];
  /** The block right after it, with nothing but an empty line between. */
  readonly next?: string;
}

function blocksOf(page: string): Block[] {
  const found = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return found.map((match, i) => {
    const after = found[i + 1];
    const touches = after && page.slice(match.index + match[0].length, after.index).trim() === '';
    return {
      kind: match[1] as string,
      lines: (match[2] as string).trimEnd().split('\n'),
      ...(touches && after[1] === 'text' && { next: after[2] as string }),
    };
  });
}

/** Without the note behind it. */
const command = (line: string) => line.replace(/\s+#.*$/, '').trim();
const commandsOf = (page: string) => blocksOf(page).flatMap(({ kind, lines }) => (kind === 'sh' ? lines.map(command).filter(Boolean) : []));

/** A folder with nothing in it but what the commands name, where `memcon` is on the path and may be imported. */
let here = '';
let env: NodeJS.ProcessEnv = {};
beforeAll(() => {
  const built = spawnSync(process.execPath, ['-e', "import('./scripts/newer.mjs').then((newer) => newer.buildIfNeeded())"], {
    cwd: root,
    stdio: 'pipe',
  });
  expect(built.stderr.toString().replace(/^Building.*\n/, '')).toBe('');
  here = mkdtempSync(join(tmpdir(), 'memcon-docs-'));
  mkdirSync(join(here, 'bin'));
  mkdirSync(join(here, 'docs'));
  mkdirSync(join(here, 'node_modules'));
  writeFileSync(join(here, 'bin/memcon'), `#!/bin/sh\nexec "${process.execPath}" "${root}/dist/memcon.js" "$@"\n`, { mode: 0o755 });
  cpSync(join(root, 'docs/example.txt'), join(here, 'docs/example.txt'));
  cpSync(join(root, 'samples'), join(here, 'samples'), { recursive: true });
  cpSync(join(root, 'samples/2013-11-02-ru-two-plus-two.html'), join(here, 'readout.html'));
  symlinkSync(root, join(here, 'node_modules/memcon'));
  env = { PATH: `${join(here, 'bin')}:${dirname(process.execPath)}:${process.env.PATH}`, HOME: here, LANG: 'en_GB.UTF-8' };
}, 60_000);
afterAll(() => rmSync(here, { recursive: true, force: true }));

const run = (line: string, more: NodeJS.ProcessEnv = {}) => spawnSync('sh', ['-c', line], { cwd: here, env: { ...env, ...more }, encoding: 'utf8' });

describe.each(readmes)('%s', (name) => {
  const page = read(name);
  const commands = commandsOf(page).filter((line) => line.startsWith('memcon '));

  test('its commands run in a folder of their own, and say something', () => {
    expect(commands.length).toBeGreaterThan(7);
    for (const line of commands) {
      const { status, stdout, stderr } = run(line);
      expect({ line, status, stderr: line.startsWith('memcon add') ? '' : stderr }).toEqual({ line, status: 0, stderr: '' });
      const written = /--output (\S+)/.exec(line)?.[1];
      expect(written ? readFileSync(join(here, written), 'utf8').length : stdout.length, line).toBeGreaterThan(200);
    }
  }, 30_000);

  test('its picture of the terminal is what the program prints now', () => {
    const pictures = blocksOf(page).filter(({ next }) => next !== undefined);
    expect(pictures.length).toBe(1);
    for (const { lines, next } of pictures)
      expect(run(lines.join('\n'), { LANG: `${languageOf(name)}.UTF-8` }).stdout, 'run `npm run generate`').toBe(next);
  });

  test('its code runs, as a module of a project that has memcon', () => {
    const code = blocksOf(page).filter(({ kind }) => kind === 'js');
    expect(code.length).toBe(1);
    for (const { lines } of code) {
      expect(lines.length).toBe(5);
      writeFileSync(join(here, 'five.mjs'), lines.join('\n'));
      const { status, stdout, stderr } = run('node five.mjs');
      expect(stderr.replace(/.*ExperimentalWarning.*\n|\(Use `node --trace-warnings.*\n/g, '')).toBe('');
      expect(status).toBe(0);
      expect(stdout).toMatch(/^3 confirm JP /m);
    }
  });

  test('every exit status of the program has its row', () => {
    expect([...page.matchAll(/^\| (\d) \|/gm)].map((match) => match[1])).toEqual(['0', '1', '2', '3']);
  });
});

test('the readmes have the same sections, commands, code and tables', () => {
  expect(readmes).toEqual(['README.ja.md', 'README.md']);
  const shape = (page: string) => ({
    headings: [...page.matchAll(/^#+ /gm)].map((match) => match[0]),
    code: blocksOf(page).map(({ kind, lines }) => (kind === 'sh' ? lines.map(command) : kind === 'text' ? [] : lines)),
    rows: [...page.matchAll(/^\|/gm)].length,
    items: [...page.matchAll(/^- /gm)].length,
    links: [...new Set(linksOf(page).filter((link) => !/README|\.png$/.test(link)))].sort(),
  });
  expect(shape(read('README.ja.md'))).toEqual(shape(read('README.md')));
});

function linksOf(page: string): string[] {
  return [...page.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] as string);
}

/** The place in a page that a heading makes, as GitHub names it. */
const anchors = (page: string) =>
  [...page.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

test.each(pages)('links of %s lead somewhere', (name) => {
  const wrong = linksOf(read(name)).filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [path = '', place] = link.split('#');
    const file = path === '' ? join(root, name) : join(root, dirname(name), path);
    return !existsSync(file) || (place !== undefined && !anchors(readFileSync(file, 'utf8')).includes(place));
  });
  expect(wrong).toEqual([]);
});

test.each(pages)('npm commands and files that %s names are there', (name) => {
  const page = read(name);
  const npm = [...page.matchAll(/npm (?:run ([\w-]+)|(start|test)\b)/g)].map((match) => (match[1] ?? match[2]) as string);
  expect(npm.filter((script) => !scripts.includes(script))).toEqual([]);
  const paths = [...page.matchAll(/`((?:src|languages|vocabulary|corpus|house-rules|docs|samples|scripts|bench)\/[\w./-]*)`/g)].map(
    (match) => match[1] as string,
  );
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

describe('the pictures of the page', () => {
  test.each(loadVoices(`${root}/`))('in $code shows the page of today, and is small', (voice) => {
    const file = join(root, 'docs', pictureName(voice));
    expect(statSync(file).size).toBeLessThan(300_000);
    expect(digestOf(readFileSync(file)), 'run `npm run picture`').toBe(wordsDigest(toHtml(exampleOf(`${root}/`), voice)));
  });

  test.skipIf(noBrowser)(
    'are made by `npm run picture`',
    () => {
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/picture.ts', here], { cwd: root, stdio: 'pipe' });
      for (const voice of loadVoices(`${root}/`)) {
        const [now, kept] = [here, join(root, 'docs')].map((folder) => readFileSync(join(folder, pictureName(voice))));
        expect(digestOf(now as Buffer)).toBe(digestOf(kept as Buffer));
        expect((now as Buffer).readUInt32BE(16)).toBe((kept as Buffer).readUInt32BE(16));
      }
    },
    60_000,
  );
});

describe('the commands of a clone', () => {
  test('`npm start` says where it serves, and serves there', async () => {
    const child = spawn(process.execPath, ['scripts/start.mjs', '--port', '0', '--archive', join(here, 'start.memcon'), '--samples'], {
      cwd: root,
      env: { ...process.env, LANG: 'en_GB.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const address = await new Promise<string>((found, fail) => {
        let said = '';
        child.stdout.on('data', (words: Buffer) => {
          said += words;
          const address = /http:\/\/\S+/.exec(said)?.[0];
          if (address) found(address);
        });
        child.on('exit', (status) => fail(new Error(`ended with ${status}: ${said}`)));
      });
      const answer = await fetch(address);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Memcon');
    } finally {
      const over = new Promise((done) => child.on('exit', done));
      child.kill('SIGTERM');
      await over;
    }
    expect(child.exitCode).toBe(0);
  }, 30_000);

  test('`npx memcon` works in the clone, and `npm link` puts it on the path', () => {
    const npm = { ...process.env, npm_config_prefix: join(here, 'global'), npm_config_offline: 'true', npm_config_update_notifier: 'false' };
    const version = (JSON.parse(read('package.json')) as { version: string }).version;
    expect(execFileSync('npx', ['memcon', '--version'], { cwd: root, env: npm, encoding: 'utf8' })).toBe(`${version}\n`);
    execFileSync('npm', ['link', '--ignore-scripts'], { cwd: root, env: npm, stdio: 'pipe' });
    expect(run('memcon --version', { PATH: `${here}/global/bin:${dirname(process.execPath)}:/usr/bin:/bin` }).stdout).toBe(`${version}\n`);
  }, 60_000);
});

/** One narrow run stands for `npm test`: the runner installs, builds, and gives back the status of its steps. */
test('`npm test -- word` runs the files that hold the word', () => {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/test.mjs', 'columns'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect(status, stdout).toBe(0);
  expect(stdout).toMatch(/Test Files +1 passed/);
}, 60_000);
