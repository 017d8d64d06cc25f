/**
 * The clauses of a sentence that carry an act: predicates joined with the nouns they give and the words they report.
 *
 *   > 先方から、協力を歓迎する旨の発言があり、期待が表明された。
 *     　　　　　　　　＾＾＾＾＾＾＾＾＾＾＾　＾＾＾＾＾＾＾
 *     歓迎 reported by 発言があり: welcome; 期待 given by 表明された: expect
 *
 * 1 clauses come in the order of the text, none overlapping; 2 each ends where its predicate ends.
 */
import { type Bend, type HeadFinal, isComma, isStop, type Link, makeHeadFinal, type Predicate } from '../language/abilities/head-final.ts';
import { compiled, type Pack, type Section } from '../language/pack.ts';
import { makeScanner, type Scanner } from '../language/scan.ts';
import { ACTS } from '../record/acts.generated.ts';
import type { Act } from '../record/reading.ts';
import type { Span } from '../text/span.ts';

type Entry = Section<'acts'>['predicates'][number];
type Giving = Section<'acts'>['giving'][number];
interface Meaning {
  readonly predicate?: Entry;
  readonly giving?: Giving;
}

export interface Clause {
  /** The predicate with the noun that it gives or the word that it reports. */
  readonly verb: Span;
  /** Where the reported content ends: before the complementiser. Equals `verb[0]` where nothing is reported. */
  readonly contentEnd: number;
  /** Whether a complementiser closes content before the predicate: …ことで一致. */
  readonly reports: boolean;
  /** That complementiser: こと, 旨; empty where none was seen. */
  readonly closing: string;
  readonly act: Act;
  /** Rules without the language's code, as `acts/kansha+nobe`. */
  readonly rule: string;
  /** A verb of saying: what it reports may hold further propositions. */
  readonly neutral: boolean;
  /** Its class is only that of a verb of saying: no act word, no tail. */
  readonly plain: boolean;
  readonly passive: boolean;
  readonly inverse: boolean;
  /** Says of itself that it answers: 応じた. */
  readonly answers: boolean;
  readonly weak: boolean;
  readonly impersonal: boolean;
  /** Its act where one side alone is named for it: 日本側は…こととした. */
  readonly alone?: Act | undefined;
  /** Its act where it comes from one side alone: 先方から、認識を共有するとともに、. */
  readonly comes?: Act | undefined;
  readonly bend: Bend;
  readonly link: Link;
  /** After the comma or connector. */
  readonly next: number;
  readonly by: string;
}

/** How far a verb may stand from the noun it gives, and from the content it reports, in units. */
const GIVEN = 28;
const REPORTED = 24;
const JOINED = 80;
/** How far before a predicate a word may stand that gives it another class. */
const NEAR = 60;

interface Knowledge {
  readonly order: HeadFinal<Meaning>;
  readonly closing: Scanner<string>;
  readonly partners: Scanner<true>;
  readonly connectors: Scanner<true>;
  readonly purposes: ReadonlySet<string>;
  readonly coordinating: ReadonlySet<string>;
  readonly tight: ReadonlySet<string>;
  readonly quoting: ReadonlySet<string>;
  readonly naming: ReadonlySet<string>;
  readonly spoken: Scanner<true>;
  readonly relative: readonly string[];
  readonly trailing: readonly string[];
  readonly coupling: Scanner<true>;
  readonly against: readonly string[];
  readonly owed: readonly string[];
  readonly taken: readonly string[];
  readonly closers: ReadonlyMap<string, Closer>;
  readonly tails: Tails;
}

