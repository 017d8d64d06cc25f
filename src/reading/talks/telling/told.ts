/** The sentence that tells of talks and of who took part. */
import type { DateMention, Mention } from '../../../record/reading.ts';
import { firstFrom, type Span, trimmed } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Sentence } from '../../sentences.ts';
import type { Page } from '../page.ts';
import { attendance } from './attendance.ts';
import { afterBrackets, type Encounter, encounterListed, encounterNamed, encounterTold, isOfListDone, isPlanned } from './encounters.ts';
import { levelNamed } from './level.ts';
import { partiesNamed } from './named.ts';
import { isDayTold, isOfDay, within } from './times.ts';

export interface Told {
  readonly span: Span;
  readonly passage: Passage;
  readonly encounter: Encounter;
  /** Mentions of the sentence, in order. */
  readonly mentions: readonly Mention[];
  /** Indexes of those of them who took part. */
  readonly present: readonly number[];
  /** The day, where a line above has it. */
  readonly day?: DateMention;
}

/** The talks are told near the beginning: not behind more sentences than this. */
const NEAR = 40;
/** What announces them without telling them stands at the head. */
const HEAD = 3;
/** More than these are not met at once. */
const MANY = 5;

/** Forms of a meal. */
const MEALS: ReadonlySet<string> = new Set(['breakfast', 'lunch', 'dinner']);

export function isTelling({ kind, path }: Passage): boolean {
  return kind !== 'title' && kind !== 'heading' && kind !== 'dateline' && kind !== 'furniture' && !path.startsWith('note/');
}

/** Lines that stand for pictures above the text: no more than so many are passed over, and none that is longer. */
const CAPTIONS = 12;
const CAPTION = 50;

/** The first sentence that tells something: below the captions of pictures, which end without a sign, if they name anybody. */
export function firstTelling({ text, sentences, words }: Page): Sentence | undefined {
  let first: Sentence | undefined;
  let seen = 0;
  for (const sentence of sentences) {
    if (!isTelling(sentence.passage)) continue;
    const [start, end] = trimmed(text, sentence.span);
    if (words.bare.stop.has(text.charCodeAt(end - 1))) return sentence;
    if (end - start > CAPTION || words.announces.has(text, start, end)) return first ?? sentence;
    first ??= sentence;
    if (++seen > CAPTIONS) break;
  }
  return first;
}

/** The parties in the name of the talks that a sentence tells: 第5回日・カナダ次官級対話が開催された. */
export function partiesTold(page: Page, { span, encounter }: Told): readonly string[] {
  return partiesNamed(page, span, encounter, true);
}

/** Whether the head of the page tells talks that are still to come. */
export function isAhead({ text, sentences, words }: Page): boolean {
  let seen = 0;
  for (const { span, passage } of sentences) {
    if (!isTelling(passage)) continue;
    if (seen++ >= HEAD) return false;
    if (isPlanned(text, span, words) && encounterNamed(text, span, words) !== undefined) return true;
  }
  return false;
}

/** The first sentence among the passages that tells talks and who took part; else the first that tells talks. */
export function findTold(page: Page, first: number, last: number): Told | undefined {
  let best: Told | undefined;
  let announced: Told | undefined;
  let seen = 0;
  const { sentences, outline } = page;
  for (let i = firstFrom(sentences, outline.passages[first]?.span[0] ?? 0); i < sentences.length; i++) {
    const sentence = sentences[i] as Sentence;
    const { passage } = sentence;
    if (passage.index < first || !isTelling(passage)) continue;
    if (passage.index > last || seen++ > NEAR) break;
    const told = toldBy(page, sentence);
    if (!told) {
      announced ??= seen <= HEAD ? (announcedBy(page, sentence) ?? metWith(page, sentence)) : undefined;
      continue;
    }
    // 本8日、第3回政策対話が開催された。…両者は意見交換を行った: what they did there has no day of its own
    // 大統領は、総理、議長、…と意見交換を行った: a list of all whom a guest met, and no talks of their own
    if (told.present.length > MANY && seen > 1) {
      best ??= told;
      continue;
    }
    if (told.present.length >= 2 && !(best && isDated(page, best) && !isDated(page, told))) return told;
    // 大統領は、企業の関係者と意見交換を行った。/ 総理との首脳会談(2日)においては、…: nor are those with others than our side
    const vague = best !== undefined && (best.present.length > MANY || (best.present.length === 1 && !isNamed(page, best)));
    const list = vague && told.present.length > 0 && isDated(page, told) && isNamed(page, told);
    // 第3回日中韓環境大臣会合が開催された。…某部長が議長を務め、意見交換を行った: whose talks they were is told by their name
    const settled = best !== undefined && (isDated(page, best) || partiesTold(page, best).length > 1);
    if (!best || list || (best.present.length === 0 && told.present.length > 0 && !settled)) best = told;
  }
  // 30日夜に行われた外相協議の概要以下のとおり / 外相会談においては、意見交換が行われた: the day is told where the talks are announced
  if (best && announced && best.present.length === 0 && !isDated(page, best) && partiesTold(page, announced).length > 1) return announced;
  return best ?? announced;
}

