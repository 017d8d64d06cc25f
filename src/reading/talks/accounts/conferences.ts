/**
 * Conferences of many, at whose sessions or edge a journey is told: 林大臣は、閣僚級会合に出席し、…した旨述べた.
 *
 *   > 東山大臣は、食料に関する閣僚級会合において、…を訴えた     > 第6回首脳会議が開催され、…     > 総理は会議に出席した
 *     　　　　　　　　　　　　　　　＾＾ conference ＾＾＾＾＾ what was said there
 *
 * 1 a page is of a conference if its title or its first sentence names one and something there is not of the own country: a council at home is none;
 * 2 who sat there is known only where the name of the conference is that of a body.
 */
import { firstFrom, type Span, trimmed } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Sentence } from '../../sentences.ts';
import type { Page } from '../page.ts';
import { isBeside } from '../parties/publisher.ts';
import { attendance } from '../telling/attendance.ts';
import { afterBrackets, type Encounter, encounterNamed, heldAt, isPlanned } from '../telling/encounters.ts';
import { within } from '../telling/times.ts';
import { isTelling, type Told } from '../telling/told.ts';

/** From the name of a conference to the word for what was done there are no more signs. */
const REACH = 60;
/** Of the name the word for the level is no longer. */
const LEVEL = 8;

/** The conference that a sentence tells of, with what was done or said there. */
export function conferenceAt(page: Page, { span, passage }: { readonly span: Span; readonly passage: Passage }): Told | undefined {
  const { text, mentions, words } = page;
  for (const { start, end, value } of words.conferences.all(text, span[0], span[1])) {
    if (value === 'none') continue;
    const close = afterBrackets(text, end, span[1]);
    const said = words.inside.at(text, close, span[1]) ?? words.thereAt.at(text, close, span[1]);
    if (!said && !isAttended(page, end, span[1])) continue;
    if (isPlanned(text, span, words)) return undefined;
    const inside = within(mentions, [span[0], span[1]]);
    // 外相｜会合: its level stands before
    const [from] = encounterNamed(text, [span[0], end], words)?.span ?? [start];
    const name: Span = [from < start && start - from < LEVEL ? from : start, end];
    const encounter = { kind: 'multilateral' as const, span: name, reach: name[0] };
    return { span, passage, encounter, mentions: inside, present: attendance(text, span, inside, name[0], words) };
  }
  return undefined;
}

/**
 * The last passage before a section on a conference, on a page that tells of a meeting at its edge: what was said at the one is not of the other.
 *
 *   > …某大臣と会談した。 / 1 経済連携閣僚会合 / 経済連携閣僚会合では、…について議論した。
 *     　　　＾＾ told　　　　　　＾＾ the heading　　＾＾ and what was done there
 */
export function lastBeforeConference(page: Page, { passage, encounter }: Told): number {
  const { text, outline, words } = page;
  const end = outline.passages.length - 1;
  if (!AT_EDGE.has(encounter.kind)) return end;
  for (const { kind, span, index } of outline.passages) {
    if (kind !== 'heading' || index <= passage.index || !words.conferences.has(text, span[0], span[1])) continue;
    const below = outline.passages[index + 1];
    if (below && conferenceOpening(page, below)) return index - 1;
  }
  return end;
}

/** The conference with which a passage opens: 閣僚会合では、…. */
export function conferenceOpening(page: Page, passage: Passage): Told | undefined {
  const opening = page.sentences[firstFrom(page.sentences, passage.span[0])];
  return opening?.passage === passage && isTelling(passage) ? conferenceAt(page, opening) : undefined;
}

/** What is held at the edge of a conference. */
const AT_EDGE: ReadonlySet<Encounter['kind']> = new Set(['meeting', 'courtesy-call', 'brief-exchange']);

/** Whether a sentence calls the conference by no name, so that it is the one told last: 会議においては, 同会合では. */
export function isAnaphor({ text, words }: Page, { span, encounter }: Told): boolean {
  const from = trimmed(text, span)[0];
  return encounter.span[0] === from || words.same.at(text, from, encounter.span[0])?.end === encounter.span[0];
}

