/**
 * Each of several meetings that a passage tells is talks of its own, with the parts of the text that speak of it (`parting/meetings.ts`).
 *
 *   > 東山大臣は、ペレス外相と会談し、…で一致したほか、｜ルイス大統領を表敬した。同大統領からは、…。｜外相との会談では、…
 *     ＾＾＾ an account that was found                   　＾＾＾ one beside it                       ＾＾＾ a part of the first
 */
import type { Mention } from '../../../record/reading.ts';
import { firstFrom, type Span } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Sentence } from '../../sentences.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { mayBeOwn } from '../parties/cast.ts';
import { guestOf } from '../parties/visiting.ts';
import { isSame, type Meeting, type Meetings } from '../parting/meetings.ts';
import { cut } from '../parting.ts';
import { encounterNamed } from '../telling/encounters.ts';
import { levelNamed } from '../telling/level.ts';
import { isOfDay, within } from '../telling/times.ts';
import { isTelling, type Told, toldBy } from '../telling/told.ts';
import { inOrder, spokenOf, travellerOn } from './journeys.ts';
import { toldApart } from './passing.ts';
import { metByLand } from './severally.ts';

/** So many meetings before and behind one may be told in its passage. */
const NEAR = 6;
/** Talks listed above are told no more accounts behind. */
const LATER = 12;

/** The page, parted wherever another meeting begins, and its accounts again, each followed by those of the meetings that its stretch tells besides. */
export function withMeetings(whole: Page, accounts: readonly Account[], told: Meetings): { readonly page: Page; readonly accounts: Account[] } {
  const { outline, sentences } = cut(
    whole.outline,
    whole.sentences,
    told.turns.map(({ at }) => at),
  );
  const page = { ...whole, outline, sentences };
  const moved = accounts.map((account) => movedTo(page, whole.outline.passages, account));
  return { page, accounts: besides(page, moved, told) };
}

/** The same account, its stretch and its sentence by the passages of the parted page. */
function movedTo({ outline: { passages }, sentences }: Page, whole: readonly Passage[], account: Account): Account {
  const { first, last, told, lede } = account;
  const at = (index: number) => passageAt(passages, (whole[index] as Passage).span[0]);
  const to = (index: number) => (index + 1 < whole.length ? at(index + 1) - 1 : passages.length - 1);
  const none = last < first;
  return {
    ...account,
    first: first >= whole.length ? passages.length : at(first),
    last: none ? -1 : to(last),
    ...(told && { told: partOf(told) }),
    ...(lede && { lede: { ...lede, passage: partOf(lede).passage } }),
  };

  function partOf(one: Told): Told {
    const [encounter] = one.encounter.span;
    const { span, passage } = sentences[firstFrom(sentences, encounter + 1) - 1] ?? one;
    if (span[1] >= one.span[1]) return { ...one, passage };
    const kept = one.mentions.filter((mention) => mention.span[1] <= span[1]);
    const present = one.present.filter((i) => i < kept.length);
    return { ...one, passage, span: [one.span[0], span[1]], mentions: kept, present };
  }
}

