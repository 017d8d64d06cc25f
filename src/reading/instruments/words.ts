/** The words of what happens to instruments, made ready to be looked for. */
import { compiled, type Section } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';
import type { InstrumentStep } from '../../record/instrument-steps.generated.ts';
import type { Instrument } from '../../record/reading.ts';

export interface Told {
  readonly event: InstrumentStep;
  /** How the words tell it: done, done or to be done, coming, as a bare noun, wished. */
  readonly how: 'done' | 'joined' | 'coming' | 'named' | 'open';
  /** A coming day may be told with it. */
  readonly future: boolean;
  /** It may be told of the instrument that the sentence before named. */
  readonly effect: boolean;
  /** It is told of these only. */
  readonly kinds?: readonly Instrument['kind'][] | undefined;
  /** What it is told to have come to: に達し. */
  readonly reached: boolean;
  /** One of these must stand before it in the sentence: 国会で…が承認された. */
  readonly where?: readonly string[];
}

export interface Words {
  readonly events: Scanner<Told>;
  readonly unreal: Scanner<true>;
  readonly afterwards: Scanner<true>;
  readonly wished: Scanner<'wished' | 'certain'>;
  readonly achieved: Scanner<true>;
  readonly progress: Scanner<true>;
  /** What makes a wish of a step told as a noun: に向け. */
  readonly openEnds: Scanner<true>;
  readonly hoped: Scanner<true>;
  /** Before a step: it has been taken, whatever follows. */
  readonly already: Scanner<true>;
  readonly here: Scanner<true>;
  /** Of these days, whoever tells it: 今般. */
  readonly news: Scanner<true>;
  /** Of these days, told in what somebody said: 今般. */
  readonly lately: Scanner<true>;
  readonly formats: ReadonlySet<string>;
  readonly watched: Scanner<true>;
  readonly between: Scanner<string>;
  /** At talks of which level. */
  readonly atLevel: Scanner<string>;
  readonly witnessed: Scanner<true>;
  readonly ceremonies: Scanner<true>;
  readonly followed: Scanner<true>;
  readonly gapMarks: Scanner<true>;
  readonly gapAlso: Scanner<true>;
  readonly roles: Scanner<true>;
  readonly joins: Scanner<true>;
  readonly parted: Scanner<true>;
  readonly breaks: Scanner<true>;
  readonly occasions: Scanner<true>;
  readonly effects: Scanner<true>;
  /** Between a name and the talks about it: について、. */
  readonly talksAbout: Scanner<true>;
  /** How soon, before the talks: 早期に. */
  readonly talksWhen: Scanner<true>;
  readonly talks: Scanner<true>;
  readonly begun: Scanner<true>;
  /** That they begin, and what joins it with the next thing agreed on. */
  readonly begunRows: Scanner<true>;
  /** Before the comma behind one of several things agreed on. */
  readonly listedEnds: readonly string[];
  /** Behind the words that they are to begin: agreed on an earlier day. */
  readonly agreedOn: Scanner<true>;
  /** The same, where it is welcomed: agreed on before. */
  readonly talksWelcomed: Scanner<true>;
  /** 以下の｜文書が署名された, and the heading of such a list. */
  readonly listOpenings: Scanner<true>;
  readonly listNouns: Scanner<true>;
  readonly listHeadings: Scanner<true>;
  readonly topics: Scanner<true>;
  readonly freely: Scanner<true>;
  readonly dayMarks: readonly string[];
  readonly adverbials: readonly string[];
  readonly into: readonly string[];
  /** Before a step: it is another document's. */
  readonly contracts: readonly string[];
  readonly attended: Scanner<true>;
  /** What closes a verb that tells of a noun: した. */
  readonly tensed: Scanner<true>;
  /** Behind a step told as a noun whose verb stands further on, that verb, and what makes it another's. */
  readonly apartMarks: Scanner<true>;
  readonly apartBare: Scanner<true>;
  readonly apartVerbs: Scanner<true>;
  readonly apartOthers: Scanner<true>;
  /** Before a day that parts the words of a step. */
  readonly apartDay: Scanner<true>;
  /** 先般、: before the talks. */
  readonly earlierOn: Scanner<true>;
  /** After a number, how long; `after`: the words themselves say that the first day is not counted. */
  readonly clauseUnits: Scanner<{ readonly unit: 'day' | 'month' | 'year'; readonly after: boolean }>;
  readonly clauseAfter: Scanner<true>;
  readonly clauseIncluding: Scanner<true>;
  readonly clauseNotices: Scanner<true>;
}

const some = (words: readonly string[]): Scanner<true> => makeScanner(words.map((word): [string, true] => [word, true]));

