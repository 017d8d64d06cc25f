/**
 * Visits that the text speaks of as past, in a head-initial language.
 *
 *   > during Foreign Minister Mori’s visit to Russia in February      > when he visited Moscow last May
 *            ＾＾＾＾＾＾＾＾＾＾＾＾     ＾＾＾＾＾ ＾＾＾＾＾＾    ＾＾＾＾＾＾＾＾
 *
 * As in `visits.ts`: a day before the talks, the visitor right beside the visit or taken up by a pronoun that can mean one person alone,
 * nothing of it put off, called off or only planned.
 */
import { makePhrases, type Phrases, type Token } from '../../language/abilities/spaced-words.ts';
import { compiled, type InitialSection, type Pack } from '../../language/pack.ts';
import type { DateMention, Mention, Statement, Talks, Visit } from '../../record/reading.ts';
import { liesBefore } from '../../time/extent.ts';
import type { Sentence } from '../sentences.ts';
import { overlaps, type Place, places, type Visitor, visitOf } from '../visits/sheet.ts';
import { wordsOf } from './words.ts';

interface Words {
  readonly nouns: Phrases<true>;
  readonly to: Phrases<true>;
  readonly went: Phrases<true>;
  readonly days: Phrases<true>;
  readonly selves: ReadonlySet<string>;
  readonly unsure: Phrases<true>;
}

const phrases = (words: readonly string[]): Phrases<true> => makePhrases(words.map((word): [string, true] => [word, true]));
const wordsMade = compiled(
  (knowledge: InitialSection<'visits'>): Words => ({
    nouns: phrases(knowledge.nouns),
    to: phrases(knowledge.to),
    went: phrases(knowledge.went),
    days: phrases(knowledge.days),
    selves: new Set(knowledge.selves),
    unsure: phrases(knowledge.unsure),
  }),
);

/** Words between the visitor and the visit that may be its day or tell of what kind it is. */
const BETWEEN = 5;

export function findVisitsInitial(
  text: string,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  talks: readonly Talks[],
  dates: readonly DateMention[],
  mentions: readonly Mention[],
  pack: Pack,
): Visit[] {
  if (!pack.initial?.visits) return [];
  const words = wordsMade(pack.initial.visits);
  const found: Visit[] = [];
  for (const place of places(sentences, statements, talks, mentions)) {
    const { statement, sentence, met } = place;
    if (!sentence) continue;
    const tokens = wordsOf(text, sentence, pack);
    const here: Here = {
      ...place,
      tokens,
      words,
      days: statement.dates.map((i) => dates[i] as DateMention).filter(({ edtf, duration }) => edtf && !duration && liesBefore(edtf, met.date?.edtf)),
    };
    for (const [i, { start }] of tokens.entries()) {
      if (start < statement.span[0] || start >= statement.span[1]) continue;
      const visit = visitAt(here, i);
      if (!visit || overlaps(visit, found)) continue;
      if (tokens.some((_, j) => words.unsure.at(tokens, j) !== undefined)) break;
      found.push({ ...visit, rule: `${pack.code}.${visit.rule}` });
    }
  }
  return found;
}

interface Here extends Place {
  readonly tokens: readonly Token[];
  readonly words: Words;
  /** Those before the talks. */
  readonly days: readonly DateMention[];
}

function visitAt(here: Here, i: number): Visit | undefined {
  const { tokens, words, told, met, days, statement } = here;
  const noun = words.nouns.at(tokens, i);
  const behind = noun ? words.to.at(tokens, noun.end)?.end : words.went.at(tokens, i)?.end;
  const first = behind === undefined ? undefined : tokens[behind];
  const place = first && told.find(({ kind, span }) => (kind === 'party' || kind === 'place') && span[0] === first.start);
  const to = place?.party;
  if (!place || !to || !met.parties.includes(to)) return undefined;
  const begin = (tokens[i] as Token).start;
  const after = tokens.findIndex(({ start }) => start >= place.span[1]);
  const day =
    days.find(({ span }) => span[1] <= begin && tokensBetween(here, span[1], begin) === 0) ??
    days.find(({ span }) => span[0] >= place.span[1] && isNext(here, after, span[0]));
  const who = day && visitorOf(here, to, i, day, noun !== undefined);
  if (!day?.edtf || !who) return undefined;
  const from = Math.min(who.rule === 'named' ? who.span[0] : begin, begin, day.span[0]);
  return visitOf(statement, to, who, day, [from, Math.max(place.span[1], day.span[1])]);
}

/** Whether the day follows the place at once, or behind a word that joins it: to Russia in February. */
function isNext({ tokens, words }: Here, after: number, day: number): boolean {
  if (after < 0) return false;
  if ((tokens[after] as Token).start >= day) return true;
  const joint = words.days.at(tokens, after);
  return joint !== undefined && ((tokens[joint.end] as Token | undefined)?.start ?? Number.POSITIVE_INFINITY) >= day;
}

function tokensBetween({ tokens }: Here, from: number, until: number): number {
  return tokens.filter(({ start, end }) => start >= from && end <= until).length;
}

function visitorOf(here: Here, to: string, at: number, day: DateMention, noun: boolean): Visitor | undefined {
  const { tokens, words, told } = here;
  // back over the day and what tells of which kind the visit is
  let i = at - 1;
  for (let n = 0; n < BETWEEN && i >= 0; n++, i--) {
    const { kind, key, start } = tokens[i] as Token;
    if (kind === 'possessive' || words.selves.has(key) || (!noun && told.some(({ span }) => span[0] <= start && start < span[1]))) break;
    if (!(start >= day.span[0] && start < day.span[1]) && !noun) break;
  }
  const owner = tokens[i];
  if (!owner) return undefined;
  const isPerson = ({ kind }: Mention) => kind === 'person' || kind === 'office';
  const { statement, met } = here;
  if (owner.kind === 'possessive' || !noun) {
    const end = owner.kind === 'possessive' ? owner.start : owner.end;
    const named = told.find((one) => isPerson(one) && one.span[1] === end);
    if (named) return named.party === to || named.name === undefined ? undefined : { ...partOf(named), rule: 'named' };
    if (noun) return undefined;
  }
  if (!words.selves.has(owner.key) && noun) return undefined;
  // a pronoun means the last person named who is not of the country visited; where that is not the one who speaks, nobody knows
  const before = told.filter((one) => isPerson(one) && one.span[1] <= owner.start && one.party !== to);
  const last = before.at(-1);
  const [speaker] = statement.speakers;
  if (!words.selves.has(owner.key) || !last || statement.mode !== 'one' || !speaker?.person || speaker.party === to) return undefined;
  if (last.name !== speaker.person && !(last.name !== undefined && speaker.person.endsWith(last.name))) return undefined;
  const one = met.participants.find(
    ({ name, party }) => party === speaker.party && (name === speaker.person || name.endsWith(speaker.person as string)),
  );
  return { by: speaker.party, name: last.name, office: one?.office ?? last.office, role: one?.role ?? last.role, span: last.span, rule: 'speaker' };
}

function partOf({ party, name, office, role, span }: Mention): Omit<Visitor, 'rule'> {
  return { by: party, name, office, role, span };
}
