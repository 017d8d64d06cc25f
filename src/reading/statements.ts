/**
 * Who said what to whom: one statement for each clause that carries an act.
 *
 * 1 statements come in the order of the text; 2 each lies in one sentence and its quote is the words at its span;
 * 3 a speaker that no words name is inferred and says by which rule; where nothing supports one there is none.
 */
import { isComma, isStop } from '../language/abilities/head-final.ts';
import type { Pack } from '../language/pack.ts';
import type { DateMention, Mention, Statement, Talks } from '../record/reading.ts';
import { fold } from '../text/fold.ts';
import { isBlank, type Span, trimmed } from '../text/span.ts';
import type { Stages } from './abreast.ts';
import type { Clause } from './clauses.ts';
import { findStatementsInitial } from './head-initial/statements.ts';
import type { Outline, Passage } from './outline.ts';
import { linkRestatements } from './restatements.ts';
import type { Sentence } from './sentences.ts';
import type { Frame } from './speakers/frame.ts';
import { speakersOf } from './speakers/knowledge.ts';
import type { Stage } from './stage.ts';
import { isOfOthers, isUnderOthers } from './statements/elsewhere.ts';
import { announcedFloor, floorOf, listed, withoutCited } from './statements/floor.ts';
import { type Knowledge, knowledgeOf } from './statements/knowledge.ts';
import { mainClauses } from './statements/main.ts';
import { partnerAt, withPartner } from './statements/partner.ts';
import { isOfProgramme, isOfPurpose } from './statements/programme.ts';
import { isAnnounced, isHerald, running } from './statements/running.ts';
import { withShared } from './statements/shared.ts';
import type { Floor, Memory, Place, Said, Sheet } from './statements/sheet.ts';
import { sentencesWithin } from './statements/within.ts';
import type { TalksFound } from './talks.ts';

export interface Told {
  readonly text: string;
  readonly outline: Outline;
  readonly sentences: readonly Sentence[];
  readonly dates: readonly DateMention[];
  readonly mentions: readonly Mention[];
  readonly talks: TalksFound;
}

/** A sentence that tells of the talks as such says so in its first signs. */
const OPENING = 16;
/** What one person says without a verb runs over no more sentences. */
const LATER = 8;
/** Passages of these kinds name and frame the page; nothing is said in them. */
const SILENT: ReadonlySet<string> = new Set(['title', 'dateline', 'heading', 'furniture']);

