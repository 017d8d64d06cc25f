/**
 * Talks on a journey of which the page tells no more than with whom they were.
 *
 *   > 大臣は、オルロフ外相、クレール外相、ベッカー国務長官との会談を行った     > 英国、フランス、韓国と外相会談を実施した
 *     　　　　　＾＾＾＾＾＾＾　＾＾＾＾＾＾　＾＾＾＾＾＾＾＾＾ each apart        ＾＾　＾＾＾＾　＾＾
 *
 * 1 only where several are listed, each of another party, and the page is of a journey: three who sit together are told by the name of the talks;
 * 2 those of whom more is told elsewhere are not told again.
 */
import type { Mention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import type { Span } from '../../../text/span.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { mayBeOwn, samePerson } from '../parties/cast.ts';
import { daysBehind } from '../telling/days-behind.ts';
import { within } from '../telling/times.ts';
import { isTelling, partiesTold, type Told, toldBy } from '../telling/told.ts';

/** Between two countries of a list, or behind the last one, there are no more signs. */
const APART = 4;
const CLOSE = 0x29;

/** One account for each of those whom the sentence lists, with nothing of what was said; [] where it tells of one meeting. */
export function listedIn(page: Page, told: Told): Account[] {
  const { text, own, names, words, outline } = page;
  const ours = (mention: Mention) => mention.party === own || (!mention.party && mayBeOwn(mention, own, names, words));
  const others = told.present.filter((i) => !ours(told.mentions[i] as Mention));
  const parties = others.flatMap((i) => (told.mentions[i] as Mention).party ?? []);
  const none = { first: outline.passages.length, last: -1 };
  const apart = words.severally.has(text, told.span[0], told.span[1]);
  if (new Set(parties).size >= (apart ? 2 : SEVERAL)) {
    const mine = told.present.filter((i) => !others.includes(i));
    return others
      .filter((i) => (told.mentions[i] as Mention).party)
      .map((i) => ({ ...none, told: { ...told, present: [...mine, i].sort((a, b) => a - b) } }));
  }
  if (others.length > 0) return [];
  return landsMet(page, told).map((host) => ({ ...none, host, told }));
}

/**
 * Talks with several that one sentence tells, each apart: A大臣(4日)、B大臣(5日)と会談を行った, by the days behind the names; A首相及びB外相とそれぞれ会談した, by the
 * word behind them. What was said with one stands where a passage begins with the name, and else with the first.
 */
export function oneByOne(page: Page, account: Account): Account[] {
  const { text, own, names, words, outline } = page;
  const { told } = account;
  if (!told || account.conference) return [account];
  const ours = (mention: Mention) => mention.party === own || (!mention.party && mayBeOwn(mention, own, names, words));
  const dated = daysBehind(page, told);
  const days = dated.length >= SEVERAL - 1;
  const others = told.present.filter((i) => !ours(told.mentions[i] as Mention));
  const behind = (told.mentions[others.at(-1) ?? -1]?.span[1] ?? told.encounter.span[1]) as number;
  if (!days && (others.length < 2 || !words.severally.has(text, behind, told.encounter.span[1]))) return [account];
  const met = days ? dated : others.map((i) => ({ i, close: told.encounter.reach }));
  const mine = told.present.filter((i) => ours(told.mentions[i] as Mention) && !met.some((one) => one.i === i));
  const begins = days ? met.map(() => undefined) : beginnings(page, account, met);
  // …をそれぞれ表敬し、メッセージを伝達した: what the sentence goes on to tell was said at each, where nothing below is of one of them
  const [, behindTold] = told.encounter.span;
  const isSaidToAll =
    !days &&
    begins.every((one) => one === undefined) &&
    (words.manner.has(text, behindTold, told.span[1]) || words.spoken.has(text, behindTold, told.span[1]));
  return met.map(({ i, close }, n): Account => {
    const span: Span = [n === 0 || !days ? told.span[0] : (told.mentions[i] as Mention).span[0], told.span[1]];
    const one = { ...told, span, encounter: { ...told.encounter, reach: close }, present: [...mine, i].sort((a, b) => a - b) };
    const next = begins.slice(n + 1).find((begin) => begin !== undefined);
    const last = next === undefined ? account.last : next - 1;
    if (n === 0) return { ...account, last, told: one, ...(isSaidToAll && { shared: true as const }) };
    const first = begins[n];
    return { ...account, ...(first === undefined ? { first: outline.passages.length, last: -1 } : { first, last }), told: one };
  });
}

/** Of those who were met, but the first, where behind the sentence a passage begins with the name, in their order. */
function beginnings({ outline, mentions }: Page, { told, last }: Account, met: readonly { readonly i: number }[]): (number | undefined)[] {
  let from = told?.passage.index ?? last;
  return met.map(({ i }, n) => {
    const name = told?.mentions[i]?.name ?? '';
    const found =
      n === 0
        ? undefined
        : outline.passages
            .slice(from + 1, last + 1)
            .find(({ span: [start, end] }) =>
              within(mentions, [start, Math.min(end, start + OPENING)]).some((one) => one.name && samePerson(one.name, name)),
            );
    if (found) from = found.index;
    return found?.index;
  });
}

/** The name with which a passage begins ends within so many signs. */
const OPENING = 24;

/** Two who are met with one word for it may sit together; so many were met one by one. */
const SEVERAL = 3;

/** The countries listed right before the word for the talks: 英国、フランス及び韓国と外相会談を実施した. */
function landsMet({ text, own, words, names }: Page, { mentions, encounter }: Told): string[] {
  const lands = mentions.filter(({ kind, span }) => kind === 'party' && span[1] <= encounter.span[0]);
  const result: string[] = [];
  let [next] = encounter.span;
  for (const { party, span } of lands.reverse()) {
    const end = names.states.at(text, span[1], next)?.end ?? span[1];
    const close = fold(text.charCodeAt(end)) === CLOSE ? end + 1 : end;
    const joins = result.length === 0 ? words.speaks.at(text, close, next) !== undefined : words.lists.at(text, end, next) !== undefined;
    if (!party || party === own || next - close > APART || !joins) break;
    result.unshift(party);
    [next] = span;
  }
  return result.length >= SEVERAL ? [...new Set(result)] : [];
}

/** Those whom sentences outside the sections of a page list as met apart, and of whom no section tells. */
export function listedBeside(page: Page, known: readonly Account[]): Account[] {
  const { text, sentences, words } = page;
  const result: Account[] = [];
  for (const sentence of sentences) {
    const { span, passage } = sentence;
    if (
      !isTelling(passage) ||
      !words.severally.has(text, span[0], span[1]) ||
      known.some(({ first, last }) => first <= passage.index && passage.index <= last)
    )
      continue;
    const told = toldBy(page, sentence);
    for (const one of told ? listedIn(page, told) : [])
      if (![...known, ...result].some((account) => isToldElsewhere(account, one, page.mentions))) result.push(one);
  }
  return result;
}

/**
 * Those whom other sentences of a page tell to have been met, where what was said with none of those it lists is told: a premier's day among others.
 *
 *   > A首相、B大統領とそれぞれ会談を行いました。 … また、C首相と会談を行い、会合後にはD総理と懇談を行いました
 *                                                   　＾＾＾　　　　　　　　　　＾＾＾
 */
export function metBeside(page: Page, known: readonly Account[]): Account[] {
  const { text, outline, sentences, own, words } = page;
  if (known.length < 2 || !known.every(({ first, last }) => last < first)) return [];
  const result: Account[] = [];
  for (const { span, passage } of sentences) {
    if (!isTelling(passage) || words.severally.has(text, span[0], span[1]) || known.some(({ told }) => told?.passage === passage)) continue;
    let [from] = span;
    for (let n = 0; n < MEETINGS; n++) {
      const told = toldBy(page, { span: [from, span[1]], passage });
      if (!told) break;
      from = told.encounter.span[1];
      // 某国大統領と首脳会談を、某議長と日EU首脳協議を行いました: whoever is of neither side of the name met them before
      const sides = partiesTold(page, told);
      const present = told.present.filter((i) => {
        const party = told.mentions[i]?.party;
        return party === undefined || sides.length < 2 || sides.includes(party);
      });
      const met = present.some((i) => told.mentions[i]?.party !== undefined && told.mentions[i]?.party !== own);
      const one = { first: outline.passages.length, last: -1, told: { ...told, present } };
      if (met && ![...known, ...result].some((account) => isToldElsewhere(account, one, page.mentions))) result.push(one);
    }
  }
  return result;
}

/** A sentence tells of no more meetings. */
const MEETINGS = 6;

/** Whether an account tells of the same who is listed. */
export function isToldElsewhere({ told, host, title }: Account, listed: Account, mentions: readonly Mention[]): boolean {
  const met = (one: Told | undefined) => (one?.present ?? []).map((i) => one?.mentions[i] as Mention);
  const inTitle = title ? mentions.filter(({ span }) => span[0] >= title[0] && span[1] <= title[1]) : [];
  const lands = [...(host ? [host] : []), ...inTitle.flatMap(({ name, party }) => (!name && party ? party : []))];
  if (listed.host) return lands.includes(listed.host) || met(told).some(({ party }) => party === listed.host);
  const person = met(listed.told).findLast(({ party }) => party !== undefined);
  if (person === undefined) return false;
  return (
    lands.includes(person.party as string) || [...met(told), ...inTitle].some(({ name }) => name && person.name && samePerson(name, person.name))
  );
}
