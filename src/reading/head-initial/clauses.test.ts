/** Clauses of languages whose subject stands first: languages/<code>/clauses.cases.yaml, every folder found. Talks of Japan (Mori) and Russia (Orlov). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadPack } from '../../language/load.ts';
import { pageOf } from '../test-page.ts';

interface Case {
  readonly text: string;
  readonly finds: readonly string[];
  readonly gap?: string;
}

const languages = resolve(import.meta.dirname, '../../../languages');

for (const code of readdirSync(languages)) {
  const file = join(languages, code, 'clauses.cases.yaml');
  if (!existsSync(file)) continue;
  const pack = loadPack(join(languages, code));
  if (!pack.initial) continue;
  const cases = parse(readFileSync(file, 'utf8')) as Case[];
  const find = (text: string) =>
    pageOf(text, pack).statements.map(
      ({ speakers, verb, content }) => `${speakers.map(({ party }) => party).join('+')} ${verb.text}: ${content ? text.slice(...content) : ''}`,
    );

  describe(`clauses of ${code}`, () => {
    test.each(cases.filter(({ gap }) => !gap))('$text', ({ text, finds }) => expect(find(text)).toEqual(finds));
    test.each(cases.filter(({ gap }) => gap))('gap still open: $text', ({ text, finds }) => expect(find(text)).not.toEqual(finds));
  });
}
