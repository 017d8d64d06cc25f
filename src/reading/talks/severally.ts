/** Talks with several, each apart, that one sentence tells, and where on the page stands what was said with each. */
import type { Mention } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { type Span, trimmed } from '../../text/span.ts';
import type { Passage } from '../outline.ts';
import type { Account } from './account.ts';
import { samePerson } from './cast.ts';
import { partiesNamed } from './named.ts';
import type { Page } from './page.ts';
import { closes, isHeading } from './sections.ts';
import { within } from './times.ts';
import { findTold, type Told } from './told.ts';

/** A passage that opens with the name of talks has it within its first signs. */
const NAMED = 20;

/**
 * Talks with several, each apart, that one sentence tells: 西園総理とA・B国首相、C・D国首相との二国間会談が行われたところ、それぞれの概要….
 * What was said stands under headings that are these persons; without such headings it is of the first.
 */
export function severally(page: Page): Account[] {
  const { text, outline, mentions, words, own } = page;
  const { passages } = outline;
  const told = findTold(page, 0, passages.length - 1);
  if (!told || !words.severally.has(text, told.span[0], told.span[1])) return [];
  const others = told.present.filter((i) => (told.mentions[i] as Mention).party !== undefined && (told.mentions[i] as Mention).party !== own);
  const lands = landsOf(page, told);
  if (new Set(others.map((i) => (told.mentions[i] as Mention).party)).size < 2)
    return told.present.length > others.length ? byLand(page, told, lands) : [];
  const ours = told.present.filter((i) => !others.includes(i));
  const headings = passages.filter(
    (passage) => isHeading(passage) && within(mentions, [passage.span[0], passage.span[1]]).some(({ kind }) => kind === 'person'),
  );
  const of = (i: number) =>
    headings.find(({ span }) =>
      within(mentions, [span[0], span[1]]).some(({ name }) => name !== undefined && samePerson(name, (told.mentions[i] as Mention).name ?? '')),
    ) ?? lands.find(({ party }) => party === (told.mentions[i] as Mention).party)?.passage;
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
    const alone = start > from ? after === CLOSE && end + 1 === to : end === to && isHeading(passage);
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
