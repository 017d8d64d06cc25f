import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { CELLS, compareTold, decidePair, findToldTwice, plainAccounts, plainToldTwice } from '../desk/comparing/accounts.ts';
import { CHANGES, compareSeats, openSeat, plainMeetings } from '../desk/comparing/compare.ts';
import { CONTRADICTIONS, findCandidates, judgeCandidate, plainCandidate } from '../desk/comparing/contradictions.ts';
import { POINT_KINDS, plainPoints, pointsOf } from '../desk/comparing/points.ts';
import { Fault } from '../fault.ts';
import { correction as plainCorrection } from '../record/correction.ts';
import type { ApiDesk } from './desk.ts';
import { limited } from './documents.ts';
import { voiceOf } from './problem.ts';
import { reply } from './reply.ts';
import { act, date, id, json, listOf, talksRow, topic, z } from './shapes.ts';

const SMALL = 64 * 1024;
const number = z.number().int().nonnegative();
const span = z.tuple([number, number]);
/** A document, and of several talks on its page also which: `d-…` or `d-…:t-…`. */
const seatName = z.string().min(3).max(200);
const dyad = z.string().max(20);

const seat = z
  .object({
    document: z.string(),
    language: z.string(),
    title: z.string().optional(),
    publisher: z.object({ party: z.string().optional(), name: z.string() }).optional(),
    published: z.string().optional(),
    talks: z
      .object({ id: z.string(), kind: z.string(), level: z.string().optional(), date: z.string().optional(), parties: z.array(z.string()) })
      .optional(),
  })
  .openapi('Seat');
const told = {
  id: z.string(),
  path: z.string(),
  act,
  verb: z.string(),
  strength: z.number().int().optional(),
  speakers: z.array(z.string()),
  mode: z.enum(['joint', 'each', 'one']),
  withheld: z.boolean().optional(),
  span,
  quote: z.string(),
};
const comparedStatement = z.object(told).openapi('ComparedStatement');
const reason = z
  .object({
    what: z.enum(['words', 'facts', 'act', 'side', 'topic', 'order', 'answer']),
    share: z.number(),
    common: z.array(z.string()).optional(),
  })
  .openapi('Reason');
const unit = z.object({ span, quote: z.string(), path: z.string().optional(), statements: z.array(comparedStatement) }).openapi('ComparedUnit');
const row = z
  .object({
    change: z.enum(CHANGES),
    moved: z.boolean(),
    again: z.boolean(),
    before: unit.optional(),
    after: unit.optional(),
    pieces: z.array(z.object({ kind: z.enum(['kept', 'gone', 'come']), before: span.optional(), after: span.optional() })).optional(),
    differences: z.array(
      z.object({
        what: z.enum(['act', 'verb', 'strength', 'side', 'withheld', 'person', 'words']),
        was: z.string().optional(),
        now: z.string().optional(),
      }),
    ),
    step: z.object({ ladder: z.string(), was: number, now: number }).optional(),
    intensifiers: z.object({ gone: z.array(z.string()), come: z.array(z.string()) }),
    score: z.number().optional(),
    reasons: z.array(reason),
  })
  .openapi('ComparedRow');
const countsOf = <K extends string>(keys: readonly K[]) => z.object(Object.fromEntries(keys.map((key) => [key, number])) as Record<K, typeof number>);
const meetings = z
  .object({
    before: seat,
    after: seat,
    counts: countsOf(CHANGES),
    topics: z.array(z.object({ topic: topic.optional(), rows: z.array(row) })),
    rest: z.array(row),
  })
  .openapi('ComparedMeetings');

const claim = z.object({ ...told, topics: z.array(topic), tellings: z.array(z.object({ id: z.string(), path: z.string() })) }).openapi('Claim');
const differenceKind = z.enum(['act', 'speaker', 'date', 'number', 'strength', 'withheld', 'stage', 'condition']);
const says = z.tuple([z.string(), z.string()]);
const accounts = z
  .object({
    first: seat,
    other: seat,
    counts: countsOf(CELLS),
    rows: z.array(
      z.object({
        cell: z.enum(CELLS),
        first: claim.optional(),
        other: claim.optional(),
        differences: z.array(z.object({ what: differenceKind, first: span, other: span, says, inferred: z.boolean().optional() })),
        score: z.number().optional(),
        reasons: z.array(reason),
        perhaps: z.boolean().optional(),
        byHand: z.boolean().optional(),
        raised: z.boolean().optional(),
      }),
    ),
  })
  .openapi('ComparedAccounts');
const toldTwice = z.object({ first: talksRow, other: talksRow, apart: z.number() }).openapi('ToldTwice');

const points = z
  .object({
    counts: countsOf(POINT_KINDS),
    rows: z.array(
      z.object({
        kind: z.enum(POINT_KINDS),
        point: comparedStatement.optional(),
        body: comparedStatement.optional(),
        differences: z.array(z.object({ what: differenceKind, body: span, point: span, says })),
      }),
    ),
  })
  .openapi('PointsAgainstBody');

