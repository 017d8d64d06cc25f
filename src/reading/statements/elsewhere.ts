/**
 * Talks of others that a sentence opens with: what follows was not said at those that the passage tells.
 *
 *   > 米国のハリス長官も加わった日米韓外相会談では、…を確認した     (in the account of talks of Japan and Korea)
 *     　　　　　　　　　　　　　＾＾＾ parties ＾＾＾＾＾＾＾
 */
import type { Pack, Section } from '../../language/pack.ts';
import type { Mention, Talks } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Frame } from '../speakers/frame.ts';
import { type Knowledge, speakersOf } from '../speakers/knowledge.ts';
import { talksWordsOf } from '../talks/knowledge.ts';
import { isBeside } from '../talks/parties/publisher.ts';
import { within } from '../talks/telling/times.ts';

/** The name of the talks stands within the first signs of its sentence, and between the parties and the word for the talks there are no more than NAME. */
const OPENING = 90;
const NAME = 6;
/** Before one who is married to them stand no more: 更に、. */
const SPOUSE = 8;
/** Before the subject of a sentence stand no more signs: また、. */
const HEAD = 4;

/**
 * @param mentions those of the sentence, in order; @param frames who speaks in it.
 * @returns whether the talks are of others than those who met; undefined where the sentence opens with no name of talks.
 */
export function isOfOthers(
  text: string,
  [start, end]: Span,
  mentions: readonly Mention[],
  frames: readonly Frame[],
  talks: Talks,
  pack: Pack,
): boolean | undefined {
  const speakers = speakersOf(pack);
  if (!speakers || !pack.talks || talks.parties.length < 2) return undefined;
  if (isOfOneBeside(text, [start, end], mentions, talks, speakers)) return true;
  // 大統領夫人は、総理夫人とともに小学校を視察し、…: whoever is married to one who met
  const [head] = mentions;
  if (head?.role === 'spouse' && head.span[0] <= start + SPOUSE && speakers.frames.at(text, head.span[1], end)?.value === 'topic') return true;
  const { inside, speeches } = speakers;
  // 某大使は講演で、…: what somebody said in a speech of his own
  const [subject] = frames;
  if (isInSpeech(text, subject?.span[1] ?? start, end, speeches, pack.talks)) return true;
  for (let i = 0; i + 1 < mentions.length; ) {
    const parties = runAt(text, mentions, i);
    const last = mentions[i + parties.length - 1] as Mention;
    // 某大臣から、日米外相会談では…: somebody of these talks speaks of them
    const spoken = frames.some(({ kind, span, speakers }) => kind === 'source' && speakers.length > 0 && span[1] <= last.span[0]);
    if (last.span[1] > start + OPENING || spoken) return undefined;
    i += parties.length;
    if (parties.length < 2) continue;
    const limit = Math.min(end, last.span[1] + OPENING);
    const named = talksWordsOf(pack.talks).encounters.all(text, last.span[1], limit)[0];
    if (!named || named.value === 'none' || named.start - last.span[1] > NAME || !inside.at(text, named.end, end)) continue;
    return parties.some((party) => !talks.parties.includes(party));
  }
  return undefined;
}

/** A speech is told within so many signs behind the subject. */
const SPEECH = 120;

/** 某大使は講演で、…; 某政務官は、式典に出席し、同式典のスピーチにおいて、…: with no word for talks before it. */
function isInSpeech(text: string, from: number, end: number, speeches: Knowledge['speeches'], talks: Section<'talks'>): boolean {
  const speech = speeches.all(text, from, Math.min(end, from + SPEECH))[0];
  return (
    speech !== undefined &&
    !talksWordsOf(talks)
      .encounters.all(text, from, speech.start)
      .some(({ value }) => value !== 'none')
  );
}

/**
 * 日伊首脳による懇談, as a heading in the account of talks of Japan and the United States: what stands below it was not said at these.
 *
 * @param mentions those of the page, in order.
 */
export function isUnderOthers(text: string, [start, end]: Span, mentions: readonly Mention[], { parties }: Talks, pack: Pack): boolean {
  if (!pack.talks || parties.length < 2) return false;
  const inside = within(mentions, [start, end]);
  for (let i = 0; i + 1 < inside.length; i++) {
    const named = runAt(text, inside, i);
    if (named.length < 2) continue;
    const last = inside[i + named.length - 1] as Mention;
    const met = talksWordsOf(pack.talks).encounters.all(text, last.span[1], end)[0];
    return met !== undefined && met.value !== 'none' && met.start - last.span[1] <= NAME && named.some((party) => !parties.includes(party));
  }
  return false;
}

/** 東山大臣とイタリアの某首相は、…で一致した: the sentence opens with one of these talks and one of a country that is not of them. */
function isOfOneBeside(text: string, [start, end]: Span, mentions: readonly Mention[], { parties }: Talks, { and, frames }: Knowledge): boolean {
  const [first] = mentions;
  if (first?.kind !== 'person' || !first.party || !parties.includes(first.party) || first.span[0] > start + HEAD) return false;
  const land = mentions[1]?.kind === 'party' ? mentions[1] : undefined;
  const second = mentions[land ? 2 : 1];
  if (second?.kind !== 'person' || !second.party || parties.includes(second.party) || (land && land.party !== second.party)) return false;
  const next = (land ?? second).span[0];
  if (and.at(text, first.span[1], next)?.end !== next) return false;
  const particle = frames.at(text, second.span[1], end)?.value;
  return particle === 'topic' || particle === 'subject';
}

/** The parties that are named one beside the other from here on. */
function runAt(text: string, mentions: readonly Mention[], from: number): string[] {
  const parties: string[] = [];
  for (let i = from; i < mentions.length; i++) {
    const { kind, party, span } = mentions[i] as Mention;
    if (kind !== 'party' || !party || (i > from && !isBeside(text, (mentions[i - 1] as Mention).span[1], span[0]))) break;
    parties.push(party);
  }
  return parties.length > 0 ? parties : [''];
}
