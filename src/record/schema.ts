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
export const span = z
  .tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])
  .meta({ id: 'Span', description: '[start, end) in UTF-16 code units of document.text: the start is in it, the end is not' });
export const basis = z
  .enum(['stated', 'inferred'])
  .describe('stated: the words at the span say it; inferred: it was worked out from them by the rule');
const code = z.string().describe('ISO 3166-1 alpha-2, or a code of vocabulary/parties.yaml: EU, UN, NATO');
const rule = z.string().describe('the reading rule that gave it');
const act = z.enum(keys<Act>(ACTS)).meta({ id: 'Act', description: 'docs/acts.md' });
const role = z.enum(keys<Role>(OFFICES)).meta({ id: 'Role' });
const topic = z.enum(keys<Topic>(TOPICS)).meta({ id: 'Topic' });

/** A value with the words it rests on. What is worked out names its rule. */
export const known = <T extends z.ZodType>(value: T) =>
  z.union([
    z.strictObject({ value, basis: z.literal('stated'), span, rule: rule.optional() }),
    z.strictObject({ value, basis: z.literal('inferred'), span, rule }),
  ]);

/** EDTF (ISO 8601-2); `duration` is ISO 8601. Without either the words could not be settled honestly. */
export const dateMention = z
  .strictObject({
    edtf: z.string().optional().describe('EDTF (ISO 8601-2); absent where the words cannot be settled honestly'),
    duration: z.string().optional().describe('ISO 8601, for lengths of time'),
    text: z.string().describe('the words at the span'),
    span,
    basis,
    rule: rule.optional(),
    anchor: z.string().optional().describe('EDTF of the date that a relative expression was counted from'),
    approximate: z.boolean().optional(),
    zone: z.string().optional().describe('"local", or an IANA zone where the text names it'),
  })
  .meta({ id: 'DateMention', description: 'a date, a clock time or a length of time, with its words' });

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
    number: z.string().optional().describe('as the author wrote it'),
    path: z.string().describe('as a person would cite the place: lede, points/1, 3, 3(2)'),
    span,
    get children() {
      return z.array(outlineNode);
    },
  })
  .meta({ id: 'OutlineNode' });

export const participant = z
  .strictObject({
    name: z.string(),
    party: code,
    office: z.string().optional().describe('as written'),
    role: role.optional(),
    spans: z.array(span),
  })
  .meta({ id: 'Participant', description: 'somebody who met, not somebody who is mentioned' });

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
export const talks = z
  .strictObject({
    id: z.string(),
    kind: z.enum(talksKinds),
    level: z.enum(talksLevels).optional(),
    date: dateMention.optional(),
    start: dateMention.optional(),
    end: dateMention.optional(),
    duration: dateMention.optional(),
    place: z.strictObject({ name: z.string(), party: code.optional(), basis, span, rule: rule.optional() }).optional(),
    occasion: known(z.string()).optional(),
    format: z.array(known(z.enum(talksFormats))).optional(),
    ordinal: known(z.number().int().positive()).optional(),
    visiting: z
      .array(z.strictObject({ party: code, host: code, person: z.string().optional(), basis, span, rule: rule.optional() }))
      .optional()
      .describe('who of those who met was in whose country, where the words say so'),
    transit: known(z.literal(true)).optional().describe('they met while one of them passed through'),
    parties: z.array(code).describe("the publisher's own side first"),
    participants: z.array(participant),
  })
  .meta({ id: 'Talks', description: 'one meeting, call or consultation of which the document tells' });

export const mentionKinds = ['person', 'office', 'party', 'place', 'organisation', 'mechanism', 'amount'] as const;
export const mention = z
  .strictObject({
    kind: z.enum(mentionKinds),
    text: z.string(),
    span,
    /** The name without title or country: 前原, ブリンケン. */
    name: z.string().optional(),
    /** The title as written: 外務大臣, 国務長官. */
    office: z.string().optional(),
    role: role.optional(),
    party: code.optional(),
    basis,
    rule: rule.optional(),
  })
  .meta({ id: 'Mention', description: 'a person, office, party, place, organisation, mechanism or amount, each time it stands in the text' });

export const speaker = z
  .strictObject({
    party: code,
    person: z.string().optional(),
    basis,
    span: span.optional(),
    rule: rule.optional(),
  })
  .meta({ id: 'Speaker', description: 'inferred where no subject is written' });

export const statement = z
  .strictObject({
    id: z.string(),
    talks: z.string(),
    path: z.string().describe('path of the smallest outline node that holds it'),
    span,
    quote: z.string().describe('the words at the span'),
    act,
    verb: z
      .strictObject({
        text: z.string(),
        span,
        strength: z
          .union([z.literal(-1), z.literal(0), z.literal(1), z.literal(2)])
          .optional()
          .describe('-1 softened, 0 plain, 1 renewed or marked, 2 strong'),
      })
      .describe('the predicate as written'),
    speakers: z.array(speaker),
    mode: z.enum(['joint', 'each', 'one']).describe('together, each for itself, one side'),
    addressees: z.array(code),
    content: span.optional().describe('what was said, without the frame around it'),
    voice: z.enum(['publisher', 'press']).optional().describe('said by the publisher in the text itself, or to the press; absent: at the talks'),
    withheld: z.boolean().optional().describe('the content of the position is not published'),
    points: z.array(z.strictObject({ number: z.string().optional(), span })).optional(),
    topics: z.array(topic),
    dates: z.array(z.number().int().nonnegative()).describe("indexes into the record's dates"),
    mentions: z.array(z.number().int().nonnegative()).describe("indexes into the record's mentions"),
    repliesTo: z.string().optional().describe('id of the statement it answers'),
    restates: z.array(z.string()).optional().describe('ids of statements that tell the same elsewhere on the page'),
    rule,
    confidence: z.enum(['high', 'low']).describe('low: a person should look at it'),
  })
  .meta({ id: 'Statement', description: 'one clause that carries an act, in the order of the text' });

