/**
 * What the folder of a language holds whose subject stands before its verb and the verb before what is said, and which sets words
 * apart with blanks (`order: head-initial` in language.yaml). The files have the same names as those of any language.
 */
import { z } from 'zod';
import { ACTS, type Act } from '../../record/acts.generated.ts';
import { OFFICES, type Role } from '../../record/offices.generated.ts';
import { instrumentEvents, instrumentKinds, talksFormats, talksKinds, talksLevels } from '../../record/schema.ts';

const words = z.array(z.string().min(1));
/** A list that a language may leave out: nothing of it is known yet. */
const list = words.default([]);
const byCode = z.record(z.string().regex(/^[A-Z]{2,9}$/, 'a code of ISO 3166-1 or of vocabulary/parties.yaml'), words).default({});
const role = z.enum(Object.keys(OFFICES) as [Role, ...Role[]]);
const act = z.enum(Object.keys(ACTS) as [Act, ...Act[]]);
const id = z.string().regex(/^[a-z0-9-]+$/);

const endings = z.array(z.string()).optional();

const names = z.strictObject({
  order: z.enum(['office-before-name']).describe('where the office stands to the name'),
  countries: byCode.describe('code → names of the country and of its people, as they are written; capitals count'),
  states: list.describe('before the name of a country: Republic of'),
  organisations: byCode,
  offices: z.strictObject({
    heads: z.partialRecord(role, words).describe('role → words that make an office by themselves: Prime Minister'),
    plurals: z.partialRecord(role, words).default({}).describe('role → the same for several: Foreign Ministers'),
    dashes: list.describe('signs between an office of several and their names'),
    homes: list.describe('before the country that has an office of a field: in'),
    second: list.describe('before the word for an office: its deputy'),
    plain: list.describe('before the word for an office, and no more than a part of it: Acting, First'),
    fields: list.describe('words of what an office is for, in small letters: affairs, defense'),
    links: list.describe('between the word for an office and its field: of, for'),
    seats: list.describe('before the body that an office is in: at'),
    joins: list.describe('between two offices of one person, or two fields: and'),
    articles: list.describe('the'),
    foreign: list.describe('fields that make a minister the foreign minister'),
    ministers: list.describe('the words for a minister that a field stands before or after: minister, secretary'),
    only: byCode.describe('offices that only one party has'),
    small: list.describe('offices in small letters that stand behind a name: member of, head of'),
    counterpart: list.describe('who has the same office on the other side'),
  }),
  titles: list.describe('before a name: Mr., Dr., His Excellency'),
  particles: list.describe('words in small letters inside a name: van, bin'),
  notNames: list.describe('words with a capital letter that are no part of a name'),
  honours: list.describe('behind a name: MP'),
  lastNames: list.describe('of those, words that end a name where no number follows: May'),
  places: byCode.describe('code of the country → cities and sites'),
  mechanisms: list.describe('last words of the names of standing bodies and rounds of talks: Dialogue'),
});

const talks = z.strictObject({
  publishers: byCode.describe('party → how its publishers name themselves'),
  bodies: list.describe('what publishes for a country that is named behind it, in a line of its own: Ministry of Foreign Affairs of'),
  hosts: list.describe('before a country where somebody from another is a guest: visit to, Ambassador to'),
  dashes: list.describe('signs that end a dateline: –'),
  meet: z
    .array(z.strictObject({ kind: z.enum(talksKinds), words, inTitle: z.boolean().optional().describe('false: only in sentences') }))
    .default([])
    .describe('nouns for talks, the longest first: telephone call'),
  hold: list.describe('verbs that such a noun follows, in the past: held, had'),
  verbs: z
    .array(z.strictObject({ kind: z.enum(talksKinds), words, with: words.optional(), person: z.boolean().optional(), both: z.boolean().optional() }))
    .describe(
      'verbs that tell talks by themselves, and the words before the other side; person: only with a person right behind; both: only with persons on either side',
    ),
  visits: list.describe('in a title, before the country in which the talks of a visit were: Visit to'),
  including: list.describe('before some of those who are named only together: with advisers, including'),
  leads: list.describe('right before who led a side: led by, side by'),
  apart: list.describe('says of talks with more than one side that they were several: calls, separately'),
  leading: list.describe('between who led a side and the side: chaired'),
  passive: list.describe('what is told of talks that stand before it: was held, took place'),
  inside: list.describe('before a noun for talks in which something was done: in a meeting'),
  with: list.describe('before the other side: with, between'),
  byPhone: list,
  notTitles: list.describe('what the title of no account of talks holds'),
  notOpenings: list.describe('what the opening of no account holds: will travel to'),
  attributions: list.describe('likewise, unless the title and the next sentence tell talks: issued the following statement'),
  spoken: z
    .strictObject({ signs: words, lines: z.number(), not: list.describe('of these no line is spoken: Source') })
    .prefault({ signs: [], lines: 2 })
    .describe('signs after a speaker’s name in capitals, and how many such lines make a transcript'),
  places: list.describe('before the place: in, at'),
  occasions: list.describe('before the occasion: on the margins of'),
  ordinals: z.record(z.string(), z.number().int()).default({}).describe('third: 3'),
  levels: z.partialRecord(z.enum(talksLevels), words).default({}).describe('words of titles'),
  formats: z.partialRecord(z.enum(talksFormats), words).default({}),
});

