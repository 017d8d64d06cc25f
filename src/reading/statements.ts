/**
 * Who said what to whom: one statement for each clause that carries an act.
 *
 * 1 statements come in the order of the text; 2 each lies in one sentence and its quote is the words at its span;
 * 3 a speaker that no words name is inferred and says by which rule; where nothing supports one there is none.
 */
import { isComma, isStop } from '../language/abilities/head-final.ts';
import { compiled, type Pack } from '../language/pack.ts';
import { makeScanner, type Scanner } from '../language/scan.ts';
import { ACTS } from '../record/acts.generated.ts';
import type { Act, DateMention, Mention, Speaker, Statement, Talks } from '../record/reading.ts';
import { digest } from '../text/digest.ts';
import { isBlank, type Span, trimmed } from '../text/span.ts';
import { type Clause, classOf, findClauses, makeTails, type Tails } from './clauses.ts';
import type { Outline, Passage } from './outline.ts';
import { findPoints } from './points.ts';
import { answers, linkReply, repliesIn, takesUp } from './replies.ts';
import { linkRestatements } from './restatements.ts';
import type { Sentence } from './sentences.ts';
import { type Frame, findFrames, frameAfter, frameFor, speakersOf } from './speakers.ts';
import type { Stage } from './stage.ts';
import type { TalksFound } from './talks.ts';
import { findTopics } from './topics.ts';
import { isWithheld } from './withheld.ts';

export interface Told {
  readonly text: string;
  readonly outline: Outline;
  readonly sentences: readonly Sentence[];
  readonly dates: readonly DateMention[];
  readonly mentions: readonly Mention[];
  readonly talks: TalksFound;
}

/** Passages of these kinds name and frame the page; nothing is said in them. */
const SILENT: ReadonlySet<string> = new Set(['title', 'dateline', 'heading', 'furniture']);
/** How far before its predicate a word marks the strength of an act, in units. */
const MARKING = 30;
/** A proposition shorter than this is no statement of its own. */
const SHORTEST = 5;

interface Knowledge {
  readonly finite: Tails<true>;
  readonly unfinite: Tails<true>;
  readonly conjunctions: Scanner<true>;
  readonly matters: readonly string[];
  readonly lists: readonly string[];
  readonly talks: readonly string[];
  readonly former: readonly string[];
  readonly replying: ReadonlySet<string>;
  readonly strength: Scanner<-1 | 1 | 2>;
}

const knowledgeOf = compiled((pack: Pack): Knowledge | undefined => {
  const { acts, clauses } = pack;
  if (!acts || !clauses) return undefined;
  const all = <V>(words: readonly string[], value: V) => words.map((word): [string, V] => [word, value]);
  return {
    finite: makeTails(all(clauses.finite, true as const)),
    unfinite: makeTails(all(clauses.unfinite, true as const)),
    conjunctions: makeScanner(all(clauses.conjunctions, true as const)),
    matters: clauses.matters,
    lists: clauses.lists,
    talks: acts.talks,
    former: acts.former,
    replying: new Set(clauses.replying),
    strength: makeScanner<-1 | 1 | 2>([
      ...all(acts.strength.softened, -1 as const),
      ...all(acts.strength.marked, 1 as const),
      ...all(acts.strength.strong, 2 as const),
    ]),
  };
});

interface Said {
  readonly speakers: readonly Speaker[];
  readonly joint: boolean;
  /** Where a list of things said was announced. */
  readonly path?: string;
}

/** What is remembered from one sentence to the next. */
interface Memory {
  /** Who spoke last in this passage, for clauses without a subject. */
  carried?: Said | undefined;
  carriedIn?: string;
  /** Speakers of a list of things said, and the passage that announced it. */
  list?: Said | undefined;
}

/** What the work on every sentence shares. */
interface Sheet {
  readonly text: string;
  readonly pack: Pack;
  readonly knowledge: Knowledge;
  readonly memory: Memory;
  readonly result: Statement[];
  /** How often an id was given: equal words at one place are told apart. */
  readonly seen: Map<string, number>;
}