const side = z.object({
  document: z.string(),
  span,
  says: z.string(),
  statement: z.string().optional(),
  path: z.string().optional(),
  language: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  date: z.string().optional(),
  before: z.string(),
  words: z.string(),
  after: z.string(),
});
const candidate = z
  .object({
    id: z.string(),
    kind: z.enum(CONTRADICTIONS),
    about: z.string(),
    event: z.string().optional(),
    first: side,
    other: side,
    verdict: z.enum(['contradiction', 'none']).optional(),
    correction: z.string().optional(),
  })
  .openapi('Candidate');
const signed = { who: z.string().min(1).max(200).optional(), why: z.string().min(1).max(4000) };
const pairing = z
  .strictObject({ statements: z.tuple([z.string(), z.string()]), set: z.enum(['paired', 'unpaired']), ...signed })
  .openapi('PairDraft');
const judging = z.strictObject({ verdict: z.enum(['contradiction', 'none']), ...signed }).openapi('VerdictDraft');
const correction = plainCorrection.clone().openapi('Correction');
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });

/** Readouts beside one another: two meetings, two accounts of one, the points of a page against its body, what contradicts. */
export function comparisons(api: OpenAPIHono, desk: ApiDesk): void {
  const { archive } = desk;

  api.openapi(
    createRoute({
      operationId: 'compareMeetings',
      method: 'get',
      path: '/comparisons/{before}/{after}',
      request: { params: z.object({ before: seatName, after: seatName }) },
      responses: { 200: json(meetings) },
    }),
    async (context) => {
      const { before, after } = context.req.valid('param');
      const voice = await voiceOf(context);
      const [one, other] = await Promise.all([openSeat(archive, before, voice), openSeat(archive, after, voice)]);
      return reply(context, plainMeetings(await compareSeats(one, other, archive)));
    },
  );

  api.openapi(
    createRoute({
      operationId: 'listAccounts',
      method: 'get',
      path: '/dyads/{dyad}/accounts',
      request: { params: z.object({ dyad }), query: z.strictObject({ date }) },
      responses: { 200: json(listOf(toldTwice)) },
    }),
    async (context) => {
      const { date: day } = context.req.valid('query');
      return reply(context, { items: (await findToldTwice(archive, context.req.valid('param').dyad, day)).map(plainToldTwice) });
    },
  );

  api.openapi(
    createRoute({
      operationId: 'compareAccounts',
      method: 'get',
      path: '/accounts/{first}/{other}',
      request: { params: z.object({ first: seatName, other: seatName }) },
      responses: { 200: json(accounts) },
    }),
    async (context) => {
      const { first, other } = context.req.valid('param');
      const voice = await voiceOf(context);
      const [one, two] = await Promise.all([openSeat(archive, first, voice), openSeat(archive, other, voice)]);
      return reply(context, plainAccounts(await compareTold(one, two, archive)));
    },
  );

  api.openapi(
    createRoute({
      operationId: 'decidePair',
      method: 'post',
      path: '/accounts/{first}/{other}/pairs',
      middleware: limited(SMALL),
      request: { params: z.object({ first: seatName, other: seatName }), body: body(pairing) },
      responses: { 201: json(correction) },
    }),
    async (context) => {
      const { first, other } = context.req.valid('param');
      const { statements, set, who, why } = context.req.valid('json');
      const voice = await voiceOf(context);
      const [one, two] = await Promise.all([openSeat(archive, first, voice), openSeat(archive, other, voice)]);
      const made = await decidePair(archive, { first: one, other: two }, statements, set, { signed: desk.sign(who), why }, voice);
      return reply(context, made, 201, { Location: `/api/v1/corrections/${made.id}` });
    },
  );

  api.openapi(
    createRoute({
      operationId: 'getPoints',
      method: 'get',
      path: '/documents/{id}/points',
      request: { params: id },
      responses: { 200: json(points) },
    }),
    async (context) => {
      const { id: of } = context.req.valid('param');
      const standing = await archive.standing(of);
      if (!standing) throw new Fault('archive/no-such-document', '', '', { id: of });
      return reply(context, plainPoints(await pointsOf(standing.reading)));
    },
  );

  api.openapi(
    createRoute({
      operationId: 'listContradictions',
      method: 'get',
      path: '/dyads/{dyad}/contradictions',
      request: { params: z.object({ dyad }) },
      responses: { 200: json(listOf(candidate)) },
    }),
    async (context) => reply(context, { items: (await findCandidates(archive, context.req.valid('param').dyad)).map(plainCandidate) }),
  );

  api.openapi(
    createRoute({
      operationId: 'judgeContradiction',
      method: 'post',
      path: '/dyads/{dyad}/contradictions/{id}/verdict',
      middleware: limited(SMALL),
      request: { params: id.extend({ dyad }), body: body(judging) },
      responses: { 201: json(correction) },
    }),
    async (context) => {
      const { dyad: of, id: which } = context.req.valid('param');
      const { verdict, who, why } = context.req.valid('json');
      const made = await judgeCandidate(archive, of, which, verdict, { signed: desk.sign(who), why }, await voiceOf(context));
      return reply(context, made, 201, { Location: `/api/v1/corrections/${made.id}` });
    },
  );
}
