/** Those who took part in talks, before it is settled for whom. */
import { isComma } from '../../../language/abilities/head-final.ts';
import { OFFICES } from '../../../record/offices.generated.ts';
import type { Mention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import { firstFrom, isBlank, type Span } from '../../../text/span.ts';
import type { Sentence } from '../../sentences.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { attendance } from '../telling/attendance.ts';
import { levelNamed } from '../telling/level.ts';
import { landBehind } from '../telling/named.ts';
import { within } from '../telling/times.ts';
import type { Told } from '../telling/told.ts';
import { lacks, mayBeOwn, ONE, samePerson } from './cast.ts';

export interface Candidate {
  mention: Mention;
  party?: string;
  /** One of the two sides, by a word that does not name the party. */
  side?: 'own' | 'other';
  rule?: string;
  /** Of a side that is not the own, and that nothing tells. */
  foreign?: boolean;
}

/** Those who took part: by the sentence that tells the talks, by the form, by the title. */
export function presentOf(page: Page, { told, form, title, named, lede, heads, first, last }: Account, own: string): Candidate[] {
  const { text, mentions, words, names } = page;
  const result: Candidate[] = [];
  const add = (mention: Mention, side?: Listed['side']) => {
    if (mention.kind !== 'person' || !mention.name) return;
    const same = result.find((other) => samePerson(other.mention.name as string, mention.name as string));
    if (same && (!side || same.party || same.side || same.mention !== mention)) return;
    const named = side === 'own' || side === 'other';
    const of = side && !mention.party ? { ...(named ? { side } : { party: side }), rule: 'talks/side-of-list' } : {};
    // リトアニアから某副大臣、ラトビアから某次官が出席し、対話が行われた: the list says for whom those are who are known to have met
    if (same) Object.assign(same, of);
    else result.push({ mention, ...of });
  };
  for (const mention of heads ?? []) add(mention);
  if (told) {
    for (const i of told.present) add(told.mentions[i] as Mention);
    // of several whom one sentence lists, those who sat with one are not told
    if (first <= last) for (const { mention, side } of attending(page, told)) add(mention, side);
  }
  for (const field of form?.participants ?? []) for (const { mention, side } of listed(page, field)) add(mention, side);
  if (title && named && !heads) {
    const met = inTitle(text, title, named.span[1], within(mentions, title), words);
    // 東山総理と某大統領との会談, where the sentence lists officials: two whom the title joins met
    const lead = met.length > 1 && met.every(({ role }) => role !== undefined && ONE.includes(role));
    const listed = result.length;
    if (listed < 2 || lead) for (const mention of met) add(mention);
    if (listed > 1) result.unshift(...result.splice(listed));
  }
  // the sentence above several talks gives those of a side that is still without anybody
  const mine = (mention: Mention) => mention.party === own || (!mention.party && mayBeOwn(mention, own, names, words));
  const has = [true, false].filter((side) => result.some((candidate) => mine(candidate.mention) === side));
  // 両陛下御会見: ours are told by their office, and nobody else of us was there
  const audience =
    title &&
    named &&
    within(mentions, title).some(
      ({ kind, party, role, office = '' }) => kind === 'office' && role === 'head-of-state' && (party ?? own) === own && !lacks(office, own, names),
    );
  const inLede = (lede?.present ?? []).map((i) => lede?.mentions[i] as Mention);
  const met = audience ? inLede.filter((mention) => !mine(mention)) : inLede;
  // A国大統領、B国首相とそれぞれ会談した: which of them a section is about it tells itself
  const apart = new Set(met.flatMap((mention) => (mine(mention) ? [] : (mention.party ?? [])))).size > 1;
  // of several, those whom the name of the talks fits: 外相会談, 大統領表敬
  const level = title && named && levelNamed(text, [title[0], named.span[1]], words);
  const office = title && named && within(mentions, title).find(({ kind }) => kind === 'office')?.office;
  // G20閣僚会議: of many, whom the sentence above need not have listed
  const single = office !== undefined || level === 'leaders' || level === 'foreign-ministers';
  const isOfName = (mention: Mention) =>
    single && (office ? mention.office?.endsWith(office) : mention.role && OFFICES[mention.role].level === level) === true;
  const isAsked = (mention: Mention) => !told || (told.present.length === 0 && isOfName(mention));
  const above = met.filter((mention) => !has.includes(mine(mention)) && (mine(mention) || (isAsked(mention) && !apart)));
  const fitting = above.filter(({ role }) => role && OFFICES[role].level === level);
  // 西園総理との首脳会談及び東山前総理との会談: of two of one rank whom the section itself names, or the first
  const ranked = fitting.filter(mine);
  const one = ranked.find((other) => isNamedIn(page, first, last, other)) ?? ranked[0];
  const isOther = (mention: Mention) => mine(mention) && one !== undefined && mention !== one && mention.role === one.role;
  const called = above.filter((other) => !mine(other) && isOfName(other));
  const isCalled = (mention: Mention) => mine(mention) || called.length === 0 || called.includes(mention);
  for (const mention of fitting.length > 0 ? above.filter((other) => !mine(other) || (fitting.includes(other) && !isOther(other))) : above)
    if (isCalled(mention)) add(mention);
  // 日韓防衛相会談(金泰栄国防部長官): who stands in brackets behind the name of the talks.
  if (title && named && !heads && title[1] > named.span[1])
    for (const mention of within(mentions, [named.span[1], title[1]])) if (isBracketed(text, named.span[1], mention.span[0])) add(mention);
  return result;
}

/** Whether passages name a person. */
function isNamedIn({ outline, mentions }: Page, first: number, last: number, { name = '', kind }: Mention): boolean {
  const [from, to] = [outline.passages[first]?.span[0] ?? 0, outline.passages[last]?.span[1] ?? 0];
  return within(mentions, [from, to]).some((one) => one.kind === kind && one.name !== undefined && samePerson(one.name, name));
}

function isBracketed(text: string, from: number, at: number): boolean {
  const open = fold(text.charCodeAt(from));
  return at > from && open === 0x28;
}

function inTitle(text: string, title: Span, end: number, inside: readonly Mention[], words: Page['words']): Mention[] {
  const indexes = attendance(text, title, inside, end, words);
  const people = inside.filter((mention) => mention.kind === 'person' && mention.span[1] <= end);
  const last = people[people.length - 1];
  // …による外務大臣表敬: the one called on stands right before the word.
  const result = indexes.map((i) => inside[i] as Mention);
  // 東山大臣の｜オルロフ・ロシア大統領表敬: who calls stands before the one called on
  const caller = people.at(-2);
  if (last && caller && !result.includes(caller) && words.knowledge.visits.joins.includes(text.slice(caller.span[1], last.span[0])))
    result.push(caller);
  if (last && !result.includes(last) && words.encounters.at(text, last.span[1], title[1])) result.push(last);
  return result;
}

/** Passages behind the one that tells the talks in which it may stand who attended. */
const BEHIND = 2;

/**
 * Persons who attended besides, with the side under which they are listed: ロシア側から…、日本側から…が同席した; (同席者:…).
 * Behind the passage that tells the talks only lists that name the sides are believed.
 */
function attending({ text, mentions, sentences, words, names, own }: Page, { passage, span: [begin] }: Told): Listed[] {
  const result: Listed[] = [];
  for (let i = firstFrom(sentences, passage.span[0]); i < sentences.length; i++) {
    const { span, passage: of } = sentences[i] as Sentence;
    const behind = of.index - passage.index;
    if (behind < 0) continue;
    if (behind > BEHIND) break;
    // 首脳会議(日本から西園総理が参加)に同席した。また、某大臣と会談した: what stands before was attended elsewhere
    if (span[1] <= begin) continue;
    const stretch = stretchOf({ text, mentions, words }, span);
    if (!stretch) continue;
    const list = listed({ text, mentions, words }, stretch);
    if (
      behind === 0 ||
      list.some(({ side }) => side !== undefined) ||
      (list.length > 1 && list.every(({ mention }) => mention.party || mayBeOwn(mention, own, names, words)))
    )
      for (const one of list) result.push(one);
  }
  return result;
}

/** Where those who attended are listed in a sentence: up to 同席した; behind 同席者:; behind 日本側:. */
function stretchOf({ text, mentions, words }: Pick<Page, 'text' | 'mentions' | 'words'>, span: Span): Span | undefined {
  const [told, ...more] = words.attended.all(text, span[0], span[1]);
  const found = more.at(-1) ?? told;
  if (told && found) {
    // of those in brackets, unless others are told to have come before them
    const open = openedBefore(text, span[0], found.start);
    return [told.end > open ? open : span[0], found.end];
  }
  const label = words.labels
    .all(text, span[0], span[1])
    .find(
      ({ value, end }) =>
        value === 'participants' &&
        (words.labelEnds.has(text.charCodeAt(end)) || (isListed(text, within(mentions, [end, span[1]]), span) && words.speaks.at(text, end))),
    );
  if (label) return [label.start, span[1]];
  for (const mention of within(mentions, [span[0], span[1]])) {
    const side = mention.party ? words.sides.at(text, mention.span[1], span[1]) : undefined;
    if (side && fold(text.charCodeAt(side.end)) === COLON) return [mention.span[0], span[1]];
  }
  return undefined;
}

/** 主な出席者は、日本から某大臣、中国から某部長(である)。: whether a sentence ends with a person. */
function isListed(text: string, mentions: readonly Mention[], [, end]: Span): boolean {
  const last = mentions.findLast(({ kind }) => kind === 'person');
  return last !== undefined && end - last.span[1] <= COPULA && !isComma(text.charCodeAt(last.span[1]));
}

/** Behind the last of a list no more signs stand: ら三名であった。. */
const COPULA = 8;

/** 某首相と会談した(先方:某大使、当方:某局長他同席): where the brackets open in which a place lies; `from` where it lies in none. */
function openedBefore(text: string, from: number, at: number): number {
  for (let i = at - 1, depth = 0; i >= from; i--) {
    const unit = fold(text.charCodeAt(i));
    if (unit === 0x29) depth++;
    else if (unit === 0x28 && depth-- === 0) return i;
  }
  return from;
}

const COLON = 0x3a;

interface Listed {
  readonly mention: Mention;
  /** A party, or one of the two sides by a word for it. */
  readonly side?: string | 'own' | 'other';
}

/** 中国　周文海文化部長: a country that stands before the persons of a line. */
function opensLine(text: string, [start, end]: Span): true | undefined {
  if (!isBlank(text.charCodeAt(end)) && text.charCodeAt(end) !== LINE_END) return undefined;
  const floor = Math.max(0, start - INDENT);
  let at = start;
  while (at > floor && isBlank(text.charCodeAt(at - 1)) && text.charCodeAt(at - 1) !== LINE_END) at--;
  return at === 0 || text.charCodeAt(at - 1) === LINE_END || undefined;
}

/** A line begins with no more blanks than these. */
const INDENT = 8;
const LINE_END = 0x0a;

/** Persons of a list, with the side that stands before them. */
function listed({ text, mentions, words }: Pick<Page, 'text' | 'mentions' | 'words'>, span: Span): Listed[] {
  // a side that is no known party ends the one before it
  const known = new Set(within(mentions, [span[0], span[1]]).flatMap(({ party, span: [, end] }) => (party ? [end] : [])));
  const unknown = words.sides.all(text, span[0], span[1]).flatMap(({ start }) => (known.has(start) ? [] : [{ start, value: undefined }]));
  // ブルネイ側から…が同席し、夕食会には…: nor does it reach beyond its verb
  const verbs = words.attended.all(text, span[0], span[1]).flatMap(({ end }) => (end < span[1] ? [{ start: end, value: undefined }] : []));
  const marks = [...words.sideWords.all(text, span[0], span[1]), ...unknown, ...verbs].sort((a, b) => a.start - b.start);
  const result: Listed[] = [];
  let side: string | undefined;
  let m = 0;
  for (const mention of within(mentions, span)) {
    for (; (marks[m]?.start ?? Infinity) < mention.span[0]; m++) side = marks[m]?.value;
    if (
      (mention.kind === 'party' || mention.kind === 'organisation') &&
      (words.sides.at(text, mention.span[1]) ?? words.from.at(text, mention.span[1]) ?? opensLine(text, mention.span))
    )
      side = mention.party;
    if (mention.kind !== 'person') continue;
    const of = side ?? (mention.party ? undefined : landBehind({ text, mentions }, mention));
    result.push(of ? { mention, side: of } : { mention });
  }
  return result;
}
