/** The words of commitments, made ready to be looked for. */
import { compiled, type Section } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';

export type MeetingDeed = 'holding' | 'launching' | 'resuming' | 'keeping' | 'meeting' | 'none';
/**
 * How a deed counts: by itself, of a thing that begins, handed over of a thing that can be, with a day (of what it goes to, of its
 * object), with a number, asked for, or passed to others upon a request.
 */
export type How = 'deed' | 'beginning' | 'held' | 'handing' | 'dated' | 'timed' | 'counted' | 'asked' | 'delegated' | 'instructed';
export type Deed = { readonly word: string; readonly how: How };

export interface Words {
  /** Any word that can make a promise: a statement without one needs no further look. */
  readonly any: Scanner<true>;
  readonly before: Scanner<true>;
  readonly after: Scanner<true>;
  readonly alone: Scanner<'alone' | 'coming' | 'none'>;
  readonly missions: Scanner<true>;
  readonly sending: Scanner<true>;
  readonly meant: Scanner<true>;
  readonly invitations: Scanner<true>;
  readonly responses: Scanner<true>;
  readonly meals: Scanner<true>;
  readonly cards: Scanner<true>;
  readonly asking: Scanner<true>;
  readonly telling: Scanner<true>;
  readonly welcoming: Scanner<true>;
  readonly now: Scanner<true>;
  readonly present: Scanner<true>;
  readonly looking: Scanner<true>;
  readonly attending: Scanner<'attending' | 'taking-part'>;
  readonly presupposed: Scanner<true>;
  /** The same, of one's own plan. */
  readonly planning: Scanner<true>;
  /** Right after a visit that is sure to be made. */
  readonly awaited: Scanner<true>;
  /** Right after a visit with its month: それに向けて. */
  readonly headedFor: Scanner<true>;
  /** Right before what is planned: for a time to come. */
  readonly ahead: readonly string[];
  readonly setBack: Scanner<'deferred' | 'declined'>;
  readonly meetings: Scanner<'named' | 'loose' | 'round'>;
  readonly bodies: Scanner<true>;
  readonly ordinals: Scanner<true>;
  readonly particles: Scanner<true>;
  readonly meetingDeeds: Scanner<MeetingDeed>;
  readonly certain: Scanner<boolean>;
  /** Between what is held and its deed: a time or a way, and no object. */
  readonly around: Scanner<true>;
  /** To meet again: with its place, a certain meeting. */
  readonly again: Scanner<true>;
  /** Right before what is held: 次官級. */
  readonly levels: Scanner<true>;
  /** What is arranged of the next meeting: 日程. */
  readonly times: Scanner<true>;
  readonly grants: Scanner<true>;
  /** Of these, help in general. */
  readonly general: Scanner<true>;
  /** Last words of works that can be seen. */
  readonly works: Scanner<true>;
  /** What is done without giving. */
  readonly loosely: Scanner<true>;
  readonly money: Scanner<true>;
  readonly giving: Scanner<'gift' | 'giving' | 'doing' | 'resuming'>;
  readonly help: Scanner<true>;
  readonly direction: Scanner<true>;
  readonly such: Scanner<true>;
  readonly toward: Scanner<true>;
  readonly through: Scanner<true>;
  /** Adverbs of Han signs alone, no things of a list: 今後、. */
  readonly adverbs: ReadonlySet<string>;
  /** Help that a word before it calls by what it is for, and words that do not. */
  readonly named: Scanner<true>;
  readonly unnamed: readonly string[];
  /** Money that only one country gives, with the country. */
  readonly donors: Scanner<string>;
  readonly announced: Scanner<true>;
  readonly manyBodies: Scanner<true>;
  readonly responding: Scanner<true>;
  readonly regions: Scanner<true>;
  readonly areas: Scanner<true>;
  readonly groups: Scanner<true>;
  readonly steps: Scanner<'signature' | 'entry' | 'agreement'>;
  readonly deeds: Scanner<Deed>;
  readonly things: Scanner<true>;
  readonly handed: Scanner<true>;
  readonly outward: Scanner<true>;
  readonly sides: Scanner<true>;
  readonly imports: Scanner<true>;
  /** Imports and people, glued to a deed: 輸入解禁, 調査団派遣. */
  readonly gluedThings: Scanner<true>;
  readonly origins: Scanner<true>;
  readonly vain: Scanner<true>;
  readonly attributive: readonly string[];
  readonly pointing: readonly string[];
  readonly goingOn: Scanner<true>;
  readonly numbered: Scanner<true>;
  readonly continuing: Scanner<true>;
  readonly adjectives: readonly string[];
  readonly pledges: Scanner<true>;
  readonly doings: Scanner<true>;
  /** Things that are there before they are carried out. */
  readonly standing: Scanner<true>;
  /** Before any of many things. */
  readonly vague: Scanner<true>;
  /** Behind a deed that is the first of several kinds of help. */
  readonly among: Scanner<true>;
  /** Before one: the verb is passive. */
  readonly passives: readonly string[];
  /** Of these only the day can be seen: 選挙. */
  readonly votes: Scanner<true>;
  readonly pronouns: Scanner<true>;
  /** What a proposal is called by the one who agrees with it. */
  readonly offers: Scanner<true>;
  readonly upon: Scanner<true>;
  readonly decisions: Scanner<true>;
  readonly objects: Scanner<true>;
  /** Objects, also as topics. */
  readonly marked: Scanner<true>;
  readonly goals: Scanner<true>;
  readonly nominal: readonly string[];
  readonly closings: Scanner<true>;
  readonly wishes: Scanner<true>;
  readonly nouns: Scanner<true>;
  readonly explaining: Scanner<true>;
  readonly plans: Scanner<true>;
  /** Behind what two agree to think. */
  readonly views: readonly string[];
  /** Ends of what ought to be done. */
  readonly duties: readonly string[];
  readonly suspended: readonly string[];
  readonly idle: Scanner<true>;
  readonly bridges: Scanner<'strong' | 'weak'>;
  readonly aims: Scanner<'aim' | 'work'>;
  readonly effort: Scanner<true>;
  /** Aims that leave open whether the thing will be at all. */
  readonly considering: Scanner<true>;
  readonly realising: Scanner<true>;
  readonly manners: Scanner<true>;
  readonly ongoing: Scanner<true>;
  /** Last words of a verb that tells of what had been before. */
  readonly earlier: readonly string[];
  /** Behind what was agreed on, before the bracket that tells it closes. */
  readonly agreedIn: readonly string[];
  readonly items: Scanner<'item' | 'settled' | 'planned' | 'background'>;
  readonly complements: Scanner<true>;
  readonly conditions: Scanner<true>;
  readonly subjects: Scanner<true>;
  readonly cases: Scanner<true>;
  /** After the one who does what is told as a noun. */
  readonly doers: Scanner<true>;
  readonly agents: Scanner<'agent' | 'none'>;
  readonly relatives: Scanner<true>;
  readonly becoming: Scanner<true>;
  readonly grounds: Scanner<true>;
  readonly nextOnes: Scanner<true>;
  /** The same by its number. */
  readonly numberedOnes: Scanner<true>;
  readonly topicMarks: Scanner<true>;
  readonly comingOnes: Scanner<true>;
  readonly comingVisits: Scanner<true>;
  readonly occasions: Scanner<true>;
  readonly joining: readonly string[];
  readonly deadline: readonly string[];
  readonly measures: Scanner<true>;
  readonly lifting: readonly string[];
  readonly purposes: readonly string[];
  readonly givers: readonly string[];
  readonly during: Scanner<true>;
  readonly received: Scanner<true>;
  /** What looks for a time at which to come. */
  readonly seeking: Scanner<true>;
  readonly either: readonly string[];
  readonly starts: readonly string[];
  readonly apart: readonly string[];
  readonly sessions: Scanner<true>;
}

