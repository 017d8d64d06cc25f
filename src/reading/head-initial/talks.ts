/**
 * The talks that a page of a head-initial language tells of, by the sentence that tells them and the title.
 *
 *   > Secretary of State Ada Lund met today with Norwegian Foreign Minister Kari Moe in Oslo to discuss …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *     who                         told           with whom
 *
 * 1 those named before the verb and right behind "with" took part, nobody else; 2 a page of spoken words tells no talks but those
 * of its opening; 3 what stays in doubt stays absent.
 */
import type { Token } from '../../language/abilities/spaced-words.ts';
import type { Pack } from '../../language/pack.ts';
import type { DateMention, Issue, Mention, Participant, Role, Talks } from '../../record/reading.ts';
import { digest } from '../../text/digest.ts';
import { firstFrom, type Span } from '../../text/span.ts';
import type { Outline } from '../outline.ts';
import type { Sentence } from '../sentences.ts';
import type { Stage } from '../stage.ts';
import type { TalksFound } from '../talks/found.ts';
import { levelOf } from '../talks/level.ts';
import { type ClausesWords, clausesWordsOf } from './clauses-words.ts';
import { type Kind, type TalksWords, talksWordsOf } from './talks-words.ts';
import { wordsOf } from './words.ts';

/** The telling sentence stands among so many of the body; among the first two where no title names talks. */
const OPENING = 8;
const UNTITLED = 3;
/** Words between the verb and "with". */
const REACH = 30;
/** How much of a text its opening is, in units. */
const HEAD = 500;
/** Units at either end of a text where its publisher names itself, and what may stand beside the name in its line. */
const EDGE = 600;
const BESIDE = 30;
const SILENT: ReadonlySet<string> = new Set(['title', 'dateline', 'heading', 'furniture']);
const DAY = /^\d{4}-\d\d-\d\d(?:$|\/|T|~)/;

interface Telling {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly kind: Kind;
  /** Words: where the verb begins, where what they met about begins. */
  readonly verb: number;
  readonly stop: number;
  readonly before: Mention[];
  readonly behind: Mention[];
}

interface Person {
  name: string;
  party?: string | undefined;
  rule?: string;
  office?: string | undefined;
  role?: Role | undefined;
  readonly side: 'subject' | 'object';
  readonly mention: Mention;
  readonly offices: Set<string>;
  readonly parts: Set<string>;
  readonly spans: [number, number][];
}

