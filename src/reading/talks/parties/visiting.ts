/**
 * Who of those who met was visiting whom, and whether they only passed through.
 *
 *   > ロシアを訪問中の前原外務大臣は     > 訪日中のラヴロフ・ロシア外務大臣と     > 前原外務大臣のロシア訪問
 *     ＾＾＾          ＾＾＾            　＾                                    　　　　　　　　＾＾＾
 *
 * 1 only somebody who took part visits; 2 nobody visits the own country; 3 that a place lies in a country tells of no visit yet.
 */
import type { Known, Mention, Participant, Talks } from '../../../record/reading.ts';
import { isBlank, type Span } from '../../../text/span.ts';
import type { Account } from '../account.ts';
import type { TalksWords } from '../knowledge.ts';
import type { Page } from '../page.ts';
import { within } from '../telling/times.ts';
import { isTelling } from '../telling/told.ts';

type Visiting = NonNullable<Talks['visiting']>[number];

/** Between the words of the visit and the person who visits there are no more units than this. */
const NEAR = 16;
/** Before a visit that is the predicate (前原大臣は、ロシアを訪問し) its subject may stand further off. */
const SUBJECT = 60;

/** @param participants those who met, each with a party. */
export function findVisiting(
  { text, mentions, words, outline }: Page,
  { told, lede, title }: Account,
  participants: readonly Participant[],
): Visiting[] {
  const found: Visiting[] = [];
  const add = (mention: Mention | undefined, host: string, span: Span, rule: string): void => {
    const guest = mention && participants.find(({ name, spans, party }) => party !== host && isOne(mention, name, spans));
    if (!guest || found.some((one) => one.host === host && one.person === guest.name)) return;
    found.push({ party: guest.party, host, person: guest.name, basis: 'stated', span: [span[0], span[1]], rule });
  };
  const head = outline.passages.find(({ kind }) => kind === 'title')?.span;
  const spans = [told?.span, lede?.span, title, head].filter((span): span is Span => span !== undefined);
  for (const span of spans) {
    const here = within(mentions, [span[0], span[1]]);
    const persons = here.filter(({ kind }) => kind === 'person');
    const after = (at: number) => persons.find(({ span: [start] }) => start >= at && start - at <= NEAR);
    const before = (at: number, far: number) => persons.findLast(({ span: [, end] }) => end <= at && at - end <= far);
    for (const { kind, party, span: at } of here) {
      if ((kind !== 'party' && kind !== 'place') || !party) continue;
      const visit = words.visits.at(text, at[1], span[1]);
      if (visit) add(after(visit.end), party, [at[0], visit.end], 'talks/visiting');
      const word = words.knowledge.visits.before.find((one) => at[0] - one.length >= span[0] && text.startsWith(one, at[0] - one.length));
      const short = word === undefined ? undefined : words.visitsShort.at(text, at[1], span[1]);
      if (word !== undefined && short) add(after(short.end), party, [at[0] - word.length, short.end], 'talks/visiting');
      const start = word === undefined ? at[0] : at[0] - word.length;
      const noun = words.hosts.at(text, at[1], span[1]) ?? (word === undefined ? undefined : { end: at[1] });
      if (!noun || visit || short) continue;
      // 前原外務大臣のロシア訪問, 前原外務大臣は、ロシアを訪問し
      const owner = before(start, NEAR);
      const joined = owner && words.knowledge.visits.joins.includes(text.slice(owner.span[1], start).trim());
      if (joined) add(owner, party, [at[0], noun.end], 'talks/visit-of');
      else if (span === told?.span && owner !== undefined) add(before(start, SUBJECT), party, [at[0], noun.end], 'talks/visit-told');
    }
    for (const { start, end } of words.coming.all(text, span[0], span[1])) {
      const guest = after(end);
      const host = words.knowledge.publishes;
      if (guest) add(guest, host, [start, end], 'talks/visiting-us');
    }
  }
  return found;
}

