import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isValid } from '@edtf-ts/core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadPack } from '../language/load.ts';
import type { DateMention } from '../record/reading.ts';
import { findDates } from './dates.ts';

interface Find {
  readonly words: string;
  readonly value?: string | number;
  readonly duration?: string;
  readonly basis?: string;
  readonly by?: string;
  readonly approximate?: boolean;
  readonly anchor?: string | number;
  readonly zone?: string;
}
interface Case {
  readonly text: string;
  readonly given?: string | number;
  readonly finds: readonly Find[];
  readonly issues?: readonly string[];
  readonly gap?: string;
}

const languages = resolve(import.meta.dirname, '../../languages');

/** As the case tells it: only what it asks for, but always words, value, duration and approximate. */
function told(mention: DateMention, asked: Find | undefined): Find {
  return {
    words: mention.text,
    ...(mention.edtf !== undefined && { value: mention.edtf }),
    ...(mention.duration !== undefined && { duration: mention.duration }),
    ...(mention.approximate && { approximate: true }),
    ...(asked?.basis && { basis: mention.basis }),
    ...(asked?.by && { by: (mention.rule ?? '').replace(/^[a-z]+\.dates\//, '') }),
    ...(asked?.anchor && { anchor: mention.anchor ?? '' }),
    ...(asked?.zone && { zone: mention.zone ?? '' }),
  };
}

/** EDTF tells seconds, or nothing, after a time's minutes; our contract stops at the minute. */
export const isEdtf = (edtf: string): boolean => isValid(/T\d\d:\d\d$/.test(edtf) ? `${edtf}:00` : edtf);

for (const code of readdirSync(languages)) {
  const file = join(languages, code, 'dates.cases.yaml');
  let cases: Case[];
  try {
    cases = parse(readFileSync(file, 'utf8')) as Case[];
  } catch {
    continue;
  }
  const pack = loadPack(join(languages, code));
  const found = (one: Case) => findDates(one.text, pack, one.given === undefined ? {} : { published: String(one.given) });
  const got = (one: Case) => {
    const { value, issues } = found(one);
    return { finds: value.map((mention, i) => told(mention, one.finds[i])), issues: issues.map((issue) => issue.code) };
  };
  const wanted = ({ finds, issues }: Case) => ({
    finds: finds.map((find) => ({
      ...find,
      ...(find.value !== undefined && { value: String(find.value) }),
      ...(find.anchor !== undefined && { anchor: String(find.anchor) }),
    })),
    issues: issues ?? [],
  });
  const label = ({ text, given }: Case) => `${text}${given === undefined ? '' : `, published ${given}`}`;

  describe(`dates of ${code}`, () => {
    for (const one of cases) {
      if (one.gap) test(`gap still open: ${label(one)}`, () => expect(got(one)).not.toEqual(wanted(one)));
      else test(label(one), () => expect(got(one)).toEqual(wanted(one)));
    }

    test('every value is EDTF, every inferred one has its anchor, every quote its words', () => {
      for (const one of cases) {
        for (const mention of found(one).value) {
          if (mention.edtf !== undefined) expect(isEdtf(mention.edtf), `${one.text}: ${mention.edtf}`).toBe(true);
          if (mention.basis === 'inferred') expect(mention.anchor, one.text).toBeDefined();
          expect(one.text.slice(...mention.span)).toBe(mention.text);
        }
      }
    });

    test('each shape is found by a case, or keeps one from being found', () => {
      const used = new Set(cases.flatMap((one) => found(one).value.map(({ rule }) => (rule ?? '').split('/')[1])));
      const ids = (pack.dates?.shapes ?? [])
        .filter(({ means, onlyEndsRange }) => means !== 'none' && means !== 'zone' && !onlyEndsRange)
        .map(({ id }) => id);
      expect(
        ids.filter((id) => ![...used].some((rule) => rule === id || rule === `era-${id}` || rule === `relative-${id}` || rule === `context-${id}`)),
      ).toEqual([]);
    });
  });
}
