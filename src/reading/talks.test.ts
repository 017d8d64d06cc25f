import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fromText } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import type { Pack } from '../language/pack.ts';
import type { Talks } from '../record/reading.ts';
import { alone } from './abreast.ts';
import { findDates } from './dates.ts';
import { findMentions } from './mentions.ts';
import { findOutline } from './outline.ts';
import { findPublication } from './publication.ts';
import { findSentences } from './sentences.ts';
import { findTalks, partTalks } from './talks.ts';

interface Case {
  readonly page?: string;
  readonly title?: string;
  readonly dateline?: string;
  readonly lede?: string;
  /** "any": what a row does not name is not looked at. */
  readonly body?: string;
  /** Where it was published. */
  readonly url?: string;
  readonly finds: readonly Record<string, unknown>[];
  /** Persons and offices of the page in order, "words PARTY", or "words -" where the party is not known. */
  readonly sides?: readonly string[];
  readonly gap?: string;
}

const languages = resolve(import.meta.dirname, '../../languages');

function pageOf({ page, title, dateline, lede, body }: Case): string {
  return page ?? [title, dateline, ` ${lede}`, body && body !== 'any' ? body : ''].filter(Boolean).join('\n\n');
}

/** The stages up to this one. */
function talksOf(page: string, pack: Pack, url?: string) {
  const source = fromText(page);
  const { text } = source;
  const outline = findOutline(source, pack).value;
  const whole = findSentences(text, outline.passages, pack);
  const publication = findPublication(text, outline, pack, {}).value;
  const { published: { edtf: published } = {}, year } = publication;
  const dates = findDates(text, pack, { ...(published && { published }), ...(year && { year }) }).value;
  const mentions = findMentions(text, whole, pack).value;
  const found = alone(findTalks(partTalks({ text, outline, sentences: whole, mentions, dates, url }, pack), pack));
  return { text, ...found.value, issues: found.issues };
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
    const found = talksOf(pageOf(row), pack, row.url).talks.map(plain);
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
    test.each(cases.flatMap((row) => (row.sides ? [[name(row), row] as const] : [])))('the sides of all whom it names: %s', (_, row) => {
      const named = talksOf(pageOf(row), pack, row.url).mentions.filter(({ kind }) => kind === 'person' || kind === 'office');
      expect(named.map(({ text, party }) => `${text} ${party ?? '-'}`)).toEqual(row.sides);
    });
    test('pages without talks say so', () => {
      for (const row of cases.filter(({ finds }) => finds.length === 0))
        expect(talksOf(pageOf(row), pack, row.url).issues.map(({ code }) => code)).toContain('talks/none-found');
    });
    test('every place in the talks quotes the text', () => {
      for (const row of cases) {
        const { talks, text } = talksOf(pageOf(row), pack, row.url);
        for (const { place, occasion, participants, date } of talks) {
          if (place) expect(text.slice(...place.span)).toBe(place.name);
          if (occasion) expect(text.slice(...occasion.span)).toBe(occasion.value);
          if (date) expect(text.slice(...date.span)).toBe(date.text);
          for (const { name, spans } of participants) {
            expect(spans.length).toBeGreaterThan(0);
            expect(spans.some((span) => text.slice(...span).includes(name))).toBe(true);
          }
        }
      }
    });
    test('any cut of a page is read without a throw', () => {
      const page = cases.map(pageOf).join('\n\n');
      fc.assert(
        fc.property(fc.nat(page.length), fc.nat(400), (from, length) => {
          expect(() => talksOf(page.slice(from, from + length), pack)).not.toThrow();
        }),
        { seed: 7, numRuns: 200 },
      );
    });
  });
}