export const commitmentKinds = ['visit', 'invitation', 'meeting', 'action', 'aid', 'signature', 'entry-into-force'] as const;
export const stages = ['invited', 'intended', 'accepted', 'agreed', 'scheduled', 'done', 'declined', 'deferred'] as const;
export const commitment = z
  .strictObject({
    id: z.string(),
    kind: z.enum(commitmentKinds),
    by: z.array(code).describe('who owes it'),
    to: z.array(code).describe('to whom'),
    what: z.string().describe('the words of the undertaking'),
    span,
    visitor: z
      .strictObject({ name: z.string().optional(), office: z.string().optional(), role: role.optional(), party: code.optional(), span })
      .optional()
      .describe('who is to come, where the words name somebody'),
    level: z.enum(talksLevels).optional().describe('of a meeting, where its name tells it'),
    due: dateMention.optional(),
    conditions: z.array(known(z.string())).optional(),
    stage: z.enum(stages),
    statements: z.array(z.string()).describe('ids of all statements that tell it; none where the page announces it and nobody says it'),
    answers: z.string().optional().describe('id of the invitation that an intended visit follows'),
    rule,
  })
  .meta({ id: 'Commitment', description: 'a promise that can be checked later, merged over all its tellings' });

export const visit = z
  .strictObject({
    by: code.optional().describe('whose visit it was; absent where the page ties the visitor to no side'),
    to: code.describe('the country visited'),
    visitor: z.strictObject({ name: z.string().optional(), office: z.string().optional(), role: role.optional(), span }),
    date: dateMention.describe('when, always before the talks at which it is told'),
    span: span.describe('the words of the visit with its day and visitor'),
    statement: z.string().describe('id of the statement that tells it'),
    rule,
  })
  .meta({ id: 'Visit', description: 'a visit that the text speaks of as past, other than the talks themselves: evidence that it took place' });

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
export const instrument = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    subject: z.string().optional().describe('the name without the parties at its head, by which it is known under shorter names'),
    kind: z.enum(instrumentKinds),
    parties: z.array(code),
    spans: z.array(span),
    events: z.array(
      z.strictObject({
        event: z.enum(instrumentEvents),
        date: dateMention,
        talks: z.string().optional(),
        statement: z.string().optional(),
        span,
        rule: rule.optional(),
      }),
    ),
    clauses: z
      .array(
        z.strictObject({
          step: z.enum(instrumentEvents),
          count: z.number().int().positive(),
          unit: z.enum(['day', 'month', 'year']),
          from: z.enum(instrumentEvents),
          counting: z.enum(['after', 'including', 'either']).describe('whether the first day itself is counted; either: the words leave it open'),
          span,
          rule,
        }),
      )
      .optional()
      .describe('when a step is to follow another, as the document tells it: on the ninetieth day after the exchange'),
    /** Whole days between two dated events that follow each other; only where both are known to the day. */
    intervals: z.array(z.strictObject({ from: z.enum(instrumentEvents), to: z.enum(instrumentEvents), days: z.number().int() })).optional(),
  })
  .meta({ id: 'Instrument', description: 'a treaty or another document, with its life so far' });

export const issue = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    span: span.optional(),
    rule: rule.optional(),
    values: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'Issue', description: 'what could not be read, or contradicts itself: docs/issues.md' });

/** What kind of text a document is: an account of talks, or something that looks like one. */
export const documentKinds = ['readout', 'joint-statement', 'press-conference', 'transcript', 'statement', 'schedule', 'other'] as const;

export const document = z
  .strictObject({
    id: z.string().describe('from the bytes of the source'),
    language: z.string().describe('BCP 47'),
    title: known(z.string()).optional(),
    kind: known(z.enum(documentKinds)).optional().describe('what kind of text it is, with the words that say so; absent where nobody knows'),
    publisher: z.strictObject({ party: code.optional(), name: z.string() }).optional(),
    published: dateMention.optional(),
    source: z
      .strictObject({
        url: z.string().optional(),
        mediaType: z.string(),
        encoding: z.string().optional(),
        sha256: z.string(),
        pages: z.array(span).optional().describe('of a document that has pages: where each stands in the text, in order, end to end'),
      })
      .optional(),
    offsets: z.literal('utf-16').describe('the unit of all spans'),
    text: z.string().describe('all that was read out of the source, furniture included; every span is one of this text'),
    outline: z.array(outlineNode),
  })
  .meta({ id: 'Readout', description: 'the document itself: its text, what it is called, who published it when' });

export const record = z.strictObject({
  memcon: z.literal('1'),
  reader: z.strictObject({ version: z.string(), languages: z.record(z.string(), z.string()) }),
  document,
  talks: z.array(talks),
  statements: z.array(statement),
  commitments: z.array(commitment),
  visits: z.array(visit).optional().describe('absent where the text speaks of none'),
  instruments: z.array(instrument),
  mentions: z.array(mention),
  dates: z.array(dateMention),
  issues: z.array(issue),
});

/** The published JSON Schema (draft 2020-12) of one record. */
export function recordJsonSchema(): object {
  const schema = z.toJSONSchema(record, { target: 'draft-2020-12' });
  return { ...schema, title: 'Memcon record, version 1', description: 'One document and what it tells of talks between governments.' };
}
