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
import type { Pack } from '../../language/pack.ts';
import type { DateMention, Issue, Participant, Talks } from '../../record/reading.ts';
import { digest } from '../../text/digest.ts';
import type { Stage } from '../stage.ts';
import type { TalksFound } from '../talks/found.ts';
import { noneFound } from '../talks/issues.ts';
import type { Scanned } from '../talks/page.ts';
import { isCountry, levelOf } from '../talks/telling/level.ts';
import { alike, fill, type Person, partsOf } from './talks/cast.ts';
import { castOf } from './talks/casting.ts';
import { delegatesOf } from './talks/delegates.ts';
import { factsOf, kindOf, levelNamed } from './talks/facts.ts';
import { furtherTellings } from './talks/further.ts';
import { homeOf } from './talks/home.ts';
import { publisherOf } from './talks/publisher.ts';
import { type Telling, tellingOf } from './talks/telling.ts';
import { titleOf, visitedOf } from './talks/title.ts';
import { spokenFrom } from './talks/turns.ts';
import { talksWordsOf } from './talks/words.ts';
import { wordsOf } from './words.ts';

/** The telling sentence stands among so many of the body; among the first two where no title names talks. */
const OPENING = 8;
const UNTITLED = 3;
/** How much of a text its opening is, in units. */
const HEAD = 500;
const BEGINNING = 260;
/** Sentences of which the first that names both sides tells the talks. */
const LINES = 3;
/** Sentences of which one tells who led the sides. */
const LED = 4;
/** Words between what says that they took place and the day. */
const DAY = 3;
const LETTER = /\p{L}/u;
const SILENT: ReadonlySet<string> = new Set(['title', 'dateline', 'heading', 'furniture']);

