/** What a language knows of talks, made ready. */
import { compiled, type Section } from '../../language/pack.ts';
import type { Scanner } from '../../language/scan.ts';
import type { Talks } from '../../record/reading.ts';
import { scannerOf } from '../mentions/knowledge.ts';

export type Kind = Talks['kind'];
export type Level = NonNullable<Talks['level']>;
export type Format = NonNullable<Talks['format']>[number]['value'];

export interface TalksWords {
  readonly knowledge: Section<'talks'>;
  readonly encounters: Scanner<Kind | 'none'>;
  readonly done: Scanner<true>;
  readonly between: Scanner<true>;
  /** Behind the name of talks, at the end of a heading. */
  readonly more: Scanner<true>;
  readonly held: Scanner<'subject' | 'object'>;
  readonly heldBetween: Scanner<'subject' | 'object'>;
  readonly after: Scanner<true>;
  /** What stands before talks told as a noun alone, and what may stand between it and the end of the sentence. */
  readonly bare: { readonly before: readonly string[]; readonly ends: Scanner<true>; readonly stop: ReadonlySet<number> };
  readonly planned: Scanner<true>;
  /** After the name of talks: what was said there follows; after a country: what was done there; a guest has come. */
  readonly inside: Scanner<true>;
  readonly there: Scanner<true>;
  readonly arrived: Scanner<true>;
  readonly attends: Scanner<true>;
  readonly ceremonies: Scanner<true>;
  readonly settled: Scanner<true>;
  /** Names of conferences; what tells that they were held or attended; what shows that states met there; rounds that stand for their members. */
  readonly conferences: Scanner<'name' | 'none'>;
  readonly thereAt: Scanner<true>;
  readonly same: Scanner<true>;
  readonly goals: Scanner<true>;
  readonly attending: Scanner<true>;
  readonly spoken: Scanner<true>;
  readonly states: Scanner<true>;
  readonly bodies: Scanner<string>;
  readonly standing: ReadonlySet<string>;
  readonly announces: Scanner<true>;
  readonly about: Scanner<true>;
  readonly manner: Scanner<true>;
  readonly severally: Scanner<true>;
  readonly byPhone: Scanner<true>;
  /** After a person: who went there called on that person. */
  readonly calls: Scanner<true>;
  /** Somebody came, or was received: 来庁. */
  readonly came: Scanner<true>;
  /** Events at which speeches are given: レセプション. */
  readonly events: Scanner<true>;
  readonly missions: Scanner<true>;
  readonly delegations: Scanner<true>;
  readonly roles: Scanner<'in' | 'none'>;
  readonly before: Scanner<true>;
  readonly lists: Scanner<true>;
  readonly guests: Scanner<true>;
  readonly ranks: Scanner<true>;
  readonly members: Scanner<true>;
  readonly speaks: Scanner<true>;
  readonly until: Scanner<true>;
  /** Between a beginning and an end in the same hour, and behind the minutes of the end. */
  readonly minutes: { readonly from: Scanner<true>; readonly unit: Scanner<true> };
  readonly followedBy: Scanner<true>;
  readonly ofWhich: Scanner<true>;
  readonly sides: Scanner<true>;
  readonly from: Scanner<true>;
  readonly reports: Scanner<true>;
  readonly sideWords: Scanner<'own' | 'other'>;
  readonly attended: Scanner<true>;
  readonly levels: Scanner<Level>;
  readonly formats: Scanner<Format>;
  readonly occasionsInTitle: Scanner<true>;
  readonly together: Scanner<'counted' | 'by'>;
  readonly presides: Scanner<true>;
  readonly ownOffices: ReadonlySet<string>;
  readonly occasions: Scanner<true>;
  readonly occasionJoins: ReadonlySet<number>;
  readonly visits: Scanner<true>;
  readonly visitsShort: Scanner<true>;
  readonly coming: Scanner<true>;
  readonly passing: Scanner<true>;
  readonly hosts: Scanner<true>;
  /** Of them those that tell that somebody went there: を訪問し. */
  readonly visited: Scanner<true>;
  readonly placeAfter: Scanner<true>;
  readonly placeEarlier: Scanner<true>;
  readonly placeSure: Scanner<true>;
  readonly otherHolds: Scanner<true>;
  readonly headlines: Scanner<true>;
  readonly softHolds: Scanner<true>;
  readonly news: Scanner<true>;
  readonly rumours: Scanner<true>;
  readonly otherBody: Scanner<true>;
  /** Who asks and who answers: of a transcript, unless the answers tell what was said at talks. */
  readonly asked: Scanner<true>;
  readonly labels: Scanner<'time' | 'place' | 'participants' | 'met'>;
  readonly labelEnds: ReadonlySet<number>;
  /** What tells below a form that something was said. */
  readonly reported: Scanner<true>;
  readonly ordinalBefore: Scanner<true>;
  readonly ordinalBetween: Scanner<true>;
  readonly counters: Scanner<true>;
  readonly th: Scanner<true>;
  readonly publishers: Scanner<string>;
  /** Within a line, at either end of the page. */
  readonly signatures: Scanner<{ readonly party: string; readonly name: string }>;
  readonly relations: Scanner<true>;
}

const pairs = <V>(words: readonly string[] | undefined, value: V) => (words ?? []).map((word): [string, V] => [word, value]);
const trie = (words: readonly string[]): Scanner<true> => scannerOf(pairs(words, true as const));
const byKey = <K extends string>(lists: { readonly [P in K]?: string[] | undefined }) =>
  Object.entries(lists).flatMap(([key, words]) => pairs(words as string[], key as K));

