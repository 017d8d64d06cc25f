import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { intake } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import type { Commitment } from '../record/reading.ts';
import { commitmentKinds } from '../record/schema.ts';
import { read } from './read.ts';
import { pageOf } from './test-page.ts';

interface Case {
  readonly text: string;
  readonly parties?: readonly string[];
  readonly finds: readonly Record<string, unknown>[];
  readonly gap?: string;
}

/** Who promises and what, so that the sides may be changed over; a visit, and what may stand beside it. */
const EXAMPLES: Record<
  string,
  { readonly given: string; readonly sides: readonly [string, string]; readonly visit: string; readonly beside: string }
> = {
  ja: {
    given: '東山大臣から、30億円を供与する旨述べた。',
    sides: ['東山大臣', 'オルロフ外相'],
    visit: '東山大臣から、来年ロシアを訪問したい旨述べた。',
    beside: '双方は、漁業について意見交換を行った。',
  },
  en: {
    given: 'Foreign Minister Mori pledged a grant of 3 million yen.',
    sides: ['Foreign Minister Mori', 'Foreign Minister Orlov'],
    visit: 'Foreign Minister Mori expressed his intention to visit Russia in May.',
    beside: 'They discussed fisheries.',
  },
};

const languages = resolve(import.meta.dirname, '../../languages');

/** A commitment as the cases write it; only what the row names of words and how often told. */
function told(one: Commitment, want: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    [one.kind]: `${one.by.join('+')}>${one.to.join('+')}`,
    stage: one.stage,
    ...(one.due && { due: one.due.edtf }),
    ...(want.words !== undefined && { words: one.what.includes(want.words as string) ? want.words : one.what }),
    ...(want.exactly !== undefined && { exactly: one.what }),
    ...(want.visitor !== undefined && { visitor: one.visitor?.name ?? one.visitor?.role }),
    ...(want.told !== undefined && { told: one.statements.length }),
    ...(one.answers && { answers: true }),
    ...(one.conditions && { if: one.conditions.map(({ value }) => value) }),
  };
}

for (const code of readdirSync(languages)) {
  const file = join(languages, code, 'commitments.cases.yaml');
  if (!existsSync(file)) continue;
  const cases = parse(readFileSync(file, 'utf8')) as Case[];
  const pack = loadPack(join(languages, code));
  const find = ({ text, parties, finds }: Case) => pageOf(text, pack, parties).commitments.map((one, i) => told(one, finds[i]));

  describe(`commitments of ${code}`, () => {
    test.each(cases.filter(({ gap }) => !gap))('$text', (row) => expect(find(row)).toEqual(row.finds));
    test.each(cases.filter(({ gap }) => gap))('gap still open: $text', (row) => expect(find(row)).not.toEqual(row.finds));

    test('each kind has a case', () => {
      const kinds = new Set(cases.flatMap(({ finds }) => finds.flatMap((one) => Object.keys(one))));
      for (const kind of commitmentKinds) expect(kinds).toContain(kind);
    });

    const examples = Object.entries(EXAMPLES).flatMap(([language, example]) => (language === code ? [example] : []));
    test.each(examples)('debtor and creditor follow the sides: with the names changed over, so do they', ({ given, sides: [one, other] }) => {
      const turned = given.split(one).join(other);
      expect(turned).not.toBe(given);
      expect(pageOf(given, pack).commitments[0]).toMatchObject({ by: ['JP'], to: ['RU'] });
      expect(pageOf(turned, pack).commitments[0]).toMatchObject({ by: ['RU'], to: ['JP'] });
    });

    test('in no readout does anybody owe who neither speaks nor is named where it is promised', () => {
      const root = resolve(languages, '..');
      const pages = readdirSync(join(root, 'corpus'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /[\\/]source\.(?:html|txt)$/.test(name),
      );
      const files = [
        ...pages.filter((name) => name.includes(`${code}-`)).map((name) => join(root, 'corpus', name)),
        ...readdirSync(join(root, 'samples'))
          .filter((name) => /\.(?:html|txt)$/.test(name))
          .map((name) => join(root, 'samples', name)),
      ];
      let owed = 0;
      for (const file of files) {
        const record = read(intake(readFileSync(file), { mediaType: file.endsWith('.html') ? 'text/html' : 'text/plain' }), pack);
        const statements = new Map(record.statements.map((one) => [one.id, one]));
        for (const { by, to, what, statements: of } of record.commitments) {
          const told = of.map((id) => statements.get(id));
          const speaking = told.flatMap((one) => one?.speakers.map(({ party }) => party) ?? []);
          const named = told.flatMap((one) => one?.mentions.map((i) => record.mentions[i]?.party) ?? []);
          for (const party of by) expect([...speaking, ...named], `${file}: ${what}`).toContain(party);
          if (by.length === 1) expect(to, `${file}: ${what}`).not.toContain(by[0]);
          owed++;
        }
      }
      expect(owed).toBeGreaterThan(pack.initial ? 15 : 100);
    }, 60_000);

    test.each(examples)('an edit elsewhere does not rename a commitment', ({ visit, beside }) => {
      const id = pageOf(visit, pack).commitments[0]?.id;
      expect(id).toMatch(/^c-[0-9a-f]{16}$/);
      expect(pageOf(`${visit}\n${beside}`, pack).commitments[0]?.id).toBe(id);
    });

    test('whatever stands between the words, quotes are exact, ids differ, sides are those of the talks or told', () => {
      const words = cases.flatMap(({ text }) => text.split(/(?<=[、。\n]|から|は|旨|こと)/));
      fc.assert(
        fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }), (parts) => {
          const text = parts.join('');
          const { commitments, statements } = pageOf(text, pack);
          const ids = new Set(statements.map(({ id }) => id));
          for (const { what, span, by, to, statements: of, conditions, answers } of commitments) {
            expect(what).toBe(text.slice(...span));
            expect(what.length).toBeGreaterThan(0);
            expect(by.length * to.length).toBeGreaterThan(0);
            for (const id of of) expect(ids).toContain(id);
            for (const { value, span: at } of conditions ?? []) expect(value).toBe(text.slice(...at));
            if (answers) expect(commitments.find(({ id }) => id === answers)?.kind).toBe('invitation');
          }
          expect(new Set(commitments.map(({ id }) => id)).size).toBe(commitments.length);
        }),
        { seed: 20101113, numRuns: 200 },
      );
    }, 60_000);
  });
}
