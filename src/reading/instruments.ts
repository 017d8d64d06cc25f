/**
 * Treaties and documents, with what happened to them.
 *
 *   > 昨年5月に署名した日露刑事共助条約の批准書の交換を行った(これにより、同条約は、2011年2月11日に発効する。)。
 *     signed last May; instruments exchanged at the talks; in force on the day told
 *
 * 1 an event has a day, told or that of the talks; 2 a wish, an aim or an agreement to take a step is no event; 3 what contradicts
 * itself is kept and raised as an issue.
 */
import { compiled, type Pack, type Section } from '../language/pack.ts';
import { makeScanner, type Scanner } from '../language/scan.ts';
import type { DateMention, Instrument, Issue, Mention, Statement } from '../record/reading.ts';
import { digest } from '../text/digest.ts';
import { holds, type Span } from '../text/span.ts';
import { isComma, isStop } from '../language/abilities/head-final.ts';
import { contradictions, intervalsOf } from './instruments/clock.ts';
import { findInstrumentNames, type InstrumentName } from './instruments/names.ts';
import type { Sentence } from './sentences.ts';
import type { Stage } from './stage.ts';
import type { TalksFound } from './talks.ts';

type Event = Instrument['events'][number];

/** How far an event may stand from the name of its instrument, and from its day, in units. */
const NEAR = 60;

interface Words {
  readonly events: Scanner<{ readonly event: Event['event']; readonly future: boolean }>;
  readonly wished: Scanner<true>;
  readonly effects: Scanner<true>;
}

const wordsOf = compiled((knowledge: Section<'instruments'>): Words => ({
  events: makeScanner(
    knowledge.events.flatMap(({ event, words, future }) => words.map((word): [string, { event: Event['event']; future: boolean }] => [word, { event, future: future ?? false }])),
  ),
  wished: makeScanner(knowledge.wished.map((word): [string, true] => [word, true])),
  effects: makeScanner(knowledge.effects.map((word): [string, true] => [word, true])),
}));

interface Draft {
  name: string;
  kind: Instrument['kind'];
  spans: [number, number][];
  parties: readonly string[];
  events: Event[];
}

export function findInstruments(
  text: string,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  talks: TalksFound,
  dates: readonly DateMention[],
  pack: Pack,
): Stage<Instrument[]> {
  const knowledge = pack.instruments;
  if (!knowledge) return { value: [], issues: [] };
  const words = wordsOf(knowledge);
  const byName = new Map<string, Draft>();
  const drafts: Draft[] = [];
  let latest: Draft | undefined;
  let s = 0;
  let d = 0;
  for (const { span, passage } of sentences) {
    const names = findInstrumentNames(text, span, knowledge);
    if (names.length === 0 && !latest) continue;
    while (s < statements.length && (statements[s] as Statement).span[1] <= span[0]) s++;
    while (d < dates.length && (dates[d] as DateMention).span[1] <= span[0]) d++;
    const here: { name: InstrumentName; draft: Draft }[] = [];
    for (const name of names) {
      const draft = draftOf(text, name, byName, drafts, latest, talks.mentions, partiesAt(talks, passage.index));
      if (!draft) continue;
      draft.spans.push([name.span[0], name.span[1]]);
      here.push({ name, draft });
      latest = draft;
    }
    let free = span[0];
    for (const found of words.events.all(text, span[0], span[1])) {
      const from = free;
      free = found.end;
      const draft = instrumentOf(text, found.start, found.end, span, here, latest, words);
      if (!draft || !happened(text, found.start, found.end, span[1], words)) continue;
      const statement = statements.slice(s, s + 40).find((one) => one.span[0] < found.end && found.start < one.span[1]);
      const met = talks.talks[talks.ofPassage[passage.index] ?? -1];
      const date = dayOf(text, dates, d, found.start, from) ?? (met && statement && statement.act === 'conclude' && holds(statement.span, [found.start, statement.span[1]]) ? ofTalks(met.date) : undefined);
      if (!date?.edtf) continue;
      if (draft.events.some((one) => one.event === found.value.event && one.date.edtf === date.edtf)) continue;
      draft.events.push({
        event: found.value.event,
        date,
        ...(statement && { talks: statement.talks, statement: statement.id }),
        span: [found.start, found.end],
        rule: `${pack.code}.instruments/${found.value.event}`,
      });
    }
  }
  const told = drafts.filter(({ events }) => events.length > 0);
  const value = told.map((draft): Instrument => {
    const intervals = intervalsOf(draft.events);
    return {
      id: `i-${digest(draft.name, draft.parties.join('+'))}`,
      name: draft.name,
      kind: draft.kind,
      parties: [...draft.parties],
      spans: draft.spans,
      events: draft.events,
      ...(intervals.length > 0 && { intervals }),
    };
  });
  const issues: Issue[] = value.flatMap(contradictions);
  return { value, issues };
}

