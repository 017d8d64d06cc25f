import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadPack } from '../language/load.ts';
import type { Pack } from '../language/pack.ts';
import type { Mention } from '../record/reading.ts';
import { findMentions } from './mentions.ts';
import type { Sentence } from './sentences.ts';

interface Case {
  readonly text: string;
  readonly finds: readonly string[];
  readonly gap?: string;
}

const languages = resolve(import.meta.dirname, '../../languages');

/** The whole text as one sentence. */
function mentionsOf(text: string, pack: Pack): Mention[] {
  const sentence = {
    span: [0, text.length],
    passage: { index: 0, kind: 'paragraph', path: 'lede', span: [0, text.length], headings: [] },
  } as Sentence;
  return findMentions(text, [sentence], pack).value;
}

function said({ kind, text, name, office, role, party, basis }: Mention): string {
  const parts = [`${kind} ${text}`, name && `=${name}`, office && `+${office}`, role && `/${role}`, party && `@${party}`];
  return parts.filter(Boolean).join(' ') + (basis === 'inferred' ? '?' : '');
}

function hold(text: string, mentions: readonly Mention[]): void {
  let before = 0;
  for (const { span, text: words, name, office, basis, rule } of mentions) {
    expect(span[0]).toBeGreaterThanOrEqual(before);
    expect(span[1]).toBeGreaterThan(span[0]);
    expect(span[1]).toBeLessThanOrEqual(text.length);
    expect(text.slice(...span)).toBe(words);
    if (name) expect(words).toContain(name);
    if (office) expect(words).toContain(office);
    if (basis === 'inferred') expect(rule).toBeDefined();
    before = span[1];
  }
}

for (const code of readdirSync(languages)) {
  const file = join(languages, code, 'names.cases.yaml');
  let cases: Case[];
  try {
    cases = parse(readFileSync(file, 'utf8')) as Case[];
  } catch {
    continue;
  }
  const pack = loadPack(join(languages, code));
  const find = (text: string) => mentionsOf(text, pack).map(said);

  describe(`names of ${code}`, () => {
    test.each(cases.filter(({ gap }) => !gap))('$text', ({ text, finds }) => {
      expect(find(text)).toEqual(finds);
    });
    test.each(cases.filter(({ gap }) => gap))('gap still open: $text', ({ text, finds }) => {
      expect(find(text)).not.toEqual(finds);
    });
    test('every kind of mention is found by a case', () => {
      const found = new Set(cases.flatMap(({ finds }) => finds.map((one) => one.split(' ')[0])));
      if (pack.initial) expect([...found].sort()).toEqual(['office', 'organisation', 'party', 'person', 'place']);
      else expect([...found].sort()).toEqual(['amount', 'mechanism', 'office', 'organisation', 'party', 'person', 'place']);
    });
    test('any joining of pieces of cases: spans are exact, apart and in order', () => {
      const pieces = cases.flatMap(({ text }) => [text, text.slice(0, 4), text.slice(-5), text.slice(2, 7)]);
      const piece = fc.oneof(
        fc.constantFrom(...pieces),
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom('・', '(', ')', '（', '\ud842', '\u0000', '\u202e', ' ', '日', '米', '兼', '約'),
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
          const text = parts.join('');
          hold(text, mentionsOf(text, pack));
        }),
        { seed: 20, numRuns: 1500 },
      );
    });
    test('nothing is read beyond the sentence', () => {
      for (const { text } of cases) {
        const end = text.length >> 1;
        const sentence = { span: [0, end] } as unknown as Sentence;
        for (const { span } of findMentions(text, [sentence], pack).value) expect(span[1]).toBeLessThanOrEqual(end);
      }
    });
    // Words that blanks set apart are not written in full width.
    const wideRows = pack.initial ? [] : cases.filter(({ text }) => /[A-Z0-9]/.test(text));
    test.each(wideRows)('full-width signs and figures name the same: $text', ({ text, finds }) => {
      const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      expect(mentionsOf(wide(text), pack).length).toBe(finds.length);
    });
  });
}