export function* findStatements(told: Told, pack: Pack): Stages<Stage<Statement[]>> {
  if (pack.initial) return findStatementsInitial(told, pack);
  const knowledge = knowledgeOf(pack);
  if (!knowledge || told.talks.talks.length === 0) return { value: [], issues: [] };
  const { text, outline, sentences } = told;
  const heldIn = ({ passage }: Sentence) => (SILENT.has(passage.kind) ? undefined : told.talks.talks[told.talks.ofPassage[passage.index] ?? -1]);
  const within = yield* sentencesWithin(text, sentences, told.mentions, heldIn, pack);
  yield;
  const result: Statement[] = [];
  const memory: Memory = {};
  const sheet: Sheet = { text, pack, knowledge, memory, result, dates: told.dates, seen: new Map() };
  const voices = speakersOf(pack);
  const groups = voices?.groups;
  /** Whether a heading names talks of others, asked once for each. */
  const headings = new Map<Span, boolean>();
  /** Where the titles of talks begin: they are looked up for every sentence. */
  const titles = new Set((told.talks.titles ?? []).map(([start]) => start));
  const underOthers = (heading: Span | undefined, talks: Talks): boolean => {
    if (!heading) return false;
    const known = headings.get(heading) ?? isUnderOthers(text, heading, told.mentions, talks, pack);
    headings.set(heading, known);
    return known;
  };
  /** Who was named in the sentence before, or in the one whose items go on. */
  let before: readonly Frame[] = [];
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i] as Sentence;
    const { passage } = sentence;
    const over = memory.floor?.over;
    const under = over !== undefined && isUnder(passage.path, over);
    if (SILENT.has(passage.kind)) {
      before = [];
      if (!under) memory.floor = undefined;
      continue;
    }
    const inside = within[i];
    const held = heldIn(sentence);
    if (!inside || !held || knowledge.asks.at(text, passage.span[0], passage.span[1])) continue;
    if (isOfProgramme(text, { span: sentence.span, headings: passage.headings }, knowledge.programmes)) continue;
    if (isOfPurpose(text, { span: sentence.span, headings: passage.headings }, knowledge.purposes)) continue;
    let unended = false;
    const opens = memory.carriedIn !== passage.path;
    if (opens) {
      const goesOn = memory.heading === passage.headings.at(-1) && knowledge.goesOn.at(text, trimmed(text, sentence.span)[0], sentence.span[1]);
      // 東山大臣からは、…を紹介しつつ、 / 1)…を表明した。: a sentence that its items go on with
      unended = passage.kind === 'item' && before.some(({ weak, speakers }) => !weak && speakers.length > 0) && isUnended(text, sentences[i - 1]);
      if (!unended) memory.carried = goesOn ? onlySpeaker(result, memory.carriedIn, memory.carried) : undefined;
      memory.carriedIn = passage.path;
      memory.heading = passage.headings.at(-1);
    }
    // 3日、…先方から謝意が表明された。/ 5日、…: who spoke at other talks says nothing of who speaks here
    if (memory.talks !== held.id) memory.carried = undefined;
    memory.talks = held.id;
    const { mentions } = inside;
    if (voices && held.parties.length > 2) {
      const party = partnerAt(text, sentence.span, mentions, held, voices);
      if (party || memory.partner?.passage !== passage.index) memory.partner = party ? { passage: passage.index, party } : undefined;
    }
    const talks = withPartner(held, memory.partner?.passage === passage.index ? memory.partner.party : undefined);
    const frames = inside.frames(talks);
    const ofOthers = isOfOthers(text, sentence.span, mentions, frames, talks, pack) ?? memory.elsewhere === passage.index;
    memory.elsewhere = ofOthers ? passage.index : undefined;
    if (ofOthers || underOthers(passage.headings.at(-1), talks)) {
      memory.carried = undefined;
      continue;
    }
    const [start] = trimmed(text, sentence.span);
    const ofTalks = voices?.meetings.all(text, start, Math.min(start + OPENING, sentence.span[1])).length !== 0;
    if (ofTalks) memory.carried = undefined;
    if (!unended || frames.length > 0) before = frames;
    const traveller = told.talks.travellers?.get(held);
    const place: Place = {
      sentence,
      talks,
      mentions,
      frames,
      traveller,
      ofTalks,
      goesOn: knowledge.goesOn.at(text, start, sentence.span[1]) !== undefined,
      heads: isOverParagraph(text, sentence, outline.passages[passage.index + 1]),
    };
    const given = { mentions: told.mentions, talks, titles, groups, heads: knowledge.heads, readers: knowledge.readers };
    const called = announcedFloor(text, passage, sentence.span, given, knowledge);
    if (called) {
      memory.floor = called;
      continue;
    }
    const floor = floorOf(text, passage, place.frames, given);
    if (floor && (floor.marked || memory.left === undefined || memory.left !== passage.headings.at(-1))) memory.floor = floor;
    else if (memory.floor?.within !== undefined && memory.floor.within !== passage.index) memory.floor = undefined;
    else if ((passage.kind !== 'item' || over) && memory.floor?.path !== passage.path && !under) memory.floor = undefined;
    // 2 …以下を述べた。(1)…(2)… 3 …: a list that an item announced ends where the next number of its rank stands
    else if (memory.floor && passage.kind === 'item' && isNext(passage.path, memory.floor.path)) memory.floor = undefined;
    const bullet = passage.kind === 'item' ? bulletBefore(text, passage.span[0], knowledge) : undefined;
    if (memory.aside && bullet === undefined) memory.aside = undefined;
    if (memory.aside && !memory.floor && memory.aside.bullet === bullet && !speaksUp(text, place)) memory.floor = memory.aside;
    const alone = memory.carried?.firm === true && !memory.carried.joint;
    const clauses = mainClauses(text, inside.clauses, { frames: place.frames, start: sentence.span[0], alone }, knowledge);
    const next = outline.passages[passage.index + 1];
    const last = sentences[i + 1]?.passage !== passage;
    // (1) 二国間関係 below 1 …以下のとおり述べた。: what stands under the headings is the list
    const sections = last && next?.kind === 'heading' && isUnder(next.path, passage.path);
    const final = clauses.at(-1);
    const speech = !last && final !== undefined && isHerald(text, final, knowledge);
    const followed = sections || speech || (last && next !== undefined && (next.kind === 'item' || next.path === passage.path));
    const announces = followed && clauses.at(-1)?.link === 'end' && isAnnounced(text.slice(...sentence.span), knowledge);
    if (memory.floor?.until && endsSaying(clauses, knowledge) && !speaksUp(text, place, memory.floor)) {
      memory.carried = memory.floor;
      memory.floor = undefined;
      running(sheet, place, clauses, followed, () => false);
      continue;
    }
    const heard = memory.floor ? withoutCited(text, place, clauses, knowledge) : { place, clauses };
    const leaves = memory.floor?.within === undefined ? speaksUp(text, heard.place, memory.floor) : takesOver(heard.place, clauses, knowledge);
    if (memory.floor && !announces && !leaves) {
      if (bullet !== undefined && memory.floor.bullet === undefined) memory.floor = { ...memory.floor, bullet };
      listed(sheet, heard.place, heard.clauses, memory.floor);
      continue;
    }
    // (3)某国外相 / 冒頭、東山大臣から…: somebody else speaks first below the name, which is one of a list
    if (opens && floor && !floor.marked && leaves) memory.left = passage.headings.at(-1);
    // who speaks up by name takes the floor
    if (memory.floor?.bullet !== undefined && bullet !== undefined && bullet !== memory.floor.bullet) memory.aside = memory.floor;
    else if (memory.floor) memory.aside = undefined;
    memory.floor = undefined;
    running(sheet, place, clauses, followed, () => saidLater(i, talks));
    const taken = memory.floor as Floor | undefined;
    if (taken && isBeforePress(text, sentence.span, pack)) memory.floor = { ...taken, press: true };
    if (sections && memory.floor) memory.floor = overSections(memory.floor);
    if (speech && memory.floor) memory.floor = { ...memory.floor, within: passage.index };
  }
  // what was said at talks that are inferred is for the review list
  const doubtful = new Set([...(told.talks.inferred ?? [])].map(({ id }) => id));
  for (const statement of result) if (doubtful.has(statement.talks)) statement.confidence = 'low';
  attach(result, told);
  const all = withShared(result, told.talks.talks, told.talks.shared ?? new Map());
  linkRestatements(text, all);
  return { value: all, issues: [] };

  /** Whether what a speaker begins here ends some sentences on: 先方より、…である。…したい旨述べた。 */
  function saidLater(i: number, talks: Talks): boolean {
    const { passage } = sentences[i] as Sentence;
    for (let k = i + 1; k <= i + LATER; k++) {
      const inside = within[k];
      if (!inside || sentences[k]?.passage !== passage) return false;
      if (inside.frames(talks).some(({ weak, kind }) => !weak && kind === 'source')) return false;
      if (endsSaying(inside.clauses, knowledge as Knowledge)) return true;
    }
    return false;
  }
}

