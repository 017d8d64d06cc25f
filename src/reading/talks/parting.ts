/**
 * Passages that tell of several meetings, one sentence after the other, are parted where the next begins, so that what was said at it is not
 * taken for words of those who met before.
 *
 *   > 西園総理は、ペレス外相と会談し、…で一致した。その後、ハリス長官の表敬を受け、…を求めた。
 *                                                 ＾ a passage of its own
 *
 * 1 only where those who are met next are others, of another country or of one that nothing tells; 2 a meeting of which somebody speaks, or whom
 * one of those met before tells of, parts nothing.
 */
import type { Mention } from '../../record/reading.ts';
import { firstFrom } from '../../text/span.ts';
import { isKatakana } from '../mentions/scripts.ts';
import type { Outline, Passage } from '../outline.ts';
import type { Sentence } from '../sentences.ts';
import { isReported } from './accounts/following.ts';
import { toldApart } from './accounts/passing.ts';
import type { Page, Scanned } from './page.ts';
import { mayBeOwn, samePerson } from './parties/cast.ts';
import { isTelling, type Told, toldBy } from './telling/told.ts';

export interface Parted {
  readonly outline: Outline;
  readonly sentences: readonly Sentence[];
}

/** @param pageOf what is known of the page, asked only where a passage names persons of several countries. */
export function partPassages({ outline, sentences, mentions }: Scanned, pageOf: () => Page): Parted {
  const cuts = new Map<Passage, Sentence[]>();
  let page: Page | undefined;
  for (let i = 0; i < sentences.length; ) {
    const { passage } = sentences[i] as Sentence;
    let to = i + 1;
    while (sentences[to]?.passage === passage) to++;
    if (to - i > 1 && isTelling(passage) && isOfSeveral(mentions, passage)) {
      page ??= pageOf();
      const found = beginnings(page, sentences.slice(i, to));
      if (found.length > 0) cuts.set(passage, found);
    }
    i = to;
  }
  return cuts.size === 0 ? { outline, sentences } : cut(outline, sentences, cuts);
}

/** Whether persons of two countries are named, or some whose country is not told and whose names are not of the home. */
function isOfSeveral(mentions: readonly Mention[], { span: [start, end] }: Passage): boolean {
  const parties = new Set<string>();
  for (let i = firstFrom(mentions, start); i < mentions.length; i++) {
    const { kind, party, name, span } = mentions[i] as Mention;
    if (span[0] >= end) break;
    if (kind === 'person' && name && (party || isKatakana(name.charCodeAt(0)))) parties.add(party ?? name);
    if (parties.size > 1) return true;
  }
  return false;
}

/** The sentences of a passage, but the first, that tell of others whom one met. */
function beginnings(page: Page, sentences: readonly Sentence[]): Sentence[] {
  const { own, names, words } = page;
  const isForeign = (one: Mention) => (one.party ? one.party !== own : !mayBeOwn(one, own, names, words));
  const result: Sentence[] = [];
  let met: Mention[] = [];
  for (const sentence of sentences) {
    const told = toldBy(page, sentence) ?? (met.length > 0 ? toldApart(page, sentence) : undefined);
    const others = told ? told.present.map((i) => told.mentions[i] as Mention).filter(isForeign) : [];
    if (!told || others.length === 0) continue;
    if (met.length === 0 || !others.every((one) => isOther(one, met)) || isReported(page, told) || isTheirs(page, told, met)) {
      met.push(...others);
      continue;
    }
    result.push(sentence);
    met = others;
  }
  return result;
}

function isOther({ name = '', party }: Mention, met: readonly Mention[]): boolean {
  return !met.some((one) => samePerson(one.name ?? '', name) || (party !== undefined && one.party === party));
}

/** 某外相は、先月某大統領と会談し: one of those met before tells of it. */
function isTheirs({ text, words }: Page, { mentions, encounter }: Told, met: readonly Mention[]): boolean {
  return mentions.some(
    (one) =>
      one.span[1] <= encounter.span[0] &&
      (one.kind === 'person' || one.kind === 'office') &&
      !isOther(one, met) &&
      (words.heldBetween.at(text, one.span[1])?.value === 'subject' || words.reports.at(text, one.span[1]) !== undefined),
  );
}

function cut({ nodes, passages }: Outline, sentences: readonly Sentence[], cuts: ReadonlyMap<Passage, readonly Sentence[]>): Parted {
  const parts: Passage[] = [];
  const first = new Map<Passage, Passage>();
  const begins = new Map<Sentence, Passage>();
  for (const passage of passages) {
    const at = cuts.get(passage) ?? [];
    const ends = [...at.map(({ span }) => span[0]), passage.span[1]];
    for (const [n, end] of ends.entries()) {
      const part: Passage = { ...passage, index: parts.length, span: [n === 0 ? passage.span[0] : (ends[n - 1] as number), end] };
      if (n === 0) first.set(passage, part);
      else begins.set(at[n - 1] as Sentence, part);
      parts.push(part);
    }
  }
  let part: Passage | undefined;
  let whole: Passage | undefined;
  const moved = sentences.map((sentence): Sentence => {
    if (sentence.passage !== whole) part = first.get(sentence.passage);
    whole = sentence.passage;
    part = begins.get(sentence) ?? part;
    return { ...sentence, passage: part ?? sentence.passage };
  });
  return { outline: { nodes, passages: parts }, sentences: moved };
}
