/** Vocabularies are whole: every code that the program may utter has its words in each language that Memcon speaks, and none is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadVoices } from '../scripts/pages/voices.ts';
import { isMisuse } from '../src/cli/faults.ts';
import { Fault } from '../src/fault.ts';
import { ACTS } from '../src/record/acts.generated.ts';
import { INSTRUMENT_STEPS } from '../src/record/instrument-steps.generated.ts';
import { OFFICES } from '../src/record/offices.generated.ts';
import { TOPICS } from '../src/record/topics.generated.ts';

const root = resolve(import.meta.dirname, '..');
const voices = loadVoices(`${root}/`);
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !/(?:^|\/)(?:test-[a-z]+|fixture)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, 'src', name), 'utf8') }));

/** Codes written as `code: 'room/what'`, `code = … ? 'a/b' : 'c/d'` or a type of such; what a call of `makeFault`, `refuse` or `faultPage` names. */
function codesIn(text: string, of: RegExp): string[] {
  return [...text.matchAll(of)].flatMap((match) => [...match[0].matchAll(/'([a-z]+\/[a-z-]+)'/g)].map((code) => code[1] as string));
}
/** Rooms that have faults of their own leave the room's name away: `archiveFault('locked')` is `archive/locked`. */
function ownCodesIn(text: string): string[] {
  return [...text.matchAll(/\b([a-z]+)Fault\(([^;{}]*)/g)].flatMap(([, room, words = '']) =>
    room === 'make' ? [] : [...words.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map((code) => `${room}/${code[1]}`),
  );
}
const CODE = /\bcode(?::| =)[^;{}()]*/g;
const FAULT = /\b(?:makeFault|refuse|faultPage|confirmed|new Fault|super)\([^;{}]*/g;
const issues = new Set(
  sources
    .filter(({ name }) => !/^(?:cli|web|api|access|archive)\/|^desk\/(?:incoming\/files|faults)|^server\.ts/.test(name))
    .flatMap(({ text }) => codesIn(text, CODE)),
);
const faults = new Set(
  sources
    .filter(({ name }) => /^(?:cli|web|api|access|archive|desk)\/|^server\.ts/.test(name))
    .flatMap(({ name, text }) => [...codesIn(text, FAULT), ...ownCodesIn(text), ...(name === 'desk/incoming/files.ts' ? codesIn(text, CODE) : [])]),
);

test('codes are found in the program', () => {
  expect(issues.size).toBeGreaterThan(15);
  expect(faults.size).toBeGreaterThan(20);
  expect(ownCodesIn("throw shelfFault(a ? 'full' : 'no-room', { b: 'c' })")).toEqual(['shelf/full', 'shelf/no-room']);
  expect(codesIn("const code = a ? 'dates/x' : 'dates/y-z';", CODE)).toEqual(['dates/x', 'dates/y-z']);
});

describe.each(voices)('in $code', ({ phrases }) => {
  test('every issue has its words, and no words stand for none', () => {
    expect(Object.keys(phrases.issues).sort()).toEqual([...issues].sort());
  });
  test('every fault has its cause and its cure, and no words stand for none', () => {
    expect(Object.keys(phrases.faults).sort()).toEqual([...faults].sort());
  });
  test('every act, role and step has its name', () => {
    expect(Object.keys(phrases.acts).sort()).toEqual(Object.keys(ACTS).sort());
    expect(Object.keys(phrases.roles).sort()).toEqual(Object.keys(OFFICES).sort());
    expect(Object.keys(phrases.events).sort()).toEqual(Object.keys(INSTRUMENT_STEPS).sort());
  });
  test('no two acts have one name', () => {
    const names = Object.values(phrases.acts);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

test('the same names in braces in each language', () => {
  const slots = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  const [first, ...others] = voices.map(({ phrases: { issues, faults } }) => ({
    ...issues,
    ...Object.fromEntries(Object.entries(faults).map(([code, { problem, cure }]) => [code, problem + cure])),
  }));
  for (const other of others) for (const [code, words] of Object.entries(other)) expect(slots(words), code).toEqual(slots(first?.[code] ?? ''));
});

test('topics: every wider one is there, and none holds itself', () => {
  const wider = (topic: string) => (TOPICS as Record<string, { within?: string }>)[topic]?.within;
  for (const topic of Object.keys(TOPICS)) {
    const seen = new Set<string>();
    for (let at: string | undefined = topic; at !== undefined; at = wider(at)) {
      expect(seen.has(at), topic).toBe(false);
      expect(Object.keys(TOPICS)).toContain(at);
      seen.add(at);
    }
  }
});

test('misuse is told from failure by codes that exist', () => {
  const misuse = [...faults].filter((code) => isMisuse(new Fault(code, '', '')));
  expect(misuse.length).toBeGreaterThan(10);
  const named = [...readFileSync(join(root, 'src/cli/faults.ts'), 'utf8').matchAll(/'(cli\/[a-z-]+)'/g)].map((match) => match[1] as string);
  expect(named.filter((code) => !faults.has(code))).toEqual([]);
});