/** 総理は会見を行いました。… 総理は、会見で次のように述べました。: what follows is said to the press. */
function isBeforePress(text: string, [start, end]: Span, pack: Pack): boolean {
  if (speakersOf(pack)?.press.has(text, start, end)) return true;
  const { held = [], there = [] } = pack.speakers?.briefings ?? {};
  const words = text.slice(start, end);
  if (!there.some((word) => words.includes(word))) return false;
  const above = text.slice(0, start);
  return held.some((word) => above.includes(word));
}

/** The bullet before an item. */
function bulletBefore(text: string, at: number, { bullets }: Knowledge): string | undefined {
  let i = at - 1;
  while (i >= 0 && isBlank(text.charCodeAt(i)) && text.charCodeAt(i) !== 0x0a) i--;
  const sign = text[i];
  return sign !== undefined && bullets.has(sign) ? sign : undefined;
}

/** …旨述べた。 ends the sentence. */
function endsSaying(clauses: readonly Clause[], { quoting }: Knowledge): boolean {
  const last = clauses.at(-1);
  return last?.link === 'end' && last.neutral && quoting.has(last.closing);
}

/** Whether a place is the next number of the rank of another: 3 is, of 2. */
function isNext(path: string, before: string): boolean {
  return /^\d+$/.test(path) && /^\d+$/.test(before) && Number(path) === Number(before) + 1;
}