/** ナジャル・某国首相の公賓訪日: the one person of another side of whom the page's title tells that he visits. */
export function guestOf(page: Page): Mention | undefined {
  const { text, outline, mentions, words, own } = page;
  const title = outline.passages.find(({ kind }) => kind === 'title');
  if (!title) return guestTold(page);
  const titled = within(mentions, [title.span[0], title.span[1]]);
  const isGuest = ({ kind, party }: Mention) => kind === 'person' && party !== undefined && party !== own;
  const guests = titled.some(isGuest) ? titled.filter(isGuest) : titled.filter(({ kind, party }) => kind === 'office' && party && party !== own);
  const [guest] = guests;
  if (!guest || guests.length > 1) return undefined;
  const [, end] = guest.span;
  // 某国大使が知事を表敬訪問, 某副大統領への表敬訪問: a call on somebody is no visit to a country
  const calls = words.encounters.all(text, end, title.span[1]).filter(({ value }) => value !== 'none');
  const visits = words.knowledge.occasions.visits.some((word) => {
    const at = text.slice(end, title.span[1]).indexOf(word) + end;
    return at >= end && !calls.some((call) => call.start <= at && at + word.length <= call.end);
  });
  if (!visits) return undefined;
  return guest.kind === 'person' ? guest : holderOf(page, guest);
}

/** ハリス・某国外務大臣は、外務省賓客として日本を訪問しました。: the one of another side of whom the first sentence tells it, on a page without its title. */
function guestTold({ text, mentions, sentences, words, own }: Page): Mention | undefined {
  const opening = sentences.find(({ passage }) => isTelling(passage));
  if (!opening) return undefined;
  const [guest, ...others] = within(mentions, opening.span).filter(({ kind, party }) => kind === 'person' && party !== undefined && party !== own);
  if (!guest || others.length > 0) return undefined;
  const [, end] = guest.span;
  const tells = words.heldBetween.at(text, end, opening.span[1])?.value === 'subject' && words.arrived.has(text, end, opening.span[1]);
  return tells ? guest : undefined;
}

/** 某国外務大臣の訪日 / ハリス外務大臣は、…: whom the first sentence names with the office that the title has. */
function holderOf({ mentions, sentences, own }: Page, { office = '', party }: Mention): Mention | undefined {
  const opening = sentences.find(({ passage }) => isTelling(passage));
  const holder =
    opening &&
    within(mentions, [opening.span[0], opening.span[1]]).find(
      (one) => one.kind === 'person' && one.party !== own && (one.party ?? party) === party && one.office && office.endsWith(one.office),
    );
  return holder && { ...holder, party: party as string };
}

/** 乗り継ぎのため立ち寄った成田空港において: they met while one of them passed through. */
export function findTransit({ text, words }: Page, { told, lede, title }: Account): Known<true> | undefined {
  for (const span of [told && ([told.span[0], told.encounter.reach] as const), lede && ([lede.span[0], lede.encounter.reach] as const), title]) {
    const found = span && words.passing.all(text, span[0], span[1])[0];
    if (found) return { value: true, basis: 'stated', span: [found.start, found.end] };
  }
  return undefined;
}

/** An occasion that is the visit itself says so by its rule: 公式訪問. */
export function occasionOf(occasion: Known<string>, { knowledge }: TalksWords): Known<string> {
  const value = trimmed(occasion.value);
  return knowledge.occasions.visits.some((word) => value.endsWith(word)) ? { ...occasion, rule: 'talks/occasion-is-visit' } : occasion;
}

function trimmed(words: string): string {
  let end = words.length;
  while (end > 0 && isBlank(words.charCodeAt(end - 1))) end--;
  return words.slice(0, end);
}

function isOne(mention: Mention, name: string, spans: readonly Span[]): boolean {
  return mention.name === name || spans.some(([start]) => start === mention.span[0]);
}