export function findTalksInitial({ text, outline, sentences, mentions: given, dates, url }: Scanned, pack: Pack): Stage<TalksFound> {
  const nothing = (): TalksFound => ({ talks: [], ofPassage: outline.passages.map(() => -1), mentions: given });
  if (!pack.initial?.talks) return { value: nothing(), issues: [] };
  const words = talksWordsOf(pack.initial.talks);
  const publisher = publisherOf(text, url, words, pack.initial.names?.countries);
  const issues: Issue[] = [];
  const none = (): Stage<TalksFound> => {
    issues.push(noneFound());
    return { value: { ...nothing(), ...(publisher && { publisher }) }, issues };
  };
  const spoken = spokenFrom(text, outline, given, words);
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
  // an hour above the text is no sentence of it
  const body = sentences.filter(({ passage, span }) => !SILENT.has(passage.kind) && passage.index < spoken && LETTER.test(text.slice(...span)));
  const opening = body[0] ? text.slice(body[0].span[0], body[0].span[0] + HEAD) : '';
  const head = opening.slice(0, BEGINNING);
  const tellings = body
    .slice(0, OPENING)
    .flatMap((sentence) => tellingOf(text, sentence, given, words, pack) ?? [])
    .filter(({ sentence, opens }) => titled || opens || body.indexOf(sentence) < UNTITLED);
  // a head line may tell it without names, and the next sentence with them
  let telling = tellings[0]?.before.some(({ name }) => name) ? tellings[0] : (tellings.slice(0, LINES).find(isWhole) ?? tellings[0]);
  // a title may tell it in a sentence of its own
  if (!telling || telling.behind.length === 0)
    for (const sentence of titleSentences) {
      const inTitle = tellingOf(text, sentence, given, words, pack);
      if (inTitle && (!telling || telling.before.length < 2 || namesOthers(inTitle, telling))) telling = inTitle;
    }
  const barred = words.notOpenings.some((word) => head.includes(word));
  // issued the following statement: an account where the title is one, and the statement opens with it
  const introduced = body.slice(0, LINES).findIndex(({ span }) => words.attributions.some((word) => text.slice(...span).includes(word)));
  const attributed = introduced >= 0 && !(titled && telling?.sentence === body[introduced + 1]);
  if (!telling && (!titled?.with || barred || attributed)) return none();
  if (telling && !titled && telling.behind.length === 0 && telling.before.length < 2) return none();
  if (telling && telling.sentence !== body[0] && !titleSentences.includes(telling.sentence) && (barred || attributed)) return none();

  const home = publisher?.party ? undefined : homeOf(text, [...titleSentences, ...body], telling, given, url, words, pack);
  const own = publisher?.party ?? home;
  const guest = publisher?.party
    ? (homeOf(text, [...titleSentences, ...body], telling, given, url, words, pack, publisher.party) ??
      titleSentences.map((sentence) => visitedOf(text, sentence, given, words, pack)).find((party) => party !== undefined))
    : undefined;
  const rule = home ? 'talks/home' : 'talks/publisher';
  // told without names: those who led the sides
  const unnamed = telling && ![...telling.before, ...telling.behind].some(({ name }) => name);
  const led = unnamed ? delegatesOf(text, body.slice(0, LED), given, words, pack) : [];
  if (telling && led.length > 0) telling = { ...telling, behind: [...telling.behind, ...led] };
  const { persons, parties } = castOf(telling, titled, given, own, rule, guest);
  if (parties.length === 0) return none();
  if (parties.length < 2) {
    // at home, with nobody from abroad; who leads an organisation has no home
    const abroad = own !== undefined && !isCountry(own) && telling?.behind.some(({ name }) => name);
    // of two who met one is of nobody knows where
    const apart = own === undefined && telling !== undefined && isWhole(telling);
    if (!titled?.with && !abroad && !apart) return none();
    issues.push({
      code: 'talks/side-unknown',
      severity: 'warning',
      message: 'The page does not tell in words that are known with whom the talks were.',
      ...(telling && { span: [telling.sentence.span[0], telling.sentence.span[1]] as [number, number] }),
    });
  }
  const first = sided(persons);
  const further = telling && own ? furtherTellings(text, body, telling, first, given, dates, own, words, pack) : [];
  const stretches = further.map(({ sentence }) => sentence.passage.index);
  const from = (k: number): number => (k === 0 ? 0 : (stretches[k - 1] as number));
  const inTalks = (k: number): readonly [number, number] => [
    k === 0 ? 0 : (further[k - 1] as Telling).sentence.span[0],
    k < further.length ? (further[k] as Telling).sentence.span[0] : text.length,
  ];
  let mentions = fill(
    given,
    first,
    parties,
    own,
    inTalks(0),
    persons.filter(({ party }) => party === undefined),
  );
  const talks = [
    talksOf(first, parties, telling, kindOf(telling, titled, parties, words), levelNamed(text, titleSentences, words, pack), 0),
    ...further.map((one, k) => {
      const cast = castOf(one, undefined, given, own, rule);
      const people = sided(cast.persons);
      mentions = fill(mentions, people, cast.parties, own, inTalks(k + 1));
      return talksOf(people, cast.parties, one, kindOf(one, undefined, cast.parties, words), undefined, k + 1);
    }),
  ];
  const ofPassage = outline.passages.map((passage) => {
    if (passage.kind === 'furniture' || passage.index >= spoken) return -1;
    return stretches.reduce((last, _, k) => (passage.index >= from(k + 1) ? k + 1 : last), 0);
  });
  return { value: { talks, ofPassage, mentions, ...(publisher && { publisher }) }, issues };

  /** The visit took place on 3 June: the day in a sentence that says so, near the one that tells them. */
  function dayBehind(): DateMention | undefined {
    for (const sentence of body.slice(0, LED)) {
      const { span } = sentence;
      const tokens = wordsOf(text, sentence, pack);
      const verb = tokens.map((_, i) => words.passive.at(tokens, i)).find((found) => found !== undefined);
      const next = verb && tokens[verb.end + DAY]?.start;
      const day = dates.find((date) => date.span[0] >= span[0] && date.span[1] <= span[1] && /^\d{4}-\d\d-\d\d$/.test(date.edtf ?? ''));
      if (day && next !== undefined && day.span[0] <= next) return day;
    }
    return undefined;
  }

  function talksOf(
    cast: readonly Sided[],
    sides: readonly string[],
    told: Telling | undefined,
    kind: Talks['kind'],
    named: Talks['level'],
    place: number,
  ): Talks {
    const participants: Participant[] = [...cast]
      .filter(({ name }) => name)
      .sort((a, b) => sides.indexOf(a.party) - sides.indexOf(b.party))
      .map(({ name, party, office, role, spans }) => ({ name, party, ...(office && { office }), ...(role && { role }), spans }));
    const facts = factsOf(text, told, place === 0 ? titled : undefined, kind, given, dates, words, pack);
    // what the sentence that tells them leaves out, another near it may tell
    if (place === 0 && facts.date?.edtf === undefined)
      for (const other of tellings.slice(0, LINES)) {
        if (other === told) continue;
        const { date, place: where } = factsOf(text, other, undefined, kind, given, dates, words, pack);
        if (date?.edtf === undefined) continue;
        facts.date = date;
        if (where && !facts.place) facts.place = where;
        break;
      }
    if (place === 0 && !facts.date) {
      const day = dayBehind();
      if (day) facts.date = day;
    }
    const nameless = cast.filter(({ name }) => !name).map(({ party, role }): Participant => ({ name: '', party, ...(role && { role }), spans: [] }));
    const level = named ?? levelOf([...participants, ...nameless], [...sides]);
    const one: Talks = { id: '', kind, ...(level && { level }), ...facts, parties: [...sides], participants };
    one.id = `t-${digest(kind, sides.join(' '), one.date?.edtf ?? '', one.start?.edtf ?? '', participants.map(({ name }) => name).join(' '), `${place}`)}`;
    return one;
  }
}

/** Names somebody on both sides. */
const isWhole = ({ before, behind }: Telling): boolean => before.some(({ name }) => name) && behind.some(({ name }) => name);

/** Whether one names somebody on the other side whom the other does not: of a delegation its own side alone is told. */
function namesOthers({ behind }: Telling, { before }: Telling): boolean {
  return behind.some(({ name }) => name && !before.some((one) => one.name && alike(partsOf(one.name), partsOf(name))));
}

type Sided = Person & { party: string };

const sided = (persons: readonly Person[]): Sided[] => persons.filter((person): person is Sided => person.party !== undefined);
