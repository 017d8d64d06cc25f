/**
 * Two talks side by side, topic by topic: what was kept, dropped, new, softened, hardened, reworded, moved, in the words of both.
 *
 * 1 every sign of either text is in exactly one row: rows of topics hold what was said, `rest` what no statement tells (headings, the
 * page's furniture, other talks of the page); 2 softened and hardened rest on a ladder of acts or verbs, or on a mark of strength, and
 * say on which; where they point both ways, or against the number of sides that say it, the row is reworded; 3 what a page tells again (points, lede) is compared and not counted
 * twice; 4 texts in two languages are weighed by act alone, their words are not compared.
 */
import type { Reading, Statement, Topic } from '../record/reading.ts';
import { holds, overlap, type Span } from '../text/span.ts';
import { type Step, stepBetween, verbRung } from './ladder.ts';
import { type PersonOf, type Reason, signOf } from './likeness.ts';
import { pair } from './pairing.ts';
import { numbering, type Piece, redline } from './redline.ts';
import { makeSpelling, sounds } from './spelling.ts';
import type { Tongue } from './tongue.ts';
import { makeUnits, type Unit } from './units.ts';

export const CHANGES = ['kept', 'moved', 'reworded', 'softened', 'hardened', 'new', 'dropped'] as const;
export type Change = (typeof CHANGES)[number];

/** What differs between a statement then and now, named. */
export interface Difference {
  readonly what: 'act' | 'verb' | 'strength' | 'side' | 'withheld' | 'person' | 'words';
  /** Acts, verbs, marks of strength or parties, as the records have them. */
  readonly was?: string;
  readonly now?: string;
}

export interface Row {
  readonly change: Change;
  /** Stands elsewhere in the order of the text than it did. */
  readonly moved: boolean;
  /** Told again elsewhere on its page: compared, not counted. */
  readonly again: boolean;
  readonly before?: Unit;
  readonly after?: Unit;
  /** In spans of the two texts; absent where they are in two languages. */
  readonly pieces?: readonly Piece[];
  readonly differences: readonly Difference[];
  readonly step?: Step;
  /** Words that strengthen or soften, gone and come: in spans of the text before and the text after. */
  readonly intensifiers: { readonly gone: readonly Span[]; readonly come: readonly Span[] };
  readonly score?: number;
  readonly reasons: readonly Reason[];
}

export interface TopicRows {
  /** Absent where the statements have no topic. */
  readonly topic?: Topic;
  readonly rows: readonly Row[];
}

export interface Meetings {
  readonly topics: readonly TopicRows[];
  /** What no statement of the two talks tells. */
  readonly rest: readonly Row[];
  readonly counts: Readonly<Record<Change, number>>;
}

/** One side: a reading and, where its page tells of several talks, which. */
export interface Sitting {
  readonly reading: Reading;
  readonly talks?: string | undefined;
  readonly tongue: Tongue;
}

/** Two meetings say many things alike: what is paired must have more in common than two accounts of one meeting. */
const LEAST = { one: 0.47, two: 0.5 };
/** Share of words in common from which a step on a ladder is told as softened or hardened. */
const SAME_MATTER = 0.25;

export interface MeetingsOptions {
  readonly personOf?: PersonOf | undefined;
}