function each<V>(words: readonly string[], value: V): [string, V][] {
  return words.map((word) => [word, value]);
}

const some = (words: readonly string[]): Scanner<true> => makeScanner(each(words, true));

export const wordsOf = compiled((knowledge: Section<'commitments'>): Words => {
  const { visits, invitations, meetings, aid, actions, bridges, aims } = knowledge;
  const steps: [string, 'signature' | 'entry' | 'agreement'][] = [
    ...each(knowledge.signatures, 'signature' as const),
    ...each(knowledge.entries, 'entry' as const),
    ...each(knowledge.agreements, 'agreement' as const),
  ];
  const deeds = (
    [
      [actions.asked, 'asked'],
      [actions.delegated, 'delegated'],
      [actions.instructed, 'instructed'],
      [actions.timed, 'timed'],
      [actions.dated, 'dated'],
      [actions.held ?? [], 'held'],
      [actions.beginnings, 'beginning'],
      [actions.handing, 'handing'],
      [actions.counted, 'counted'],
      [actions.deeds, 'deed'],
    ] as const
  ).flatMap(([list, how]) => list.map((word): [string, Deed] => [word, { word, how }]));
  return {
    any: some([
      ...visits.before,
      ...visits.alone,
      ...visits.coming,
      ...visits.after,
      ...visits.sending,
      ...visits.attending,
      ...visits.takingPart,
      ...invitations.meant,
      ...invitations.nouns,
      ...meetings.nouns,
      ...meetings.loose,
      ...meetings.rounds,
      ...meetings.meeting,
      ...aid.grants,
      ...aid.gifts,
      ...aid.giving,
      ...aid.doing,
      ...(aid.resuming ?? []),
      ...deeds.map(([word]) => word),
      ...actions.pledges,
      ...steps.map(([word]) => word),
    ]),
    before: some(visits.before),
    after: some(visits.after),
    alone: makeScanner([
      ...each(visits.alone, 'alone' as const),
      ...each(visits.coming, 'coming' as const),
      ...each(visits.others ?? [], 'none' as const),
    ]),
    missions: some(visits.missions),
    sending: some(visits.sending),
    meant: some(invitations.meant),
    invitations: some(invitations.nouns),
    responses: some(knowledge.responses),
    meals: some(invitations.meals),
    cards: some(invitations.cards),
    asking: some(invitations.asking),
    telling: some(invitations.telling),
    welcoming: some(invitations.welcoming),
    now: some(visits.now),
    present: some(visits.present ?? []),
    looking: some(visits.looking),
    attending: makeScanner([...each(visits.takingPart, 'taking-part' as const), ...each(visits.attending, 'attending' as const)]),
    presupposed: some(visits.presupposed),
    planning: some(visits.planning ?? []),
    awaited: some(visits.awaited ?? []),
    headedFor: some(visits.headedFor ?? []),
    ahead: visits.ahead ?? [],
    setBack: makeScanner([...each(visits.postponed, 'deferred' as const), ...each(visits.cancelled, 'declined' as const)]),
    meetings: makeScanner([
      ...each(meetings.rounds, 'round' as const),
      ...each(meetings.loose, 'loose' as const),
      ...each(meetings.nouns, 'named' as const),
    ]),
    bodies: some(meetings.bodies),
    ordinals: some(meetings.ordinals),
    particles: some(meetings.particles),
    meetingDeeds: makeScanner<MeetingDeed>([
      ...each(meetings.holding, 'holding' as const),
      ...each(meetings.launching, 'launching' as const),
      ...each(meetings.resuming, 'resuming' as const),
      ...each(meetings.meeting, 'meeting' as const),
      ...each(meetings.keeping, 'keeping' as const),
      ...each(meetings.beginningWith ?? [], 'none' as const),
    ]),
    certain: makeScanner([
      ...meetings.certain.map((word): [string, boolean] => [word, true]),
      ...meetings.uncertain.map((word): [string, boolean] => [word, false]),
    ]),
    around: some(meetings.around ?? []),
    again: some(meetings.again ?? []),
    levels: some(meetings.levels ?? []),
    times: some(meetings.times ?? []),
    grants: some(aid.grants),
    general: some(aid.general ?? []),
    works: some(aid.works ?? []),
    loosely: some(aid.loosely ?? []),
    money: some(aid.money),
    giving: makeScanner<'gift' | 'giving' | 'doing' | 'resuming'>([
      ...each(aid.resuming ?? [], 'resuming' as const),
      ...each(aid.doing, 'doing' as const),
      ...each(aid.giving, 'giving' as const),
      ...each(aid.gifts, 'gift' as const),
    ]),
    help: some([...aid.help, ...aid.grants]),
    direction: some(aid.direction ?? []),
    such: some(aid.such ?? []),
    toward: some(aid.toward),
    through: some(aid.through),
    adverbs: new Set(knowledge.adverbs),
    named: some(aid.named ?? []),
    unnamed: aid.unnamed ?? [],
    donors: makeScanner(Object.entries(aid.donors ?? {}).flatMap(([party, list]) => each(list, party))),
    announced: some(aid.announced ?? []),
    manyBodies: some(aid.bodies ?? []),
    responding: some(actions.responding ?? []),
    regions: some(aid.regions ?? []),
    areas: some(aid.areas ?? []),
    groups: some(aid.groups),
    steps: makeScanner(steps),
    deeds: makeScanner<Deed>(deeds),
    things: some(actions.things),
    handed: some(actions.handed),
    outward: some(actions.outward ?? []),
    sides: some(actions.sides ?? []),
    imports: some(actions.imports ?? []),
    gluedThings: some([...(actions.imports ?? []), ...(actions.people ?? [])]),
    origins: some(actions.origins ?? []),
    vain: some(actions.vain),
    attributive: meetings.attributive ?? [],
    pointing: meetings.pointing ?? [],
    numbered: some(actions.numbered ?? []),
    goingOn: some(actions.goingOn ?? []),
    continuing: some(actions.continuing),
    adjectives: actions.adjectives,
    pledges: some(actions.pledges),
    doings: some(actions.doings),
    standing: some(actions.standing ?? []),
    vague: some(actions.vague ?? []),
    among: some(actions.among ?? []),
    passives: actions.passives ?? [],
    votes: some(actions.votes ?? []),
    pronouns: some(actions.pronouns),
    offers: some(actions.offers ?? []),
    upon: some(actions.upon),
    decisions: some(knowledge.decisions),
    objects: some(actions.objects),
    marked: some([...actions.objects, ...actions.topics]),
    goals: some(actions.goals),
    nominal: actions.nominal,
    closings: some(knowledge.closings),
    wishes: some(knowledge.wishes),
    nouns: some(knowledge.nouns),
    explaining: some(knowledge.explaining),
    plans: some(knowledge.plans),
    views: knowledge.views ?? [],
    duties: knowledge.duties ?? [],
    suspended: knowledge.suspended,
    idle: some(knowledge.idle),
    bridges: makeScanner([...each(bridges.weak, 'weak' as const), ...each(bridges.strong, 'strong' as const)]),
    aims: makeScanner([...each(aims.work, 'work' as const), ...each(aims.aim, 'aim' as const)]),
    effort: some(aims.effort ?? []),
    considering: some(aims.considering ?? []),
    realising: some(aims.realising),
    manners: some(aims.manners),
    ongoing: some(knowledge.ongoing),
    earlier: knowledge.earlier ?? [],
    agreedIn: knowledge.agreedIn ?? [],
    items: makeScanner([
      ...each(knowledge.items, 'item' as const),
      ...each(knowledge.planned, 'planned' as const),
      ...each(knowledge.background ?? [], 'background' as const),
      ...each(knowledge.settled, 'settled' as const),
    ]),
    complements: some(knowledge.complements),
    conditions: some(knowledge.conditions),
    subjects: some(knowledge.subjects),
    cases: some(knowledge.cases),
    doers: some(knowledge.doers ?? []),
    agents: makeScanner([...each(knowledge.agents, 'agent' as const), ...each(knowledge.ourselves, 'none' as const)]),
    relatives: some(knowledge.relatives),
    becoming: some(knowledge.becoming ?? []),
    grounds: some(knowledge.grounds),
    nextOnes: some(knowledge.announcements.next),
    numberedOnes: some(knowledge.announcements.numbered ?? []),
    topicMarks: some(knowledge.announcements.topics),
    comingOnes: some(knowledge.announcements.coming),
    comingVisits: some(knowledge.announcements.visits ?? []),
    occasions: some(meetings.occasions),
    joining: knowledge.joining,
    deadline: knowledge.deadline,
    measures: some(actions.measures ?? []),
    lifting: actions.lifting ?? [],
    purposes: aid.purposes ?? [],
    givers: invitations.givers ?? [],
    during: some(invitations.during ?? []),
    received: some(invitations.received ?? []),
    seeking: some(invitations.seeking ?? []),
    either: knowledge.either ?? [],
    starts: knowledge.starts ?? [],
    apart: knowledge.apart ?? [],
    sessions: some(knowledge.sessions ?? []),
  };
});
