import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadPack } from '../language/load.ts';
import { findClauses } from './clauses.ts';

interface Case {
  readonly text: string;
  readonly finds: readonly { readonly words: string; readonly act: string; readonly by: string; readonly until?: string }[];
  readonly gap?: string;
}

const languages = resolve(import.meta.dirname, '../../languages');

for (const code of readdirSync(languages)) {
  const file = join(languages, code, 'acts.cases.yaml');
  let cases: Case[];
  try {
    cases = parse(readFileSync(file, 'utf8')) as Case[];
  } catch {
    continue;
  }
  const pack = loadPack(join(languages, code));
  // where the subject stands first, a clause is known by who speaks in it: src/reading/head-initial/acts.test.ts
  if (pack.initial) continue;
  const find = ({ text, finds }: Case) =>
    findClauses(text, [0, text.length], pack).map(({ verb, act, rule, contentEnd }, i) => {
      const until = finds[i]?.until;
      const found = { words: text.slice(...verb), act, by: rule.slice('acts/'.length) };
      return until === undefined ? found : { ...found, until: text.slice(Math.max(0, contentEnd - until.length), contentEnd) };
    });

  describe(`acts of ${code}`, () => {
    test.each(cases.filter(({ gap }) => !gap))('$text', (row) => {
      expect(find(row)).toEqual(row.finds);
    });
    test.each(cases.filter(({ gap }) => gap))('gap still open: $text', (row) => {
      expect(find(row)).not.toEqual(row.finds);
    });
    test('every act that a wording names is found by a case', () => {
      const named = new Set((pack.acts?.predicates ?? []).map(({ act }) => act));
      const found = new Set(cases.flatMap(({ finds }) => finds.map(({ act }) => act)));
      expect([...named].filter((act) => !found.has(act))).toEqual([]);
    });
  });
}
