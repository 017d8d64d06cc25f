/** Kinds of texts: languages/<code>/kinds.cases.yaml, every folder found. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fromText } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import { read } from './read.ts';

interface Case {
  readonly text: string;
  readonly finds: readonly string[];
  readonly gap?: string;
}

const languages = resolve(import.meta.dirname, '../../languages');
const codes = readdirSync(languages).filter((code) => existsSync(join(languages, code, 'kinds.cases.yaml')));

describe.each(codes)('%s', (code) => {
  const pack = loadPack(join(languages, code));
  const cases = parse(readFileSync(join(languages, code, 'kinds.cases.yaml'), 'utf8')) as Case[];
  test.each(cases.map((one) => [one.text.replace('\n', ' ¶ ').slice(0, 60), one] as const))('%s', (_, { text, finds, gap }) => {
    const { kind } = read(fromText(text, { mediaType: 'text/plain' }), pack).document;
    const found = kind && kind.value !== 'other' ? [kind.value, ...(finds.length > 1 ? [text.slice(...kind.span)] : [])] : [];
    if (gap) expect(found).not.toEqual(finds);
    else expect(found).toEqual(finds);
    expect(kind?.rule).toMatch(/^kinds\//);
  });
});

test('a text without words has no kind, nor has one in a language of which none is known', () => {
  const [code = ''] = codes;
  const pack = loadPack(join(languages, code));
  expect(read(fromText(' \n'), pack).document.kind).toBeUndefined();
  const { kinds: _, ...without } = pack;
  expect(read(fromText('x'), without).document.kind).toBeUndefined();
});
