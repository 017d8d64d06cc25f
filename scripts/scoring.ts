/**
 * Holds the reading against labelled readouts. A statement is right where its words are found with the act and the side; F1 joins
 * how many of those found are right with how many of those expected are found.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { intake } from '../src/intake/intake.ts';
import { loadPack } from '../src/language/load.ts';
import { read } from '../src/reading/read.ts';
import type { Reading, Statement } from '../src/record/reading.ts';

interface ExpectedStatement {
  path: string;
  act: string | string[];
  speakers: string[];
  mode: string;
  has: string;
  withheld?: boolean;
  replies?: boolean;
  points?: number;
}
interface Expected {
  /** What kind of text it is: a readout where talks are told and nothing is said. */
  kind?: string;
  /** Where the page was published, when its address is known: it may tell who speaks. */
  url?: string;
  /** The day on which it was published, where the page does not say it and whoever hands it in knows. */
  given?: string;
  published?: string | number;
  talks: Record<string, unknown>[];
  statements?: ExpectedStatement[];
  dates?: { words: string; value?: string | number; duration?: string }[];
  commitments?: { kind: string; by: string[]; to: string[]; stage: string; due?: string | number }[];
  instruments?: { name: string; events: { event: string; date?: string | number }[] }[];
}

/** Right, of those found, of those expected. */
interface Tally {
  right: number;
  found: number;
  expected: number;
}

const root = resolve(import.meta.dirname, '..');
const packs = new Map<string, ReturnType<typeof loadPack>>();
let tallies = new Map<string, Tally>();
let errors: string[] = [];
let documents = 0;

export interface Figure extends Tally {
  readonly f1: number;
}

export interface Score {
  readonly documents: number;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Each difference, on a line. */
  readonly errors: readonly string[];
}

/** @param folders looked through for folders with an expected.yaml. */
export function scoreOf(folders: readonly string[]): Score {
  tallies = new Map();
  errors = [];
  documents = 0;
  for (const folder of folders) for (const place of labelled(folder)) score(place);
  const figures: Record<string, Figure> = {};
  for (const [key, tally] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) {
    const all = tally.found + tally.expected;
    figures[key] = { ...tally, f1: all === 0 ? 1 : Math.round((20000 * tally.right) / all) / 10000 };
  }
  return { documents, figures, errors };
}

/** The folders of a folder that have an expected.yaml. */
export function labelled(folder: string): string[] {
  const here = existsSync(join(folder, 'expected.yaml')) ? [folder] : [];
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...here, ...below.flatMap((entry) => labelled(join(folder, entry.name)))];
}

function score(folder: string): void {
  const expected = parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')) as Expected;
  const source = readdirSync(folder).find((name) => name.startsWith('source.'));
  if (!source) return;
  documents++;
  const code = /(?:^|[\\/])([a-z]{2})-[a-z]{2}$/.exec(folder)?.[1] ?? 'ja';
  const pack = packs.get(code) ?? loadPack(join(root, 'languages', code));
  packs.set(code, pack);
  const mediaType = source.endsWith('.html') ? 'text/html' : 'text/plain';
  const { url, given } = expected;
  const record = read(intake(readFileSync(join(folder, source)), { mediaType, ...(url && { url }) }), pack, given ? { published: given } : {});
  const name = relative(root, folder).replace(/^(\.\.\/)+/, '');
  scoreKind(name, expected, record);
  scoreTalks(name, expected, record);
  scoreStatements(name, expected.statements ?? [], record);
  scoreDates(name, expected, record);
  scoreCommitments(name, expected, record);
  scoreInstruments(name, expected, record);
}

function add(key: string, right: number, found: number, expected: number): void {
  const tally = tallies.get(key) ?? { right: 0, found: 0, expected: 0 };
  tallies.set(key, { right: tally.right + right, found: tally.found + found, expected: tally.expected + expected });
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}

function scoreKind(name: string, { kind, talks }: Expected, { document }: Reading): void {
  const want = kind ?? (talks.length > 0 ? 'readout' : undefined);
  if (want === undefined) return;
  add('kind', document.kind?.value === want ? 1 : 0, document.kind ? 1 : 0, 1);
  if (document.kind?.value !== want) errors.push(`${name}: kind ${document.kind?.value} (${document.kind?.rule}), not ${want}`);
}

