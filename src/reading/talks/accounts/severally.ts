/** Talks with several, each apart, that one sentence tells, and where on the page stands what was said with each. */
import type { Mention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import { type Span, trimmed } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { talksNamed } from '../pages.ts';
import { mayBeOwn, samePerson } from '../parties/cast.ts';
import { hostsOf } from '../parties/counterpart.ts';
import { partiesNamed } from '../telling/named.ts';
import { within } from '../telling/times.ts';
import { findTold, firstTelling, type Told } from '../telling/told.ts';
import { closes, isHeading } from './sections.ts';

/** A passage that opens with the name of talks has it within its first signs. */
const NAMED = 20;

/**
 * Talks with several, each apart, that one sentence tells: 西園総理とA・B国首相、C・D国首相との二国間会談が行われたところ、それぞれの概要….
 * What was said stands under headings that are these persons; without such headings it is of the first.
 */
export function severally(page: Page): Account[] {
  const { text, outline, mentions, words, names, own } = page;
  const { passages } = outline;
  const told = findTold(page, 0, passages.length - 1);
  if (!told || !words.severally.has(text, told.span[0], told.span[1])) return [];
  const placed = byPlace(page, told);
  if (placed.length > 1) return placed;
  const theirs = (i: number) => (told.mentions[i] as Mention).party !== undefined && (told.mentions[i] as Mention).party !== own;
  const known = told.present.filter(theirs);
  // …、ベルク某機構委員長とそれぞれ懇談した: one whose side nothing tells was met apart too
  const others = told.present.filter((i) => theirs(i) || !mayBeOwn(told.mentions[i] as Mention, own, names, words));
  const ours = told.present.filter((i) => !others.includes(i));
  const lands = landsOf(page, told);
  if (new Set(known.map((i) => (told.mentions[i] as Mention).party)).size < 2)
    return others.length === 0 && ours.length > 0 ? byLand(page, told, lands) : [];
  // 某首相より、以下の要請があった。: a sentence over its items is no heading of their talks
  const isSentence = ({ span }: Passage) => words.bare.stop.has(text.charCodeAt(trimmed(text, [span[0], span[1]])[1] - 1));
  const headings = passages.filter(
    (passage) =>
      isHeading(text, passage) && !isSentence(passage) && within(mentions, [passage.span[0], passage.span[1]]).some(({ kind }) => kind === 'person'),
  );
  const of = (i: number) =>
    headings.find(({ span }) =>
      within(mentions, [span[0], span[1]]).some(({ name }) => name !== undefined && samePerson(name, (told.mentions[i] as Mention).name ?? '')),
    ) ??
    headingOf(page, told, (told.mentions[i] as Mention).party) ??
    lands.find(({ party }) => party === (told.mentions[i] as Mention).party)?.passage;
  const found = others.map(of);
  const begins = found.some((heading) => heading !== undefined)
    ? found.map((heading) => heading?.index)
    : beginnings(
        page,
        told,
        others.map((i) => told.mentions[i] as Mention),
      );
  return others.map((i, n): Account => {
    const one = { ...told, present: [...ours, i].sort((a, b) => a - b) };
    const first = begins[n];
    // nothing of what was said there is on the page
    if (first === undefined) return { first: passages.length, last: -1, told: one };
    let last = first;
    const ends = (passage: Passage) => begins.includes(passage.index) || (found[n] !== undefined && closes(passage, found[n] as Passage));
    while (last + 1 < passages.length && !ends(passages[last + 1] as Passage)) last++;
    return { first, last, ...(found[n] && { title: (found[n] as Passage).span }), told: one };
  });
}

/** 1 日・某国首脳会談: the heading below that names the talks with this party. */
function headingOf(page: Page, { passage: { index } }: Told, party: string | undefined): Passage | undefined {
  if (party === undefined) return undefined;
  return page.outline.passages.find((passage) => {
    const named = passage.index > index && isHeading(page.text, passage) ? talksNamed(page.text, passage.span, page.words) : undefined;
    return named !== undefined && partiesNamed(page, passage.span, named).includes(party);
  });
}

/** Those whom one met in each of several countries, with what one sentence tells of it: ウガンダでは｜A大統領、B大臣、マラウイでは｜C副大統領と. */
export function metByLand({ text, words, own, names }: Page, told: Told): ReadonlyMap<string, Told> {
  const groups = new Map<string, number[]>();
  const begins = new Map<string, number>();
  let land: string | undefined;
  told.mentions.forEach((mention, i) => {
    const { kind, party, span } = mention;
    if (span[0] >= told.encounter.span[0]) return;
    const to = names.states.at(text, span[1], told.span[1])?.end ?? span[1];
    if (kind === 'party' && party && party !== own && words.there.at(text, to, told.span[1])) {
      land = party;
      if (!begins.has(party)) begins.set(party, span[0]);
    } else if (kind === 'person' && land && (!party || party === land)) groups.set(land, [...(groups.get(land) ?? []), i]);
  });
  const result = new Map<string, Told>();
  if (groups.size < 2) return result;
  const inGroup = (i: number) => [...groups].find(([, list]) => list.includes(i))?.[0];
  const ours = told.present.filter((i) => inGroup(i) === undefined);
  const starts = [...groups].map(([party]) => begins.get(party) as number);
  [...groups].forEach(([party, list], n) => {
    const mentions: Mention[] = [];
    const present: number[] = [];
    told.mentions.forEach((mention, i) => {
      const elsewhere = mention.kind === 'party' && mention.party !== party && groups.has(mention.party ?? '');
      if (elsewhere || (inGroup(i) ?? party) !== party) return;
      if (list.includes(i) || ours.includes(i)) present.push(mentions.length);
      mentions.push(list.includes(i) && !mention.party ? { ...mention, party, basis: 'inferred', rule: 'talks/land-before' } : mention);
    });
    // what is told before the first country, and day and place behind each, are of the talks there
    const span: Span = [n === 0 ? told.span[0] : (starts[n] as number), told.span[1]];
    const reach = starts[n + 1] ?? told.encounter.reach;
    result.set(party, { ...told, span, encounter: { ...told.encounter, reach }, mentions, present });
  });
  return result;
}

/** ガーナでは｜某大統領、某外相を表敬した: the country visited that a sentence names last before one whom it tells to have been met. */
export function landThere(page: Page, { span, mentions }: Told, { span: [at] }: Mention): string | undefined {
  const { text, words, own, names, outline } = page;
  const land = mentions.findLast(
    (one) =>
      one.kind === 'party' && one.span[1] <= at && words.there.at(text, names.states.at(text, one.span[1], span[1])?.end ?? one.span[1], span[1]),
  );
  if (!land?.party || land.party === own) return undefined;
  // where somebody travels elsewhere, those of a third country may meet him
  const hosts = hostsOf(page, [outline.passages.find(({ kind }) => kind === 'title')?.span, firstTelling(page)?.span]);
  return hosts.size === 0 || hosts.has(land.party) ? land.party : undefined;
}

function byPlace(page: Page, told: Told): Account[] {
  return [...metByLand(page, told).values()].map((one, n): Account => {
    const { index } = told.passage;
    const place = n === 0 ? { first: index, last: index } : { first: page.outline.passages.length, last: -1 };
    return { ...place, told: one };
  });
}

interface Land {
  readonly passage: Passage;
  readonly party: string;
  /** The words for it. */
  readonly span: Span;
}

/**
 * Passages below the telling one that each stand for another country, by a heading or at their head: （ペルー）, ・モンゴル：ハン外務次官から、….
 * None where a country comes twice or there is only one.
 */
function landsOf({ text, outline, mentions, names, own }: Page, { passage: { index } }: Told): Land[] {
  const result: Land[] = [];
  for (const passage of outline.passages.slice(index + 1)) {
    if (passage.kind === 'furniture') continue;
    const [from, to] = trimmed(text, passage.span);
    const start = fold(text.charCodeAt(from)) === OPEN ? from + 1 : from;
    const land = within(mentions, [start, to]).find(({ span }) => span[0] === start);
    if (land?.kind !== 'party' || !land.party || land.party === own || land.text.length < 2) continue;
    const end = names.states.at(text, land.span[1], to)?.end ?? land.span[1];
    const after = fold(text.charCodeAt(end));
    const alone = start > from ? after === CLOSE && end + 1 === to : end === to && isHeading(text, passage);
    if (alone || (start === from && after === COLON)) result.push({ passage, party: land.party, span: [start, end] });
  }
  return result.length > 1 && new Set(result.map(({ party }) => party)).size === result.length ? result : [];
}

const OPEN = 0x28;
const CLOSE = 0x29;
const COLON = 0x3a;

/** 各国代表と個別に意見交換を行った: whom the sentence does not name, the list below it does. */
function byLand(page: Page, told: Told, lands: readonly Land[]): Account[] {
  return lands.map(({ passage, span }, n): Account => {
    const next = lands[n + 1]?.passage.index ?? page.outline.passages.length;
    let last = passage.index;
    while (last + 1 < next && !closes(page.outline.passages[last + 1] as Passage, passage)) last++;
    const inner = findTold(page, passage.index, last);
    return { first: passage.index, last, title: span, lede: told, ...(inner && { told: inner }) };
  });
}

/** For each person, the passage behind the telling one where the name is first found or the talks are called by the country (日・加首脳会談では), or where the numbering begins anew before it. */
function beginnings(page: Page, { passage }: Told, persons: readonly Mention[]): (number | undefined)[] {
  const { outline, mentions } = page;
  const { passages } = outline;
  const result: (number | undefined)[] = [];
  let from = passage.index;
  for (const { name = '', party } of persons) {
    const at = passages.findIndex(
      ({ index, span }) =>
        index > from &&
        (within(mentions, [span[0], span[1]]).some((mention) => mention.name !== undefined && samePerson(mention.name, name)) ||
          (party !== undefined && openingParties(page, span).includes(party))),
    );
    if (at < 0) {
      result.push(undefined);
      continue;
    }
    let begin = at;
    for (let k = at; k > from; k--)
      if ((passages[k] as Passage).path.includes('#')) {
        begin = k;
        break;
      }
    result.push(result.length === 0 ? 0 : begin);
    from = at;
  }
  return result;
}

/** The parties in the name of talks with which a passage opens: 日・加首脳会談では. */
function openingParties(page: Page, [start, end]: Span): readonly string[] {
  const span: Span = [start, Math.min(end, start + NAMED)];
  const named = page.words.encounters.all(page.text, span[0], span[1]).find(({ value }) => value !== 'none');
  return named ? partiesNamed(page, span, { kind: 'meeting', span: [named.start, named.end], reach: named.start }) : [];
}
