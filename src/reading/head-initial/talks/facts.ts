/** What talks were like: their kind, level, day, place, occasion and form, as the sentence that tells them says. */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { Pack } from '../../../language/pack.ts';
import type { DateMention, Mention, Talks } from '../../../record/reading.ts';
import { firstFrom } from '../../../text/span.ts';
import type { Sentence } from '../../sentences.ts';
import { clausesWordsOf } from '../clauses/words.ts';
import { wordsOf } from '../words.ts';
import type { Telling } from './telling.ts';
import type { Titled } from './title.ts';
import { mentionsIn } from './within.ts';
import type { Kind, TalksWords } from './words.ts';

const BRACKET = /^\s?[([]\s?$/;
const DAY = /^\d{4}-\d\d-\d\d(?:$|\/|T|~)/;

export function kindOf(telling: Telling | undefined, titled: Titled | undefined, parties: readonly string[], words: TalksWords): Kind {
  const phone = telling?.tokens.some((_, i) => i < telling.stop && words.byPhone.at(telling.tokens, i));
  if (phone) return 'call';
  let kind = titled?.kind ?? telling?.kind ?? 'meeting';
  if (titled && titled.kind === 'meeting' && telling && telling.kind !== 'meeting' && telling.kind !== 'call') kind = telling.kind;
  if (parties.length > 4 && (kind === 'meeting' || kind === 'ministerial')) return 'multilateral';
  return kind;
}

export function levelNamed(text: string, titles: readonly Sentence[], words: TalksWords, pack: Pack): Talks['level'] {
  for (const sentence of titles) {
    const tokens = wordsOf(text, sentence, pack);
    for (let i = 0; i < tokens.length; i++) {
      const found = words.levels.at(tokens, i);
      if (found) return found.value;
    }
  }
  return undefined;
}

export type Facts = { -readonly [K in keyof Talks]?: Talks[K] };

export function factsOf(
  text: string,
  telling: Telling | undefined,
  titled: Titled | undefined,
  kind: Kind,
  mentions: readonly Mention[],
  dates: readonly DateMention[],
  words: TalksWords,
  pack: Pack,
): Facts {
  const facts: Facts = {};
  if (!telling) return facts;
  const { tokens, sentence } = telling;
  const limit = tokens[telling.stop]?.start ?? sentence.span[1];
  const inside = dates.slice(firstFrom(dates, sentence.span[0])).filter(({ span }) => span[1] <= sentence.span[1]);
  const early = inside.filter(({ span }) => span[0] < limit);
  const late = inside.filter(({ span, edtf }) => span[0] >= limit && span[1] >= sentence.span[1] - 2 && edtf !== undefined);
  const date =
    early.find(({ edtf, zone }) => edtf && DAY.test(edtf) && !zone) ??
    late.find(({ edtf, rule }) => edtf && DAY.test(edtf) && rule?.includes('relative-day')) ??
    early.find(({ duration }) => !duration);
  // last night (3 June 2031): the day in brackets says which
  const named =
    date && inside.find(({ edtf, span }) => DAY.test(edtf ?? '') && span[0] > date.span[1] && BRACKET.test(text.slice(date.span[1], span[0])));
  const day = named ?? date;
  if (day && (day.edtf === undefined || DAY.test(day.edtf))) facts.date = day;
  // Call with President Moe: 25 October 2031
  const inTitle = titled && dates.find(({ span, edtf }) => span[0] >= titled.span[0] && span[1] <= titled.span[1] && DAY.test(edtf ?? ''));
  if (inTitle && facts.date?.edtf === undefined) facts.date = inTitle;
  const start = early.find(({ edtf }) => edtf?.includes('T'));
  if (start) {
    facts.start = start;
    const end = early.find(({ edtf, span }) => edtf?.includes('T') && span[0] > start.span[1]);
    if (end) facts.end = end;
  }
  const duration = early.find((one) => one.duration);
  if (duration) facts.duration = duration;
  if (kind !== 'call') {
    const place = placeOf(text, telling, mentions, words);
    if (place) facts.place = place;
  }
  const occasion = occasionOf(text, telling, words, clausesWordsOf(pack)?.linking);
  if (occasion) facts.occasion = withoutPlace(text, occasion, mentions, words);
  const format: NonNullable<Talks['format']> = [];
  for (let i = 0; i < Math.min(tokens.length, telling.stop); i++) {
    const found = words.formats.at(tokens, i);
    if (!found || format.some(({ value }) => value === found.value)) continue;
    format.push({ value: found.value, basis: 'stated', span: [(tokens[i] as Token).start, (tokens[found.end - 1] as Token).end] });
  }
  if (format.length > 0) facts.format = format;
  for (let i = telling.verb; i < Math.min(tokens.length, telling.verb + 8); i++) {
    const value = words.ordinals.get((tokens[i] as Token).key);
    if (value === undefined) continue;
    const noun = [1, 2, 3, 4].some((step) => words.meet.at(tokens, i + step));
    if (noun) facts.ordinal = { value, basis: 'stated', span: [(tokens[i] as Token).start, (tokens[i] as Token).end] };
    break;
  }
  return facts;
}

/** in Oslo, in Doha, Qatar: the place, with its country where the words are known. */
function placeOf(text: string, { tokens, sentence, stop }: Telling, mentions: readonly Mention[], words: TalksWords): Talks['place'] {
  const inside = mentionsIn(mentions, sentence.span);
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (i >= stop && i > 0 && !(tokens[i - 1]?.key === ',' || i < stop + 1)) {
      if (i >= stop) break;
    }
    const token = tokens[i] as Token;
    if (!words.places.has(token.key)) continue;
    const next = tokens[i + 1] as Token;
    const mention = inside.find(({ span }) => span[0] === next.start);
    if (!mention || (mention.kind !== 'place' && mention.kind !== 'party')) continue;
    const after = text.charCodeAt(mention.span[1]);
    if (after === 0x27 || after === 0x2019) continue;
    if (mention.kind === 'party' && /^\s+\p{Lu}/u.test(text.slice(mention.span[1], mention.span[1] + 4))) continue;
    let end = mention.span[1];
    const country = inside.find(({ span, kind, party }) => kind === 'party' && party === mention.party && span[0] > end && span[0] - end <= 2);
    if (country) end = country.span[1];
    return { name: text.slice(mention.span[0], end), ...(mention.party && { party: mention.party }), basis: 'stated', span: [mention.span[0], end] };
  }
  return undefined;
}

/** the Arctic Forum in Oslo: without where it was. */
function withoutPlace(
  text: string,
  occasion: NonNullable<Talks['occasion']>,
  mentions: readonly Mention[],
  { places }: TalksWords,
): NonNullable<Talks['occasion']> {
  const [start, end] = occasion.span;
  const last = mentions.find(({ kind, span }) => (kind === 'place' || kind === 'party') && span[1] === end && span[0] > start);
  const before = last && /^(.*\S)\s+(\S+)\s+$/s.exec(text.slice(start, last.span[0]));
  if (!before || !places.has(before[2] as string)) return occasion;
  const value = before[1] as string;
  return { ...occasion, value, span: [start, start + value.length] };
}

/** on the margins of the Arctic Forum: up to a comma or a word that goes on with something else. */
function occasionOf(text: string, { tokens }: Telling, words: TalksWords, linking: ReadonlySet<string> | undefined): Talks['occasion'] {
  for (let i = 0; i < tokens.length; i++) {
    const found = words.occasions.at(tokens, i);
    if (!found) continue;
    const from = linking?.has(tokens[found.end]?.key ?? '') ? found.end + 1 : found.end;
    let to = from;
    let named = false;
    for (; to < tokens.length && to < from + 14; to++) {
      const token = tokens[to] as Token;
      if (token.kind === 'mark' && token.key !== '&' && token.key !== '-' && token.key !== '–') break;
      if (named && !token.cap && token.kind === 'word' && !linking?.has(token.key)) break;
      if (token.cap) named = true;
    }
    if (!named) continue;
    while (
      to > from &&
      !(tokens[to - 1] as Token).cap &&
      (tokens[to - 1] as Token).kind !== 'number' &&
      (tokens[to - 1] as Token).kind !== 'possessive'
    )
      to--;
    const span: [number, number] = [(tokens[from] as Token).start, (tokens[to - 1] as Token).end];
    return { value: text.slice(...span), basis: 'stated', span };
  }
  return undefined;
}