function scoreTalks(name: string, expected: Expected, record: Reading): void {
  add('talks', Math.min(record.talks.length, expected.talks.length), record.talks.length, expected.talks.length);
  if (record.talks.length !== expected.talks.length) errors.push(`${name}: ${record.talks.length} talks, not ${expected.talks.length}`);
  expected.talks.forEach((wanted, i) => {
    const got = record.talks[i];
    if (!got) return;
    const fields: [string, unknown][] = [
      ['kind', got.kind],
      ['level', got.level],
      ['date', got.date?.edtf],
      ['start', got.start?.edtf],
      // a length that is worked out from a beginning and an end need not be labelled
      ['duration', wanted.duration === undefined && got.duration?.basis === 'inferred' ? undefined : got.duration?.duration],
    ];
    for (const [field, value] of fields) {
      const want = wanted[field];
      if (want === undefined && value === undefined) continue;
      const right = String(want) === String(value);
      add(`talks.${field}`, right ? 1 : 0, value === undefined ? 0 : 1, want === undefined ? 0 : 1);
      if (!right) errors.push(`${name}: talks.${field} ${value}, not ${want}`);
    }
    const parties = wanted.parties as string[];
    const rightParties = same(got.parties, parties) && got.parties[0] === parties[0];
    add('talks.parties', rightParties ? 1 : 0, 1, 1);
    if (!rightParties) errors.push(`${name}: talks.parties ${got.parties}, not ${parties}`);
    const people = (wanted.participants ?? []) as { name: string; party: string; role?: string }[];
    const met = people.filter((want) =>
      got.participants.some((one) => one.name.includes(want.name) && one.party === want.party && (!want.role || one.role === want.role)),
    );
    add('talks.participants', met.length, got.participants.length, people.length);
    if (met.length !== people.length || got.participants.length !== people.length)
      errors.push(
        `${name}: participants ${got.participants.map((one) => `${one.name}/${one.party}/${one.role}`)}, not ${people.map((one) => `${one.name}/${one.party}/${one.role}`)}`,
      );
  });
}

/** A label may run on over the connector or the stop after the predicate, and has plain blanks where a page has others. */
function quoted(record: Reading, one: Statement): string {
  return record.document.text.slice(one.span[0], one.span[1] + 8).replace(/\s+/g, ' ');
}

function scoreStatements(name: string, expected: readonly ExpectedStatement[], record: Reading): void {
  const used = new Set<Statement>();
  const acts = (want: ExpectedStatement): string[] => (Array.isArray(want.act) ? want.act : [want.act]);
  const holding = (want: ExpectedStatement): Statement[] =>
    record.statements.filter((one) => !used.has(one) && quoted(record, one).includes(want.has));
  let right = 0;
  for (const want of expected) {
    const candidates = holding(want);
    const grade = (one: Statement): number =>
      (acts(want).includes(one.act) ? 4 : 0) +
      (same(
        one.speakers.map(({ party }) => party),
        want.speakers,
      )
        ? 2
        : 0) +
      (one.path === want.path ? 1 : 0);
    const got = candidates.sort((a, b) => grade(b) - grade(a))[0];
    const label = `${name} ${want.path} ${acts(want).join('|')} ${want.speakers.join('+')} «${want.has}»`;
    if (!got) {
      errors.push(`${label}: missing`);
      add('statements.found', 0, 0, 1);
      continue;
    }
    used.add(got);
    const act = acts(want).includes(got.act);
    const side = same(
      got.speakers.map(({ party }) => party),
      want.speakers,
    );
    if (act && side) right++;
    add('statements.found', 1, 1, 1);
    add('statements.act', act ? 1 : 0, 1, 1);
    add('statements.side', side ? 1 : 0, 1, 1);
    add('statements.mode', got.mode === want.mode ? 1 : 0, 1, 1);
    add('statements.path', got.path === want.path ? 1 : 0, 1, 1);
    add('statements.withheld', want.withheld && got.withheld ? 1 : 0, got.withheld ? 1 : 0, want.withheld ? 1 : 0);
    add('statements.replies', want.replies && got.repliesTo ? 1 : 0, got.repliesTo ? 1 : 0, want.replies ? 1 : 0);
    if (want.points) add('statements.points', got.points?.length === want.points ? 1 : 0, 1, 1);
    const differs = [
      act ? '' : `act ${got.act}`,
      side ? '' : `speakers ${got.speakers.map(({ party, rule }) => `${party}${rule ? `(${rule})` : ''}`).join('+') || 'none'}`,
      got.mode === want.mode ? '' : `mode ${got.mode}`,
      got.path === want.path ? '' : `path ${got.path}`,
      Boolean(want.withheld) === Boolean(got.withheld) ? '' : `withheld ${got.withheld}`,
      Boolean(want.replies) === Boolean(got.repliesTo) ? '' : `replies ${Boolean(got.repliesTo)}`,
      want.points && got.points?.length !== want.points ? `points ${got.points?.length}` : '',
    ].filter(Boolean);
    if (differs.length > 0) errors.push(`${label}: ${differs.join(', ')} [${got.rule}]`);
  }
  for (const extra of record.statements.filter((one) => !used.has(one))) {
    errors.push(
      `${name} ${extra.path} ${extra.act} ${extra.speakers.map(({ party }) => party).join('+')} «${extra.quote.slice(-40)}»: invented [${extra.rule}]`,
    );
    add('statements.found', 0, 1, 0);
  }
  add('statements', right, record.statements.length, expected.length);
}