export function compareMeetings(before: Sitting, after: Sitting, { personOf }: MeetingsOptions = {}): Meetings {
  const [then, now] = [sheetOf(before, personOf), sheetOf(after, personOf)];
  const one = before.reading.document.language === after.reading.document.language;
  const pairs = pair(
    then.told.map(({ sign }) => sign),
    now.told.map(({ sign }) => sign),
    { bonus: (i, j) => (then.told[i]?.part === now.told[j]?.part ? 0 : -0.12), least: LEAST },
  );
  const inOrder = longestInOrder(pairs.map(({ right }) => right));
  const [paired, taken] = [
    new Map(pairs.map((each, i) => [each.left, { ...each, moved: !inOrder.has(i) }])),
    new Set(pairs.map(({ right }) => right)),
  ];
  const rows: { row: Row; topic: Topic | undefined; at: number }[] = [];
  for (const [j, { unit, again }] of now.told.entries())
    if (!taken.has(j)) rows.push({ row: alone('new', unit, again), topic: now.topicOf(unit), at: unit.span[0] });
  const ofPair = new Map<number, number>();
  for (const [i, old] of then.told.entries()) {
    const found = paired.get(i);
    if (!found) continue;
    const current = now.told[found.right] as Told;
    ofPair.set(i, current.unit.span[0]);
    const row = weigh(old, current, { moved: found.moved, score: found.score, reasons: found.reasons, one, before, after });
    rows.push({ row, topic: now.topicOf(current.unit) ?? then.topicOf(old.unit), at: current.unit.span[0] });
  }
  // What was dropped stands after what it stood after.
  let last = -1;
  for (const [i, { unit, again }] of then.told.entries()) {
    last = ofPair.get(i) ?? last;
    if (!paired.has(i)) rows.push({ row: alone('dropped', unit, again), topic: then.topicOf(unit), at: last + 0.5 });
  }
  rows.sort((a, b) => a.at - b.at);
  const topics = new Map<Topic | undefined, Row[]>();
  for (const { row, topic } of rows) topics.set(topic, [...(topics.get(topic) ?? []), row]);
  const counts = Object.fromEntries(CHANGES.map((change) => [change, 0])) as Record<Change, number>;
  for (const { row } of rows) if (!row.again) counts[row.change]++;
  return {
    topics: [...topics].map(([topic, list]) => ({ ...(topic && { topic }), rows: list })),
    rest: compareRest(then.rest, now.rest, before, after, one),
    counts,
  };
}

interface Told {
  readonly unit: Unit;
  /** The statement by which the unit is known: the first that it tells. */
  readonly lead: Statement;
  readonly sign: ReturnType<typeof signOf>;
  readonly part: 'points' | 'body';
  readonly again: boolean;
}

interface Sheet {
  readonly told: readonly Told[];
  readonly rest: readonly Unit[];
  topicOf(unit: Unit): Topic | undefined;
}

function sheetOf({ reading, talks, tongue }: Sitting, personOf: PersonOf | undefined): Sheet {
  const units = makeUnits(reading);
  const of = (unit: Unit) => unit.statements.find((one) => talks === undefined || one.talks === talks);
  const retold = new Set(reading.statements.filter(({ path }) => !inPoints(path)).flatMap(({ restates = [] }) => restates));
  const told = units.flatMap((unit): Told[] => {
    const lead = of(unit);
    if (!lead) return [];
    const part = inPoints(lead.path) ? 'points' : 'body';
    return [{ unit, lead, part, sign: signOf(reading, lead, tongue, personOf), again: part === 'points' && retold.has(lead.id) }];
  });
  const bySection = topicsOfSections(told);
  return {
    told,
    rest: units.filter((unit) => !of(unit)),
    topicOf: (unit) => {
      const lead = of(unit);
      if (!lead) return undefined;
      const most = bySection.get(sectionOf(lead.path));
      return most && (lead.topics.length === 0 || lead.topics.includes(most)) ? most : (lead.topics[0] ?? most);
    },
  };
}

function inPoints(path: string): boolean {
  return path === 'points' || path.startsWith('points/');
}

/** The outermost node: `3` of `3(2)`. Points have no section: each is of its own topic. */
function sectionOf(path: string): string {
  return inPoints(path) || path === 'lede' ? path : (/^s?\d+/.exec(path)?.[0] ?? path);
}

/** The topic that most statements of a section have. */
function topicsOfSections(told: readonly Told[]): Map<string, Topic> {
  const counts = new Map<string, Map<Topic, number>>();
  for (const { lead } of told) {
    const of = counts.get(sectionOf(lead.path)) ?? new Map<Topic, number>();
    counts.set(sectionOf(lead.path), of);
    for (const topic of lead.topics) of.set(topic, (of.get(topic) ?? 0) + 1);
  }
  const most = new Map<string, Topic>();
  for (const [section, of] of counts) {
    const [first] = [...of].sort((a, b) => b[1] - a[1]);
    if (first) most.set(section, first[0]);
  }
  return most;
}