export function findTalksInitial(
  text: string,
  outline: Outline,
  sentences: readonly Sentence[],
  given: readonly Mention[],
  dates: readonly DateMention[],
  pack: Pack,
  url: string | undefined,
): Stage<TalksFound> {
  const nothing = (): TalksFound => ({ talks: [], ofPassage: outline.passages.map(() => -1), mentions: given });
  if (!pack.initial?.talks) return { value: nothing(), issues: [] };
  const words = talksWordsOf(pack.initial.talks);
  const publisher = publisherOf(text, url, words);
  const issues: Issue[] = [];
  const none = (): Stage<TalksFound> => {
    issues.push({ code: 'talks/none-found', severity: 'info', message: 'No account of talks was found on this page.' });
    return { value: { ...nothing(), ...(publisher && { publisher }) }, issues };
  };
  const spoken = spokenFrom(text, outline, words);
  const titleNode = outline.passages.find(({ kind }) => kind === 'title');
  const titleSentences = sentences.filter(({ passage }) => passage === titleNode);
  const titleText = titleNode
    ? text
        .slice(...titleNode.span)
        .replace(/[\u2019\u2018]/g, "'")
        .replace(/[\u00a0\u202f]/g, ' ')
    : '';
  const titled = titleSentences.map((sentence) => titleOf(text, sentence, given, words, pack)).find((one) => one !== undefined);
  if (words.notTitles.some((word) => titleText.includes(word))) return none();
  const body = sentences.filter(({ passage }) => !SILENT.has(passage.kind) && passage.index < spoken);
  const opening = body[0] ? text.slice(body[0].span[0], body[0].span[0] + HEAD) : '';
  const head = opening.slice(0, 260);
  let telling: Telling | undefined;
  for (const sentence of body.slice(0, titled ? OPENING : UNTITLED)) {
    telling = tellingOf(text, sentence, given, words, pack);
    if (telling) break;
  }
  // a title may tell it in a sentence of its own
  if (!telling || (telling.behind.length === 0 && telling.before.length < 2))
    for (const sentence of titleSentences) telling = tellingOf(text, sentence, given, words, pack) ?? telling;
  if (!telling && (!titled?.with || words.notOpenings.some((word) => head.includes(word)))) return none();
  if (telling && !titled && telling.behind.length === 0 && telling.before.length < 2) return none();
  if (telling && telling.sentence !== body[0] && !titleSentences.includes(telling.sentence) && words.notOpenings.some((word) => head.includes(word)))
    return none();

  // who
  const persons: Person[] = [];
  const parties = new Set<string>();
  const own = publisher?.party;
  const takeAll = (mentions: readonly Mention[], side: Person['side']) => {
    for (const mention of mentions) {
      if (mention.kind === 'person' || mention.kind === 'office') take(mention, side);
      else if (mention.party) parties.add(mention.party);
    }
  };
  const take = (mention: Mention, side: Person['side']) => {
    if (!mention.name) {
      if (mention.party) parties.add(mention.party);
      return;
    }
    const parts = partsOf(mention.name);
    const known = persons.find((person) => alike(person.parts, parts));
    if (known) {
      if (parts.size > known.parts.size) {
        known.name = mention.name;
        for (const part of parts) known.parts.add(part);
      }
      known.party ??= mention.party;
      known.office ??= mention.office;
      if (mention.office) known.offices.add(mention.office.toLowerCase());
      known.role ??= mention.role;
      return;
    }
    persons.push({
      name: mention.name,
      party: mention.party,
      office: mention.office,
      role: mention.role,
      side,
      mention,
      offices: new Set(mention.office ? [mention.office.toLowerCase()] : []),
      parts,
      spans: [],
    });
  };
  if (telling) {
    takeAll(telling.before, 'subject');
    takeAll(telling.behind, 'object');
  }
  if (titled && (!telling || persons.length < 2 || persons.some(({ party }) => party === undefined))) {
    const before = persons.length;
    if (telling && persons.length >= 2)
      for (const mention of [...titled.before, ...titled.behind]) {
        const parts = mention.name ? partsOf(mention.name) : undefined;
        const known = parts && persons.find((person) => alike(person.parts, parts));
        if (known) {
          known.party ??= mention.party;
          known.role ??= mention.role;
        }
      }
    else {
      if (before === 0 || !persons.some(({ side }) => side === 'subject')) takeAll(titled.before, 'subject');
      if (titled.with && (before === 0 || !persons.some(({ side }) => side === 'object'))) takeAll(titled.behind, 'object');
    }
  }
  // the words elsewhere tell whose minister somebody is
  for (const mention of given) {
    if (!mention.name) continue;
    const parts = partsOf(mention.name);
    const known = persons.find((person) => alike(person.parts, parts));
    if (!known) continue;
    known.party ??= mention.party;
    known.role ??= mention.role;
    known.office ??= mention.office;
    if (mention.office) known.offices.add(mention.office.toLowerCase());
  }
  // Japan-Chile Foreign Ministers' Meeting: the title names both
  if (titled) {
    const named = new Set(titled.before.flatMap(({ kind, party }) => (kind === 'party' && party ? [party] : [])));
    if (named.size > 1 || (named.size === 1 && !titled.with && titled.behind.length > 0)) {
      for (const party of named) parties.add(party);
      for (const person of persons) {
        if (person.party !== undefined) continue;
        const free = [...named].filter((party) => !persons.some((other) => other.party === party));
        if (free.length !== 1) continue;
        person.party = free[0];
        person.rule = 'talks/party-left';
      }
    }
    // British Foreign Secretary meets …: whose the office is, the title says
    for (const person of persons) {
      const office = person.office?.toLowerCase();
      const same = titled.before.find((mention) => mention.party && office && mention.office?.toLowerCase() === office);
      if (person.party === undefined && same) {
        person.party = same.party;
        person.rule = 'talks/office-in-title';
      }
    }
  }
  const others = new Set([...persons.flatMap(({ party }) => party ?? []), ...parties].filter((party) => party !== own));
  for (const person of persons) {
    if (person.party !== undefined) continue;
    const taken = own !== undefined && persons.some(({ party, side }) => party === own && side === person.side);
    if (person.side === 'subject' && own && !taken) {
      person.party = own;
      person.rule = 'talks/publisher';
    } else if (person.side === 'subject' && taken) {
      person.party = own;
      person.rule = 'talks/publisher';
    } else if (others.size === 1 && !persons.some((other) => other !== person && other.side !== person.side && other.party === [...others][0])) {
      person.party = [...others][0] as string;
      person.rule = 'talks/other-of-two';
    }
  }
  for (const person of persons)
    if (person.role === 'other' && person.side === 'object') person.role = persons.find(({ side }) => side === 'subject')?.role ?? 'other';
  const known = [...new Set([...persons.flatMap(({ party }) => party ?? []), ...parties])];
  const ownFirst = own && known.includes(own) ? [own, ...known.filter((party) => party !== own)] : known;
  if (own && !known.includes(own) && telling && !persons.some(({ side, party }) => side === 'subject' && party)) ownFirst.unshift(own);
  if (ownFirst.length === 0) return none();
  if (ownFirst.length < 2) {
    // at home, with nobody from abroad
    if (!titled?.with) return none();
    issues.push({
      code: 'talks/side-unknown',
      severity: 'warning',
      message: 'The page does not tell in words that are known with whom the talks were.',
      ...(telling && { span: [telling.sentence.span[0], telling.sentence.span[1]] as [number, number] }),
    });
  }

  const cast = persons.filter((person): person is Person & { party: string } => person.party !== undefined);
  const mentions = fill(given, cast, ownFirst, telling);
  const participants: Participant[] = [...cast]
    .sort((a, b) => ownFirst.indexOf(a.party) - ownFirst.indexOf(b.party))
    .map(({ name, party, office, role, spans }) => ({ name, party, ...(office && { office }), ...(role && { role }), spans }));
  const kind = kindOf(telling, titled, ownFirst, words);
  const facts = factsOf(text, telling, kind, given, dates, words, pack);
  const level = levelNamed(text, titleSentences, words, pack) ?? levelOf(participants, ownFirst);
  const talks: Talks = { id: '', kind, ...(level && { level }), ...facts, parties: ownFirst, participants };
  talks.id = `t-${digest(kind, ownFirst.join(' '), talks.date?.edtf ?? '', talks.start?.edtf ?? '', participants.map(({ name }) => name).join(' '), '0')}`;
  const ofPassage = outline.passages.map((passage) => (passage.kind === 'furniture' || passage.index >= spoken ? -1 : 0));
  return { value: { talks: [talks], ofPassage, mentions, ...(publisher && { publisher }) }, issues };
}

