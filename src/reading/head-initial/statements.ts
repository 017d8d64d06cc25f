/**
 * Who said what to whom, where the subject stands before its verb.
 *
 * 1 statements come in the order of the text, each in one sentence; its quote is the words at its span; 2 a speaker that no words
 * name is inferred and says by which rule; 3 a verb of saying takes the class of what is said, where that has one.
 */
import type { Token } from '../../language/abilities/spaced-words.ts';
import type { Pack } from '../../language/pack.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Act, DateMention, Mention, Speaker, Statement, Talks, Topic } from '../../record/reading.ts';
import { digest } from '../../text/digest.ts';
import type { Span } from '../../text/span.ts';
import type { Outline } from '../outline.ts';
import { linkReply, REACH } from '../replies.ts';
import { linkRestatements } from '../restatements.ts';
import type { Sentence } from '../sentences.ts';
import type { Stage } from '../stage.ts';
import type { TalksFound } from '../talks/found.ts';
import { carriedOn, findTopics, inOrder } from '../topics.ts';
import { classOf, furtherNouns, thatsFrom, WITHIN } from './classes.ts';
import { type ClausesWords, clausesWordsOf, type Entry } from './clauses/words.ts';
import { type Clause, findClauses } from './clauses.ts';
import { attach } from './statements/attach.ts';
import { areApart, NO_SCOPE, scopeAfter, scoped } from './statements/scope.ts';
import { both, said, unsided } from './statements/speaking.ts';
import { strengthOf } from './statements/strength.ts';
import { findSubjects, type Subject } from './subjects.ts';
import { mentionsIn } from './talks/within.ts';
import { talksWordsOf } from './talks/words.ts';
import { wordsOf } from './words.ts';

export interface Told {
  readonly text: string;
  readonly outline: Outline;
  readonly sentences: readonly Sentence[];
  readonly dates: readonly DateMention[];
  readonly mentions: readonly Mention[];
  readonly talks: TalksFound;
}

const SILENT: ReadonlySet<string> = new Set(['title', 'dateline', 'heading', 'furniture']);
/** Words between a greeting and whom it is for. */
const GREETED = 2;
/** Sentences in which a page says that it tells of several talks. */
const OPENING = 3;
/** Words within which a sentence has its verb. */
const SUBJECT = 16;
/** What is said on without a verb of saying. */
const FREE: Entry = { id: 'floor', act: 'state', words: [], form: '', neutral: true };

interface Memory {
  /** Who spoke last, alone. */
  single: readonly Speaker[] | undefined;
  last: readonly Speaker[] | undefined;
  /** Of more than two sides those who were named together last, and where: "they" are those. */
  pair: { readonly speakers: readonly Speaker[]; readonly passage: number } | undefined;
  passage: number;
  topics: readonly Topic[];
  /** Whose words the last sentence gave, and in which passage: those that follow without a verb of saying are theirs too. */
  floor: { readonly speakers: readonly Speaker[]; readonly passage: number } | undefined;
}

