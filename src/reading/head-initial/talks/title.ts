/** What the title of a page says of talks. */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { Pack } from '../../../language/pack.ts';
import type { Mention } from '../../../record/reading.ts';
import type { Span } from '../../../text/span.ts';
import type { Sentence } from '../../sentences.ts';
import { wordsOf } from '../words.ts';
import { mentionsIn } from './within.ts';
import type { Kind, TalksWords } from './words.ts';

export interface Titled {
  readonly kind: Kind;
  readonly span: Span;
  readonly with: boolean;
  readonly before: Mention[];
  readonly behind: Mention[];
}

/** What a title says: whose talks, and with whom. */
export function titleOf(text: string, sentence: Sentence, mentions: readonly Mention[], words: TalksWords, pack: Pack): Titled | undefined {
  const tokens = wordsOf(text, sentence, pack);
  for (let i = 0; i < tokens.length; i++) {
    const told = words.verbs.at(tokens, i);
    const verb = told?.value.both ? undefined : told;
    const found = words.meet.at(tokens, i) ?? (verb && { end: verb.end, value: verb.value.kind });
    if (!found) continue;
    const inside = mentionsIn(mentions, sentence.span);
    const at = (tokens[i] as Token).start;
    let end = found.end;
    while (end < tokens.length && end < found.end + 4 && !words.with.has((tokens[end] as Token).key)) end++;
    const joined = end < tokens.length && words.with.has((tokens[end] as Token).key);
    const own = inside.filter(({ span }) => span[1] <= at);
    return {
      kind: found.value,
      span: sentence.span,
      with: joined || (verb !== undefined && verb.value.with === undefined) || own.filter(({ party }) => party).length > 1,
      before: own,
      // with President Moe's delegation: his side, without him
      behind: inside.filter(({ span }) => span[0] > at).map((mention) => (isOwner(text, mention) ? sideOf(mention) : mention)),
    };
  }
  return undefined;
}

/** The country that a title says was visited: Deputy Minister Moe's Visit to Chile. */
export function visitedOf(text: string, sentence: Sentence, mentions: readonly Mention[], words: TalksWords, pack: Pack): string | undefined {
  const tokens = wordsOf(text, sentence, pack);
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens[words.visits.at(tokens, i)?.end ?? tokens.length]?.start;
    const land = start !== undefined && mentionsIn(mentions, sentence.span).find(({ kind, span }) => kind === 'party' && span[0] === start);
    if (land) return land.party;
  }
  return undefined;
}

const isOwner = (text: string, { span, kind }: Mention): boolean => kind === 'person' && /^['\u2019]/.test(text.slice(span[1], span[1] + 1));

const sideOf = ({ text, span, party }: Mention): Mention => ({ kind: 'party', text, span, ...(party && { party }), basis: 'stated' });