const knowledgeOf = compiled((pack: Pack): Knowledge | undefined => {
  const { acts, clauses } = pack;
  if (!acts || !clauses) return undefined;
  const words = [
    ...acts.predicates.flatMap((predicate) => predicate.words.map((word) => ({ word, form: predicate.form, value: { predicate } as Meaning }))),
    ...acts.giving.flatMap((giving) => giving.words.map((word) => ({ word, form: giving.form, value: { giving } as Meaning }))),
    ...acts.none.flatMap(({ words, form }) => words.map((word) => ({ word, form, value: {} as Meaning }))),
  ];
  return {
    order: makeHeadFinal(clauses, words),
    closing: makeScanner(clauses.complementisers.map((word): [string, string] => [word, word])),
    partners: makeScanner((clauses.partners ?? []).map((word): [string, true] => [word, true])),
    connectors: makeScanner(clauses.connectors.filter((word) => word.length > 1).map((word): [string, true] => [word, true])),
    purposes: new Set(clauses.purposes),
    coordinating: new Set(clauses.coordinating),
    tight: new Set(clauses.tight),
    quoting: new Set(clauses.quoting),
    naming: new Set(clauses.naming),
    relative: clauses.relative ?? [],
    spoken: makeScanner((clauses.spoken ?? []).map((word): [string, true] => [word, true])),
    trailing: clauses.trailing ?? [],
    coupling: makeScanner((clauses.coupling ?? []).map((word): [string, true] => [word, true])),
    against: clauses.against,
    owed: clauses.owed ?? [],
    taken: clauses.taken ?? [],
    closers: new Map(acts.closers.flatMap(({ id, act, words, except = [] }) => words.map((word) => [word, { id, act, except }] as const))),
    tails: makeTails(acts.tails.flatMap(({ id, act, words }) => words.map((word): [string, Tail] => [word, { id, act, length: word.length }]))),
  };
});

interface Closer {
  readonly id: string;
  readonly act: Act;
  readonly except: readonly string[];
}

interface Tail {
  readonly id: string;
  readonly act: Act;
  readonly length: number;
  /** How much of the complementiser it takes. */
  readonly over?: number;
}

/** The longest of the words that a stretch of text ends with. */
export type Tails<T = Tail> = (text: string, start: number, end: number) => T | undefined;

