/** Data flows one way: each folder of src/ may import only what this table says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const NOUNS = ['text', 'time', 'record'];
const MAY: Record<string, readonly string[]> = {
  text: [],
  time: [],
  record: ['text', 'time'],
  intake: ['text', 'record'],
  language: NOUNS,
  reading: [...NOUNS, 'language'],
  archive: NOUNS,
  access: [...NOUNS, 'archive'],
  comparison: NOUNS,
  ledgers: [...NOUNS, 'comparison'],
  proofing: [...NOUNS, 'comparison', 'ledgers'],
  briefing: [...NOUNS, 'language', 'comparison', 'ledgers'],
  drawing: [...NOUNS, 'language', 'comparison', 'ledgers', 'briefing'],
  publishing: [...NOUNS, 'language', 'comparison', 'ledgers', 'briefing', 'drawing'],
  desk: [...NOUNS, 'intake', 'language', 'reading', 'archive', 'access', 'comparison', 'ledgers', 'proofing', 'briefing', 'drawing', 'publishing'],
  cli: [...NOUNS, 'desk', 'drawing', 'language', 'publishing', 'reading'],
  api: [...NOUNS, 'desk', 'drawing', 'language'],
  web: [...NOUNS, 'desk', 'drawing', 'language', 'publishing'],
  mcp: [...NOUNS, 'desk', 'drawing'],
};
/** Files at the top of src/ join the rest. */
const TOP = ['index', 'server'];
/** Folders whose code runs in a browser too: no Node, no clock, no network. */
const PURE = ['text', 'time', 'record', 'intake', 'reading', 'drawing'];
/** Signs of a script, not words of a language: numerals and the signs that may not begin or end a line (JIS X 4051). */
const SCRIPTS: readonly string[] = ['language/abilities/numerals.ts', 'language/shape.ts', 'publishing/columns.ts'];
/** Texts that tests are made of. */
const FIXTURE = /(?:^|\/)(?:fixture|test-[a-z]+|[a-z]+\.contract)\.ts$/;
/** The files of a pure room that are for the build and the tests only. */
const IMPURE: readonly string[] = ['language/load.ts'];

interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
}

const src = resolve(import.meta.dirname, '../src');
const files = walk(src);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? walk(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [relative(src, join(folder, entry.name)).replaceAll('\\', '/')]
        : [],
  );
}

function importsOf(file: string, text: string): Import[] {
  return text.split('\n').flatMap((line, i) => {
    const target = /(?:^\s*(?:import|export)\b.*\bfrom\s+|^\}\s*from\s+|^\s*import\s+|\bimport\()'([^']+)'/.exec(line)?.[1];
    return target ? [{ file, line: i + 1, target }] : [];
  });
}

/** What is wrong with an import, or undefined. */
function fault({ file, line, target }: Import): string | undefined {
  const room = file.split('/')[0] as string;
  if (!file.includes('/')) return undefined;
  const may = MAY[room];
  if (!may) return `src/${file}: there is no room "${room}"; rooms are ${Object.keys(MAY).join(', ')}`;
  if (target.startsWith('node:')) return PURE.includes(room) ? `src/${file}:${line} imports ${target}; ${room} runs in a browser too` : undefined;
  if (!target.startsWith('.')) return undefined;
  const path = posix.normalize(posix.join(posix.dirname(file), target));
  const other = path.split('/')[0] as string;
  if (other === room || path === 'fault.ts') return undefined;
  if (room === 'cli' && TOP.includes(other.replace(/\.ts$/, ''))) return undefined;
  return may.includes(other) ? undefined : `src/${file}:${line} imports ${other}; ${room} may import: ${may.join(', ') || 'nothing'}`;
}

/** The files of src/ that a file imports when it is loaded; what it loads when it is needed closes no circle. */
function targetsOf(file: string): string[] {
  return importsOf(file, readFileSync(join(src, file), 'utf8').replaceAll(/\bimport\('[^']+'\)/g, ''))
    .filter(({ target }) => target.startsWith('.'))
    .map(({ target }) => posix.normalize(posix.join(posix.dirname(file), target)));
}

/** Each way that comes back to where it began, told once. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): void => {
    const at = way.indexOf(file);
    if (at >= 0) found.push([...way.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    way.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    way.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}

describe('layers', () => {
  test.each(files.filter((file) => !file.includes('.test.')))('%s imports only what it may', (file) => {
    const wrong = importsOf(file, readFileSync(join(src, file), 'utf8'))
      .map(fault)
      .filter(Boolean);
    expect(wrong).toEqual([]);
  });

  test('no file imports one that imports it, by however many steps', () => {
    const graph = new Map(files.filter((file) => !file.includes('.test.')).map((file) => [file, targetsOf(file)]));
    expect(circles(graph)).toEqual([]);
  });

  test('a planted circle is found', () => {
    const graph = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['b.ts']],
    ]);
    expect(circles(graph)).toEqual(['b.ts → c.ts → b.ts']);
  });

  test('a planted import is found, with its line and what is allowed', () => {
    const [found] = importsOf('time/edtf.ts', "\nimport { x } from '../language/pack.ts';\n");
    expect(found && fault(found)).toBe('src/time/edtf.ts:2 imports language; time may import: nothing');
    expect(fault({ file: 'reading/read.ts', line: 1, target: 'node:fs' })).toContain('runs in a browser too');
    expect(fault({ file: 'utils/x.ts', line: 1, target: './y.ts' })).toContain('there is no room');
  });

  test('no circle of imports between rooms', () => {
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      (MAY[from] ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
    expect(Object.keys(MAY).filter((room) => reaches(room, room))).toEqual([]);
  });

  test('no word of a language stands in the code', () => {
    const code = /[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\u0400-\u04ff]/;
    const wrong = files
      .filter((file) => !file.includes('.test.') && !file.endsWith('.generated.ts') && !FIXTURE.test(file) && !SCRIPTS.includes(file))
      .flatMap((file) =>
        stripped(readFileSync(join(src, file), 'utf8'))
          .split('\n')
          .flatMap((line, i) => (code.test(line) ? [`src/${file}:${i + 1} ${line.trim()}`] : [])),
      );
    expect(wrong).toEqual([]);
  });

  test('no language code stands in a condition', () => {
    const wrong = files
      .filter((file) => !file.includes('.test.') && !IMPURE.includes(file))
      .flatMap((file) =>
        stripped(readFileSync(join(src, file), 'utf8'))
          .split('\n')
          .flatMap((line, i) => (/[=!]==?\s*'(ja|en|ru|ko|zh)'/.test(line) ? [`src/${file}:${i + 1} ${line.trim()}`] : [])),
      );
    expect(wrong).toEqual([]);
  });
});

/** The code without its comments and the descriptions of its schemas, line for line. */
function stripped(text: string): string {
  return text
    .replace(/\.describe\('(?:[^'\\]|\\.)*'\)/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}
