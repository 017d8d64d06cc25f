/**
 * The public record, version 1: the one place where its shape stands. Types are inferred from it, the published JSON
 * Schema (docs/record.schema.json) is made from it, and tests hold every record against it. Code of the reading imports
 * only its types, so nothing of this runs while a text is read.
 */
import { z } from 'zod';
import { ACTS, type Act } from './acts.generated.ts';
import { OFFICES, type Role } from './offices.generated.ts';
import { TOPICS, type Topic } from './topics.generated.ts';

const keys = <K extends string>(entries: Record<K, unknown>): [K, ...K[]] => Object.keys(entries) as [K, ...K[]];

/** `[start, end)` in UTF-16 code units of `document.text`. */
export const span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);
export const basis = z.enum(['stated', 'inferred']);
const act = z.enum(keys<Act>(ACTS));
const role = z.enum(keys<Role>(OFFICES));
const topic = z.enum(keys<Topic>(TOPICS));

/** A value with the words it rests on. What is worked out names its rule. */
export const known = <T extends z.ZodType>(value: T) =>
  z.union([
    z.strictObject({ value, basis: z.literal('stated'), span, rule: z.string().optional() }),
    z.strictObject({ value, basis: z.literal('inferred'), span, rule: z.string() }),
  ]);

/** EDTF (ISO 8601-2); `duration` is ISO 8601. Without either the words could not be settled honestly. */
export const dateMention = z.strictObject({
  edtf: z.string().optional(),
  duration: z.string().optional(),
  text: z.string(),
  span,
  basis,
  rule: z.string().optional(),
  anchor: z.string().optional(),
  approximate: z.boolean().optional(),
  zone: z.string().optional(),
});

export const outlineKinds = ['title', 'dateline', 'lede', 'heading', 'points', 'section', 'item', 'paragraph', 'furniture'] as const;
export interface OutlineNode {
  kind: (typeof outlineKinds)[number];
  /** As the author wrote it: "3", "(2)", "ア". */
  number?: string | undefined;
  /** How a person would cite the place: "lede", "points/1", "3(2)ア". */
  path: string;
  span: [number, number];
  children: OutlineNode[];
}
export const outlineNode: z.ZodType<OutlineNode> = z
  .strictObject({
    kind: z.enum(outlineKinds),
    number: z.string().optional(),
    path: z.string(),
    span,
    get children() {
      return z.array(outlineNode);
    },
  })
  .meta({ id: 'OutlineNode' });

export const participant = z.strictObject({
  name: z.string(),
  party: z.string(),
  office: z.string().optional(),
  role: role.optional(),
  spans: z.array(span),
});

export const talksKinds = ['meeting', 'call', 'courtesy-call', 'consultation', 'summit', 'ministerial', 'multilateral', 'brief-exchange'] as const;
export const talksLevels = ['leaders', 'foreign-ministers', 'ministers', 'vice-ministers', 'directors', 'officials', 'parliament', 'other'] as const;
export const talksFormats = [
  'working-lunch',
  'working-dinner',
  'working-breakfast',
  'lunch',
  'dinner',
  'breakfast',
  'tete-a-tete',
  'small-group',
  'plenary',
  'interpreters',
  'standing',
  'video',
  'telephone',
  'joint-press',
  'tea',
  'in-car',
  'walk',
  'signing-ceremony',
] as const;
export const talks = z.strictObject({
  id: z.string(),
  kind: z.enum(talksKinds),
  level: z.enum(talksLevels).optional(),
  date: dateMention.optional(),
  start: dateMention.optional(),
  end: dateMention.optional(),
  duration: dateMention.optional(),
  place: z.strictObject({ name: z.string(), party: z.string().optional(), basis, span, rule: z.string().optional() }).optional(),
  occasion: known(z.string()).optional(),
  format: z.array(known(z.enum(talksFormats))).optional(),
  ordinal: known(z.number().int().positive()).optional(),
  parties: z.array(z.string()),
  participants: z.array(participant),
});

export const mentionKinds = ['person', 'office', 'party', 'place', 'organisation', 'mechanism', 'amount'] as const;
export const mention = z.strictObject({
  kind: z.enum(mentionKinds),
  text: z.string(),
  span,
  /** The name without title or country: 前原, ブリンケン. */
  name: z.string().optional(),
  /** The title as written: 外務大臣, 国務長官. */
  office: z.string().optional(),
  role: role.optional(),
  party: z.string().optional(),
  basis,
  rule: z.string().optional(),
});

