/**
 * A person's decision about a reading: dated, signed, with its reason; only ever added. It is fastened to words in a place
 * of the text (`Anchor`), never to what the machine made of them, so that it holds over a newer reading and a new version
 * of the page exactly where the same words stand in the same place.
 */
import { z } from 'zod';
import { extentOf } from '../time/extent.ts';
import { ACTS, type Act } from './acts.generated.ts';
import { OFFICES, type Role } from './offices.generated.ts';
import { commitmentKinds, documentKinds, stages, talksFormats, talksKinds, talksLevels } from './schema.ts';
import { TOPICS, type Topic } from './topics.generated.ts';

const party = z.string().regex(/^[A-Z][A-Z0-9]{1,8}$/, 'a code such as JP, RU or EU');
/** EDTF of a day, a month, a year, a season or an interval, perhaps with a clock time. */
const edtf = z.string().refine((value) => extentOf(value) !== undefined, 'a date as 2010-11-13, 2010-11, 2010 or 2010-11/2011-02');

const day = z.string().refine((value) => extentOf(value)?.first === value, 'a day as 2010-11-13');

/** Words in a place. `nth` of `count` equal ones in the outline nodes of that path; when `count` changed nobody can say which is meant. */
export const anchor = z.strictObject({
  path: z.string(),
  quote: z.string().min(1),
  nth: z.number().int().nonnegative(),
  count: z.number().int().positive(),
});
export type Anchor = z.infer<typeof anchor>;

const act = z.enum(Object.keys(ACTS) as [Act, ...Act[]]);
const topic = z.enum(Object.keys(TOPICS) as [Topic, ...Topic[]]);
const role = z.enum(Object.keys(OFFICES) as [Role, ...Role[]]);
const mode = z.enum(['joint', 'each', 'one']);
const speakers = z.array(z.strictObject({ party, person: z.string().min(1).optional() }));

/** What a correction is about. Statements, talks and commitments also keep the id the machine gave, to tell apart several on the same words. */
export const subject = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('statement'), id: z.string(), anchor, verb: z.string() }),
  z.strictObject({
    of: z.literal('talks'),
    id: z.string(),
    anchor: anchor.optional(),
    nth: z.number().int().nonnegative(),
    count: z.number().int().positive(),
  }),
  z.strictObject({ of: z.literal('commitment'), id: z.string(), anchor }),
  z.strictObject({ of: z.literal('date'), anchor }),
  z.strictObject({ of: z.literal('words'), anchor }),
  z.strictObject({ of: z.literal('document') }),
  z.strictObject({ of: z.literal('archive') }),
]);
export type Subject = z.infer<typeof subject>;

/** Words of a document, by which two documents are set beside one another; of a statement also the id that the machine gave it. */
export const place = z.strictObject({ document: z.string(), statement: z.string().optional(), anchor });
export type Place = z.infer<typeof place>;

/** What two documents may say that cannot both be so. */
export const contradictionKinds = ['event-date', 'talks-date', 'ordinal', 'number', 'date', 'proposer'] as const;