interface Place {
  readonly sentence: Sentence;
  readonly talks: Talks;
  readonly mentions: readonly Mention[];
  readonly frames: readonly Frame[];
  readonly replies: boolean;
}

export function findStatements(told: Told, pack: Pack): Stage<Statement[]> {
  const knowledge = knowledgeOf(pack);
  if (!knowledge || told.talks.talks.length === 0) return { value: [], issues: [] };
  const { text, outline, sentences } = told;
  const result: Statement[] = [];
  const memory: Memory = {};
  const sheet: Sheet = { text, pack, knowledge, memory, result, seen: new Map() };
  const mentionsOf = within(told.mentions);
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i] as Sentence;
    const { passage } = sentence;
    if (SILENT.has(passage.kind)) {
      memory.list = undefined;
      continue;
    }
    const talks = told.talks.talks[told.talks.ofPassage[passage.index] ?? -1];
    if (!talks) continue;
    if (memory.carriedIn !== passage.path) {
      memory.carried = undefined;
      memory.carriedIn = passage.path;
    }
    const mentions = mentionsOf(sentence.span);
    const place: Place = {
      sentence,
      talks,
      mentions,
      frames: findFrames(text, sentence.span, mentions, talks, pack),
      replies: repliesIn(text, sentence.span, pack),
    };
    const before = result.length;
    const script = scriptSpeaker(text, passage, told.mentions, talks, pack);
    if (passage.kind !== 'item' && !script && memory.list?.path !== passage.path) memory.list = undefined;
    if (script) memory.list = script;
    const clauses = main(text, findClauses(text, sentence.span, pack), place.frames, sentence.span[0], knowledge);
    if (memory.list && !place.frames.some((frame) => frame.kind === 'source' && !frame.weak)) listed(sheet, place, clauses, memory.list);
    else {
      const next = outline.passages[passage.index + 1];
      const last = sentences[i + 1]?.passage !== passage;
      const opensList = last && next !== undefined && (next.kind === 'item' || (next.kind === passage.kind && next.path === passage.path));
      read(sheet, place, clauses, opensList);
    }
    if (place.replies && result.length > before) linkReply(result, before, place.talks);
  }
  attach(result, told);
  linkRestatements(text, result);
  return { value: result, issues: [] };
}

/** The clauses that are no content of a later one. */
function main(text: string, clauses: readonly Clause[], frames: readonly Frame[], start: number, knowledge: Knowledge): Clause[] {
  const governors: (Clause | undefined)[] = [];
  let governor: Clause | undefined;
  for (let i = clauses.length - 1; i >= 0; i--) {
    governors[i] = governor;
    const clause = clauses[i] as Clause;
    if (clause.reports || clause.link === 'end' || clause.bend === 'past') governor = clause;
  }
  return clauses.filter((clause, i) => {
    const above = governors[i];
    if (clause.link === 'end' || clause.bend === 'past') return true;
    if (!above) return clause.link === 'comma' || clause.link === 'connector';
    const next = frameAfter(frames, clause.verb[1]);
    if (next && next.span[1] <= above.verb[0]) return true;
    const about = () => named(text, clauses[i - 1]?.next ?? start, clause, knowledge);
    if (!above.reports) return true;
    if (clause.weak) return above.neutral ? clause.bend !== 'suspended' || about() : about();
    if (clause.link === 'connector' && clause.bend === 'present' && !above.neutral) return ACTS[clause.act].family === 'outcome';
    return true;
  });
}

/** Whether what it is about is named: …について協議し. */
function named(text: string, from: number, clause: Clause, { matters }: Knowledge): boolean {
  const before = text.slice(from, clause.verb[0]);
  return matters.some((word) => before.includes(word));
}