export const speaker = z.strictObject({
  party: z.string(),
  person: z.string().optional(),
  basis,
  span: span.optional(),
  rule: z.string().optional(),
});

export const statement = z.strictObject({
  id: z.string(),
  talks: z.string(),
  path: z.string(),
  span,
  quote: z.string(),
  act,
  verb: z.strictObject({ text: z.string(), span, strength: z.union([z.literal(-1), z.literal(0), z.literal(1), z.literal(2)]).optional() }),
  speakers: z.array(speaker),
  mode: z.enum(['joint', 'each', 'one']),
  addressees: z.array(z.string()),
  content: span.optional(),
  voice: z.enum(['publisher', 'press']).optional(),
  withheld: z.boolean().optional(),
  points: z.array(z.strictObject({ number: z.string().optional(), span })).optional(),
  topics: z.array(topic),
  dates: z.array(z.number().int().nonnegative()),
  mentions: z.array(z.number().int().nonnegative()),
  repliesTo: z.string().optional(),
  restates: z.array(z.string()).optional(),
  rule: z.string(),
  confidence: z.enum(['high', 'low']),
});

export const commitmentKinds = ['visit', 'invitation', 'meeting', 'action', 'aid', 'signature', 'entry-into-force'] as const;
export const stages = ['invited', 'intended', 'accepted', 'agreed', 'scheduled', 'done', 'declined', 'deferred'] as const;
export const commitment = z.strictObject({
  id: z.string(),
  kind: z.enum(commitmentKinds),
  by: z.array(z.string()),
  to: z.array(z.string()),
  what: z.string(),
  span,
  due: dateMention.optional(),
  conditions: z.array(known(z.string())).optional(),
  stage: z.enum(stages),
  statements: z.array(z.string()),
  answers: z.string().optional(),
  rule: z.string(),
});

export const instrumentKinds = ['treaty', 'agreement', 'protocol', 'exchange-of-notes', 'memorandum', 'joint-statement', 'other'] as const;
export const instrumentEvents = [
  'negotiation-agreed',
  'negotiated',
  'signed',
  'approved',
  'ratified',
  'instruments-exchanged',
  'entered-into-force',
  'terminated',
  'issued',
] as const;
export const instrument = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(instrumentKinds),
  parties: z.array(z.string()),
  spans: z.array(span),
  events: z.array(
    z.strictObject({
      event: z.enum(instrumentEvents),
      date: dateMention,
      talks: z.string().optional(),
      statement: z.string().optional(),
      span,
      rule: z.string().optional(),
    }),
  ),
  /** Whole days between two dated events that follow each other; only where both are known to the day. */
  intervals: z.array(z.strictObject({ from: z.enum(instrumentEvents), to: z.enum(instrumentEvents), days: z.number().int() })).optional(),
});

export const issue = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  span: span.optional(),
  rule: z.string().optional(),
  values: z.record(z.string(), z.string()).optional(),
});

export const document = z.strictObject({
  id: z.string(),
  language: z.string(),
  title: known(z.string()).optional(),
  publisher: z.strictObject({ party: z.string().optional(), name: z.string() }).optional(),
  published: dateMention.optional(),
  source: z.strictObject({ url: z.string().optional(), mediaType: z.string(), encoding: z.string().optional(), sha256: z.string() }).optional(),
  offsets: z.literal('utf-16'),
  text: z.string(),
  outline: z.array(outlineNode),
});

export const record = z.strictObject({
  memcon: z.literal('1'),
  reader: z.strictObject({ version: z.string(), languages: z.record(z.string(), z.string()) }),
  document,
  talks: z.array(talks),
  statements: z.array(statement),
  commitments: z.array(commitment),
  instruments: z.array(instrument),
  mentions: z.array(mention),
  dates: z.array(dateMention),
  issues: z.array(issue),
});

/** The published JSON Schema (draft 2020-12) of one record. */
export function recordJsonSchema(): object {
  return z.toJSONSchema(record, { target: 'draft-2020-12' });
}
