import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadPack } from '../language/load.ts';
import type { Instrument } from '../record/reading.ts';
import { instrumentEvents } from '../record/schema.ts';
import { pageOf } from './test-page.ts';

interface Case {
  readonly text: string;
  readonly parties?: readonly string[];
  readonly finds: readonly Record<string, unknown>[];
  readonly gap?: string;
}

/** A step without its day, then with it. */
const UNDATED: Record<string, { readonly open: string; readonly step: string; readonly dated: string; readonly day: string }> = {
  ja: { open: '双方は、租税条約の署名を歓迎した。', step: '署名', dated: '両外相は、昨年署名した租税条約を評価した。', day: '2009' },
  en: {
    open: 'The two ministers welcomed the signing of the Tax Convention.',
    step: 'the signing of',
    dated: 'They also welcomed the signing of the Tax Convention on 5 May 2009.',
    day: '2009-05-05',
  },
};

const languages = resolve(import.meta.dirname, '../../languages');

/** An instrument as the cases write it; its parties only where the row names them. */
function told({ name, kind, parties, events }: Instrument, want: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name,
    kind,
    ...(want.of !== undefined && { of: parties.join('+') }),
    ...Object.fromEntries(events.map(({ event, date }) => [event, date.edtf ?? 'untold'])),
  };
}

for (const code of readdirSync(languages)) {
  const file = join(languages, code, 'instruments.cases.yaml');
  if (!existsSync(file)) continue;
  const cases = parse(readFileSync(file, 'utf8')) as Case[];
  const pack = loadPack(join(languages, code));
  const find = ({ text, parties, finds }: Case) => pageOf(text, pack, parties).instruments.map((one, i) => told(one, finds[i]));

  describe(`instruments of ${code}`, () => {
    test.each(cases.filter(({ gap }) => !gap))('$text', (row) => expect(find(row)).toEqual(row.finds));
    test.each(cases.filter(({ gap }) => gap))('gap still open: $text', (row) => expect(find(row)).not.toEqual(row.finds));

    test('each step has a case, and as many rows tell of none as the table needs', () => {
      const steps = new Set(cases.flatMap(({ finds }) => finds.flatMap((one) => Object.keys(one))));
      for (const step of instrumentEvents) expect(steps).toContain(step);
      expect(cases.filter(({ finds }) => finds.length === 0).length).toBeGreaterThan(pack.initial ? 8 : 20);
    });

    const undated = Object.entries(UNDATED).flatMap(([language, example]) => (language === code ? [example] : []));
    test.each(undated)('a step told without its day gives way to the same with a day, and says so until then', ({ open, step, dated, day }) => {
      const [first] = pageOf(open, pack).instruments[0]?.events ?? [];
      expect(first?.date).toMatchObject({ text: step, basis: 'inferred', rule: 'instruments/no-day-told' });
      const both = pageOf(`${open}\n${dated}`, pack).instruments[0]?.events;
      expect(both?.map(({ date }) => date.edtf)).toEqual([day]);
    });

    test('whatever stands between the words, spans lie in the text and each step is told once a day', () => {
      const words = cases.flatMap(({ text }) => text.split(/(?<=[、。\n]|の|を|に|した)/));
      fc.assert(
        fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }), (parts) => {
          const text = parts.join('');
          for (const { name, spans, events } of pageOf(text, pack).instruments) {
            expect(spans.map((span) => text.slice(...span)).some((words) => words === name)).toBe(true);
            for (const { date } of events) if (date.rule !== 'instruments/at-the-talks') expect(text.slice(...date.span)).toBe(date.text);
            expect(new Set(events.map(({ event, date }) => `${event} ${date.edtf}`)).size).toBe(events.length);
          }
        }),
        { seed: 20101113, numRuns: 120 },
      );
    }, 60_000);
  });
}