/** Statements of a sentence in running text. */
function read(sheet: Sheet, place: Place, clauses: readonly Clause[], opensList: boolean): void {
  const { text, pack, knowledge, memory, result } = sheet;
  const { sentence, frames } = place;
  let from = sentence.span[0];
  let current: Said | undefined;
  let answering: readonly Speaker[] | undefined;
  let within = false;
  for (const clause of clauses) {
    const words = text.slice(from, clause.verb[1]);
    const found = frameFor(text, frames, from, clause.contentEnd, clause.reports);
    // …に感謝したい、両国は友人である旨述べた: what follows a finite clause is still said by the same speaker
    const frame = found && within && found.kind !== 'source' ? undefined : found;
    const start = opening(text, from, clause.verb[0], knowledge);
    const own = sided(clause, frame, current, answering, memory, place, text.slice(start, clause.verb[1]), pack);
    if (opensList && clause.neutral && clause.link === 'end' && knowledge.lists.some((word) => words.includes(word))) {
      memory.list = { speakers: own.speakers, joint: own.mode !== 'one', path: sentence.passage.path };
      current = memory.list;
      from = clause.next;
      continue;
    }
    if (isTheTalks(text, clause, from, place, knowledge)) {
      from = clause.next;
      continue;
    }
    const contentStart = Math.max(start, frame && frame.span[0] >= from ? frame.span[1] : start);
    const contentEnd = Math.max(clause.contentEnd, contentStart);
    const points = findPoints(text, [contentStart, contentEnd]);
    const before = result.length;
    let pieceStart = start;
    if (clause.neutral && clause.reports && points.length === 0)
      for (const comma of propositions(text, contentStart, clause.verb[0], knowledge)) {
        const piece = trimmed(text, [Math.max(pieceStart, contentStart), comma]);
        if (piece[1] - piece[0] >= SHORTEST) {
          const found = classOf(text, piece, pack);
          const verb: Span = [found?.start ?? tailStart(text, piece), piece[1]];
          push(sheet, place, {
            span: [pieceStart, piece[1]],
            verb,
            act: found?.act ?? 'state',
            rule: `${found?.rule ?? 'acts/proposition'}+proposition`,
            content: piece,
            own,
          });
        }
        pieceStart = opening(text, comma + 1, clause.verb[0], knowledge);
      }
    const act = formerly(clause, words, knowledge);
    const content = trimmed(text, [Math.max(pieceStart, contentStart), contentEnd]);
    push(sheet, place, {
      span: [pieceStart, clause.verb[1]],
      verb: clause.verb,
      act,
      rule: clause.rule,
      ...(content[1] > content[0] && { content }),
      ...(points.length > 0 && { points }),
      own,
      clause,
      from,
    });
    const [earlier, made] = [result[before - 1], result[before]];
    if (earlier && made && (answering || clause.inverse || clause.answers || takesUp(text, made, pack)) && answers(made, earlier))
      made.repliesTo = earlier.id;
    current = { speakers: own.speakers, joint: own.mode !== 'one' };
    answering = clause.link === 'connector' && knowledge.replying.has(clause.by) ? own.speakers : undefined;
    within = clause.link === 'comma' && (clause.bend === 'present' || clause.bend === 'desire');
    from = clause.next;
  }
  unfinished(sheet, place, from);
  const last = frames.findLast((frame) => !frame.weak);
  if (current) memory.carried = current;
  else if (last) memory.carried = { speakers: last.speakers, joint: last.joint };
}

/** A speaker is named and no verb of saying follows: 先方から、…である。 */
function unfinished(sheet: Sheet, place: Place, from: number): void {
  const { text, pack, knowledge, memory } = sheet;
  const frame = place.frames.findLast((candidate) => candidate.kind === 'source' && !candidate.weak);
  if (!frame || frame.span[0] < from) return;
  const [start, stop] = trimmed(text, [frame.span[1], place.sentence.span[1]]);
  let end = stop;
  while (end > start && isStop(text.charCodeAt(end - 1))) end--;
  if (end - start < SHORTEST || !knowledge.finite(text, start, end)) return;
  const from_ = opening(text, start, end, knowledge);
  const found = classOf(text, [from_, end], pack);
  push(sheet, place, {
    span: [opening(text, from, end, knowledge), end],
    verb: [found?.start ?? tailStart(text, [from_, end]), end],
    act: found?.act ?? 'state',
    rule: `${found?.rule ?? 'acts/proposition'}+frame`,
    content: [from_, end],
    own: { speakers: frame.speakers, mode: frame.joint ? 'joint' : 'one', doubt: false },
  });
  memory.carried = { speakers: frame.speakers, joint: frame.joint };
}