/** Whether the sentence says between whom the talks were: 総理との首脳会談においては、…. */
function isNamed({ text, words }: Page, { span, encounter }: Told): boolean {
  return levelNamed(text, [span[0], encounter.span[0]], words) !== undefined;
}

/** Whether the sentence has the day of the talks. */
function isDated({ dates }: Page, { span, encounter }: Told): boolean {
  return within(dates, [span[0], encounter.reach]).some(isOfDay);
}

/** 行われた日米首脳電話会談の概要以下のとおり: the sentence does not tell the talks, but announces what was said there, and has their day. */
function announcedBy(
  { text, mentions, dates, words }: Page,
  { span, passage }: { readonly span: Span; readonly passage: Passage },
): Told | undefined {
  const encounter = encounterNamed(text, span, words);
  if (!encounter || isPlanned(text, span, words)) return undefined;
  if (!words.announces.has(text, encounter.span[1], span[1]) || !within(dates, [span[0], encounter.span[0]]).some(isOfDay)) return undefined;
  const inside = within(mentions, [span[0], span[1]]);
  const present = attendance(text, span, inside, encounter.span[0], words);
  // 某官房副長官は、東山首相と某大統領の会談の概要を説明した: they are joined to the name of the talks, and who tells of them was not there
  const last = inside.findLastIndex((one) => one.kind === 'person' && one.span[1] <= encounter.span[0]);
  const owned = last > 0 && words.knowledge.visits.joins.includes(text.slice(inside[last]?.span[1], encounter.span[0]));
  const other = present.filter((i) => i < last).at(-1);
  return { span, passage, encounter, mentions: inside, present: owned && other !== undefined ? [other, last] : present };
}

/** 某外相は3日、東山外相との会談で、…と述べた; 某外相は3日、東山外相と会談した際、…: that they met is told in passing, where the page begins with what was said. */
export function metWith(
  { text, mentions, dates, words }: Page,
  { span, passage }: { readonly span: Span; readonly passage: Passage },
): Told | undefined {
  const { passing } = words.knowledge;
  const met = words.encounters
    .all(text, span[0], span[1])
    .find(
      ({ start, end, value }) =>
        value !== 'none' &&
        ((passing.before.some((word) => text.endsWith(word, start)) && passing.after.some((word) => text.startsWith(word, end))) ||
          passing.met.some((word) => text.startsWith(word, end))),
    );
  if (!met || met.value === 'none' || isPlanned(text, span, words)) return undefined;
  const inside = within(mentions, [span[0], span[1]]);
  const present = attendance(text, span, inside, met.start, words);
  // 3日の会見で、昨年某外相と会談した際: the time told last is that of the talks
  const day = within(dates, [span[0], met.start]).at(-1);
  return present.length < 2 || !day || !(isDayTold(day) || isOfDay(day))
    ? undefined
    : { span, passage, encounter: { kind: met.value, span: [met.start, met.end], reach: met.start }, mentions: inside, present };
}

