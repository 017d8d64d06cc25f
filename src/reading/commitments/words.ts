/** The words of commitments, made ready to be looked for. */
import { compiled, type Section } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';

export type MeetingDeed = 'holding' | 'launching' | 'keeping';
export type Deed = { readonly word: string; readonly how: 'deed' | 'beginning' | 'dated' | 'asked' };

export interface Words {
  /** Any word that can make a promise: a statement without one needs no further look. */
  readonly any: Scanner<true>;
  readonly before: Scanner<true>;
  readonly after: Scanner<true>;
  readonly alone: Scanner<'alone' | 'coming'>;
  readonly missions: Scanner<true>;
  readonly sending: Scanner<true>;
  readonly visitor: Scanner<true>;
  readonly meant: Scanner<true>;
  readonly invitations: Scanner<true>;
  readonly responses: Scanner<true>;
  readonly meetings: Scanner<'named' | 'loose'>;
  readonly particles: Scanner<true>;
  readonly meetingDeeds: Scanner<MeetingDeed>;
  readonly certain: Scanner<true>;
  readonly grants: Scanner<true>;
  readonly money: Scanner<true>;
  readonly giving: Scanner<'giving' | 'doing'>;
  readonly toward: Scanner<true>;
  readonly groups: Scanner<true>;
  readonly steps: Scanner<'signature' | 'entry' | 'agreement'>;
  readonly deeds: Scanner<Deed>;
  readonly things: Scanner<true>;
  readonly objects: Scanner<true>;
  /** Objects, also as topics. */
  readonly marked: Scanner<true>;
  readonly goals: Scanner<true>;
  readonly nominal: readonly string[];
  readonly closings: Scanner<true>;
  readonly suspended: readonly string[];
  readonly idle: Scanner<true>;
  readonly bridges: Scanner<'strong' | 'weak'>;
  readonly aims: Scanner<'aim' | 'work'>;
  readonly items: Scanner<true>;
  readonly complements: Scanner<true>;
  readonly conditions: Scanner<true>;
  readonly subjects: Scanner<true>;
  readonly deadline: readonly string[];
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
  return {
    any: some([
      ...visits.before,
      ...visits.alone,
      ...visits.coming,
      ...visits.after,
      ...visits.sending,
      ...invitations.meant,
      ...invitations.nouns,
      ...meetings.nouns,
      ...meetings.loose,
      ...aid.grants,
      ...aid.giving,
      ...actions.deeds,
      ...actions.beginnings,
      ...actions.dated,
      ...steps.map(([word]) => word),
    ]),
    before: some(visits.before),
    after: some(visits.after),
    alone: makeScanner([...each(visits.alone, 'alone' as const), ...each(visits.coming, 'coming' as const)]),
    missions: some(visits.missions),
    sending: some(visits.sending),
    visitor: some(visits.visitor),
    meant: some(invitations.meant),
    invitations: some(invitations.nouns),
    responses: some(knowledge.responses),
    meetings: makeScanner([...each(meetings.loose, 'loose' as const), ...each(meetings.nouns, 'named' as const)]),
    particles: some(meetings.particles),
    meetingDeeds: makeScanner<MeetingDeed>([
      ...each(meetings.holding, 'holding' as const),
      ...each(meetings.launching, 'launching' as const),
      ...each(meetings.keeping, 'keeping' as const),
    ]),
    certain: some(meetings.certain),
    grants: some(aid.grants),
    money: some(aid.money),
    giving: makeScanner([...each(aid.doing, 'doing' as const), ...each(aid.giving, 'giving' as const)]),
    toward: some(aid.toward),
    groups: some(aid.groups),
    steps: makeScanner(steps),
    deeds: makeScanner<Deed>([
      ...actions.asked.map((word): [string, Deed] => [word, { word, how: 'asked' }]),
      ...actions.dated.map((word): [string, Deed] => [word, { word, how: 'dated' }]),
      ...actions.beginnings.map((word): [string, Deed] => [word, { word, how: 'beginning' }]),
      ...actions.deeds.map((word): [string, Deed] => [word, { word, how: 'deed' }]),
    ]),
    things: some(actions.things),
    objects: some(actions.objects),
    marked: some([...actions.objects, ...actions.topics]),
    goals: some(actions.goals),
    nominal: actions.nominal,
    closings: some(knowledge.closings),
    suspended: knowledge.suspended,
    idle: some(knowledge.idle),
    bridges: makeScanner([...each(bridges.weak, 'weak' as const), ...each(bridges.strong, 'strong' as const)]),
    aims: makeScanner([...each(aims.work, 'work' as const), ...each(aims.aim, 'aim' as const)]),
    items: some(knowledge.items),
    complements: some(knowledge.complements),
    conditions: some(knowledge.conditions),
    subjects: some(knowledge.subjects),
    deadline: knowledge.deadline,
  };
});