/** A sentence of a list that someone is said to have said, or below a speaker's name. */
function listed(sheet: Sheet, place: Place, clauses: readonly Clause[], list: Said): void {
  const { text, pack, knowledge } = sheet;
  let from = place.sentence.span[0];
  const own: Sided = { speakers: list.speakers, mode: list.joint ? 'joint' : 'one', doubt: false };
  let done = false;
  for (const clause of clauses) {
    const frame = frameFor(text, place.frames, from, clause.contentEnd, clause.reports);
    const joint = ACTS[clause.act].jointly && clause.act !== 'conclude' && clause.bend !== 'present' && clause.bend !== 'desire';
    const start = opening(text, from, clause.verb[0], knowledge);
    const act = ACTS[clause.act].jointly && (clause.bend === 'desire' || clause.bend === 'present') ? 'intend' : clause.act;
    push(sheet, place, {
      span: [start, clause.verb[1]],
      verb: clause.verb,
      act,
      rule: `${clause.rule}+list`,
      content: [start, Math.max(start, clause.contentEnd)],
      own: joint
        ? { speakers: both(place.talks, 'speakers/both-sides', clause.verb), mode: 'joint', doubt: false }
        : frame?.joint
          ? { speakers: frame.speakers, mode: 'joint', doubt: false }
          : own,
      clause,
      from,
    });
    from = clause.next;
    done = clause.link === 'end';
  }
  if (done) return;
  const [start, stop] = trimmed(text, [from, place.sentence.span[1]]);
  let end = stop;
  while (end > start && isStop(text.charCodeAt(end - 1))) end--;
  if (end - start < SHORTEST) return;
  const begin = opening(text, start, end, knowledge);
  const found = classOf(text, [begin, end], pack);
  push(sheet, place, {
    span: [begin, end],
    verb: [found?.start ?? tailStart(text, [begin, end]), end],
    act: found?.act ?? 'state',
    rule: `${found?.rule ?? 'acts/proposition'}+list`,
    content: [begin, end],
    own,
  });
}

interface Sided {
  readonly speakers: readonly Speaker[];
  readonly mode: Statement['mode'];
  readonly doubt: boolean;
}

/** Who speaks in a clause, and whether together. */
function sided(
  clause: Clause,
  frame: Frame | undefined,
  current: Said | undefined,
  answering: readonly Speaker[] | undefined,
  memory: Memory,
  place: Place,
  words: string,
  pack: Pack,
): Sided {
  const { talks } = place;
  const outcome = ACTS[clause.act].jointly;
  let speakers = frame?.speakers ?? [];
  let joint = frame?.joint ?? false;
  let doubt = frame?.weak === true && frame.kind !== 'subject';
  if (!frame && answering) {
    speakers = otherThan(answering, talks, 'speakers/answers', clause.verb);
  } else if (!frame && current && !(outcome && !current.joint)) {
    ({ speakers, joint } = current);
  } else if (!frame && outcome) {
    return { speakers: both(talks, 'speakers/both-sides', clause.verb), mode: 'joint', doubt: false };
  } else if (!frame && memory.carried && !clause.passive) {
    speakers = memory.carried.speakers.map((speaker) => ({ ...speaker, basis: 'inferred' as const, rule: 'speakers/carried' }));
    joint = memory.carried.joint;
  } else if (!frame && !clause.passive && talks.parties[0] && !clause.inverse) {
    speakers = [{ party: talks.parties[0], basis: 'inferred', rule: 'speakers/own-side', span: [...clause.verb] }];
    doubt = true;
  }
  if (clause.inverse && frame?.kind !== 'source') {
    const gained = speakers.length === 1 ? speakers : talks.parties[0] ? [{ party: talks.parties[0], basis: 'inferred' as const }] : [];
    speakers = otherThan(gained, talks, 'speakers/gained', clause.verb);
    joint = false;
  }
  if (outcome && !joint && clause.act !== 'confirm' && speakers.length > 0) {
    const named = speakers.map(({ party }) => party);
    const rest = both(talks, 'speakers/both-sides', clause.verb).filter(({ party }) => !named.includes(party));
    speakers = [...speakers, ...rest].sort((a, b) => talks.parties.indexOf(a.party) - talks.parties.indexOf(b.party));
    joint = true;
  }
  if (!joint || speakers.length < 2) return { speakers, mode: speakers.length > 1 ? 'joint' : 'one', doubt };
  return { speakers, mode: !outcome && (clause.act === 'hold' || saysEach(words, pack)) ? 'each' : 'joint', doubt };
}