export const talksWordsOf = compiled((knowledge: Section<'talks'>): TalksWords => {
  const { forms, otherPages, ordinals } = knowledge;
  return {
    knowledge,
    encounters: scannerOf<Kind | 'none'>([...byKey<Kind>(knowledge.encounters), ...pairs(knowledge.notEncounters, 'none' as const)]),
    done: trie(knowledge.done),
    between: trie(knowledge.between),
    more: trie(knowledge.more),
    held: scannerOf([...pairs(knowledge.held.were, 'subject' as const), ...pairs(knowledge.held.did, 'object' as const)]),
    heldBetween: scannerOf([...pairs(knowledge.held.subject, 'subject' as const), ...pairs(knowledge.held.object, 'object' as const)]),
    after: trie(knowledge.after),
    bare: {
      before: knowledge.bare.before,
      ends: trie(knowledge.bare.ends),
      stop: new Set(knowledge.bare.stop.map((word) => word.charCodeAt(0))),
    },
    planned: trie(knowledge.planned),
    inside: trie(knowledge.inside),
    together: scannerOf([...pairs(knowledge.together.counted, 'counted' as const), ...pairs(knowledge.together.by, 'by' as const)]),
    there: trie(knowledge.visits.there),
    arrived: trie(knowledge.visits.arrived),
    attends: trie(knowledge.visits.attends),
    ceremonies: trie(knowledge.visits.ceremonies),
    settled: trie(knowledge.settled),
    conferences: scannerOf([...pairs(knowledge.conferences.names, 'name' as const), ...pairs(knowledge.conferences.not, 'none' as const)]),
    thereAt: trie(knowledge.conferences.there),
    same: trie(knowledge.conferences.same),
    goals: trie(knowledge.conferences.goals),
    attending: trie(knowledge.conferences.attends),
    states: trie(knowledge.conferences.states),
    spoken: trie(knowledge.conferences.spoken),
    standing: new Set(Object.keys(knowledge.conferences.bodies)),
    bodies: scannerOf(Object.entries(knowledge.conferences.bodies).flatMap(([party, bodies]) => pairs(bodies, party))),
    announces: trie(knowledge.announces),
    about: trie(knowledge.about),
    manner: trie(knowledge.manner),
    severally: trie(knowledge.severally),
    byPhone: trie(knowledge.byPhone),
    calls: trie(knowledge.calls),
    came: trie(knowledge.came ?? []),
    events: trie(knowledge.events ?? []),
    missions: trie(knowledge.missions),
    delegations: trie(knowledge.delegations ?? []),
    roles: scannerOf<'in' | 'none'>([...pairs(knowledge.roles.in, 'in' as const), ...pairs(knowledge.roles.none, 'none' as const)]),
    before: trie(knowledge.roles.at ?? []),
    lists: trie(knowledge.roles.lists),
    guests: trie(knowledge.roles.guests ?? []),
    ranks: trie(knowledge.roles.ranks ?? []),
    members: trie(knowledge.roles.members ?? []),
    speaks: trie(knowledge.speaks),
    until: trie(knowledge.until),
    minutes: { from: trie(knowledge.minutes.from), unit: trie(knowledge.minutes.unit) },
    followedBy: trie(knowledge.followedBy),
    ofWhich: trie(knowledge.ofWhich),
    sides: trie(knowledge.sides),
    from: trie(knowledge.from),
    reports: trie(knowledge.reports),
    sideWords: scannerOf([...pairs(knowledge.sideWords.own, 'own' as const), ...pairs(knowledge.sideWords.other, 'other' as const)]),
    attended: trie(knowledge.attended),
    levels: scannerOf<Level>(byKey<Level>(knowledge.levels)),
    formats: scannerOf<Format>(byKey<Format>(knowledge.formats)),
    occasionsInTitle: trie(knowledge.occasions.title),
    presides: trie(knowledge.presides ?? []),
    ownOffices: new Set(knowledge.ownOffices ?? []),
    occasions: trie(knowledge.occasions.text),
    occasionJoins: new Set(knowledge.occasions.joins.map((word) => word.charCodeAt(0))),
    visits: trie(knowledge.visits.in),
    hosts: trie(knowledge.visits.hosts),
    visited: trie(knowledge.visits.told),
    visitsShort: trie(knowledge.visits.short),
    coming: trie(knowledge.visits.coming),
    passing: trie(knowledge.visits.passing),
    placeAfter: trie(knowledge.places.after),
    placeEarlier: trie(knowledge.places.earlier ?? []),
    placeSure: trie(knowledge.places.sure),
    otherHolds: trie(otherPages.holds),
    headlines: trie(otherPages.headlines),
    softHolds: trie(otherPages.soft),
    news: trie(otherPages.news),
    rumours: trie(otherPages.rumours ?? []),
    otherBody: trie(otherPages.body),
    asked: trie(otherPages.asked ?? []),
    labels: scannerOf<'time' | 'place' | 'participants' | 'met'>([
      ...pairs(forms.time, 'time' as const),
      ...pairs(forms.place, 'place' as const),
      ...pairs(forms.participants, 'participants' as const),
      ...pairs(forms.met ?? [], 'met' as const),
    ]),
    labelEnds: new Set(forms.ends.map((word) => word.charCodeAt(0))),
    reported: trie(forms.reported ?? []),
    ordinalBefore: trie(ordinals.before),
    ordinalBetween: trie(ordinals.between),
    counters: trie(ordinals.counters),
    th: trie(ordinals.th),
    publishers: scannerOf<string>(Object.entries(knowledge.publishers)),
    signatures: scannerOf(
      Object.entries(knowledge.signatures ?? {}).flatMap(([party, bodies]) =>
        Object.entries(bodies).flatMap(([name, signs]) => pairs(signs, { party, name })),
      ),
    ),
    relations: trie(knowledge.relations),
  };
});
