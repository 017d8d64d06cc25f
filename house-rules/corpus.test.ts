/** The corpus is sound, and the reading of it is no worse than the figures kept with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { labelled, type Score, scoreOf } from '../scripts/scoring.ts';
import { readDocument } from '../src/desk/read.ts';
import { intake } from '../src/intake/intake.ts';
import { loadPack } from '../src/language/load.ts';
import { ACTS, type Act } from '../src/record/acts.generated.ts';
import { INSTRUMENT_STEPS, type InstrumentStep } from '../src/record/instrument-steps.generated.ts';
import { OFFICES, type Role } from '../src/record/offices.generated.ts';
import type { OutlineNode } from '../src/record/reading.ts';
import { commitmentKinds, documentKinds, stages, talksKinds, talksLevels } from '../src/record/schema.ts';
import { isEdtfWords } from './edtf.ts';

const root = resolve(import.meta.dirname, '..');
const corpus = join(root, 'corpus');
const folders = labelled(corpus).sort();

const edtf = z.union([z.string(), z.number()]).transform(String).refine(isEdtfWords, 'no EDTF');
const party = z.string().regex(/^[A-Z][A-Z0-9]+$/, 'no code of a party; is "NO" quoted?');
const act = z.enum(Object.keys(ACTS) as [Act, ...Act[]]);
const length = z.string().regex(/^P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?)?$/);

/** What corpus/README.md says of expected.yaml. */
const expectedFile = z.strictObject({
  kind: z.enum(documentKinds).optional(),
  published: edtf.optional(),
  talks: z.array(
    z.strictObject({
      kind: z.enum(talksKinds),
      level: z.enum(talksLevels),
      date: edtf.optional(),
      start: edtf.optional(),
      end: edtf.optional(),
      duration: length.optional(),
      place: z.string().optional(),
      parties: z.array(party).min(1),
      participants: z.array(z.strictObject({ name: z.string(), party, role: z.enum(Object.keys(OFFICES) as [Role, ...Role[]]) })),
    }),
  ),
  statements: z.array(
    z.strictObject({
      path: z.string().min(1),
      act: z.union([act, z.array(act).min(2)]),
      speakers: z.array(party),
      mode: z.enum(['joint', 'each', 'one']),
      has: z.string().min(2).max(30),
      withheld: z.literal(true).optional(),
      replies: z.literal(true).optional(),
      points: z.number().int().min(2).optional(),
      voice: z.enum(['publisher', 'press']).optional(),
    }),
  ),
  dates: z.array(z.strictObject({ words: z.string().min(1), value: edtf.optional(), duration: length.optional() })),
  commitments: z.array(
    z.strictObject({
      kind: z.enum(commitmentKinds),
      by: z.array(party).min(1),
      to: z.array(party).min(1),
      stage: z.enum(stages),
      due: edtf.optional(),
    }),
  ),
  instruments: z.array(
    z.strictObject({
      name: z.string().min(2),
      parties: z.array(party).optional(),
      events: z.array(
        z.strictObject({ event: z.enum(Object.keys(INSTRUMENT_STEPS) as [InstrumentStep, ...InstrumentStep[]]), date: edtf.optional() }),
      ),
    }),
  ),
});

const languageOf = (folder: string) => /^([a-z]{2})-[a-z]{2}$/.exec(basename(folder))?.[1] ?? 'ja';
const sourceOf = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('source.'));
const paths = (nodes: readonly OutlineNode[]): string[] => nodes.flatMap((node) => [node.path, ...paths(node.children)]);