/** Whether passages tell what was said at a conference, and not only that somebody attended it. */
export function isSpokenAt({ text, outline, words }: Page, first: number, last: number): boolean {
  return words.spoken.has(text, outline.passages[first]?.span[0] ?? 0, outline.passages[last]?.span[1] ?? 0);
}

/** The first sentence of a page that tells of the conference. */
export function conferenceTold(page: Page): Told | undefined {
  for (const sentence of page.sentences) {
    const told = isTelling(sentence.passage) ? conferenceAt(page, sentence) : undefined;
    if (told) return told;
  }
  return undefined;
}

/** Whether it is told, behind the name, that it was held, or that somebody attended it: 会議が開催され, 会議等に出席し, 会合の議長を務め. */
function isAttended({ text, words }: Page, end: number, limit: number): boolean {
  const at = afterBrackets(text, words.between.at(text, end, limit)?.end ?? end, limit);
  if (heldAt(text, at, limit, words) >= 0) return true;
  if (!words.goals.at(text, at, limit)) return false;
  const to = Math.min(limit, at + REACH);
  for (let i = at; i < to; i++) if (words.attending.at(text, i, limit)) return true;
  return false;
}

/** Whether the title is the name of a conference: what the page tells was said there, under whatever headings. @param named what the title names must be it. */
export function isNamedConference({ text, outline, words }: Page, named?: Encounter): boolean {
  const title = outline.passages.find(({ kind }) => kind === 'title')?.span;
  return (
    title !== undefined &&
    !words.attends.has(text, title[0], title[1]) &&
    words.conferences.all(text, title[0], title[1]).some(({ end, value }) => value !== 'none' && (!named || end === named.span[1]))
  );
}

/** Whether a page is of a conference that others than the own side came to, or of a journey to one. */
export function isOfConference(page: Page): boolean {
  const { text, outline, sentences, words } = page;
  const title = outline.passages.find(({ kind }) => kind === 'title')?.span;
  // 議長を務める東山大臣: captions may stand above the text
  const isWhole = ({ span }: Sentence) => words.bare.stop.has(text.charCodeAt(trimmed(text, span)[1] - 1));
  const telling = ({ passage }: Sentence) => isTelling(passage);
  const opening = sentences.find((one) => telling(one) && isWhole(one)) ?? sentences.find(telling);
  const named =
    title !== undefined &&
    (words.conferences.all(text, title[0], title[1]).some(({ value }) => value !== 'none') || words.attends.has(text, title[0], title[1]));
  // 日・ペルー投資協定に基づく委員会: two sit there
  if ([title, opening?.span].some((span) => span !== undefined && isOfTwo(page, span))) return false;
  const told = opening !== undefined && conferenceAt(page, opening) !== undefined;
  // 会合が開催され、東山大臣が議長を務めました。/ 18か国の閣僚が出席しました。: who came is told behind
  const next = opening && sentences[firstFrom(sentences, opening.span[1])];
  const came = next !== undefined && next.passage === opening?.passage ? next.span : undefined;
  return (named || told) && [title, opening?.span, came].some((span) => span !== undefined && isAbroad(page, span));
}

/** Whether words pair the own side with one country or body. */
function isOfTwo({ text, mentions, own }: Page, span: Span): boolean {
  const parties = within(mentions, span).filter(({ kind }) => kind === 'party' || kind === 'organisation');
  return parties.some(({ party, span: [, end] }, i) => {
    const [next, third] = [parties[i + 1], parties[i + 2]];
    if (party !== own || !next?.party || !isBeside(text, end, next.span[0])) return false;
    return !third || !isBeside(text, next.span[1], third.span[0]);
  });
}

/** Whether words name a country, a place or a body that is not of the own side, or an assembly of states. */
function isAbroad({ text, mentions, words, own }: Page, span: Span): boolean {
  return (
    words.states.has(text, span[0], span[1]) ||
    within(mentions, [span[0], span[1]]).some(
      ({ kind, party }) => (kind === 'party' || kind === 'place' || kind === 'organisation') && party !== undefined && party !== own,
    )
  );
}