function besides(page: Page, accounts: readonly Account[], { meetings, turns }: Meetings): Account[] {
  const { passages } = page.outline;
  const holders = holdersOf(accounts, passages.length);
  const byPassage = new Map<number, Account[]>();
  for (const account of accounts) if (account.told) listIn(byPassage, account.told.passage.index, account);
  const places = new Map(accounts.map((account, i) => [account, i]));
  const parts = new Map<Account, number[]>();
  const beside = new Map<Account, Account[]>();
  /** Of which no more is told than that they were held. */
  const apart: Account[] = [];
  /** Of accounts that tell of several whom one met each apart, the one who is left to them. */
  const narrowed = new Map<Account, Told>();
  const found = meetings.map((meeting, n): Account | undefined => {
    const at = passageAt(passages, meeting.at);
    const holder = holders[at];
    const here = (byPassage.get(at) ?? []).filter((account) => isOf(page, account, meeting));
    const one = fewest(meeting.further || meeting.listed ? [...here, ...beyond(holder, meeting)] : here);
    const near = meetings.slice(Math.max(0, n - NEAR), n + NEAR);
    if (one?.told && meeting.listed) {
      const told = ofLand(page, one.told, meeting.met);
      const present = told.present.filter((i) => !isOfAnother(told.mentions[i] as Mention, meeting.met, near));
      if (present.length === one.told.present.length) return one;
      if (!narrowed.has(one)) {
        narrowed.set(one, { ...calledBy(told, meeting), present });
        return one;
      }
    } else if (one) return one;
    if (!meeting.further && !one && !holder) {
      const bare = bareIn(page, accounts, meeting);
      if (bare) apart.push(bare);
      return bare;
    }
    if ((!meeting.further && !one) || !holder || holder.conference) return undefined;
    if (accounts.slice(places.get(holder), (places.get(holder) as number) + LATER).some((other) => isByLede(page, other, meeting.at)))
      return undefined;
    const there = toldIn(page, passages[at] as Passage, meeting, near);
    if (!there) return undefined;
    const told = calledBy(there, meeting);
    const { host, traveller, lede } = holder;
    // what one sentence tells of several stands with the first of them
    const place = one ? { first: passages.length, last: -1 } : { first: at, last: at };
    const beyondIt = { ...(host && { host }), ...(traveller && { traveller }), ...(lede && { lede }) };
    const account: Account = { ...place, told, ...(!meeting.listed && { beside: true as const }), ...beyondIt };
    listIn(beside, holder, account);
    return account;
  });

  /** 大統領を表敬し、外相と会談した。/ 外相との会談では、…: talks of which a section tells, or what was said there. */
  function beyond(holder: Account | undefined, meeting: Meeting): Account[] {
    const from = holder ? (places.get(holder) as number) : 0;
    return accounts.slice(Math.max(0, from - 1), from + LATER).filter((one) => isOf(page, one, meeting));
  }

  for (const { at, meeting } of turns) {
    const index = passageAt(passages, at);
    const account = found[meeting];
    const holder = holders[index];
    const left = holder && { ...holder, told: narrowed.get(holder) ?? holder.told };
    if (account && left && account !== holder && !left.conference && !isOf(page, left as Account, meetings[meeting] as Meeting))
      listIn(parts, account, index);
  }
  const called = new Set(turns.map(({ at }) => passageAt(passages, at)));
  const all = accounts.flatMap((account) => [account, ...(beside.get(account) ?? [])]);
  return (apart.length > 0 ? inOrder([...all, ...apart]) : all).map((account) => {
    const list = parts.get(account);
    const told = narrowed.get(account);
    const open = beside.has(account) ? openIn(page, account, called) : undefined;
    return list || told || open ? { ...account, ...(told && { told }), ...(list && { parts: list }), ...(open && { open }) } : account;
  });
}

/** The name of the talks stands within the first signs of a passage. */
const OPENS = 30;

/** 某外相と会談し、某大統領を表敬した。/ 双方は、…で一致した。: the first passage behind them that says something and not at which. */
function openIn({ text, outline: { passages }, words }: Page, { told, last }: Account, called: ReadonlySet<number>): Span | undefined {
  for (let p = (told?.passage.index ?? last) + 1; p <= last; p++) {
    const { span, headings } = passages[p] as Passage;
    // 首脳会談においては、…; 2 首脳会談 / …
    const named = [[span[0], Math.min(span[1], span[0] + OPENS)] as const, ...headings].some(([start, end]) =>
      encounterNamed(text, [start, end], words),
    );
    if (named) continue;
    const parted = (passages[p - 1] as Passage).span[1] === span[0];
    if (called.has(p) || parted || !isTelling(passages[p] as Passage)) continue;
    if (words.manner.has(text, span[0], span[1]) || words.spoken.has(text, span[0], span[1])) return span;
  }
  return undefined;
}

/**
 * また、同日、某外相と東山大臣との外相会談も実施された。: on the page of a visit, outside of what it tells at length; undefined where a section named by its level alone may
 * be of it.
 */
function bareIn(page: Page, accounts: readonly Account[], { at }: Meeting): Account | undefined {
  const { text, sentences, mentions, own, names, words } = page;
  const sentence = sentences[firstFrom(sentences, at)];
  const told = accounts.length > 0 && accounts.length < MANY && sentence && (guestOf(page) ?? travellerOn(page)) ? toldBy(page, sentence) : undefined;
  if (!told) return undefined;
  const present = told.present.map((i) => told.mentions[i] as Mention);
  const ours = present.filter((one) => (one.party ? one.party === own : mayBeOwn(one, own, names, words)));
  // of more it is not told who sat with whom
  if (ours.length !== 1 || present.length !== 2) return undefined;
  const level = levelNamed(text, told.encounter.span, words);
  const mayBeOf = ({ title, named }: Account) => {
    if (!title || !named || within(mentions, title).some(({ kind }) => kind === 'person')) return false;
    const of = levelNamed(text, [title[0], named.span[1]], words);
    return of === undefined || level === undefined || of === level;
  };
  return accounts.some(mayBeOf) ? undefined : { first: page.outline.passages.length, last: -1, told };
}