function saysEach(words: string, pack: Pack): boolean {
  const scanner = speakersOf(pack)?.each;
  return scanner !== undefined && scanner.all(words).length > 0;
}

function both(talks: Talks, rule: string, span: Span): Speaker[] {
  return talks.parties.map((party) => ({ party, basis: 'inferred', rule, span: [...span] }));
}

function otherThan(speakers: readonly { readonly party: string }[], talks: Talks, rule: string, span: Span): Speaker[] {
  const others = talks.parties.filter((party) => !speakers.some((speaker) => speaker.party === party));
  return others.length === 1 ? [{ party: others[0] as string, basis: 'inferred', rule, span: [...span] }] : [];
}

/** 協議を行ったところ、概要以下のとおり: the exchange is the talks themselves. */
function isTheTalks(text: string, clause: Clause, from: number, place: Place, knowledge: Knowledge): boolean {
  if (clause.act !== 'exchange' || named(text, from, clause, knowledge)) return false;
  const rest = text.slice(clause.verb[1], Math.min(place.sentence.span[1], clause.verb[1] + 80));
  return knowledge.talks.some((word) => rest.includes(word));
}

/** 先般…招請した, told of another day, says that it was so. */
function formerly(clause: Clause, words: string, { former }: Knowledge): Act {
  return clause.act === 'invite' && clause.bend !== 'suspended' && former.some((word) => words.includes(word)) ? 'state' : clause.act;
}

/** Ends of propositions that stand for themselves, before the commas after them, outside brackets. */
function propositions(text: string, start: number, end: number, { finite, unfinite }: Knowledge): number[] {
  const result: number[] = [];
  let depth = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x300c || unit === 0x300e || unit === 0xff08 || unit === 0x28) depth++;
    else if (unit === 0x300d || unit === 0x300f || unit === 0xff09 || unit === 0x29) depth = Math.max(0, depth - 1);
    else if (depth === 0 && isComma(unit) && finite(text, start, i) && !unfinite(text, start, i)) result.push(i);
  }
  return result;
}

/** Where a clause begins: after white space, marks and the conjunction that opens it. */
function opening(text: string, from: number, end: number, { conjunctions }: Knowledge): number {
  let at = from;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit) || isComma(unit) || unit === 0x3002) {
      at++;
      continue;
    }
    const found = conjunctions.at(text, at, end);
    if (!found || found.end >= end || !isComma(text.charCodeAt(found.end))) break;
    at = found.end + 1;
  }
  return at < end ? at : from;
}

function tailStart(text: string, [start, end]: Span): number {
  let at = end;
  while (at > start && end - at < 12 && !isComma(text.charCodeAt(at - 1))) at--;
  return at;
}

interface Draft {
  readonly span: Span;
  readonly verb: Span;
  readonly act: Act;
  readonly rule: string;
  readonly content?: Span;
  readonly points?: Statement['points'];
  readonly own: Sided;
  readonly clause?: Clause;
  readonly from?: number;
}

