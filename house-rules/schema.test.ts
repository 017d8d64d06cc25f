/** Every record that Memcon writes is valid against the published JSON Schema, as others would check it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { labelled } from '../scripts/scoring.ts';
import { readDocument } from '../src/desk/read.ts';
import { loadPack } from '../src/language/load.ts';
import { makeFixture } from '../src/publishing/fixture.ts';
import { toJson } from '../src/publishing/json.ts';

const root = resolve(import.meta.dirname, '..');
const schema = JSON.parse(readFileSync(join(root, 'docs/record.schema.json'), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
const languages = ['ja', 'en'].map((code) => loadPack(join(root, 'languages', code)));
const sources = [
  ...readdirSync(join(root, 'samples')).flatMap((name) => (/\.(txt|html)$/.test(name) ? [join(root, 'samples', name)] : [])),
  ...labelled(join(root, 'corpus')).flatMap((folder) =>
    readdirSync(folder).flatMap((name) => (name.startsWith('source.') ? [join(folder, name)] : [])),
  ),
];

function wrong(record: string): string[] {
  return validate(JSON.parse(record)) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
const read = (document: Uint8Array | string) => toJson(readDocument(document, { languages }), { lines: true });

test('there are sources', () => expect(sources.length).toBeGreaterThan(60));
test.each(sources.map((path) => [relative(root, path), path] as const))('%s', (_, path) => expect(wrong(read(readFileSync(path)))).toEqual([]));

describe('also a record', () => {
  const rows: [what: string, document: Uint8Array | string][] = [
    ['of nothing', ''],
    ['of bytes that are no text', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)],
    ['of lone surrogates and controls', '\ud800\udc00\ud800 \u0000\u202e 4月9日、\udfff会談した。'],
    ['of a language that cannot be read', 'Les deux ministres se sont rencontrés.'],
  ];
  test.each(rows)('%s', (_, document) => expect(wrong(read(document))).toEqual([]));
  test('with one of everything', () => expect(wrong(toJson(makeFixture()))).toEqual([]));
});

test('what is no record is refused, with its place', () => {
  const record = JSON.parse(toJson(makeFixture()));
  const rows: [change: object, place: RegExp][] = [
    [{ memcon: '2' }, /^\/memcon /],
    [{ talks: undefined }, /talks/],
    [{ statements: [{ ...record.statements[0], act: 'whisper' }] }, /^\/statements\/0\/act /],
    [{ statements: [{ ...record.statements[0], span: [1] }] }, /^\/statements\/0\/span /],
    [{ statements: [{ ...record.statements[0], mood: 'good' }] }, /^\/statements\/0 .*additional/],
  ];
  for (const [change, place] of rows) expect(wrong(JSON.stringify({ ...record, ...change })).join('\n')).toMatch(place);
});