/** The first passage of spoken words, where there are enough of them: `MINISTER MORI: Good morning.` */
function spokenFrom(text: string, { passages }: Outline, { knowledge }: TalksWords): number {
  const turns = passages.filter(({ span, kind }) => kind !== 'title' && isTurn(text, span, knowledge.spoken.signs));
  return turns.length >= knowledge.spoken.lines ? (turns[0]?.index ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

function isTurn(text: string, [start, end]: Span, signs: readonly string[]): boolean {
  const opening = text.slice(start, Math.min(end, start + 80));
  const at = signs.map((sign) => opening.indexOf(sign)).find((place) => place > 2);
  if (at === undefined) return false;
  const words = opening.slice(0, at).split(/\s+/);
  return words.length <= 8 && words.every((word) => /^\p{Lu}/u.test(word)) && at < end - start - 1;
}

interface Titled {
  readonly kind: Kind;
  readonly span: Span;
  readonly with: boolean;
  readonly before: Mention[];
  readonly behind: Mention[];
}

/** What a title says: whose talks, and with whom. */
function titleOf(text: string, sentence: Sentence, mentions: readonly Mention[], words: TalksWords, pack: Pack): Titled | undefined {
  const tokens = wordsOf(text, sentence, pack);
  for (let i = 0; i < tokens.length; i++) {
    const verb = words.verbs.at(tokens, i);
    const found = words.meet.at(tokens, i) ?? (verb && { end: verb.end, value: verb.value.kind });
    if (!found) continue;
    const inside = within(mentions, sentence.span);
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
      behind: inside.filter(({ span }) => span[0] > at),
    };
  }
  return undefined;
}

/** The sentence as one that tells talks; undefined where it tells none. */
function tellingOf(text: string, sentence: Sentence, mentions: readonly Mention[], words: TalksWords, pack: Pack): Telling | undefined {
  const tokens = wordsOf(text, sentence, pack);
  const inside = within(mentions, sentence.span);
  const small = clausesWordsOf(pack);
  const matters = small?.stops;
  for (let i = 0; i < tokens.length; i++) {
    const verb = words.verbs.at(tokens, i);
    let kind = verb?.value.kind;
    let end = verb?.end ?? 0;
    let from = -1;
    if (verb?.value.with) {
      for (let j = verb.end; j < Math.min(tokens.length, verb.end + REACH); j++)
        if (verb.value.with.has((tokens[j] as Token).key) && mentionSoon(j + 1, tokens, inside)) {
          from = j + 1;
          break;
        }
    }
    // met the Foreign Minister, hosted the Foreign Minister
    if (verb && from < 0 && mentionSoon(verb.end, tokens, inside, verb.value.with ? 1 : 6)) from = verb.end;
    const hold = words.hold.at(tokens, i);
    if (hold && from < 0) {
      for (let j = hold.end; j < Math.min(tokens.length, hold.end + 12); j++) {
        const noun = words.meet.at(tokens, j);
        if (!noun) continue;
        kind = noun.value;
        end = noun.end;
        for (let k = noun.end; k < Math.min(tokens.length, noun.end + REACH); k++)
          if (words.with.has((tokens[k] as Token).key) && mentionSoon(k + 1, tokens, inside)) {
            from = k + 1;
            break;
          }
        break;
      }
    }
    if (!kind || (!verb && end === 0)) continue;
    const before = inside.filter(({ span }) => span[1] <= (tokens[i] as Token).start);
    const group = from >= 0 ? groupFrom(from, tokens, inside, small) : { mentions: [], end };
    // two of different sides met
    const named = before.filter(({ kind: of }) => of === 'person' || of === 'office' || of === 'party' || of === 'organisation');
    const sides = new Set(named.flatMap(({ party }) => party ?? []));
    if (group.mentions.length === 0 && sides.size < 2 && !(named.filter(({ kind: of }) => of === 'person').length > 1)) {
      if (!(verb?.value.with && from < 0 && hasWith(tokens, end, words) && named.length > 0)) continue;
    }
    if (named.length === 0 && group.mentions.length < 1) continue;
    const persons = named.filter((mention) => mention.kind === 'person' || mention.kind === 'office');
    const subject = (persons.length > 0 ? persons : named).filter((mention) => !isPossessive(text, mention));
    let stop = group.end;
    while (stop < tokens.length) {
      const token = tokens[stop] as Token;
      if (matters?.has(token.key) && !(tokens[stop + 1]?.kind === 'number') && !words.occasions.at(tokens, stop) && !isDated(token, tokens[stop + 1]))
        break;
      stop++;
    }
    return { sentence, tokens, kind, verb: i, stop, before: subject, behind: group.mentions };
  }
  return undefined;
}

/** on Monday, on June 3: no matter. */
function isDated(_token: Token, next: Token | undefined): boolean {
  return next?.kind === 'word' && next.cap;
}

function hasWith(tokens: readonly Token[], from: number, words: TalksWords): boolean {
  for (let j = from; j < Math.min(tokens.length, from + REACH); j++) if (words.with.has((tokens[j] as Token).key)) return true;
  return false;
}

function mentionSoon(at: number, tokens: readonly Token[], inside: readonly Mention[], reach = 6): boolean {
  const first = tokens[at];
  const last = tokens[Math.min(tokens.length - 1, at + reach)];
  return first !== undefined && inside.some(({ span, kind }) => kind !== 'place' && span[0] >= first.start && span[0] <= (last as Token).start);
}

/** Those who are named from a word on, joined by commas and "and", up to what is no name. */
function groupFrom(
  from: number,
  tokens: readonly Token[],
  inside: readonly Mention[],
  words: ClausesWords | undefined,
): { mentions: Mention[]; end: number } {
  const found: Mention[] = [];
  let at = from;
  let gap = 0;
  for (let m = 0; at < tokens.length && gap <= 6; ) {
    const token = tokens[at] as Token;
    while (m < inside.length && (inside[m] as Mention).span[0] < token.start) m++;
    const mention = inside[m];
    if (mention && mention.span[0] === token.start && mention.kind !== 'place') {
      let end = at;
      while (end < tokens.length && (tokens[end] as Token).end <= mention.span[1]) end++;
      if (tokens[end]?.kind === 'possessive') {
        // with Japan’s Foreign Minister: the country of the one who follows
        if (mention.kind !== 'party') return { mentions: found, end: at };
        at = end + 1;
        continue;
      }
      found.push(mention);
      at = end;
      gap = 0;
      continue;
    }
    if (found.length > 0 && gap === 0 && !words?.and.has(token.key) && token.key !== '(' && token.key !== '/' && !words?.subjectAnd.at(tokens, at))
      break;
    at++;
    gap++;
  }
  let end = from;
  const last = found.at(-1);
  if (last) while (end < tokens.length && (tokens[end] as Token).start < last.span[1]) end++;
  return { mentions: found, end };
}

function isPossessive(text: string, { span, kind }: Mention): boolean {
  return kind === 'party' && /^['\u2019]/.test(text.slice(span[1], span[1] + 1));
}

const partsOf = (name: string): Set<string> =>
  new Set(
    name
      .toLowerCase()
      .split(/[\s-]+/)
      .filter((part) => part.length > 2 || !part.endsWith('.')),
  );

/** Whether one name holds all parts of the other. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, big] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return false;
  for (const part of small) if (!big.has(part)) return false;
  return true;
}

/** Mentions with the parties that the cast tells, and the cast with the places where it is named. */
function fill(
  given: readonly Mention[],
  cast: readonly (Person & { party: string })[],
  parties: readonly string[],
  _telling: Telling | undefined,
): Mention[] {
  return given.map((mention): Mention => {
    if (mention.kind !== 'person' && mention.kind !== 'office') return mention;
    const person = mention.name ? named(mention, cast) : held(mention, cast, parties);
    if (!person) return mention;
    person.spans.push([mention.span[0], mention.span[1]]);
    if (mention.party) return mention;
    const rule = person.rule ?? (mention.name ? 'mentions/named-before' : 'mentions/office-of-cast');
    const role = mention.role && mention.role !== 'minister' && mention.role !== 'other' ? mention.role : person.role;
    return { ...mention, party: person.party, basis: 'inferred', rule, ...(role && { role }) };
  });
}

function named({ name, party }: Mention, cast: readonly (Person & { party: string })[]): (Person & { party: string }) | undefined {
  const parts = partsOf(name ?? '');
  return cast.find((person) => alike(person.parts, parts) && (party === undefined || party === person.party));
}

/** Who of those who met has the office that is named alone: the Secretary, the Foreign Minister. */
function held(mention: Mention, cast: readonly (Person & { party: string })[], parties: readonly string[]): (Person & { party: string }) | undefined {
  const office = (mention.office ?? '').toLowerCase();
  const of = mention.party ? cast.filter(({ party }) => party === mention.party) : cast;
  const only = (found: readonly (Person & { party: string })[]) => (found.length === 1 ? found[0] : undefined);
  const exact = of.filter(({ offices }) => offices.has(office));
  if (exact.length > 0) return only(exact) ?? (mention.party ? exact[0] : undefined);
  const wanted = office.split(/\s+/);
  const subset = of.filter(({ offices }) => [...offices].some((one) => wanted.every((word) => one.split(/[\s,]+/).includes(word))));
  const best =
    only(subset) ??
    only(subset.filter(({ offices }) => [...offices].some((one) => one.startsWith(office)))) ??
    (parties.every((party) => cast.some((person) => person.party === party)) ? only(of.filter(({ role }) => role === mention.role)) : undefined);
  // of one word only where nobody of another side may be meant too
  return best && (wanted.length > 1 || subset.length <= 1 || parties.length === 1 || [...best.offices].some((one) => one.startsWith(office)))
    ? best
    : undefined;
}

function kindOf(telling: Telling | undefined, titled: Titled | undefined, parties: readonly string[], words: TalksWords): Kind {
  const phone = telling?.tokens.some((_, i) => i < telling.stop && words.byPhone.at(telling.tokens, i));
  if (phone) return 'call';
  let kind = titled?.kind ?? telling?.kind ?? 'meeting';
  if (titled && titled.kind === 'meeting' && telling && telling.kind !== 'meeting' && telling.kind !== 'call') kind = telling.kind;
  if (parties.length > 4 && (kind === 'meeting' || kind === 'ministerial')) return 'multilateral';
  return kind;
}

function levelNamed(text: string, titles: readonly Sentence[], words: TalksWords, pack: Pack): Talks['level'] {
  for (const sentence of titles) {
    const tokens = wordsOf(text, sentence, pack);
    for (let i = 0; i < tokens.length; i++) {
      const found = words.levels.at(tokens, i);
      if (found) return found.value;
    }
  }
  return undefined;
}

function factsOf(
  text: string,
  telling: Telling | undefined,
  kind: Kind,
  mentions: readonly Mention[],
  dates: readonly DateMention[],
  words: TalksWords,
  pack: Pack,
): Partial<Talks> {
  const facts: { -readonly [K in keyof Talks]?: Talks[K] } = {};
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
  if (date && (date.edtf === undefined || DAY.test(date.edtf))) facts.date = date;
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
  if (occasion) facts.occasion = occasion;
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
  const inside = within(mentions, sentence.span);
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

function within(mentions: readonly Mention[], [start, end]: Span): Mention[] {
  const result: Mention[] = [];
  for (let i = firstFrom(mentions, start); i < mentions.length && (mentions[i] as Mention).span[1] <= end; i++) result.push(mentions[i] as Mention);
  return result;
}

/** Who publishes the page: by its address, or a name that stands for itself at its head or foot. */
function publisherOf(
  text: string,
  url: string | undefined,
  { knowledge }: TalksWords,
): { readonly party?: string; readonly name: string } | undefined {
  if (url) {
    const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
    if (host)
      for (const [party, hosts] of Object.entries(knowledge.publishers.hosts))
        if (hosts.some((end) => host === end || host.endsWith(`.${end}`))) return { party, name: host };
  }
  for (const edge of [text.slice(0, EDGE), text.slice(-EDGE)])
    for (const whole of edge.split('\n')) {
      if (whole.length > EDGE / 4) continue;
      const line = whole.replace(/\u2019/g, "'").trim();
      for (const [party, list] of Object.entries(knowledge.publishers.words)) {
        const name = list.find((word) => line.length <= word.length + BESIDE && line.includes(word));
        if (name) return { party, name };
      }
    }
  return undefined;
}