function push(sheet: Sheet, place: Place, draft: Draft): void {
  const { text, pack, knowledge, result, seen } = sheet;
  const { talks, sentence } = place;
  const [start, end] = draft.span;
  if (end <= start) return;
  const quote = text.slice(start, end);
  const strength = strengthOf(text, start, draft.verb, knowledge);
  const parties = [...new Set(draft.own.speakers.map(({ party }) => party))];
  const topics = findTopics(text, [...sentence.passage.headings, draft.span], pack);
  const withheld = draft.clause && isWithheld(text, draft.from ?? start, draft.clause, pack);
  const [verbStart, verbEnd] = [Math.max(start, draft.verb[0]), draft.verb[1]];
  const id = `s-${digest(sentence.passage.path, draft.act, quote)}`;
  const times = (seen.get(id) ?? 0) + 1;
  seen.set(id, times);
  result.push({
    id: times > 1 ? `${id}-${times}` : id,
    talks: talks.id,
    path: sentence.passage.path,
    span: [start, end],
    quote,
    act: draft.act,
    verb: { text: text.slice(verbStart, verbEnd), span: [verbStart, verbEnd], ...(strength !== 0 && { strength }) },
    speakers: [...draft.own.speakers],
    mode: draft.own.mode,
    addressees: draft.own.mode === 'one' && parties.length === 1 ? addressees(parties[0] as string, talks) : [],
    ...(draft.content && { content: [...draft.content] as [number, number] }),
    ...(speakersOf(pack)?.press.all(text, start, draft.verb[0]).length ? { voice: 'press' as const } : {}),
    ...(withheld && { withheld }),
    ...(draft.points && { points: draft.points }),
    topics,
    dates: [],
    mentions: [],
    rule: `${pack.code}.${draft.rule}`,
    confidence: draft.own.doubt || draft.own.speakers.length === 0 ? 'low' : 'high',
  });
}

function addressees(speaker: string, talks: Talks): string[] {
  return talks.parties.filter((party) => party !== speaker);
}

function strengthOf(text: string, start: number, verb: Span, { strength }: Knowledge): -1 | 0 | 1 | 2 {
  let found = 0 as -1 | 0 | 1 | 2;
  for (const { value } of strength.all(text, Math.max(start, verb[0] - MARKING), verb[1])) if (found !== 2) found = value;
  return found;
}

/** Speakers named by the heading that a passage stands under. */
function scriptSpeaker(text: string, passage: Passage, mentions: readonly Mention[], talks: Talks, pack: Pack): Said | undefined {
  const heading = passage.headings.at(-1);
  if (!heading) return undefined;
  const [start, end] = trimmed(text, heading);
  if (end - start > 40) return undefined;
  const inHeading = mentions.find(
    (mention) => mention.span[0] === start && mention.kind === 'person' && mention.party && talks.parties.includes(mention.party),
  );
  const group = speakersOf(pack)?.groups.at(text, start, end);
  const party =
    inHeading?.party ??
    (group?.value === 'own' ? talks.parties[0] : group?.value === 'other' && talks.parties.length === 2 ? talks.parties[1] : undefined);
  const last = inHeading ? inHeading.span[1] : (group?.end ?? 0);
  if (!party || end - last > 4) return undefined;
  return { speakers: [{ party, ...(inHeading?.name && { person: inHeading.name }), basis: 'stated', span: [start, last] }], joint: false };
}

/** Gives each statement the dates and mentions inside it, as indexes. */
function attach(statements: readonly Statement[], told: Told): void {
  let d = 0;
  let m = 0;
  for (const statement of statements) {
    const [start, end] = statement.span;
    while (d < told.dates.length && (told.dates[d] as DateMention).span[0] < start) d++;
    while (m < told.mentions.length && (told.mentions[m] as Mention).span[0] < start) m++;
    for (let i = d; i < told.dates.length && (told.dates[i] as DateMention).span[1] <= end; i++) statement.dates.push(i);
    for (let i = m; i < told.mentions.length && (told.mentions[i] as Mention).span[1] <= end; i++) statement.mentions.push(i);
  }
}

/** Mentions inside a span, for spans asked in the order of the text. */
function within(mentions: readonly Mention[]): (span: Span) => Mention[] {
  let first = 0;
  return ([start, end]) => {
    while (first < mentions.length && (mentions[first] as Mention).span[0] < start) first++;
    let last = first;
    while (last < mentions.length && (mentions[last] as Mention).span[1] <= end) last++;
    return mentions.slice(first, last);
  };
}