function alone(change: 'new' | 'dropped', unit: Unit, again: boolean): Row {
  const there = change === 'dropped';
  return {
    change,
    moved: false,
    again,
    ...(there ? { before: unit } : { after: unit }),
    pieces: [there ? { kind: 'gone', before: unit.span } : { kind: 'come', after: unit.span }],
    differences: [],
    intensifiers: { gone: [], come: [] },
    reasons: [],
  };
}

interface Weighing {
  readonly moved: boolean;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly one: boolean;
  readonly before: Sitting;
  readonly after: Sitting;
}

function weigh(old: Told, current: Told, { moved, score, reasons, one, before, after }: Weighing): Row {
  const [a, b] = [old.lead, current.lead];
  const differences: Difference[] = [];
  const step = stepBetween(a.act, b.act);
  const ways = new Set<number>();
  if (a.act !== b.act) {
    differences.push({ what: 'act', was: a.act, now: b.act });
    if (step && step.now !== step.was) ways.add(Math.sign(step.now - step.was));
  } else if (one) {
    const [from, to] = [verbRung(a.act, a.verb.text, before.tongue), verbRung(b.act, b.verb.text, after.tongue)];
    if (from !== undefined && to !== undefined && from !== to) {
      differences.push({ what: 'verb', was: a.verb.text, now: b.verb.text });
      ways.add(Math.sign(to - from));
    }
  }
  const [from, to] = [a.verb.strength ?? 0, b.verb.strength ?? 0];
  if (from !== to) {
    differences.push({ what: 'strength', was: String(from), now: String(to) });
    // Strength of acts that are not weighed against each other says nothing of which is stronger.
    if (a.act === b.act || step) ways.add(Math.sign(to - from));
  }
  if (one && (reasons.find(({ what }) => what === 'words')?.share ?? 0) < SAME_MATTER) ways.clear();
  if (!allows(a, b, ways)) ways.clear();
  const sides = (of: Statement) =>
    of.speakers
      .map(({ party }) => party)
      .sort()
      .join('+');
  if (sides(a) !== sides(b) || (a.speakers.length > 1 && a.mode !== b.mode)) differences.push({ what: 'side', was: sides(a), now: sides(b) });
  if (Boolean(a.withheld) !== Boolean(b.withheld))
    differences.push({ what: 'withheld', was: a.withheld ? 'yes' : 'no', now: b.withheld ? 'yes' : 'no' });
  const pieces = one
    ? redline(
        { text: before.reading.document.text, span: old.unit.span },
        { text: after.reading.document.text, span: current.unit.span },
        after.tongue,
      )
    : undefined;
  const changed = pieces?.filter((piece) => piece.kind !== 'kept') ?? [];
  if (changed.length > 0) differences.push({ what: changed.every((piece) => ofPersons(piece, before.reading, after.reading)) ? 'person' : 'words' });
  const other = differences.some(({ what }) => what !== 'person');
  const change: Change = ways.size === 1 ? (ways.has(1) ? 'hardened' : 'softened') : other ? 'reworded' : moved ? 'moved' : 'kept';
  return {
    change,
    moved,
    again: old.again && current.again,
    before: old.unit,
    after: current.unit,
    ...(pieces && { pieces }),
    differences,
    ...(step && { step }),
    intensifiers: one ? { gone: intensifiers(changed, 'gone', before), come: intensifiers(changed, 'come', after) } : { gone: [], come: [] },
    score,
    reasons,
  };
}

/** Said by one where it was said together is no hardening, the reverse no softening; of two other sides nothing is weighed. */
function allows(was: Statement, now: Statement, ways: ReadonlySet<number>): boolean {
  const [before, after] = [was, now].map(({ speakers }) => new Set(speakers.map(({ party }) => party))) as [Set<string>, Set<string>];
  const within = (small: Set<string>, large: Set<string>) => [...small].every((party) => large.has(party));
  if (!within(before, after) && !within(after, before)) return false;
  return before.size === after.size || (before.size > after.size ? !ways.has(1) : !ways.has(-1));
}