function partiesAt(talks: TalksFound, passage: number): readonly string[] {
  return (talks.talks[talks.ofPassage[passage] ?? -1] ?? talks.talks[0])?.parties ?? [];
}

/** The instrument that a name stands for: one already told, by its name or its last word, or a new one. */
function draftOf(
  text: string,
  name: InstrumentName,
  byName: Map<string, Draft>,
  drafts: Draft[],
  latest: Draft | undefined,
  mentions: readonly Mention[],
  parties: readonly string[],
): Draft | undefined {
  const words = text.slice(...name.span);
  if (name.bare || name.pointing) {
    if (name.kind === 'joint-statement' && !latest) return made();
    return latest && (latest.kind === name.kind || latest.name.endsWith(words)) ? latest : undefined;
  }
  return byName.get(words) ?? drafts.findLast((one) => one.name.endsWith(words) || words.endsWith(one.name)) ?? made();

  function made(): Draft {
    const own = within(mentions, name.span).flatMap(({ kind, party }) => (kind === 'party' && party ? [party] : []));
    const draft: Draft = { name: words, kind: name.kind, spans: [], parties: own.length > 1 ? [...new Set(own)] : parties, events: [] };
    byName.set(words, draft);
    drafts.push(draft);
    return draft;
  }
}

function within(mentions: readonly Mention[], span: Span): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention).span[0] < span[0]) low = middle + 1;
    else high = middle;
  }
  const result: Mention[] = [];
  for (let i = low; i < mentions.length && (mentions[i] as Mention).span[0] < span[1]; i++) result.push(mentions[i] as Mention);
  return result;
}

/** The instrument of an event: the one named right after it (署名した条約), else the last one before it in the sentence, else the one pointed at. */
function instrumentOf(
  text: string,
  start: number,
  end: number,
  sentence: Span,
  here: readonly { readonly name: InstrumentName; readonly draft: Draft }[],
  latest: Draft | undefined,
  words: Words,
): Draft | undefined {
  const after = here.find(({ name }) => name.span[0] >= end && name.span[0] - end <= 1);
  if (after) return after.draft;
  const before = here.findLast(({ name }) => name.span[1] <= start && start - name.span[1] <= NEAR);
  if (before) return before.draft;
  const points = words.effects.all(text, Math.max(sentence[0], start - NEAR), start).length > 0;
  return points ? latest : undefined;
}

/** Whether the form says that it happened, or will on a day that is told; not that it is wished or planned. */
function happened(text: string, start: number, end: number, limit: number, words: Words): boolean {
  const last = text.charCodeAt(end - 1);
  const bare = !(last >= 0x3041 && last <= 0x3096);
  if (bare) return end >= limit || isStop(text.charCodeAt(end)) || isComma(text.charCodeAt(end)) ? isKana(text.charCodeAt(start - 1)) : false;
  return words.wished.at(text, end, limit) === undefined;
}

function isKana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x3096;
}

/** The day told nearest before the event and after the event before it, which took what stood there. */
function dayOf(text: string, dates: readonly DateMention[], first: number, at: number, from: number): DateMention | undefined {
  let best: DateMention | undefined;
  for (let i = first; i < dates.length; i++) {
    const date = dates[i] as DateMention;
    if (date.span[1] > at) break;
    if (date.span[0] < from || !date.edtf || date.duration || date.edtf.includes('T')) continue;
    best = date;
  }
  if (!best || at - best.span[1] > 20) return undefined;
  for (let i = best.span[1]; i < at; i++) if (isStop(text.charCodeAt(i))) return undefined;
  return best;
}

function ofTalks(date: DateMention | undefined): DateMention | undefined {
  return date?.edtf ? { ...date, edtf: date.edtf.slice(0, 10), basis: 'inferred', rule: 'instruments/at-the-talks' } : undefined;
}