/** What is said of it. `null` takes a fact away. */
export const change = z.discriminatedUnion('set', [
  z.strictObject({ set: z.literal('act'), act }),
  z.strictObject({ set: z.literal('speakers'), speakers, mode: mode.optional() }),
  z.strictObject({ set: z.literal('mode'), mode }),
  z.strictObject({ set: z.literal('addressees'), addressees: z.array(party) }),
  z.strictObject({ set: z.literal('topics'), topics: z.array(topic) }),
  z.strictObject({ set: z.literal('withheld'), withheld: z.boolean() }),
  /** The statement is false: there is none in these words. */
  z.strictObject({ set: z.literal('struck') }),
  /** Somebody looked, and it is right as it was read. */
  z.strictObject({ set: z.literal('approved') }),
  /** A statement that the machine missed, on words of the text. */
  z.strictObject({
    set: z.literal('added'),
    act,
    verb: z.string().min(1).describe('the predicate; it stands in the words'),
    speakers,
    mode,
    addressees: z.array(party),
    topics: z.array(topic),
    withheld: z.boolean().optional(),
  }),
  /** A promise that the machine missed, on words of the text. */
  z.strictObject({
    set: z.literal('promised'),
    kind: z.enum(commitmentKinds),
    stage: z.enum(stages),
    by: z.array(party).min(1).describe('who owes it'),
    to: z.array(party).describe('to whom'),
    due: edtf.optional().describe('a day, or a window as 2011-01/2011-06'),
  }),
  z.strictObject({ set: z.literal('date'), edtf: edtf.nullable() }),
  z.strictObject({ set: z.literal('published'), edtf: edtf.nullable() }),
  /** What kind of text it is. One that is no account of talks holds none; one that is said to be an account is read for them. */
  z.strictObject({ set: z.literal('kind'), kind: z.enum(documentKinds) }),
  z.strictObject({
    set: z.literal('talks'),
    kind: z.enum(talksKinds).optional(),
    level: z.enum(talksLevels).nullable().optional(),
    date: edtf.nullable().optional(),
    start: edtf.nullable().optional(),
    end: edtf.nullable().optional(),
    duration: z.string().regex(/^P/, 'a length of time as PT2H').nullable().optional(),
    place: z
      .strictObject({ name: z.string().min(1), party: party.optional() })
      .nullable()
      .optional(),
    occasion: z.string().min(1).nullable().optional(),
    ordinal: z.number().int().positive().nullable().optional(),
    parties: z.array(party).min(1).optional(),
    format: z.array(z.enum(talksFormats)).optional(),
    participants: z
      .array(z.strictObject({ party, name: z.string().min(1).max(200), office: z.string().min(1).max(200).optional(), role: role.optional() }))
      .optional()
      .describe('all who met, in the order in which they are told'),
  }),
  /** Another field of a commitment than its stage. */
  z.strictObject({
    set: z.literal('commitment'),
    kind: z.enum(commitmentKinds).optional(),
    by: z.array(party).min(1).optional().describe('who owes it'),
    to: z.array(party).optional().describe('to whom'),
    due: edtf.nullable().optional().describe('a day, or a window as 2011-01/2011-06'),
  }),
  z.strictObject({ set: z.literal('stage'), stage: z.enum(stages) }),
  /** Two names of one person, instrument or mechanism, by their ids in the archive; the first id stays. */
  z.strictObject({ set: z.literal('same'), names: z.tuple([z.string(), z.string()]) }),
  /** Two that were proposed as one and are not. */
  z.strictObject({ set: z.literal('different'), names: z.tuple([z.string(), z.string()]) }),
  /** What is told of a treaty from that day on is of another one of its name; or of the same, though it was parted. */
  z.strictObject({ set: z.literal('parted'), name: z.string(), day: day.describe('the first day of the other treaty') }),
  z.strictObject({ set: z.literal('rejoined'), name: z.string(), day: day.describe('the day on which it was parted') }),
  /** How a name is read aloud, by its id in the archive; null takes the reading away. */
  z.strictObject({ set: z.literal('reading'), name: z.string(), reading: z.string().min(1).max(100).nullable() }),
  /** Two accounts of one meeting: these statements tell the same, or do not. */
  z.strictObject({ set: z.literal('paired'), places: z.tuple([place, place]) }),
  z.strictObject({ set: z.literal('unpaired'), places: z.tuple([place, place]) }),
  /** A candidate for contradiction: it is one, or it is none. */
  z.strictObject({
    set: z.literal('judged'),
    verdict: z.enum(['contradiction', 'none']),
    about: z.enum(contradictionKinds),
    places: z.tuple([place, place]),
  }),
  /** An earlier correction no longer holds; an undone undoing lets it hold again. */
  z.strictObject({ set: z.literal('undone'), correction: z.string() }),
]);
export type Change = z.infer<typeof change>;

export const correction = z.strictObject({
  id: z.string(),
  /** Id of the document; absent where it is about the whole archive. */
  document: z.string().optional(),
  on: subject,
  change,
  who: z.string().min(1).max(200),
  /** Instant, ISO 8601 in UTC. */
  when: z.string(),
  why: z.string().min(1).max(4000),
});
export type Correction = z.infer<typeof correction>;

/** Which changes may be made on what. */
export const CHANGES_ON: Record<Subject['of'], readonly Change['set'][]> = {
  statement: ['act', 'speakers', 'mode', 'addressees', 'topics', 'withheld', 'struck', 'approved', 'undone'],
  talks: ['talks', 'undone'],
  commitment: ['stage', 'commitment', 'struck', 'undone'],
  date: ['date', 'undone'],
  words: ['added', 'promised', 'undone'],
  document: ['published', 'kind', 'undone'],
  archive: ['same', 'different', 'parted', 'rejoined', 'reading', 'paired', 'unpaired', 'judged', 'undone'],
};