export function toldBy(page: Page, { span, passage }: { readonly span: Span; readonly passage: Passage }): Told | undefined {
  const { text, mentions, words } = page;
  const encounter = encounterTold(text, span, words) ?? calledOn(page, span);
  if (!encounter) return undefined;
  const inside = within(mentions, [span[0], span[1]]);
  // 日中韓外相会議に出席した後、某外相と会談を行い: where they met before
  const attended = words.knowledge.conferences.before?.some((word) => text.startsWith(word, encounter.span[1]));
  const then = attended ? toldBy(page, { span: [encounter.span[1], span[1]], passage }) : undefined;
  if (then) {
    const present = attendance(text, span, inside, then.encounter.span[0], words);
    return { span, passage, encounter: then.encounter, mentions: inside, present };
  }
  const presentAt = ({ span: [at] }: Encounter) => attendance(text, span, inside, at, words);
  const isSubject = (i: number) => words.heldBetween.at(text, afterBrackets(text, (inside[i] as Mention).span[1], span[1]))?.value === 'subject';
  const present = presentAt(encounter);
  // 某外相主催晩餐会に出席したほか、某大統領と会談した: a meal beside the talks
  const meal = words.formats.all(text, encounter.span[0], encounter.span[1]).some(({ value }) => MEALS.has(value));
  const talks = meal ? encounterTold(text, [encounter.span[1], span[1]], words) : undefined;
  const met = talks ? presentAt(talks).filter((i) => (inside[i] as Mention).span[0] > encounter.span[1]) : [];
  if (talks && met.length > 0) {
    const subject = present.filter(isSubject);
    return { span: [encounter.span[1], span[1]], passage, encounter: talks, mentions: inside, present: [...subject, ...met] };
  }
  // 東山大臣は、第2回対話に出席し、オルロフ次官と意見交換を行った: with whom is told with the second
  const next = present.length < 2 ? encounterTold(text, [encounter.span[1], span[1]], words) : undefined;
  const more = next ? presentAt(next) : [];
  // 某国外相と電話会談を行い、他国外相とも会談した: the second is with another country, and is none of the first
  const theirs = present.every(isSubject) ? undefined : inside[present[0] as number]?.party;
  const others = theirs !== undefined && more.some((i) => inside[i]?.party !== undefined && inside[i]?.party !== theirs);
  if (next && !others && more.length > 1 && more.length > present.length)
    return { span, passage, encounter: { ...encounter, reach: next.reach }, mentions: inside, present: more };
  // 某大統領を表敬した他、某外相と会談した: whom else of that country one met is told with the first
  const also = others ? [] : more.filter((i) => !present.includes(i));
  if (next && theirs !== undefined && also.length > 0 && also.every((i) => inside[i]?.party === theirs))
    return { span, passage, encounter, mentions: inside, present: [...present, ...also] };
  return { span, passage, encounter, mentions: inside, present };
}

/** The talks at the head of a list of all that was done in a country, which its section may tell so. */
export function toldInList(page: Page, { span, passage }: { readonly span: Span; readonly passage: Passage }): Told | undefined {
  const { text, mentions, words } = page;
  const encounter = isPlanned(text, span, words) ? undefined : encounterListed(text, span, words);
  if (!encounter) return undefined;
  const inside = within(mentions, [span[0], span[1]]);
  const present = attendance(text, span, inside, encounter.span[0], words);
  return present.length > 0 ? { span, passage, encounter, mentions: inside, present } : undefined;
}

/** ガーナでは、日・ガーナ首脳会談、研究室視察等を行った: talks whose name says between whom they were, in a list of all that was done. */
export function toldByName(page: Page, { span, passage }: { readonly span: Span; readonly passage: Passage }): Told | undefined {
  const { text, mentions, words } = page;
  for (const { start, end, value } of words.encounters.all(text, span[0], span[1])) {
    if (value === 'none') continue;
    const encounter: Encounter = { kind: value, span: [start, end], reach: start };
    if (!isOfListDone(text, end, span[1], words) || partiesNamed(page, span, encounter).length < 2 || isPlanned(text, span, words)) continue;
    const inside = within(mentions, [span[0], span[1]]);
    return { span, passage, encounter, mentions: inside, present: [] };
  }
  return undefined;
}

/** 大使は、某元首相を訪問した: who visits a person, and no country, calls on that person. */
function calledOn({ text, mentions, words }: Page, span: Span): Encounter | undefined {
  for (const { kind, span: at } of within(mentions, [span[0], span[1]])) {
    if (kind !== 'person') continue;
    const found = words.calls.at(text, afterBrackets(text, at[1], span[1]), span[1]);
    if (found && (found.end >= span[1] || words.after.at(text, found.end, span[1])))
      return { kind: 'courtesy-call', span: [found.start, found.end], reach: found.start };
  }
  return undefined;
}