/** Whether a place is numbered below another: 1(2) is, of 1. */
function isUnder(path: string, above: string): boolean {
  return path.length > above.length && path.startsWith(above) && !/^[\w#]/.test(path.slice(above.length));
}

/** One who speaks over several sections; what both agreed on is told in the sections themselves. */
function overSections(floor: Floor): Floor | undefined {
  return floor.joint || floor.act !== undefined || floor.speakers.length !== 1 ? undefined : { ...floor, over: floor.path };
}

/** Who spoke last, where nobody else spoke in that place: (2) また、…したい旨述べた goes on with the speaker of (1). */
function onlySpeaker(statements: readonly Statement[], path: string | undefined, last: Said | undefined): Said | undefined {
  const [party] = last?.speakers ?? [];
  if (!last || last.joint || last.speakers.length !== 1 || !party) return undefined;
  for (let i = statements.length - 1; i >= 0 && statements[i]?.path === path; i--)
    if (statements[i]?.speakers.length !== 1 || statements[i]?.speakers[0]?.party !== party.party) return undefined;
  return last;
}

/** Whether a sentence names who speaks in it, or is a remark of the publisher's, so that who had the floor does not. */
function speaksUp(text: string, { frames, sentence }: Place, floor?: Floor): boolean {
  if (frames.some(({ mark }) => mark)) return false;
  const [start] = trimmed(text, sentence.span);
  // 先方から、以下を述べた。・ロシア側は、…: who has the floor speaks of his own side
  const own = ({ speakers, joint }: Frame) => floor?.speakers.length === 1 && !joint && speakers[0]?.party === floor.speakers[0]?.party;
  const named = (frame: Frame) => {
    const { kind, weak, lands, span } = frame;
    return !weak && (kind === 'source' || (kind === 'topic' && !lands && span[0] === start && !own(frame)));
  };
  return remark(text, sentence.span) || frames.some(named);
}

/** (1)我が国外交への高い評価 / 総理は、…: a numbered line without a stop, over a paragraph of the same number. */
function isOverParagraph(text: string, { span, passage }: Sentence, next: Passage | undefined): boolean {
  if (passage.kind !== 'item' || next?.kind !== 'paragraph' || next.path !== passage.path) return false;
  return !isStop(text.charCodeAt(trimmed(text, span)[1] - 1));
}

/** Whether a sentence breaks off at a comma. */
function isUnended(text: string, sentence: Sentence | undefined): boolean {
  return sentence !== undefined && isComma(text.charCodeAt(trimmed(text, sentence.span)[1] - 1));
}

/** Whether somebody else comes to speak within an announced speech: 総理より…旨述べた; 日本側は…である is said in it. */
function takesOver({ frames }: Place, clauses: readonly Clause[], knowledge: Knowledge): boolean {
  if (!endsSaying(clauses, knowledge)) return false;
  return frames.some(
    ({ kind, weak, speakers }) => !weak && (kind === 'source' || (kind === 'topic' && speakers.some(({ person }) => person !== undefined))),
  );
}

/** （この日程は、外交ルートで調整することとなった。）: a remark in brackets is the publisher's; （昨日の会合に触れ、）発言を続けた is none. */
function remark(text: string, [start, end]: Span): boolean {
  if (fold(text.charCodeAt(start)) !== 0x28 || fold(text.charCodeAt(start + 2)) === 0x29) return false;
  for (let i = start; i < end; i++) if (fold(text.charCodeAt(i)) === 0x29) return end - i < 4;
  return true;
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