function scoreDates(name: string, expected: Expected, record: Reading): void {
  const used = new Set<number>();
  let right = 0;
  for (const want of expected.dates ?? []) {
    const value = want.value === undefined ? undefined : String(want.value);
    const at = record.dates.findIndex(
      (got, i) => !used.has(i) && got.text === want.words && (got.edtf ?? undefined) === value && got.duration === want.duration,
    );
    const loose =
      at >= 0
        ? at
        : record.dates.findIndex(
            (got, i) =>
              !used.has(i) &&
              (got.text.includes(want.words) || want.words.includes(got.text)) &&
              got.edtf === value &&
              got.duration === want.duration,
          );
    if (loose < 0) {
      const near = record.dates.find((got) => got.text.includes(want.words) || want.words.includes(got.text));
      errors.push(
        `${name} date «${want.words}» ${value ?? want.duration ?? 'open'}: ${near ? `«${near.text}» ${near.edtf ?? near.duration ?? 'open'}` : 'missing'}`,
      );
      continue;
    }
    used.add(loose);
    right++;
  }
  const extra = record.dates.filter((got, i) => !used.has(i) && !coveredBy(got.text, expected));
  for (const got of extra) errors.push(`${name} date «${got.text}» ${got.edtf ?? got.duration ?? 'open'}: invented`);
  add('dates', right, right + extra.length, (expected.dates ?? []).length);
}

/** A clock time that stands inside the words of an expected day is told by it. */
function coveredBy(words: string, expected: Expected): boolean {
  return (expected.dates ?? []).some((want) => want.words.includes(words));
}

function scoreCommitments(name: string, expected: Expected, record: Reading): void {
  const used = new Set<number>();
  const missing: NonNullable<Expected['commitments']> = [];
  let right = 0;
  for (const want of expected.commitments ?? []) {
    const at = record.commitments.findIndex(
      (got, i) => !used.has(i) && got.kind === want.kind && same(got.by, want.by) && same(got.to, want.to) && got.stage === want.stage,
    );
    if (at < 0) {
      const near = record.commitments.find((got) => got.kind === want.kind);
      errors.push(`${name} commitment ${want.kind} ${want.by}→${want.to} ${want.stage}: ${near ? `${near.by}→${near.to} ${near.stage}` : 'missing'}`);
      missing.push(want);
      continue;
    }
    used.add(at);
    right++;
  }
  // a promise that is right for another label is nobody's debt turned round
  for (const want of missing)
    if (
      record.commitments.some(
        (got, i) => !used.has(i) && got.kind === want.kind && same(got.by, want.to) && same(got.to, want.by) && !same(got.by, got.to),
      )
    )
      add('commitments.swapped', 0, 1, 0);
  record.commitments.forEach((got, i) => {
    if (!used.has(i)) errors.push(`${name} commitment ${got.kind} ${got.by}→${got.to} ${got.stage} «${got.what}»: invented`);
  });
  add('commitments', right, record.commitments.length, (expected.commitments ?? []).length);
}

function scoreInstruments(name: string, expected: Expected, record: Reading): void {
  const wanted = (expected.instruments ?? []).flatMap(({ name: title, events }) => (events ?? []).map((event) => ({ title, ...event })));
  const got = record.instruments.flatMap(({ name: title, events }) => events.map((event) => ({ title, event: event.event, date: event.date.edtf })));
  const used = new Set<number>();
  let right = 0;
  for (const want of wanted) {
    const at = got.findIndex(
      (one, i) =>
        !used.has(i) &&
        (one.title.includes(want.title) || want.title.includes(one.title)) &&
        one.event === want.event &&
        (want.date === undefined || String(want.date) === one.date),
    );
    if (at < 0) errors.push(`${name} instrument ${want.title} ${want.event} ${want.date}: missing`);
    else {
      used.add(at);
      right++;
    }
  }
  got.forEach((one, i) => {
    if (!used.has(i)) errors.push(`${name} instrument ${one.title} ${one.event} ${one.date}: invented`);
  });
  add('instruments.events', right, got.length, wanted.length);
}
