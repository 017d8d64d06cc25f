/**
 * Passages that tell of several meetings are parted where the next begins, be it within a sentence, so that what was said at it is not taken for
 * words of those who met before (`parting/meetings.ts`).
 *
 *   > 西園総理は、ペレス外相と会談し、…で一致した。その後、ハリス長官の表敬を受け、…を求めた。
 *                                                 ＾ a passage of its own
 */
import type { Mention } from '../../record/reading.ts';
import { firstFrom } from '../../text/span.ts';
import { isKatakana } from '../mentions/scripts.ts';
import type { Outline, Passage } from '../outline.ts';
import type { Sentence } from '../sentences.ts';
import type { Page, Scanned } from './page.ts';
import { findMeetings, type Meetings } from './parting/meetings.ts';
import { isTelling } from './telling/told.ts';

export interface Parted {
  readonly outline: Outline;
  readonly sentences: readonly Sentence[];
  readonly told?: Meetings;
}

/** @param pageOf what is known of the page, asked only where a passage names several whom one may have met. */
export function partPassages({ outline, sentences, mentions }: Scanned, pageOf: () => Page): Parted {
  if (!outline.passages.some((passage) => isTelling(passage) && isOfSeveral(mentions, passage))) return { outline, sentences };
  const told = findMeetings(pageOf(), sentences);
  if (told.meetings.length === 0) return { outline, sentences };
  return {
    ...cut(
      outline,
      sentences,
      told.turns.filter(({ abroad }) => abroad).map(({ at }) => at),
    ),
    told,
  };
}

/** Whether a passage names three, or two whose country is told or whose names are not of the home. */
function isOfSeveral(mentions: readonly Mention[], { span: [start, end] }: Passage): boolean {
  const met = new Set<string>();
  const named = new Set<string>();
  for (let i = firstFrom(mentions, start); i < mentions.length; i++) {
    const { kind, party, name, span } = mentions[i] as Mention;
    if (span[0] >= end) break;
    if (kind !== 'person' || !name) continue;
    named.add(name);
    if (party || isKatakana(name.charCodeAt(0))) met.add(name);
    if (met.size > 1 || named.size > 2) return true;
  }
  return false;
}

/** Passages and sentences again, parted at these places. */
export function cut({ nodes, passages }: Outline, sentences: readonly Sentence[], places: readonly number[]): Pick<Parted, 'outline' | 'sentences'> {
  const parts: Passage[] = [];
  const result: Sentence[] = [];
  const ends = [...new Set(places)].sort((a, b) => a - b);
  let [e, s] = [0, 0];
  for (const passage of passages) {
    while (e < ends.length && (ends[e] as number) <= passage.span[0]) e++;
    let [from] = passage.span;
    do {
      const end = e < ends.length && (ends[e] as number) < passage.span[1] ? (ends[e++] as number) : passage.span[1];
      const part: Passage = { ...passage, index: parts.length, span: [from, end] };
      parts.push(part);
      for (; s < sentences.length && (sentences[s] as Sentence).passage === passage; s++) {
        const [start, close] = (sentences[s] as Sentence).span;
        if (start >= end) break;
        result.push({ span: [Math.max(start, from), Math.min(close, end)], passage: part });
        if (close > end) break;
      }
      from = end;
    } while (from < passage.span[1]);
  }
  return { outline: { nodes, passages: parts }, sentences: result };
}
