/**
 * Several talks on one page: each under a heading of its own, or told one after the other.
 *
 *   > (1) イワノフ露外相との会談 … (2) ユン韓国外交通商部長官との会談 …
 *     　　＾＾＾＾＾＾＾＾＾＾＾＾　　　＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾
 *   > 7日、岡田大臣は、ラヴロフ外相と会談し、… 8日には、メルケル首相を表敬し、…
 *                                               ＾＾ someone else: talks of their own
 */
import type { Mention } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Passage } from '../outline.ts';
import type { Account } from './accounts.ts';
import { samePerson } from './cast.ts';
import { type Encounter, encounterNamed } from './encounters.ts';
import { partiesNamed } from './named.ts';
import type { Page } from './page.ts';
import { bareEnd } from './pages.ts';
import { within } from './times.ts';
import { findTold, isTelling, type Told, toldBy } from './told.ts';

/** A heading of talks is no longer than this. */
const HEADING = 60;
/** Sentences of a passage in which it may tell talks of its own. */
const OPENING = 2;
/** A sentence that tells talks and no more has fewer signs behind the word for them. */
const BARE = 14;

interface Start {
  readonly passage: Passage;
  readonly told?: Told;
}

/**
 * @param single the title names one meeting: then what is under a heading must tell another itself.
 * @param careful the page looks like another kind: only headings are believed.
 * @returns [] where the page tells of one at most.
 */
export function findStretches(page: Page, single: boolean, careful: boolean): Account[] {
  const headings = headed(page, single);
  if (headings.length > 1) return headings;
  return careful ? [] : told(page);
}

/** Sections whose headings name talks, where at least two of them name different ones. */
function headed(page: Page, single: boolean): Account[] {
  const { text, outline, mentions, words } = page;
  const { passages } = outline;
  const starts = passages.filter((passage) => isHeadingOfTalks(page, passage) || isHeadingOfPerson(page, passage));
  const result: Account[] = [];
  const keys = new Set<string>();
  starts.forEach((heading, n) => {
    const next = starts[n + 1]?.index ?? passages.length;
    let last = heading.index;
    while (last + 1 < next && !closes(passages[last + 1] as Passage, heading)) last++;
    if (last === heading.index) return;
    const told = findTold(page, heading.index + 1, last);
    if (single && !told) return;
    const key = within(mentions, [heading.span[0], heading.span[1]])
      .filter((mention) => mention.party || mention.kind === 'person')
      .map((mention) => mention.name ?? mention.party)
      .join(' ');
    const named = encounterNamed(text, heading.span, words);
    const who = key || (named ? partiesNamed(page, heading.span, named).join(' ') : '');
    if (who === '') return;
    keys.add(who);
    const above = named ? undefined : encounterNamed(text, heading.headings.at(-1) as Span, words);
    const heads = above && within(mentions, [heading.span[0], heading.span[1]]).filter(({ kind }) => kind === 'person');
    result.push({
      first: heading.index,
      last,
      title: heading.span,
      ...((named ?? above) && { named: (named ?? above) as Encounter }),
      ...(heads && { heads }),
      ...(told && { told }),
    });
  });
  if (keys.size < 2) return [];
  const lede = findTold(page, 0, (starts[0] as Passage).index - 1);
  return lede ? result.map((account) => ({ ...account, lede })) : result;
}

/** Passages without headings that each tell talks with somebody else, and what was said there. */
function told(page: Page): Account[] {
  const { outline, sentences } = page;
  const starts: Start[] = [];
  const met: Mention[][] = [];
  let passage: Passage | undefined;
  let seen = 0;
  for (const sentence of sentences) {
    if (sentence.passage !== passage) {
      ({ passage } = sentence);
      seen = 0;
    }
    if (seen++ >= OPENING || !isTelling(sentence.passage) || starts.at(-1)?.passage === passage) continue;
    const told = toldBy(page, sentence);
    if (!told || told.present.length < 2) continue;
    const present = told.present.map((i) => told.mentions[i] as Mention);
    if (starts.length > 0 && (met.some((others) => sameOnes(present, others)) || !says(told))) continue;
    met.push(present);
    starts.push({ passage, told });
  }
  if (starts.length < 2) return [];
  return starts.map(({ passage: start, told }, n): Account => {
    const last = (starts[n + 1]?.passage.index ?? outline.passages.length) - 1;
    return { first: n === 0 ? 0 : start.index, last, ...(told && { told }) };
  });
}

/** Whether all of those present met before, and nobody is missing whom more than two met. */
function sameOnes(present: readonly Mention[], others: readonly Mention[]): boolean {
  const known = ({ name = '' }: Mention) => others.some((other) => samePerson(other.name ?? '', name));
  return present.every(known) && (present.length === others.length || present.length === 2);
}

/** Whether the passage goes on with what was said. */
function says({ span, encounter, passage }: Told): boolean {
  return span[1] < passage.span[1] || passage.span[1] - encounter.span[1] >= BARE;
}

/** A heading or a short item that ends in the name of talks. */
function isHeadingOfTalks({ text, words }: Page, passage: Passage): boolean {
  const { span } = passage;
  if (!isHeading(passage)) return false;
  const named = encounterNamed(text, span, words);
  return named !== undefined && named.span[1] === bareEnd(text, span);
}

/** A heading that is a person, under one that names talks: 二国間会談 / (1)サージャン・カナダ国防大臣. */
function isHeadingOfPerson({ text, mentions, words }: Page, passage: Passage): boolean {
  const { span, headings } = passage;
  if (!isHeading(passage)) return false;
  const above = headings.at(-1);
  if (!above || !encounterNamed(text, above, words)) return false;
  const last = within(mentions, [span[0], span[1]]).findLast(({ kind }) => kind === 'person');
  return last !== undefined && last.span[1] === bareEnd(text, span) && encounterNamed(text, span, words) === undefined;
}

function isHeading({ kind, span }: Passage): boolean {
  return (kind === 'heading' || kind === 'item' || kind === 'section') && span[1] - span[0] <= HEADING;
}

/** Whether a passage begins something else than what stands under the heading. */
function closes(passage: Passage, heading: Passage): boolean {
  if (passage.kind === 'furniture') return false;
  return passage.kind === 'heading' && passage.headings.length <= heading.headings.length;
}
