import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { verbRung } from '../../comparison/ladder.ts';
import { conceptsIn } from '../../comparison/likeness.ts';
import { redline } from '../../comparison/redline.ts';
import type { Act } from '../../record/reading.ts';
import { loadTongue } from './tongues.ts';

type Case = { one: string; other: string; differs: string[] } | { act: Act; verb: string; rung: number } | { text: string; finds: string[] };

const languages = resolve(import.meta.dirname, '../../../languages');
const codes = readdirSync(languages).filter((code) => existsSync(`${languages}/${code}/comparison.yaml`));

describe.each(codes)('%s', async (code) => {
  const tongue = await loadTongue(code);
  const cases = parse(readFileSync(resolve(languages, code, 'comparison.cases.yaml'), 'utf8')) as Case[];

  test.each(cases.filter((each) => 'one' in each))('$one, $other', ({ one, other, differs }) => {
    const pieces = redline({ text: one, span: [0, one.length] }, { text: other, span: [0, other.length] }, tongue);
    const words = pieces.flatMap((piece) =>
      piece.kind === 'gone' ? one.slice(...piece.before) : piece.kind === 'come' ? other.slice(...piece.after) : [],
    );
    expect(words.map((each) => each.trim())).toEqual(differs);
  });

  test.each(cases.filter((each) => 'act' in each))('$act $verb', ({ act, verb, rung }) => expect(verbRung(act, verb, tongue)).toBe(rung));

  test.each(cases.filter((each) => 'text' in each))('$text', ({ text, finds }) => {
    const found = [...conceptsIn(text, tongue)].filter((concept) => !concept.startsWith('topic/'));
    if (finds.length === 0) expect(found).toEqual([]);
    else expect(found).toEqual(expect.arrayContaining(finds));
  });
});

test('a language that no folder tells of has its tag and nothing else', async () => {
  expect((await loadTongue('xx')).tag).toBe('xx');
  expect((await loadTongue('xx')).spellings).toBeUndefined();
});