/** A page of more talks is no account of one visit. */
const MANY = 12;

/** Of accounts that tell of somebody the one that tells of the fewest. */
function fewest(accounts: readonly Account[]): Account | undefined {
  const size = ({ told }: Account) => told?.present.length ?? 0;
  return accounts.reduce<Account | undefined>((best, one) => (best && size(best) <= size(one) ? best : one), undefined);
}

function listIn<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Of each passage the account in whose stretch it stands. */
function holdersOf(accounts: readonly Account[], length: number): (Account | undefined)[] {
  const result: (Account | undefined)[] = new Array(length).fill(undefined);
  for (const account of accounts) for (let p = account.first; p <= account.last && p < length; p++) result[p] ??= account;
  return result;
}

function passageAt(passages: readonly Passage[], at: number): number {
  const next = firstFrom(passages, at + 1);
  return Math.max(0, next - 1);
}

/** Whether an account tells that one of those was met, or its heading names one. */
function isOf({ mentions }: Page, { told, heads = [], title }: Account, { met }: Meeting): boolean {
  const present = [...heads, ...(title ? within(mentions, title) : []), ...(told?.present.map((i) => told.mentions[i] as Mention) ?? [])];
  return present.some((one) => met.some((known) => isSame(known, one) || isSame(one, known)));
}

/** 某大統領への表敬、某外相との会談を行った。/ 大統領表敬 / 外相会談: sections that name nobody are of those whom the sentence above them lists. */
function isByLede({ mentions }: Page, { lede, told, title }: Account, at: number): boolean {
  if (!lede || !title || at < lede.span[0] || at >= lede.span[1] || (told?.present.length ?? 0) > 1) return false;
  return !within(mentions, title).some(({ kind }) => kind === 'person');
}

/** A首相、B外相と会談した。A首相への表敬では、…: what the text calls a meeting of its own. */
function calledBy(told: Told, { kind }: Meeting): Told {
  return kind ? { ...told, encounter: { ...told.encounter, kind } } : told;
}

/** The talks that a part of a passage begins with, at which the one was who went on to them, and on the day of the sentence that goes on. */
function toldIn(page: Page, passage: Passage, { subject, met }: Meeting, meetings: readonly Meeting[]): Told | undefined {
  const { sentences, dates, text } = page;
  const at = firstFrom(sentences, passage.span[0]);
  const sentence = sentences[at] as Sentence;
  const whole = toldBy(page, sentence) ?? toldApart(page, sentence) ?? spokenOf(page, sentence);
  if (!whole) return undefined;
  const told = ofLand(page, whole, met);
  const isKnown = (one: Mention) => subject !== undefined && isSame(subject, one);
  // whoever was met at another meeting says nothing of the sides of this one
  const mentions = told.mentions.filter((one) => one.kind !== 'person' || !isOfAnother(one, met, meetings));
  const present = mentions.flatMap((one, i) => (told.present.some((k) => told.mentions[k] === one) ? i : []));
  const named = subject && !present.some((i) => isKnown(mentions[i] as Mention));
  const before = sentences[at - 1];
  const day = before && isUnended(text, before) ? within(dates, before.span).filter(isOfDay) : [];
  return {
    ...told,
    ...(named ? { mentions: [subject, ...mentions], present: [0, ...present.map((i) => i + 1)] } : { mentions, present }),
    ...(day.length === 1 && day[0] && { day: day[0] }),
  };
}

/** ベナンではB大統領、ブルキナファソではC大統領と会談した: what is told of the country where these were met. */
function ofLand(page: Page, told: Told, met: readonly Mention[]): Told {
  const lands = [...metByLand(page, told).values()];
  return lands.find(({ mentions, present }) => present.some((i) => met.some((one) => one.span[0] === mentions[i]?.span[0]))) ?? told;
}

/** 同大統領に先立ち: who was met at another meeting is not at this one. */
function isOfAnother(mention: Mention, met: readonly Mention[], others: readonly Meeting[]): boolean {
  const among = (those: readonly Mention[]) => those.some((one) => isSame(one, mention));
  return !among(met) && others.some((one) => among(one.met));
}

/** Whether a sentence is parted from what it goes on with. */
function isUnended(text: string, { span: [, end] }: Sentence): boolean {
  return /[、，,]/.test(text[end - 1] ?? '');
}