describe.each(folders.map((folder) => [relative(corpus, folder), folder] as const))('%s', (_, folder) => {
  const [source = '', ...others] = sourceOf(folder);
  const wanted = expectedFile.safeParse(parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')));
  const bytes = readFileSync(join(folder, source));
  const mediaType = source.endsWith('.html') ? 'text/html' : 'text/plain';

  test('has one source, and labels of the form that corpus/README.md gives', () => {
    expect(others).toEqual([]);
    expect(source).toMatch(/^source\.(txt|html)$/);
    expect(wanted.error?.issues ?? []).toEqual([]);
  });

  test('its words stand in the text, in its order', () => {
    const { text } = intake(bytes, { mediaType });
    const { statements, dates, talks, instruments } = wanted.data!;
    const inOrder = (words: readonly string[], what: string) => {
      let at = 0;
      for (const each of words) {
        const found = text.indexOf(each, at);
        expect(found, `${what} «${each}» after ${at}`).toBeGreaterThanOrEqual(0);
        at = found;
      }
    };
    for (const { has } of statements) expect(text, has).toContain(has);
    for (const { words } of dates) expect(text, words).toContain(words);
    for (const { place, participants } of talks)
      for (const words of [place ?? '', ...participants.map(({ name }) => name)]) expect(text).toContain(words);
    for (const { name } of instruments) expect(text, name).toContain(name);
    inOrder(
      statements.map(({ has }) => has),
      'statement',
    );
  });

  test('speakers are of the talks; one side alone has one party or none, both have two', () => {
    const { statements, talks } = wanted.data!;
    const met = new Set(talks.flatMap(({ parties }) => parties));
    for (const { speakers, mode, has } of statements) {
      for (const speaker of speakers) expect([...met], has).toContain(speaker);
      if (mode === 'joint' || mode === 'each') expect(speakers.length, has).toBeGreaterThan(1);
      else expect(speakers.length, has).toBeLessThan(2);
    }
    if (talks.length === 0) expect(statements).toEqual([]);
  });

  test('places are those of the page', () => {
    const pack = loadPack(join(root, 'languages', languageOf(folder)));
    const there = new Set(paths(readDocument(bytes, { languages: [pack], mediaType }).document.outline));
    for (const { path } of wanted.data!.statements) expect([...there]).toContain(path);
  });
});

test('the corpus is as large as it is said to be, and labels that are wrong are seen', () => {
  const readouts = folders.filter((folder) => !folder.includes('lookalikes'));
  expect(readouts.length).toBeGreaterThanOrEqual(40);
  expect(folders.length - readouts.length).toBeGreaterThanOrEqual(15);
  const good = { talks: [], statements: [], dates: [{ words: '4月9日', value: '2031-04-09' }], commitments: [], instruments: [] };
  expect(expectedFile.safeParse(good).success).toBe(true);
  expect(expectedFile.safeParse({ ...good, dates: [{ words: '4月9日', value: '2031-02-30' }] }).success).toBe(false);
  expect(expectedFile.safeParse({ ...good, sayings: [] }).success).toBe(false);
  expect(expectedFile.safeParse({ ...good, commitments: [{ kind: 'visit', by: [false], to: ['JP'], stage: 'agreed' }] }).success).toBe(false);
});

/** `npm run score -- --keep` keeps the figures of now: run it where a change makes them better, or says why one is worse. */
test('no figure is below the one that is kept', () => {
  const file = join(corpus, 'score.json');
  expect(existsSync(file)).toBe(true);
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Score;
  const now = scoreOf([corpus]);
  expect(worse(kept, now)).toEqual([]);
  expect(worse({ ...kept, figures: { ...kept.figures, statements: { right: 1, found: 1, expected: 1, f1: 1.1 } } }, now).length).toBe(1);
}, 30_000);

function worse(kept: Score, now: Score): string[] {
  const lost = Object.entries(kept.figures).flatMap(([what, { f1 }]) => {
    const of = now.figures[what]?.f1 ?? 0;
    return of < f1 ? [`${what}: ${of}, was ${f1}`] : [];
  });
  // Figures that only appear where something is wrong, as commitments with debtor and creditor changed over.
  const bad = Object.keys(now.figures).filter((what) => !(what in kept.figures) && now.figures[what]?.right === 0);
  return [...lost, ...bad.map((what) => `${what}: ${now.figures[what]?.found}`), ...(now.documents < kept.documents ? ['documents'] : [])];
}