export function makeTails<T>(words: Iterable<readonly [string, T]>): Tails<T> {
  const byWord = new Map(words);
  const lengths = [...new Set([...byWord.keys()].map((word) => word.length))].sort((a, b) => b - a);
  return (text, start, end) => {
    for (const length of lengths) {
      if (end - length < start) continue;
      const found = byWord.get(text.slice(end - length, end));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** A predicate on its way to be a clause. */
interface Draft {
  readonly predicate: Predicate<Meaning>;
  start: number;
  end: number;
  bend: Bend;
  link: Link;
  next: number;
  by: string;
  act: Act | undefined;
  rule: string;
  neutral: boolean;
  /** Its class is settled by a noun or a reported word. */
  settled: boolean;
  inverse: boolean;
  answers: boolean;
  passive: boolean;
  contentEnd: number;
  reports: boolean;
  closing: string;
  live: boolean;
}

export function findClauses(text: string, span: Span, pack: Pack): Clause[] {
  const knowledge = knowledgeOf(pack);
  if (!knowledge) return [];
  const { purposes } = knowledge;
  const drafts = knowledge.order.find(text, span[0], span[1]).map(draftOf);
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i] as Draft;
    if (draft.bend === 'noun' || (draft.bend === 'nominal' && (draft.link === 'object' || draft.link === 'join'))) give(text, drafts, i, knowledge);
    if (!draft.live || (draft.predicate.value.giving && !draft.settled)) continue;
    if (draft.link === 'complement') {
      if (!isGiven(drafts, i)) report(text, drafts, i, knowledge);
    } else if (draft.link === 'attributive' && says(text, drafts, i, knowledge)) report(text, drafts, i, knowledge);
    else if (draft.link === 'attributive' || draft.link === 'object' || draft.link === 'join') draft.live = false;
    else if (draft.bend === 'present' && purposes.has(draft.by))
      draft.live = false; // 平和条約を締結するため、交渉を続ける
    else if (isSpokenOf(text, drafts, i, knowledge)) draft.live = false;
  }
  const result: Clause[] = [];
  let from = span[0];
  for (const draft of drafts) {
    if (!draft.live || draft.predicate.value.giving) continue;
    const clause = settle(text, from, draft, knowledge);
    if (!clause) continue;
    result.push(clause);
    from = clause.next;
  }
  return result;
}

/**
 * 活動を保証するとともに、…を図る｜ことは重要である: a deed that is part of what is spoken of, and no promise. So is what was done to a thing
 * together with another (共同声明が発出され、…が決定された｜ことは).
 */
function isSpokenOf(text: string, drafts: readonly Draft[], i: number, { spoken, relative }: Knowledge): boolean {
  const draft = drafts[i] as Draft;
  if (draft.link !== 'connector' && draft.link !== 'comma') return false;
  const until = nextOf(drafts, i, true)?.start ?? Math.min(text.length, draft.next + JOINED);
  if (draft.passive) {
    const found = spoken.all(text, draft.next, until).find(({ start }) => relative.some((word) => text.endsWith(word, start)));
    // behind another comma somebody else may begin: …が発出され、両首脳は、…
    for (let at = draft.next; found && at < found.start; at++) if (isComma(text.charCodeAt(at))) return false;
    return found !== undefined;
  }
  return draft.predicate.value.predicate?.deed === true && draft.bend !== 'past' && draft.bend !== 'desire' && spoken.has(text, draft.next, until);
}

/** お悔やみを｜申し上げる旨: right behind its noun a verb of saying gives that first. */
function isGiven(drafts: readonly Draft[], i: number): boolean {
  const [noun, verb] = [drafts[i - 1], drafts[i] as Draft];
  return verb.neutral && noun?.live === true && noun.bend === 'noun' && noun.link === 'object' && noun.next === verb.start;
}

/** 歓迎する｜発言, 期待する｜等述べた: a predicate right before a word of saying is what is said. */
function says(text: string, drafts: readonly Draft[], i: number, { trailing }: Knowledge): boolean {
  const [draft, next] = [drafts[i] as Draft, drafts[i + 1]];
  const trail = trailing.find((word) => text.startsWith(word, draft.end));
  return (
    next?.live === true && next.neutral && next.start === draft.end + (trail?.length ?? 0) && (draft.bend === 'present' || draft.bend === 'desire')
  );
}

/** The class of a stretch of reported content that no verb of its own follows: its act word, its tail, or none. */
export function classOf(text: string, span: Span, pack: Pack): { act: Act; rule: string; start: number } | undefined {
  const knowledge = knowledgeOf(pack);
  if (!knowledge) return undefined;
  let [, end] = span;
  for (const word of knowledge.quoting)
    if (word.length > 0 && text.endsWith(word, span[1]) && span[1] - word.length < end) end = Math.max(span[0], span[1] - word.length);
  if (end < span[1]) return classOf(text, [span[0], end], pack);
  const drafts = knowledge.order.find(text, span[0], span[1]).map(draftOf);
  const last = drafts.at(-1);
  if (last?.act && last.end >= span[1] - 1 && last.bend !== 'noun' && !last.neutral) {
    const act = wished(last, text);
    if (act) return { act, rule: last.rule, start: last.start };
  }
  const tail = knowledge.tails(text, span[0], span[1]);
  return tail && { act: tail.act, rule: `acts/${tail.id}`, start: span[1] - tail.length };
}

function draftOf(predicate: Predicate<Meaning>): Draft {
  const { value } = predicate;
  const entry = value.predicate;
  return {
    predicate,
    start: predicate.start,
    end: predicate.end,
    bend: predicate.bend,
    link: predicate.link,
    next: predicate.next,
    by: predicate.by,
    act: entry?.act,
    rule: `acts/${entry?.id ?? value.giving?.id}`,
    neutral: entry?.takes === 'content',
    settled: false,
    inverse: entry?.inverse ?? value.giving?.inverse ?? false,
    answers: entry?.answers ?? false,
    passive: predicate.bend === 'passive',
    contentEnd: predicate.start,
    reports: false,
    closing: '',
    live: entry !== undefined || value.giving !== undefined,
  };
}

/** The next predicate that still stands; a verb that only gives is passed over where it cannot be meant. */
function nextOf(drafts: readonly Draft[], i: number, passing: boolean): Draft | undefined {
  const end = (drafts[i] as Draft).end + JOINED;
  for (let at = i + 1; at < drafts.length; at++) {
    const draft = drafts[at] as Draft;
    if (draft.start > end) return undefined;
    if (draft.live && !(passing && draft.predicate.value.giving)) return draft;
  }
  return undefined;
}

/** Whether a deed may be what another noun is for: 招待 of 謝意. */
function isOwed({ predicate }: Draft, { act }: Draft): boolean {
  return act !== undefined && ACTS[act].family === 'regard' && predicate.value.predicate?.form !== 'noun';
}

function ends(text: string, at: number, words: readonly string[]): boolean {
  return words.some((word) => text.endsWith(word, at));
}

/** A noun of an act takes the bend and link of the verb that gives it: 歓迎の意を＋伝達した. */
function give(text: string, drafts: readonly Draft[], i: number, knowledge: Knowledge): void {
  const { connectors, tight } = knowledge;
  const draft = drafts[i] as Draft;
  const joins = draft.link === 'join';
  const verb = nextOf(drafts, i, joins && drafts[i + 1]?.start !== draft.end);
  const touching = verb !== undefined && verb.start === draft.end;
  if (!verb || (draft.link !== 'object' && draft.link !== 'join' && !touching)) {
    draft.live = false;
    return;
  }
  if (draft.link === 'join' && !touching) {
    // 支持及び…への期待を表明: the noun shares the verb of the next one
    // 理解と協力に謝意を表明: what one thanks for
    const against =
      !isComma(text.charCodeAt(draft.next)) &&
      ends(text, verb.start, isOwed(draft, verb) ? [...knowledge.against, ...knowledge.owed] : knowledge.against);
    // 歓待への謝意とともに、貿易の拡大に言及した: beside what is mentioned, not among it
    const apart = verb.neutral || (quotes(verb) && knowledge.coordinating.has(draft.by));
    const shares = !against && ((verb.settled && verb.predicate.bend === 'noun') || (apart && isComma(text.charCodeAt(draft.next))));
    if (!shares || verb.start - draft.end > JOINED || verb.link === 'attributive') {
      draft.live = false;
      return;
    }
    draft.rule += '+shared';
    draft.bend = verb.bend;
    draft.link = 'comma';
    draft.by = '';
    draft.settled = true;
    draft.passive = verb.passive;
    return;
  }
  const gives = verb.predicate.value.giving !== undefined && !verb.settled;
  if (draft.link === 'object' && knowledge.taken.some((word) => text.startsWith(word, draft.next))) {
    draft.live = false;
    return;
  }
  const takes = verb.neutral && !verb.settled;
  const reported = closedBefore(text, draft.next, verb.start, knowledge);
  if (reported && (reported.word.length > 1 || reported.at + 1 === verb.start)) {
    draft.live = false;
    return;
  }
  if (!touching && takes && connectors.has(text, draft.next, verb.start)) {
    draft.live = false; // 意見を聞いた上で回答したい: another verb stands between
    return;
  }
  const loose = tight.has(draft.by) && !touching && verb.start !== draft.next;
  if (loose || verb.start - draft.end > GIVEN || commaBetween(text, draft.end, verb.start) || !(gives || takes) || verb.bend === 'noun') {
    draft.live = false;
    return;
  }
  const refused = verb.bend === 'negative';
  const entry = draft.predicate.value.predicate;
  if (!entry || (refused && !entry.refused)) {
    draft.live = false;
    verb.live = false;
    return;
  }
  if (refused && entry.refused) draft.act = entry.refused;
  draft.rule += `+${verb.rule.slice(5)}`;
  draft.end = verb.end;
  draft.bend = verb.bend;
  draft.link = verb.link;
  draft.next = verb.next;
  draft.by = verb.by;
  draft.inverse ||= verb.inverse;
  draft.answers ||= verb.answers;
  draft.passive = verb.passive;
  draft.settled = !draft.neutral && !quotes(draft);
  verb.live = false;
}

/** A predicate inside reported content lends its act to the verb of saying: 歓迎する旨＋述べた. Under another verb it is content. */
function report(text: string, drafts: readonly Draft[], i: number, knowledge: Knowledge): void {
  const { closers, naming, quoting, coupling } = knowledge;
  const draft = drafts[i] as Draft;
  draft.live = false;
  // 歓迎する旨及び…したい旨述べた: a proposition of its own
  if (coupling.at(text, draft.end, text.length)) return;
  const verb = nextOf(drafts, i, true);
  if (!verb || verb.settled || verb.bend === 'noun') return;
  if (quotes(verb) && quoting.has(draft.by)) verb.neutral = true;
  if (!verb.neutral) return;
  const gap = draft.next < text.length && isComma(text.charCodeAt(draft.next)) ? draft.next + 1 : draft.next;
  if (verb.start - draft.next > REPORTED || commaBetween(text, gap, verb.start)) return;
  // 歓迎する旨、会談は有意義であった｜旨述べた: each has its own
  if (gap > draft.next && quoting.has(closedBefore(text, gap, verb.start, knowledge)?.word ?? '')) return;
  const closer = closers.get(draft.by); // a whole predicate stands before it: no stem of 進め・よう
  const act = closer ? closer.act : wished(draft, text);
  if (!act || draft.neutral || naming.has(draft.by)) return;
  verb.act = act;
  verb.rule = closer ? `acts/${closer.id}+${verb.rule.slice(5)}` : `${draft.rule}+${verb.rule.slice(5)}`;
  verb.contentEnd = draft.end;
  verb.reports = true;
  verb.closing = draft.by;
  verb.start = draft.start;
  verb.settled = true;
}

/** Takes whole sentences as a verb of saying does: …したい旨言及. */
function quotes({ predicate }: Draft): boolean {
  return predicate.value.predicate?.takes === 'quoted';
}

/** The act of a reported predicate, seen by how it bends: 協議したい is an intention, 合意した旨 a report of the past. */
function wished(draft: Draft, text: string): Act | undefined {
  const entry = draft.predicate.value.predicate;
  if (!draft.act || !entry) return undefined;
  const near = entry.after && segment(text, Math.max(0, draft.start - NEAR), draft.start);
  const other = near && entry.after?.find(({ words }) => words.some((word) => near.includes(word)));
  if (other && !draft.settled && draft.bend !== 'past' && draft.bend !== 'passive') return other.act;
  const outcome = ACTS[draft.act].family === 'outcome' || entry.intends;
  switch (draft.bend) {
    case 'desire':
      return entry.desired ?? (outcome ? 'intend' : draft.act);
    case 'present':
      return outcome ? (entry.intends ? 'intend' : undefined) : draft.act;
    case 'negative':
      return entry.refused;
    case 'past':
    case 'passive':
      return undefined;
    default:
      return draft.act;
  }
}

function settle(text: string, from: number, draft: Draft, knowledge: Knowledge): Clause | undefined {
  const entry = draft.predicate.value.predicate;
  if (!entry || !draft.act) return undefined;
  if (entry.idle?.some((word) => text.endsWith(word, draft.start)) && !draft.settled) return undefined;
  if (entry.behind && !entry.behind.some((word) => text.endsWith(word, draft.start))) return undefined;
  // …との考えであり: a background clause without an act of its own
  if (entry.form === 'noun' && draft.neutral && draft.predicate.bend === 'continuing') return undefined;
  let { act, rule, contentEnd } = { act: draft.act, rule: draft.rule, contentEnd: draft.contentEnd };
  if (draft.bend === 'negative' && !draft.settled) {
    if (!entry.refused) return undefined;
    act = entry.refused;
  }
  if (draft.bend === 'desire' && !draft.settled && entry.desired) act = entry.desired;
  // 議論を行いたい、協力を続けたい旨: what is wished for has not come about
  if (draft.bend === 'desire' && (ACTS[act].family === 'outcome' || entry.intends)) act = 'intend';
  let start = draft.start;
  let { reports, closing } = draft;
  let plain = false;
  if (!draft.settled) {
    const closed = closedBefore(text, from, draft.start, knowledge) ?? (draft.neutral ? trailed(text, from, draft.start, knowledge) : undefined);
    if (closed) {
      reports = true;
      closing = closed.word;
      contentEnd = closed.at;
      if (quotes(draft) && knowledge.quoting.has(closed.word)) draft.neutral = true;
    }
    // …しているとした上で: the word closes the content itself
    if (draft.neutral && entry.form === 'fixed') reports = true;
    if (entry.reported && !closed) return undefined;
    if (draft.neutral) {
      const own = !closed && draft.bend === 'present' ? knowledge.tails(text, from, draft.end) : undefined;
      const closer = closed && closerAt(text, closed, knowledge);
      // 進めよう｜との: what closes the content may end its predicate
      const stop = closed ? unquoted(text, from, closed.at) : 0;
      const tail =
        closed &&
        !knowledge.naming.has(closed.word) &&
        (knowledge.tails(text, from, stop) ?? (closer ? undefined : endingIn(text, from, closed, knowledge)));
      if (closer) {
        act = closer.act;
        rule = `acts/${closer.id}+${rule.slice(5)}`;
      } else if (tail) {
        act = tail.act;
        rule = `acts/${tail.id}+${rule.slice(5)}`;
        start = (tail.over === undefined ? stop : closed.at + tail.over) - tail.length;
      } else if (own) {
        act = own.act;
        rule = `acts/${own.id}`;
      } else plain = entry.act === 'state';
    }
  }
  if (draft.settled && !draft.reports) {
    // …したいとの｜意向を伝達: the content ends before the complementiser
    const closed = closedBefore(text, from, draft.start, knowledge);
    if (closed && closed.at + closed.word.length === draft.start) contentEnd = closed.at;
  }
  if (!draft.settled || entry.after) {
    for (const { act: other, words } of entry.after ?? []) {
      const near = segment(text, Math.max(from, draft.start - NEAR), draft.start);
      // …したいとの｜メッセージを: one's own words; …に感謝するとの｜某主席の｜メッセージを: those of someone else
      const behind = text.slice(contentEnd + closing.length, draft.predicate.start);
      const own = draft.neutral && closing !== '' && words.some((word) => behind.startsWith(word));
      if (!own && words.some((word) => near.includes(word) || (draft.reports && behind.includes(word)))) {
        act = other;
        rule = `${rule}/${other}`;
        plain = false;
        break;
      }
    }
  }
  return {
    verb: [start, draft.end],
    contentEnd,
    reports,
    closing,
    act,
    rule,
    neutral: draft.neutral,
    plain,
    passive: draft.passive,
    inverse: draft.inverse,
    answers: draft.answers,
    weak: entry.weak ?? false,
    impersonal: entry.impersonal ?? false,
    alone: entry.alone,
    comes: entry.comes,
    bend: draft.bend,
    link: draft.link,
    next: draft.next,
    by: draft.by,
  };
}

function closerAt(text: string, { at, word }: { at: number; word: string }, { closers }: Knowledge): Closer | undefined {
  const closer = closers.get(word);
  return closer?.except.some((stem) => text.endsWith(stem, at)) ? undefined : closer;
}

function endingIn(text: string, from: number, { at, word }: { at: number; word: string }, { tails }: Knowledge): Tail | undefined {
  for (let over = 1; over < Math.min(word.length, 4); over++) {
    const tail = tails(text, from, at + over);
    if (tail && tail.length > over) return { ...tail, over };
  }
  return undefined;
}

/** Before the bracket and the stop that end a quotation: 「…したい。｜」と. */
function unquoted(text: string, from: number, at: number): number {
  let end = at;
  while (end > from && isStop(text.charCodeAt(end - 1)) && text.charCodeAt(end - 1) !== 0x0a) end--;
  return end;
}

/** The last complementiser shortly before `at`, and where it begins: …進めること｜で改めて 一致. A short one must stand right there. */
function closedBefore(text: string, from: number, at: number, { closing, partners }: Knowledge): { at: number; word: string } | undefined {
  let last: { at: number; word: string } | undefined;
  for (let i = Math.max(from, at - REPORTED); i < at; ) {
    const found = closing.at(text, i, at);
    if (!found) {
      if (isComma(text.charCodeAt(i)) && i + 1 < at && last && last.at + last.word.length !== i) last = undefined;
      i++;
      continue;
    }
    if (!partners.at(text, i, at) && (found.end - found.start > 1 || found.end === at || !last)) last = { at: i, word: found.value };
    i = found.end;
  }
  return last;
}

/** What closes content only right before its verb, or before a comma there: …を果たしてきた等、発言. */
function trailed(text: string, from: number, at: number, { trailing }: Knowledge): { at: number; word: string } | undefined {
  const end = isComma(text.charCodeAt(at - 1)) ? at - 1 : at;
  const word = trailing.find((one) => end - one.length > from && text.endsWith(one, end));
  return word === undefined ? undefined : { at: end - word.length, word };
}

/** The words after the last comma: 断固たる姿勢が必要であるとして、協力を求めた is no demand. */
function segment(text: string, start: number, end: number): string {
  let at = end;
  while (at > start && !isComma(text.charCodeAt(at - 1))) at--;
  return text.slice(at, end);
}

function commaBetween(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isComma(text.charCodeAt(i))) return true;
  return false;
}