export const eventWordsOf = compiled((knowledge: Section<'instruments'>): Words => {
  const terms: [string, Told][] = [];
  for (const { event, stems, done = [], joined = [], coming = [], open = [], future = false, effect = false, kinds, apart } of knowledge.events) {
    const told = (how: Told['how'], reached = false): Told => ({ event, how, future, effect, kinds, reached });
    for (const stem of apart?.stems ?? [])
      for (const how of ['done', 'joined', 'coming', 'open'] as const)
        for (const form of knowledge.forms[how]) terms.push([stem + form, { ...told(how), where: apart?.where ?? [] }]);
    for (const stem of stems) {
      terms.push([stem, told('named')]);
      for (const how of ['done', 'joined', 'coming', 'open'] as const) for (const form of knowledge.forms[how]) terms.push([stem + form, told(how)]);
      for (const form of knowledge.forms.reached ?? []) terms.push([stem + form, told('joined', true)]);
    }
    for (const word of done) terms.push([word, told('done')]);
    for (const word of joined) terms.push([word, told('joined')]);
    for (const word of coming) terms.push([word, told('coming')]);
    for (const word of open) terms.push([word, told('open')]);
  }
  return {
    events: makeScanner(terms),
    unreal: some(knowledge.unreal),
    afterwards: some(knowledge.afterwards),
    wished: makeScanner([
      ...knowledge.wished.map((word): [string, 'wished'] => [word, 'wished']),
      ...knowledge.certain.map((word): [string, 'certain'] => [word, 'certain']),
    ]),
    achieved: some(knowledge.achieved),
    progress: some(knowledge.progress),
    openEnds: some(knowledge.openEnds),
    hoped: some(knowledge.hoped),
    already: some(knowledge.already ?? []),
    here: some(knowledge.here),
    news: some(knowledge.news ?? []),
    lately: some(knowledge.lately ?? []),
    formats: new Set(knowledge.formats),
    watched: some(knowledge.watched ?? []),
    between: makeScanner(Object.entries(knowledge.between).flatMap(([level, words]) => words.map((word): [string, string] => [word, level]))),
    atLevel: makeScanner(Object.entries(knowledge.at ?? {}).flatMap(([level, words]) => words.map((word): [string, string] => [word, level]))),
    witnessed: some(knowledge.witnessed),
    ceremonies: some(knowledge.ceremonies ?? []),
    followed: some(knowledge.followed ?? []),
    gapMarks: some(knowledge.gapped?.marks ?? []),
    gapAlso: some(knowledge.gapped?.also ?? []),
    roles: some(knowledge.roles ?? []),
    joins: some(knowledge.joins),
    parted: some(knowledge.parted),
    breaks: some(knowledge.breaks),
    occasions: some(knowledge.occasions),
    effects: some(knowledge.effects),
    talksAbout: some(knowledge.negotiations.about),
    talksWhen: some(knowledge.negotiations.when),
    talks: some(knowledge.negotiations.talks),
    begun: some(knowledge.negotiations.begun),
    begunRows: some(knowledge.negotiations.rows ?? []),
    listedEnds: knowledge.negotiations.listed ?? [],
    agreedOn: some(knowledge.negotiations.agreed ?? []),
    talksWelcomed: some(knowledge.negotiations.welcomed ?? []),
    listOpenings: some(knowledge.lists?.openings ?? []),
    listNouns: some(knowledge.lists?.nouns ?? []),
    listHeadings: some(knowledge.lists?.headings ?? []),
    topics: some(knowledge.topics ?? []),
    freely: some(knowledge.freely ?? []),
    dayMarks: knowledge.days ?? [],
    adverbials: knowledge.adverbials ?? [],
    into: knowledge.into ?? [],
    contracts: (knowledge.contracts ?? []).flatMap((word) => (knowledge.attributive ?? []).map((mark) => word + mark)),
    attended: some(knowledge.attended ?? []),
    tensed: some(knowledge.tensed ?? []),
    apartMarks: some(knowledge.apart?.marks ?? []),
    apartBare: some(knowledge.apart?.bare ?? []),
    apartVerbs: some(knowledge.apart?.verbs ?? []),
    apartOthers: some(knowledge.apart?.others ?? []),
    apartDay: some(knowledge.apart?.day ?? []),
    earlierOn: some(knowledge.earlier ?? []),
    clauseUnits: makeScanner(
      (['day', 'month', 'year'] as const).flatMap((unit) => [
        ...(knowledge.clauses?.nth[unit] ?? []).map((word): [string, { unit: typeof unit; after: boolean }] => [word, { unit, after: false }]),
        ...(knowledge.clauses?.later[unit] ?? []).map((word): [string, { unit: typeof unit; after: boolean }] => [word, { unit, after: true }]),
      ]),
    ),
    clauseAfter: some(knowledge.clauses?.after ?? []),
    clauseIncluding: some(knowledge.clauses?.including ?? []),
    clauseNotices: some(knowledge.clauses?.notices ?? []),
  };
});
