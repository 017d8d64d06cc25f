/**
 * Treaties and other documents by their names in capitals, with the steps that the words behind a verb or before the name tell.
 *
 *   > The ministers signed the Fisheries Agreement.
 *                   ^^^^^^     ^^^^^^^^^^^^^^^^^^^
 *
 * 1 only instruments of which a dated step is told; 2 what is signed at the talks has the day of the talks, which is inferred.
 */
import { makePhrases, type Phrases, type Token } from '../../language/abilities/spaced-words.ts';
import { compiled, type InitialSection, type Pack } from '../../language/pack.ts';
import type { DateMention, Instrument } from '../../record/reading.ts';
import { digest } from '../../text/digest.ts';
import type { Sentence } from '../sentences.ts';
import type { TalksFound } from '../talks/found.ts';
import { type ClausesWords, clausesWordsOf } from './clauses/words.ts';
import { wordsOf } from './words.ts';

interface Words {
  readonly kinds: Phrases<Instrument['kind']>;
  readonly events: Phrases<Instrument['events'][number]['event']>;
}

const wordsMade = compiled(
  (knowledge: InitialSection<'instruments'>): Words => ({
    kinds: makePhrases(knowledge.kinds.flatMap(({ kind, words }) => words.map((word): [string, Instrument['kind']] => [word, kind]))),
    events: makePhrases(
      knowledge.events.flatMap(({ event, words }) => words.map((word): [string, Instrument['events'][number]['event']] => [word, event])),
    ),
  }),
);

/** Words between the verb and the name, and in a name. */
const REACH = 12;
const DAY = /^\d{4}-\d\d-\d\d$/;

export function findInstrumentsInitial(
  text: string,
  sentences: readonly Sentence[],
  talks: TalksFound,
  dates: readonly DateMention[],
  pack: Pack,
): Instrument[] {
  const clauses = clausesWordsOf(pack);
  const [met] = talks.talks;
  if (!pack.initial?.instruments || !clauses || !met) return [];
  const words = wordsMade(pack.initial.instruments);
  const result = new Map<string, Instrument>();
  for (const sentence of sentences) {
    if (sentence.passage.kind === 'furniture' || sentence.passage.kind === 'title') continue;
    const tokens = wordsOf(text, sentence, pack);
    for (let i = 0; i < tokens.length; i++) {
      const event = words.events.at(tokens, i);
      if (!event || (i > 0 && (clauses.ahead.has((tokens[i - 1] as Token).key) || clauses.negations.has((tokens[i - 1] as Token).key)))) continue;
      const name = nameFrom(tokens, event.end, words, clauses) ?? nameBefore(tokens, i, words, clauses);
      if (!name) continue;
      const said = dates.find(({ span, edtf }) => span[0] >= sentence.span[0] && span[1] <= sentence.span[1] && edtf && DAY.test(edtf));
      const day = said ?? (met.date?.edtf && DAY.test(met.date.edtf) ? met.date : undefined);
      if (!day) continue;
      const span: [number, number] = [(tokens[name.start] as Token).start, (tokens[name.end - 1] as Token).end];
      const written = text.slice(...span);
      const date: DateMention = said ? day : { ...day, basis: 'inferred', rule: `${pack.code}.instruments/day-of-talks`, anchor: day.edtf as string };
      const verb: [number, number] = [(tokens[i] as Token).start, (tokens[event.end - 1] as Token).end];
      const old = result.get(written);
      const told = { event: event.value, date, talks: met.id, span: verb, rule: `${pack.code}.instruments/${event.value}` };
      // the exchange of instruments of ratification is one step
      i = event.end - 1;
      if (old) {
        old.spans.push(span);
        if (!old.events.some((other) => other.event === told.event)) old.events.push(told);
      } else
        result.set(written, { id: `i-${digest(written)}`, name: written, kind: name.kind, parties: [...met.parties], spans: [span], events: [told] });
    }
  }
  return [...result.values()];
}

/** A name that stands right before the verb: the Tax Convention entered into force, was signed. */
function nameBefore(tokens: readonly Token[], at: number, words: Words, clauses: ClausesWords): ReturnType<typeof nameFrom> {
  let end = at;
  while (end > 0 && (clauses.passive.has((tokens[end - 1] as Token).key) || clauses.auxiliaries.has((tokens[end - 1] as Token).key))) end--;
  for (let from = Math.max(0, end - REACH); from < end; from++) {
    const name = nameFrom(tokens, from, words, clauses);
    if (name?.end === end) return name;
    if (!name) return undefined;
    from = Math.max(from, name.start);
  }
  return undefined;
}

/** A name in capitals that ends in a word for a document. */
function nameFrom(
  tokens: readonly Token[],
  from: number,
  words: Words,
  { linking, determiners }: ClausesWords,
): { start: number; end: number; kind: Instrument['kind'] } | undefined {
  let start = -1;
  for (let i = from; i < Math.min(tokens.length, from + REACH); i++) {
    const token = tokens[i] as Token;
    if (token.cap || token.kind === 'number') {
      const kind = words.kinds.at(tokens, i);
      if (start < 0 && (kind || !determiners.has(token.key))) start = i;
      if (kind) {
        // Agreement on Mobility
        let { end } = kind;
        while (linking.has(tokens[end]?.key ?? '') && tokens[end + 1]?.cap) {
          end += 2;
          while (tokens[end]?.cap) end++;
        }
        return { start, end, kind: kind.value };
      }
    } else if (start >= 0 && !linking.has(token.key) && token.key !== '-') start = -1;
    if (token.kind === 'mark' && token.key === '.') return undefined;
  }
  return undefined;
}