const clauses = z.strictObject({
  order: z.enum(['head-initial']),
  forms: z
    .record(id, z.strictObject({ past: endings, ing: endings, present: endings, base: endings }))
    .describe('form → endings, put where ~ stands in a word: thank~; past is also what follows "was"'),
  adverbs: list.describe('may stand between a subject and its verb'),
  auxiliaries: list.describe('likewise: have, did'),
  passive: list.describe('before a past form: the subject is what was done'),
  ahead: list.describe('before a base form: it is still to come, or only wished'),
  negations: list,
  infinitive: list.describe('to'),
  and: list,
  joins: list.describe('open a clause with a subject of its own: while, and, but'),
  gerunds: list.describe('before a form in -ing that tells what was said too: while'),
  that: list.describe('opens what was said'),
  relative: list.describe('before a subject or verb that is no main one: which, as, because'),
  determiners: list.describe('the, his, its: may stand before a noun of an act'),
  dummies: list.describe('stand for what is said further on: agreed it was'),
  matters: list.describe('before what is talked about: about, on'),
  stops: list.describe('behind these, in the sentence that tells talks, nobody is named who met'),
  linking: list.describe('small words inside a name of several: of, the'),
  openings: list.describe('at the head of a sentence, before its subject: In'),
  series: list.describe('between verbs of one subject, beside "and": a semicolon'),
  agent: list.describe('behind a past form that only tells what was done to something: by'),
  serial: list.describe('between a subject and what it does: went on to; a word by itself stands before a form in -ing: by'),
  absolutes: list.describe('before a subject that does something the while: with the Minister noting'),
  wherein: list.describe('before a subject that has a clause of its own: during which'),
  besides: list.describe('no matter is opened by these: over the phone, on the margins'),
  finite: list.describe('verbs by which a sentence without a verb of saying goes on with what was said: is, should'),
  plural: z.string().describe('the end of words for several').default(''),
  participle: z.string().describe('the end of forms that go with a verb before: -ing').default(''),
});

const speakers = z.strictObject({
  he: list.describe('the person who spoke last'),
  they: list.describe('those who spoke or met'),
  joint: list.describe('all sides in one word'),
  all: z
    .strictObject({ before: words, kinds: words, nouns: words })
    .describe('words for all built of parts: both + foreign + ministers')
    .default({ before: [], kinds: [], nouns: [] }),
  replies: list.describe('at the head of a sentence or behind its subject: what follows answers the other side'),
  talks: list.describe('the talks themselves as a subject: their conversation'),
  rest: list.describe('all but the one who spoke last'),
  others: list.describe('those of the other sides: counterparts'),
  we: list.describe('the own side'),
  heads: list.describe('before a side that one leads: the head of Norwegian diplomacy'),
  side: list.describe('after a party: side'),
  and: list,
  each: list.describe('each for itself'),
  press: list.describe('said to the press'),
  owns: list.describe('whose a side is, of who spoke: her government'),
  partners: list.describe('before the one together with whom something was done: discussed with'),
  between: list.describe('before those who talked, behind the talks themselves: the talks between'),
  voices: list.describe('whose saying is that of those they speak for: spokesman'),
  alone: list.describe('offices in small letters by which one of those who met is called: the secretary'),
  behalf: list.describe('before somebody for whom another speaks'),
});

