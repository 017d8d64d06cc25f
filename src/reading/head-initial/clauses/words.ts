/** The words by which a head-initial language builds its clauses, made ready. */
import { makePhrases, type Phrases } from '../../../language/abilities/spaced-words.ts';
import { compiled, type InitialSection, type Pack } from '../../../language/pack.ts';
import type { Act } from '../../../record/reading.ts';

export type Entry = InitialSection<'acts'>['verbs'][number];
export type Tense = 'past' | 'ing' | 'present' | 'base';
export interface Verb {
  readonly entry: Entry;
  readonly tense: Tense;
}
export interface ActNoun {
  readonly id: string;
  readonly act: Act;
  readonly ends: ReadonlySet<string> | undefined;
}
export type SubjectKind = 'rest' | 'he' | 'they' | 'joint' | 'talks' | 'we';

export interface ClausesWords {
  readonly verbs: Phrases<Verb>;
  readonly nouns: Phrases<ActNoun>;
  readonly tails: Phrases<{ readonly id: string; readonly act: Act }>;
  readonly strength: Phrases<-1 | 1 | 2>;
  readonly withheld: Phrases<true>;
  readonly subjects: Phrases<SubjectKind>;
  readonly heads: Phrases<true>;
  readonly side: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly subjectAnd: Phrases<true>;
  readonly each: ReadonlySet<string>;
  readonly press: Phrases<true>;
  readonly partners: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly owns: ReadonlySet<string>;
  readonly voices: ReadonlySet<string>;
  readonly alone: Phrases<true>;
  readonly behalf: Phrases<true>;
  readonly adverbs: Phrases<true>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly passive: ReadonlySet<string>;
  readonly ahead: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly infinitive: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
  readonly gerunds: ReadonlySet<string>;
  readonly that: ReadonlySet<string>;
  readonly relative: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly dummies: ReadonlySet<string>;
  readonly matters: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly linking: ReadonlySet<string>;
  readonly openings: ReadonlySet<string>;
  readonly series: ReadonlySet<string>;
  readonly agent: ReadonlySet<string>;
  readonly serial: Phrases<true>;
  readonly serialBy: ReadonlySet<string>;
  readonly absolutes: ReadonlySet<string>;
  readonly wherein: Phrases<true>;
  readonly besides: Phrases<true>;
  readonly finite: Phrases<true>;
  readonly replies: Phrases<true>;
  /** Titles of several: Ministers. */
  readonly titled: ReadonlySet<string>;
  /** Before them: Foreign. */
  readonly titledFor: ReadonlySet<string>;
  readonly plural: string;
  readonly participle: string;
}

const phrases = (words: readonly string[]): Phrases<true> => makePhrases(words.map((word): [string, true] => [word, true]));
const TENSES: readonly Tense[] = ['past', 'ing', 'present', 'base'];

export const clausesWordsOf = compiled((pack: Pack): ClausesWords | undefined => {
  const { acts, clauses, speakers } = pack.initial ?? {};
  if (!acts || !clauses || !speakers) return undefined;
  const verbs = new Map<string, Verb>();
  for (const entry of acts.verbs) {
    const form = clauses.forms[entry.form];
    if (!form) throw new Error(`the verb ${entry.id} has the unknown form "${entry.form}"`);
    for (const word of entry.words)
      for (const tense of TENSES)
        for (const ending of form[tense] ?? []) {
          const written = word.replace('~', ending);
          // a form that is written out whole tells its tense by its look
          const whole = ending === '' && entry.form === 'fixed';
          if (!verbs.has(written))
            verbs.set(written, { entry, tense: whole && (written.split(' ')[0] as string).endsWith(clauses.participle) ? 'ing' : tense });
        }
  }
  const kinds: [SubjectKind, readonly string[]][] = [
    ['rest', speakers.rest],
    ['he', speakers.he],
    ['they', speakers.they],
    ['joint', speakers.joint],
    ['talks', speakers.talks],
    ['we', speakers.we],
  ];
  return {
    verbs: makePhrases(verbs),
    nouns: makePhrases(
      acts.nouns.flatMap(({ id, act, words, ends }) => {
        const noun: ActNoun = { id, act, ends: ends && new Set(ends) };
        return words.map((word): [string, ActNoun] => [word, noun]);
      }),
    ),
    tails: makePhrases(acts.tails.flatMap(({ id, act, words }) => words.map((word): [string, { id: string; act: Act }] => [word, { id, act }]))),
    strength: makePhrases<-1 | 1 | 2>([
      ...acts.strength.softened.map((word): [string, -1] => [word, -1]),
      ...acts.strength.marked.map((word): [string, 1] => [word, 1]),
      ...acts.strength.strong.map((word): [string, 2] => [word, 2]),
    ]),
    withheld: phrases(acts.withheld),
    subjects: withAll(makePhrases(kinds.flatMap(([kind, words]) => words.map((word): [string, SubjectKind] => [word, kind]))), speakers.all),
    heads: phrases(speakers.heads),
    side: new Set(speakers.side),
    others: new Set(speakers.others),
    subjectAnd: phrases(speakers.and),
    each: new Set(speakers.each),
    press: phrases(speakers.press),
    partners: new Set(speakers.partners),
    between: new Set(speakers.between),
    behalf: phrases(speakers.behalf),
    adverbs: phrases(clauses.adverbs),
    auxiliaries: new Set(clauses.auxiliaries),
    passive: new Set(clauses.passive),
    ahead: new Set(clauses.ahead),
    negations: new Set(clauses.negations),
    infinitive: new Set(clauses.infinitive),
    and: new Set(clauses.and),
    joins: new Set(clauses.joins),
    gerunds: new Set(clauses.gerunds),
    that: new Set(clauses.that),
    relative: new Set(clauses.relative),
    determiners: new Set(clauses.determiners),
    dummies: new Set(clauses.dummies),
    matters: new Set(clauses.matters),
    stops: new Set([...clauses.stops, ...clauses.matters]),
    linking: new Set(clauses.linking),
    openings: new Set(clauses.openings),
    series: new Set(clauses.series),
    agent: new Set(clauses.agent),
    serial: phrases(clauses.serial),
    serialBy: new Set(clauses.serial.filter((word) => !word.includes(' '))),
    absolutes: new Set(clauses.absolutes),
    wherein: phrases(clauses.wherein),
    besides: phrases(clauses.besides),
    finite: phrases(clauses.finite),
    replies: phrases(speakers.replies),
    titled: new Set(speakers.all.nouns),
    titledFor: new Set(speakers.all.kinds),
    owns: new Set(speakers.owns),
    voices: new Set(speakers.voices),
    alone: phrases(speakers.alone),
    plural: clauses.plural,
    participle: clauses.participle,
  };
});

/** Words for all who met are built of parts as well: both + foreign + ministers. */
function withAll(listed: Phrases<SubjectKind>, { before, kinds, nouns }: InitialSection<'speakers'>['all']): Phrases<SubjectKind> {
  const openings = phrases(before);
  const [middle, last] = [new Set(kinds), new Set(nouns)];
  return {
    at(tokens, i, limit = tokens.length) {
      const found = listed.at(tokens, i, limit);
      let at = openings.at(tokens, i, limit)?.end;
      if (at === undefined) return found;
      for (let more = openings.at(tokens, at, limit); more; more = openings.at(tokens, at, limit)) at = more.end;
      while (at < limit && middle.has(tokens[at]?.key ?? '')) at++;
      if (at >= limit || !last.has(tokens[at]?.key ?? '') || (found && found.end > at)) return found;
      return { end: at + 1, value: 'joint' };
    },
  };
}
