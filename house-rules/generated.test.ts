/** What is made from the vocabularies and from the record's schema is fresh. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { recordJsonSchema } from '../src/record/schema.ts';

const root = resolve(import.meta.dirname, '..');

test('generated files are those that `npm run generate` writes', () => {
  expect(() => execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], { cwd: root, stdio: 'pipe' })).not.toThrow();
}, 60_000);

test('docs/record.schema.json is the schema of the code', () => {
  expect(JSON.parse(readFileSync(resolve(root, 'docs/record.schema.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(recordJsonSchema())));
});