const acts = z.strictObject({
  verbs: z.array(
    z.strictObject({
      id,
      act,
      words: words.describe('with ~ where the ending stands'),
      form: z.string(),
      neutral: z.boolean().optional().describe('a verb of saying: what is said makes the class'),
      giving: z.boolean().optional().describe('says nothing by itself: counts only with a noun of an act behind it'),
      alone: act.optional().describe('the act where one side does it'),
      needs: words.optional().describe('counts only where one of these follows at once'),
      done: words.optional().describe('of these it is told in the passive, whatever follows: views were exchanged'),
      matter: z.boolean().optional().describe('counts only where what it is about is named'),
      not: words.optional().describe('does not count where one of these follows at once'),
      noun: z.boolean().optional().describe('without a subject right before it, a past form is an adjective as often as not: shared values'),
      answers: z.boolean().optional().describe('what is said answers the other side: replied'),
      object: words.optional().describe('counts only where one of these nouns follows behind small words'),
      talks: z.boolean().optional().describe('counts only of the talks themselves: topics included'),
      purpose: z.boolean().optional().describe('what they met for, in the sentence that tells it: for talks on'),
      inverted: z.boolean().optional().describe('at the head of a sentence, what was done right behind: also discussed was'),
      leads: z.boolean().optional().describe('at the head of a sentence, its subject right behind: according to'),
      exists: z.boolean().optional().describe('at the head of a sentence, without anybody who does it: there was discussion of'),
      asks: z.boolean().optional().describe('counts only where what is asked follows in an infinitive: called on … to'),
    }),
  ),
  nouns: z
    .array(z.strictObject({ id, act, words, ends: words.optional().describe('counts only where one of these follows') }))
    .default([])
    .describe('nouns of an act behind a neutral verb'),
  tails: z.array(z.strictObject({ id, act, words })).default([]).describe('words after the subject of what was said, which make its class: would'),
  strength: z.strictObject({ softened: list, marked: list, strong: list }).default({ softened: [], marked: [], strong: [] }),
  withheld: list.describe('of a position: that it was told and no more'),
});

const commitments = z.strictObject({
  visits: list.describe('what a visit is called in what was promised: to visit'),
  hosting: list.describe('the visitor is the other side: to welcoming'),
  invitations: list,
  meetings: words,
  aid: list.describe('what is given'),
  signatures: list.describe('a document is to be signed: to sign'),
  money: list.describe('signs and words of money'),
  going: list.describe('what a speaker looks forward to or commits to do: visiting, travel to'),
  gatherings: list.describe('what a speaker means to host, or both agree to hold: summit'),
  holding: list.describe('before such a gathering: hold'),
  deeds: list.describe('what can be seen to be done, where a thing follows: open, lift'),
  vain: list.describe('things that no deed is done to: cooperation'),
  entries: list.describe('a treaty is to enter into force: enter into force, ratify'),
  idle: list.describe('of what is only important or possible nothing is promised: importance'),
  wills: list.describe('nouns by which a deed is meant: readiness to send'),
  modals: list.describe('between who is to do a deed and the deed: would'),
  ends: list.describe('where the thing that a deed is done to ends: of, for'),
  future: list.describe('before a visit that is agreed: would, to'),
  whose: list.describe('between a visit and the visitor: of, by'),
});

const instruments = z.strictObject({
  kinds: z.array(z.strictObject({ kind: z.enum(instrumentKinds), words })).describe('last words of names, with a capital letter'),
  events: z
    .array(z.strictObject({ event: z.enum(instrumentEvents), words, nouns: words.optional() }))
    .describe('before a name, as verbs (signed) and as nouns, which only speak of it (the signing of)'),
  behind: z.array(z.strictObject({ event: z.enum(instrumentEvents), words })).describe('right behind a name: entered into force'),
  again: list.describe('before a bare word for a document, which is the one named before: the'),
  which: list.describe('between a name and what is told of it: which'),
  titles: z.strictObject({
    joins: words.describe('right behind the last word of a name, where the title goes on: on, between'),
    further: words.describe('the same further on in a title: and, in'),
  }),
  clauses: z.strictObject({
    steps: z.array(z.strictObject({ event: z.enum(instrumentEvents), words })).describe('what is to follow: enter into force'),
    from: z.array(z.strictObject({ event: z.enum(instrumentEvents), words })).describe('what it is counted from: exchange of instruments'),
    numbers: z.record(z.string(), z.number().int().positive()).describe('in words; figures are known: ninetieth'),
    units: z.record(z.string(), z.enum(['day', 'month', 'year'])),
    after: words.describe('the first day is not counted: after'),
    open: words.describe('whether it is counted is left open: from'),
  }),
});

const visits = z.strictObject({
  nouns: list.describe('a visit as a noun: visit'),
  to: list.describe('between it and the place: to'),
  went: list.describe('a visit as a deed that is over, right before the place: visited'),
  days: list.describe('all that may stand between the place and the day: in'),
  selves: list.describe('the one who was named last: his'),
  unsure: list.describe('anywhere in the sentence: it was planned, and may not have taken place: cancelled'),
});

export const headInitialSections = { names, talks, clauses, speakers, acts, commitments, visits, instruments } as const;
