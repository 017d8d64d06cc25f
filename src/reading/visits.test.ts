/** Visits told as past: languages/<code>/visits.cases.yaml, every folder found. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fromText } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import { read } from './read.ts';

interface Case {
  /** Of the first row: the page around the text of each. */
  readonly page?: string;
  readonly text: string;
  /** `visitor > country visited`, when. */
  readonly finds: readonly (readonly [visit: string, date: string])[];
  readonly gap?: string;
}

const languages = resolve(import.meta.dirname, '../../languages');
const codes = readdirSync(languages).filter((code) => existsSync(join(languages, code, 'visits.cases.yaml')));

describe.each(codes)('%s', (code) => {
  const pack = loadPack(join(languages, code));
  const cases = parse(readFileSync(join(languages, code, 'visits.cases.yaml'), 'utf8')) as Case[];
  const readingOf = (text: string) => read(fromText((cases[0]?.page ?? '').replace('{text}', text)), pack, { published: '2010-11-13' });
  test.each(cases.map((one) => [one.text, one] as const))('%s', (_, { text, finds, gap }) => {
    const { visits = [], statements } = readingOf(text);
    const found = visits.map(({ visitor, to, date }) => [`${visitor.name ?? visitor.office} > ${to}`, date.edtf]);
    if (gap) expect(found).not.toEqual(finds);
    else expect(found).toEqual(finds);
    for (const { span, statement, date } of visits) {
      expect(date.span[0] >= span[0] && date.span[1] <= span[1]).toBe(true);
      expect(statements.map(({ id }) => id)).toContain(statement);
    }
  });

  test('nobody visits the own country', () => {
    for (const { text } of cases) for (const { by, to } of readingOf(text).visits ?? []) expect(by).not.toBe(to);
  });
});
