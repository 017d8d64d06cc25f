/**
 * Which parts of a page are accounts of talks: the whole page, or each section under a heading of its own.
 *
 *   > 日露外相会談(概要) … 11月13日、前原外務大臣は、…ラヴロフ・ロシア外務大臣と会談した。
 *     ＾＾＾＾＾＾ named                                                         ＾＾ told
 */
import type { Mention } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Passage } from '../outline.ts';
import { attendance } from './attendance.ts';
import { type Encounter, encounterNamed, encounterTold } from './encounters.ts';
import { type Form, findForm } from './form.ts';
import { partiesNamed } from './named.ts';
import type { Page } from './page.ts';
import { bareEnd, isOtherOpening, isOtherTitle } from './pages.ts';
import { within } from './times.ts';

/** The sentence that tells the talks. */
export interface Told {
  readonly span: Span;
  readonly passage: Passage;
  readonly encounter: Encounter;
  /** Mentions of the sentence, in order. */
  readonly mentions: readonly Mention[];
  /** Indexes of those of them who took part. */
  readonly present: readonly number[];
}

export interface Account {
  /** First and last passage of it. */
  readonly first: number;
  readonly last: number;
  /** Its title or heading. */
  readonly title?: Span;
  readonly named?: Encounter;
  readonly told?: Told;
  readonly form?: Form;
  /** The sentence at the head of the page that tells of several talks at once. */
  readonly lede?: Told;
}

/** The talks are told near the beginning: not behind more sentences than this. */
const NEAR = 40;
/** A heading of talks is no longer than this. */
const HEADING = 60;

export function findAccounts(page: Page): Account[] {
  const { text, outline, words } = page;
  const { passages } = outline;
  if (passages.length === 0) return [];
  const title = titleOf(page);
  if (title && isOtherTitle(text, title, words)) return [];
  const told = findTold(page, 0, passages.length - 1);
  const form = findForm(page);
  const named = title && encounterNamed(text, title, words);
  const titled = named !== undefined && title !== undefined && endsWithin(text, named, title, page);
  const sections = findSections(page, titled && partiesNamed(page, title as Span, named as Encounter).length > 1);
  if (sections.length > 1) return sections;
  const announced = (told && announces(page, told.span)) || (title && announces(page, title)) || form !== undefined;
  // 日豪外相会談の開催: a notice, unless the page tells that it took place.
  const soft = title !== undefined && words.softHolds.all(text, title[0], title[1]).length > 0;
  if (soft && !(told && (told.present.length > 0 || announced)) && !form) return [];
  const start = passages.find((passage) => passage.kind !== 'title' && passage.kind !== 'furniture')?.span[0] ?? 0;
  if (!announced && isOtherOpening(text, start, words)) return [];
  const whole = { first: 0, last: passages.length - 1, ...(title && { title }), ...(named && { named }), ...(form && { form }) };
  if (
    told &&
    (titled || (soft && named && told.present.length > 1) || (announced && (told.present.length > 0 || named)) || (!title && told.present.length > 1))
  )
    return [{ ...whole, told }];
  if (titled && (announced || hasBody(page))) return [whole];
  if (form && named) return [whole];
  return [];
}

/** The title: the outline's, or the first line that names talks. */
function titleOf({ text, outline, words }: Page): Span | undefined {
  const titles = outline.passages.filter((passage) => passage.kind === 'title');
  const naming = titles.find((passage) => encounterNamed(text, passage.span, words));
  return (naming ?? titles[0])?.span;
}

/** Whether the title ends in the name of the talks. */
function endsWithin(text: string, named: Encounter, title: Span, { words }: Page): boolean {
  const end = bareEnd(text, title);
  if (named.span[1] === end) return true;
  // 日露外相会談の概要, 日露外相会談等の結果
  const rest = text.slice(named.span[1], end);
  return rest.length <= 8 && words.announces.all(text, named.span[1], end).some((found) => found.end === end);
}

function announces({ text, words }: Page, span: Span): boolean {
  return words.announces.all(text, span[0], span[1]).length > 0;
}

function hasBody({ outline }: Page): boolean {
  return outline.passages.some(
    (passage) => passage.kind !== 'title' && passage.kind !== 'furniture' && passage.kind !== 'dateline' && passage.kind !== 'heading',
  );
}

function isTelling(passage: Passage): boolean {
  return passage.kind !== 'title' && passage.kind !== 'heading' && passage.kind !== 'dateline' && passage.kind !== 'furniture';
}

/** The first sentence among the passages that tells talks and who took part; else the first that tells talks. */
function findTold(page: Page, first: number, last: number): Told | undefined {
  const { text, sentences, mentions, words } = page;
  let best: Told | undefined;
  let seen = 0;
  for (const { span, passage } of sentences) {
    if (passage.index < first || !isTelling(passage)) continue;
    if (passage.index > last || seen++ > NEAR) break;
    const encounter = encounterTold(text, span, words);
    if (!encounter) continue;
    const inside = within(mentions, [span[0], span[1]]);
    const present = attendance(text, span, inside, encounter.span[0], words);
    const told = { span, passage, encounter, mentions: inside, present };
    if (present.length >= 2) return told;
    if (!best || (best.present.length === 0 && present.length > 0)) best = told;
  }
  return best;
}

/**
 * Sections whose headings name talks, where at least two of them name different ones.
 *
 *   > (1) イワノフ露外相との会談 … (2) ユン韓国外交通商部長官との会談 …
 *     　　＾＾＾＾＾＾＾＾＾＾＾＾　　　＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾
 * @param single the title names one meeting: then a section must tell another itself.
 */
function findSections(page: Page, single: boolean): Account[] {
  const { text, outline, mentions, words } = page;
  const { passages } = outline;
  const starts = passages.filter((passage) => isHeadingOfTalks(page, passage));
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
    if (key === '') return;
    keys.add(key);
    result.push({
      first: heading.index,
      last,
      title: heading.span,
      named: encounterNamed(text, heading.span, words) as Encounter,
      ...(told && { told }),
    });
  });
  if (keys.size < 2) return [];
  const lede = findTold(page, 0, (starts[0] as Passage).index - 1);
  return lede ? result.map((account) => ({ ...account, lede })) : result;
}

/** A heading or a short item that ends in the name of talks. */
function isHeadingOfTalks({ text, words }: Page, { kind, span }: Passage): boolean {
  if ((kind !== 'heading' && kind !== 'item' && kind !== 'section') || span[1] - span[0] > HEADING) return false;
  const named = encounterNamed(text, span, words);
  return named !== undefined && named.span[1] === bareEnd(text, span);
}

/** Whether a passage begins something else than what stands under the heading. */
function closes(passage: Passage, heading: Passage): boolean {
  if (passage.kind === 'furniture') return false;
  return passage.kind === 'heading' && passage.headings.length <= heading.headings.length;
}
