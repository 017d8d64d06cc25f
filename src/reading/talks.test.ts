import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fromText } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import type { Talks } from '../record/reading.ts';
import { read } from './read.ts';

interface Case {
  readonly page?: string;
  readonly title?: string;
  readonly dateline?: string;
  readonly lede?: string;
  /** "any": what a row does not name is not looked at. */
  readonly body?: string;
  readonly finds: readonly Record<string, unknown>[];
  readonly gap?: string;
}

const languages = resolve(import.meta.dirname, '../../languages');

function pageOf({ page, title, dateline, lede, body }: Case): string {
  return page ?? [title, dateline, ` ${lede}`, body && body !== 'any' ? body : ''].filter(Boolean).join('\n\n');
}

function plain(talks: Talks): Record<string, unknown> {
  const { kind, level, date, start, end, duration, place, occasion, format, ordinal, parties, participants } = talks;
  return Object.fromEntries(
    Object.entries({
      kind,
      level,
      date: date?.edtf,
      start: start?.edtf,
      end: end?.edtf,
      duration: duration?.duration,
      place: place?.name,
      at: place?.party,
      occasion: occasion?.value,
      format: format?.map(({ value }) => value).sort(),
      ordinal: ordinal?.value,
      parties,
      participants: participants.map(({ name, party, role }) => `${name} ${party} ${role}`),
    }).filter(([, value]) => value !== undefined),
  );
}

for (const code of readdirSync(languages)) {
  const file = join(languages, code, 'talks.cases.yaml');
  let cases: Case[];
  try {
    cases = parse(readFileSync(file, 'utf8')) as Case[];
  } catch {
    continue;
  }
  const pack = loadPack(join(languages, code));
  const find = (row: Case) => {
    const found = read(fromText(pageOf(row)), pack).talks.map(plain);
    if (row.body !== 'any') return found;
    return found.map((one, i) => Object.fromEntries(Object.keys(row.finds[i] ?? one).map((key) => [key, one[key]])));
  };
  const name = (row: Case) => pageOf(row).split('\n')[0] as string;

  describe(`talks of ${code}`, () => {
    test.each(cases.filter(({ gap }) => !gap).map((row) => [name(row), row] as const))('%s', (_, row) => {
      expect(find(row)).toEqual(row.finds);
    });
    test.each(cases.filter(({ gap }) => gap).map((row) => [name(row), row] as const))('gap still open: %s', (_, row) => {
      expect(find(row)).not.toEqual(row.finds);
    });
    test('pages without talks say so', () => {
      const none = cases.filter(({ finds }) => finds.length === 0);
      expect(none.length).toBeGreaterThan(14);
      for (const row of none) expect(read(fromText(pageOf(row)), pack).issues.map(({ code }) => code)).toContain('talks/none-found');
    });
    test('every place in the talks quotes the text', () => {
      for (const row of cases) {
        const { talks, document } = read(fromText(pageOf(row)), pack);
        for (const { place, occasion, participants, date } of talks) {
          if (place) expect(document.text.slice(...place.span)).toBe(place.name);
          if (occasion) expect(document.text.slice(...occasion.span)).toBe(occasion.value);
          if (date) expect(document.text.slice(...date.span)).toBe(date.text);
          for (const { name, spans } of participants) {
            expect(spans.length).toBeGreaterThan(0);
            expect(document.text.slice(...(spans[0] as [number, number]))).toContain(name);
          }
        }
      }
    });
    test('any cut of a page is read without a throw', () => {
      const page = cases.map(pageOf).join('\n\n');
      fc.assert(
        fc.property(fc.nat(page.length), fc.nat(400), (from, length) => {
          expect(() => read(fromText(page.slice(from, from + length)), pack)).not.toThrow();
        }),
        { seed: 7, numRuns: 200 },
      );
    });
  });
}
