/** Who is of another side, as the words of one sentence tell it. */
import { isComma } from '../../../../language/abilities/head-final.ts';
import type { Mention } from '../../../../record/reading.ts';
import { firstFrom, type Span } from '../../../../text/span.ts';
import type { Page } from '../../page.ts';
import { mayBeOwn } from '../../parties/cast.ts';
import { afterBrackets } from '../../telling/encounters.ts';
import { within } from '../../telling/times.ts';

/** From a country to those of it who came, or to the office of one, there are no more signs. */
const APART = 24;
const OF = 12;

/** Persons of another side; offices and delegations whose country is told. */
export function othersIn(page: Page, span: Span): Mention[] {
  const inside = within(page.mentions, span);
  return inside.flatMap((one, i): Mention[] => {
    if (one.kind === 'person') {
      if (isOther(page, one)) return [one];
      const there = landThere(page, inside[i - 1], one);
      return there ? [{ ...one, party: there, basis: 'inferred', rule: 'talks/host-of-section' }] : [];
    }
    if (one.kind === 'office') {
      if (one.party) return one.party === page.own ? [] : [one];
      const land = landBefore(page, inside[i - 1], one);
      return land ? [{ ...one, party: land }] : [];
    }
    if ((one.kind !== 'party' && one.kind !== 'place' && one.kind !== 'organisation') || !one.party || one.party === page.own) return [];
    return sendsPeople(page, one, span[1]) || isMet(page, one, span[1]) ? [one] : [];
  });
}

function isOther({ own, names, words }: Page, one: Mention): boolean {
  return one.party ? one.party !== own : !mayBeOwn(one, own, names, words);
}

/** IAEAでは、｜某事務局長と: somebody whom a sentence tells of right behind the country or the body in which it was. */
function landThere({ text, words, own }: Page, before: Mention | undefined, { span: [start] }: Mention): string | undefined {
  if (!before?.party || before.party === own || before.kind === 'person' || before.kind === 'office') return undefined;
  const there = words.there.at(text, before.span[1], start);
  return there !== undefined && start - there.end <= 1 ? before.party : undefined;
}

/** 台北｜市長, モザンビークから某｜議長: an office right behind the country that it is of. */
function landBefore(page: Page, land: Mention | undefined, { span: [start] }: Mention): string | undefined {
  if (!land?.party || land.party === page.own || (land.kind !== 'party' && land.kind !== 'place')) return undefined;
  return start - land.span[1] <= OF && isUnbroken(page, land.span[1], start) ? land.party : undefined;
}

/** 江蘇省政府訪問団, ミャンマー下院関係者ご一行: those of a country who came, by a word for them shortly behind its name. */
function sendsPeople(page: Page, { span: [, end] }: Mention, limit: number): boolean {
  const [group] = page.words.delegations.all(page.text, end, Math.min(limit, end + APART));
  return group !== undefined && isUnbroken(page, end, group.start);
}

/** 米国NRC｜との意見交換では: a body of a country with which talks were. */
function isMet(page: Page, { span: [, end] }: Mention, limit: number): boolean {
  const { text, words } = page;
  const met = words.encounters.all(text, end, Math.min(limit, end + APART))[0];
  if (met === undefined || met.value === 'none' || !isUnbroken(page, end, met.start)) return false;
  return words.knowledge.passing.before.some((word) => text.endsWith(word, met.start) && met.start - word.length >= end);
}

/** Whether no comma and no particle of a subject parts two words. */
function isUnbroken({ text, words }: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isComma(text.charCodeAt(i)) || words.heldBetween.at(text, i, to)?.value === 'subject') return false;
  return true;
}

/** The country of one of another side: as written with the name, or right before it. */
export function landOf({ mentions, own }: Page, one: Mention): string | undefined {
  if (one.party) return one.party;
  const before = mentions[firstFrom(mentions, one.span[0]) - 1];
  return before?.party && before.party !== own && one.span[0] - before.span[1] <= APART ? before.party : undefined;
}

export function isSubject({ text, words }: Page, { span: [, end] }: Mention): boolean {
  const at = afterBrackets(text, end, text.length);
  // 某大統領はじめ政府首脳と
  return words.lists.at(text, at) === undefined && words.heldBetween.at(text, at)?.value === 'subject';
}