/** Whether the words that changed only name a person: another minister of the same office. */
function ofPersons(piece: Piece, before: Reading, after: Reading): boolean {
  const within = (span: Span, reading: Reading) => {
    let [start, end] = span;
    const { text } = reading.document;
    while (end > start && !sounds(text[end - 1] as string)) end--;
    while (start < end && !sounds(text[start] as string)) start++;
    return reading.mentions.some((mention) => mention.kind === 'person' && holds(mention.span, [start, end]));
  };
  return piece.kind === 'gone' ? within(piece.before, before) : piece.kind === 'come' ? within(piece.after, after) : true;
}

function intensifiers(changed: readonly Piece[], kind: 'gone' | 'come', { reading, tongue }: Sitting): Span[] {
  const { text } = reading.document;
  return changed.flatMap((piece): Span[] => {
    if (piece.kind !== kind) return [];
    const [start, end] = piece.kind === 'gone' ? piece.before : piece.after;
    const found: Span[] = [];
    for (const words of tongue.intensifiers ?? [])
      for (let at = text.indexOf(words, start); at >= 0 && at + words.length <= end; at = text.indexOf(words, at + words.length)) {
        const span: Span = [at, at + words.length];
        // Of two that overlap the longer one is meant.
        const rival = found.findIndex((each) => overlap(each, span));
        if (rival < 0) found.push(span);
        else if (span[1] - span[0] > (found[rival] as Span)[1] - (found[rival] as Span)[0]) found[rival] = span;
      }
    return found.sort((a, b) => a[0] - b[0]);
  });
}

/** Headings and the like: those with the same words go together, in order; between them what is left by its place. */
function compareRest(was: readonly Unit[], now: readonly Unit[], before: Sitting, after: Sitting, one: boolean): Row[] {
  const key = (unit: Unit, { reading, tongue }: Sitting) => {
    const { form } = makeSpelling(tongue)(reading.document.text.slice(...unit.span));
    return form.slice(numbering(form)).replace(/[\p{P}\p{Z}\s]+/gu, '');
  };
  const places = new Map<string, number[]>();
  for (const [j, unit] of now.entries()) {
    const of = key(unit, after);
    const list = places.get(of);
    if (list) list.push(j);
    else places.set(of, [j]);
  }
  const rows: { row: Row; at: number }[] = [];
  const taken = new Set<number>();
  const row = (change: Change, rest: Pick<Row, 'before' | 'after' | 'pieces'>): Row => ({
    change,
    moved: false,
    again: false,
    ...rest,
    differences: [],
    intensifiers: { gone: [], come: [] },
    reasons: [],
  });
  let last = -1;
  for (const unit of was) {
    const j = one ? places.get(key(unit, before))?.shift() : undefined;
    const found = j === undefined ? undefined : now[j];
    if (j === undefined || !found) {
      rows.push({ row: row('dropped', { before: unit, pieces: [{ kind: 'gone', before: unit.span }] }), at: last + 0.5 });
      continue;
    }
    taken.add(j);
    last = j;
    rows.push({ row: row('kept', { before: unit, after: found, pieces: [{ kind: 'kept', before: unit.span, after: found.span }] }), at: j });
  }
  for (const [j, unit] of now.entries())
    if (!taken.has(j)) rows.push({ row: row('new', { after: unit, pieces: [{ kind: 'come', after: unit.span }] }), at: j });
  return rows.sort((a, b) => a.at - b.at).map((each) => each.row);
}

/** Indexes of the longest run of numbers that rise: what stands outside it was moved. O(n log n). */
function longestInOrder(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before = new Array<number>(numbers.length).fill(-1);
  for (const [i, value] of numbers.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = tails[low - 1] as number;
    tails[low] = i;
  }
  const out = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] as number) out.add(i);
  return out;
}
