/** The types that users get work for them: strictly, with nothing of ours but the package, in both ways of finding modules. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './bundle.ts';
import { writeTypes } from './types.ts';

const USER = `
import { findDates, read, readAll, type Reading, type Statement, type Act } from 'memcon';
const ja = { code: 'ja', name: '日本語', version: '1.0.0', more: [] };
const record: Reading = read('text', { language: ja, published: '2010-11-13' });
const acts: Act[] = record.statements.map((each: Statement) => each.act);
const known = record.talks[0]?.occasion;
if (known?.basis === 'inferred') known.rule.toUpperCase();
const edtf: string | undefined = findDates('text', { language: [ja] })[0]?.edtf;
const titles: string[] = [];
for (const { document } of readAll([{ document: 'text', published: '2010-11-13' }], { language: ja })) titles.push(document.title?.value ?? '');
export { acts, edtf, titles };
`;
const MISTAKES: [what: string, code: string][] = [
  ['no language', `import { read } from 'memcon'; read('text', {});`],
  ['an act that is none', `import { read, type Act } from 'memcon'; const act: Act = 'agreed'; export { act, read };`],
  ['a field that is none', `import { read } from 'memcon'; read('', { language: [] }).statements[0]!.actor;`],
];

describe('types of the library', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'memcon-types-'));
    const place = join(folder, 'node_modules/memcon');
    mkdirSync(place, { recursive: true });
    writeFileSync(
      join(place, 'package.json'),
      JSON.stringify({ name: 'memcon', type: 'module', exports: { '.': { types: './dist/types/index.d.ts', default: './dist/index.js' } } }),
    );
    writeTypes(root, join(place, 'dist/types'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function problems(code: string, resolution: ts.ModuleResolutionKind): string[] {
    const file = join(folder, 'user.mts');
    writeFileSync(file, code);
    const module = resolution === ts.ModuleResolutionKind.Bundler ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext;
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      exactOptionalPropertyTypes: true,
      moduleResolution: resolution,
      module,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts'],
      types: [],
    });
    return ts.getPreEmitDiagnostics(program).map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n'));
  }

  test.each([
    ['bundler', ts.ModuleResolutionKind.Bundler],
    ['node', ts.ModuleResolutionKind.NodeNext],
  ])('work with %s', (_, resolution) => expect(problems(USER, resolution)).toEqual([]), 60_000);
  test.each(MISTAKES)('find %s', (_, code) => expect(problems(code, ts.ModuleResolutionKind.NodeNext).length).toBe(1), 60_000);
});