export function findStatementsInitial(told: Told, pack: Pack): Stage<Statement[]> {
  const words = clausesWordsOf(pack);
  const result: Statement[] = [];
  if (!words || told.talks.talks.length === 0) return { value: result, issues: [] };
  const { text, sentences } = told;
  const seen = new Map<string, number>();
  const memory: Memory = { single: undefined, last: undefined, pair: undefined, passage: -1, topics: [], floor: undefined };
  /** The sentence tells that they met, or who did it is several: what its further verbs tell, they did together. */
  let together = false;
  const encounters = pack.initial?.talks && talksWordsOf(pack.initial.talks);
  const opening = sentences.filter(({ passage }) => passage.kind !== 'furniture').slice(0, OPENING);
  const apart =
    encounters !== undefined &&
    areApart(
      opening.map((sentence) => wordsOf(text, sentence, pack)),
      encounters,
    );
  let scope = NO_SCOPE;
  for (const sentence of sentences) {
    const { passage } = sentence;
    if (SILENT.has(passage.kind)) continue;
    const whole = told.talks.talks[told.talks.ofPassage[passage.index] ?? -1];
    if (!whole) continue;
    const tokens = wordsOf(text, sentence, pack);
    const mentions = mentionsIn(told.mentions, sentence.span);
    if (encounters) scope = scopeAfter(scope, passage.index, tokens, mentions, whole, encounters, words);
    const talks = scoped(whole, scope, apart);
    const subjects = findSubjects(tokens, mentions, talks, words);
    let met = -1;
    for (let i = 0; i < tokens.length && met < 0; i++)
      if (
        encounters?.verbs.at(tokens, i)?.value.both === false ||
        (encounters?.hold.at(tokens, i) && [1, 2, 3, 4, 5].some((step) => encounters.meet.at(tokens, i + step)))
      )
        met = i;
    together = met >= 0;
    const clauses = findClauses(tokens, subjects, words, met);
    if (clauses.length === 0) {
      if (memory.floor?.passage === passage.index && goesOn(tokens, subjects)) {
        free(sentence, talks, tokens, mentions, memory.floor.speakers);
        continue;
      }
      memory.floor = undefined;
      const alone = subjects.find(({ kind, start }) => kind === 'named' && (start <= 1 || (met >= 0 && tokens[start - 1]?.key === ',')));
      if (alone && alone.speakers.length === 1) memory.single = alone.speakers;
      continue;
    }
    let current: readonly Speaker[] | undefined;
    if (met >= 0) {
      const opening = subjects.findLast(({ kind, end }) => (kind === 'named' || kind === 'joint' || kind === 'they') && end <= met + 1);
      if (opening) current = said(opening, memory.single, talks);
      const leads = opening !== undefined && (opening.start === 0 || tokens[opening.start - 1]?.key === ',');
      if (opening?.kind === 'named' && leads && opening.speakers.length === 1 && !opening.several) memory.single = opening.speakers;
    }
    const written = result.length;
    const { floor } = memory;
    clauses.forEach((clause, k) => {
      const { subject } = clause;
      let speakers = subject ? said(subject, memory.single, talks) : undefined;
      if (subject?.kind === 'they' && memory.pair?.passage === passage.index) speakers = memory.pair.speakers;
      let doubt = false;
      if (subject && speakers === undefined && unsided(subject, tokens, mentions, talks)) {
        speakers = both(talks, clause, tokens, 'speakers/several');
        doubt = true;
      }
      if (subject && speakers === undefined) {
        // somebody whose side nobody tells: what he does further on in the sentence is not of who spoke before
        current = [];
        return;
      }
      if (clause.verb[0] === met && clause.entry.act !== 'exchange' && greets(mentions, tokens, clause)) {
        // that he received somebody is no statement; who "he" is in the next sentence it tells all the same
        if (subject?.kind === 'named' && speakers?.length === 1) memory.single = speakers;
        return;
      }
      if (!subject && clause.unknown) {
        speakers = clause.unknown === 'several' ? both(talks, clause, tokens, 'speakers/several') : [];
        doubt = true;
      }
      // The need was underscored: of nobody, where it is no outcome
      const told = clause.entry.neutral && !words.agent.has(tokens[clause.verb[1]]?.key ?? '') ? [] : undefined;
      if (!subject && clause.passive) speakers = ACTS[clause.entry.act].jointly ? both(talks, clause, tokens, 'speakers/both-sides') : told;
      if (clause.passive && speakers === undefined) return;
      // Noting this, the Secretary urged; While noting this, she urged: whose verb follows
      if (!subject && !clause.unknown && !clause.passive && k === 0 && clause.verb[0] <= 1 && clause.tense === 'ing') {
        const next = clauses.find((other) => other.subject);
        speakers = next?.subject && said(next.subject, memory.single, talks);
      }
      // we agreed: those who met, in the words of one
      if (subject?.kind === 'we' && clause.tense === 'past' && ACTS[clause.entry.act].jointly)
        speakers = both(talks, clause, tokens, 'speakers/both-sides');
      speakers ??= current ?? memory.last ?? [];
      if (subject || clause.unknown) current = speakers;
      // welcomed the visit and discussed: what is a statement itself tells no encounter
      const apart = clause.verb[0] === met && clause.entry.act !== 'exchange';
      if (subject) together = (met >= 0 && !apart) || subject.several !== undefined;
      if (subject?.kind === 'named' || subject?.kind === 'he') {
        if (speakers.length === 1) memory.single = speakers;
      }
      if (speakers.length > 0) memory.last = speakers;
      if (subject?.kind === 'named' && speakers.length === subject.several && speakers.length < talks.parties.length)
        memory.pair = {
          speakers: speakers.map(({ span: _, ...one }) => ({ ...one, basis: 'inferred', rule: 'speakers/pronoun' })),
          passage: passage.index,
        };
      const before = result.length;
      write(sentence, talks, tokens, mentions, clause, speakers, doubt);
      if (result.length > before && answers(clause, k)) linkReply(result, before, REACH);
      memory.floor = clause.entry.neutral && speakers.length === 1 && reports(tokens, clause) ? { speakers, passage: passage.index } : undefined;
    });
    if (result.length === written) {
      if (floor?.passage === passage.index && goesOn(tokens, subjects)) {
        free(sentence, talks, tokens, mentions, floor.speakers);
        memory.floor = floor;
      } else memory.floor = undefined;
    }

    /** Said that: what follows may be said too, as after "stressed the need" it is not. */
    function reports(of: readonly Token[], { content: [from, to] }: Clause): boolean {
      return of.slice(from, Math.min(to, from + WITHIN)).some(({ key }) => words?.that.has(key));
    }

    /** In response, he said; Mr Moe, in turn, noted; replied. */
    function answers({ entry, subject, verb }: Clause, k: number): boolean {
      if (!words) return false;
      if (entry.answers) return true;
      if (k === 0 && words.replies.at(tokens, 0)) return true;
      if (!subject) return false;
      for (let i = subject.end; i < Math.min(verb[0], subject.end + 3); i++) if (words.replies.at(tokens, i)) return true;
      return false;
    }
  }
  attach(result, told);
  linkRestatements(text, result);
  return { value: result, issues: [] };

  /** Whether a sentence without a verb of saying goes on with what was said: its verb tells what is, or should be. */
  function goesOn(tokens: readonly Token[], subjects: readonly Subject[]): boolean {
    if (subjects.some(({ kind, start }) => kind === 'stranger' && start === 0)) return false;
    for (let i = 1; i < Math.min(tokens.length, SUBJECT); i++)
      if (words?.finite.at(tokens, i) && !words.determiners.has((tokens[i - 1] as Token).key)) return true;
    return false;
  }

  /** The other side is ready to share: what a speaker went on to say. */
  function free(sentence: Sentence, talks: Talks, tokens: readonly Token[], mentions: readonly Mention[], speakers: readonly Speaker[]): void {
    let at = 1;
    while (at < tokens.length - 1 && !words?.finite.at(tokens, at)) at++;
    const end = trimEnd(tokens, tokens.at(-1)?.kind === 'mark' ? tokens.length - 1 : tokens.length, at + 1, words as ClausesWords);
    const clause: Clause = {
      start: 0,
      verb: [at, at + 1],
      content: [0, end],
      end,
      entry: FREE,
      tense: 'present',
      subject: undefined,
      passive: false,
    };
    const classed = classOf(tokens, mentions, clause, speakers, words as ClausesWords);
    const inferred = speakers.map(({ party, person }): Speaker => ({ party, ...(person && { person }), basis: 'inferred', rule: 'speakers/floor' }));
    put(
      sentence,
      talks,
      tokens,
      clause,
      { ...clause, verb: classed?.tail ?? clause.verb },
      classed?.act ?? 'state',
      `acts/${classed ? `${classed.id}+` : ''}floor`,
      inferred,
      false,
    );
  }

  function write(
    sentence: Sentence,
    talks: Talks,
    tokens: readonly Token[],
    mentions: readonly Mention[],
    clause: Clause,
    speakers: readonly Speaker[],
    doubt: boolean,
  ): void {
    const { entry } = clause;
    const classed =
      entry.neutral || entry.giving ? classOf(tokens, mentions, clause, speakers, words as ClausesWords, entry.giving === true) : undefined;
    if (entry.giving && !classed) return;
    const { kind } = clause.subject ?? {};
    const joint = new Set(speakers.map(({ party }) => party)).size > 1 || kind === 'joint' || kind === 'they' || kind === 'talks';
    const act: Act = classed?.act ?? (!joint && entry.alone ? entry.alone : entry.act);
    const rule = `acts/${classed ? `${classed.id}+` : ''}${entry.id}`;
    const pieces = classed?.noun !== undefined ? furtherNouns(tokens, mentions, clause, classed.noun, words as ClausesWords) : [];
    const second = entry.neutral && classed?.noun === undefined ? thatsFrom(tokens, clause.content, words as ClausesWords)[0] : undefined;
    const end = pieces[0]?.at ?? second ?? clause.end;
    put(
      sentence,
      talks,
      tokens,
      clause,
      { start: clause.start, verb: clause.verb, content: clause.content, end: trimEnd(tokens, end, clause.verb[1], words as ClausesWords) },
      act,
      rule,
      speakers,
      doubt,
    );
    further(sentence, talks, tokens, mentions, clause, speakers, doubt, classed?.noun !== undefined);
    pieces.forEach((piece, n) => {
      const stop = pieces[n + 1]?.at ?? clause.end;
      put(
        sentence,
        talks,
        tokens,
        clause,
        {
          start: piece.at,
          verb: [piece.noun, piece.noun + 1],
          content: [piece.noun + 1, stop],
          end: trimEnd(tokens, stop, piece.noun + 1, words as ClausesWords),
        },
        piece.act,
        `acts/${piece.id}+${entry.id}`,
        speakers,
        doubt,
      );
    });
  }

  /** Each further proposition set off by a comma: said that A was good, and that he would B. */
  function further(
    sentence: Sentence,
    talks: Talks,
    tokens: readonly Token[],
    mentions: readonly Mention[],
    clause: Clause,
    speakers: readonly Speaker[],
    doubt: boolean,
    nominal: boolean,
  ): void {
    if (!words || !clause.entry.neutral || nominal) return;
    const opens = thatsFrom(tokens, clause.content, words);
    opens.forEach((at, n) => {
      const end = trimEnd(tokens, opens[n + 1] ?? clause.end, at + 1, words);
      const part: Clause = { ...clause, start: at, content: [at, end], end };
      const classed = classOf(tokens, mentions, part, speakers, words);
      const rule = `acts/${classed ? `${classed.id}+` : ''}${clause.entry.id}`;
      // its own verb: that he would visit, that time is short
      let own = at + 1;
      while (own < Math.min(end - 1, at + SUBJECT) && !words.finite.at(tokens, own)) own++;
      const verb = classed?.tail ?? (words.finite.at(tokens, own) ? ([own, own + 1] as const) : ([at, at + 1] as const));
      put(sentence, talks, tokens, part, { start: at, verb, content: [at, end], end }, classed?.act ?? clause.entry.act, rule, speakers, doubt);
    });
  }

  function put(
    sentence: Sentence,
    talks: Talks,
    tokens: readonly Token[],
    clause: Clause,
    place: { start: number; verb: readonly [number, number]; content: readonly [number, number]; end: number },
    act: Act,
    rule: string,
    given: readonly Speaker[],
    doubt: boolean,
  ): void {
    const spanOf = (from: number, to: number): [number, number] => [(tokens[from] as Token).start, (tokens[Math.max(from, to - 1)] as Token).end];
    const span = spanOf(place.start, place.end);
    const verb = spanOf(place.verb[0], place.verb[1]);
    const quote = text.slice(...span);
    let speakers = given;
    if (ACTS[act].jointly && act !== 'confirm' && speakers.length === 1 && talks.parties.length > 1 && !byOne(sentence, tokens, clause, talks)) {
      const named = speakers.map(({ party }) => party);
      const rest = talks.parties
        .filter((party) => !named.includes(party))
        .map((party): Speaker => ({ party, basis: 'inferred', rule: 'speakers/both-sides', span: [...verb] }));
      speakers = [...speakers, ...rest].sort((a, b) => talks.parties.indexOf(a.party) - talks.parties.indexOf(b.party));
    }
    const parties = [...new Set(speakers.map(({ party }) => party))];
    const id = `s-${digest(sentence.passage.path, act, quote)}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    const own =
      (clause.subject?.bare === true || clause.subject?.kind === 'we') &&
      (clause.tense === 'present' || clause.tense === 'base' || words?.auxiliaries.has(tokens[clause.verb[0] - 1]?.key ?? ''));
    const strength = strengthOf(tokens, place.verb, words as ClausesWords);
    const content: Span | undefined =
      place.content[1] > place.content[0] && place.content[0] < place.end
        ? spanOf(place.content[0], Math.min(place.content[1], Math.max(place.end, place.content[1])))
        : undefined;
    const inside: Span | undefined = content && [Math.max(content[0], span[0]), Math.min(content[1], span[1])];
    const topics = topicsOf(sentence, span, act);
    const press = tokens.slice(place.start, place.verb[1] + 4).some((_, i) => words?.press.at(tokens, place.start + i));
    const withheld = act === 'hold' && !tokens.slice(place.verb[1], place.end).some(({ key }) => words?.that.has(key));
    result.push({
      id: times > 1 ? `${id}-${times}` : id,
      talks: talks.id,
      path: sentence.passage.path,
      span,
      quote,
      act,
      verb: { text: text.slice(...verb), span: verb, ...(strength !== 0 && { strength }) },
      // who is worked out rests on the verb, where no word stands for them
      speakers: speakers.map((speaker) => ({ ...speaker, span: speaker.span ?? [...verb] })),
      mode: parties.length > 1 ? 'joint' : 'one',
      addressees: parties.length === 1 ? talks.parties.filter((party) => party !== parties[0]) : [],
      ...(inside && inside[1] > inside[0] && { content: [inside[0], inside[1]] as [number, number] }),
      ...(own ? { voice: 'publisher' as const } : press ? { voice: 'press' as const } : {}),
      ...(withheld && { withheld }),
      topics,
      dates: [],
      mentions: [],
      rule: `${pack.code}.${rule}`,
      confidence: doubt || speakers.length === 0 ? 'low' : 'high',
    });
  }

  /** The Secretary discussed the harbour: she did, whoever else took part; discussed it with the Minister, or met him to discuss it: both did. */
  function byOne(sentence: Sentence, tokens: readonly Token[], { entry, tense, subject, verb, end }: Clause, { parties }: Talks): boolean {
    if (
      entry.alone !== entry.act ||
      tense === 'base' ||
      (subject ? subject.several || (subject.kind !== 'named' && subject.kind !== 'he') : together)
    )
      return false;
    return !tokens.slice(verb[1], end).some(({ key, end: at }, k) => {
      const after = verb[1] + k + 1;
      const next = tokens[words?.owns.has(tokens[after]?.key ?? '') ? after + 1 : after];
      return (
        words?.partners.has(key) &&
        next !== undefined &&
        mentionsIn(told.mentions, sentence.span).some(
          ({ kind, span, party }) =>
            span[0] >= at && span[0] <= next.end && (kind === 'person' || kind === 'office') && party !== undefined && parties.includes(party),
        )
      );
    });
  }

  /** What the words are about; where they do not say, what was spoken of before in the same passage. */
  function topicsOf({ passage }: Sentence, span: Span, act: Act): Topic[] {
    const topics = carriedOn(findTopics(text, [span], pack), memory.passage === passage.index ? memory.topics : [], act);
    memory.passage = passage.index;
    memory.topics = topics;
    return inOrder([...findTopics(text, passage.headings, pack), ...topics]);
  }
}

/** welcomed Foreign Minister Moe to Oslo: that they met. Of whom the words go on with what is his, it is a regard: his visit. */
function greets(mentions: readonly Mention[], tokens: readonly Token[], { verb: [, end] }: Clause): boolean {
  const guest = mentions.find(({ kind, span }) => (kind === 'person' || kind === 'office') && span[0] >= (tokens[end]?.start ?? 0));
  if (!guest) return false;
  const at = tokens.findIndex(({ start }) => start >= guest.span[0]);
  const next = tokens.find(({ start }) => start >= guest.span[1]);
  return at - end <= GREETED && next?.kind !== 'possessive';
}

function trimEnd(tokens: readonly Token[], end: number, least: number, words: ClausesWords): number {
  let at = end;
  while (at > least && (words.and.has((tokens[at - 1] as Token).key) || (tokens[at - 1] as Token).key === ',')) at--;
  return at;
}
