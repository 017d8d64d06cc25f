import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { GROUPS, type LedgerAsked, makeClock, makeClocks, makeLedger, REASONS, STATES } from '../desk/following/ledger.ts';
import { LEDGER_MEDIA, ledgerCalendar, ledgerCsv, ledgerFeed } from '../desk/following/ledger-formats.ts';
import { instant, today } from '../desk/outside.ts';
import { INSTRUMENT_STEPS, type InstrumentStep } from '../record/instrument-steps.generated.ts';
import { commitmentKinds, instrumentKinds, stages } from '../record/schema.ts';
import { TREATIES, type Treaty } from '../record/treaties.ts';
import type { ApiDesk } from './desk.ts';
import { apiFault, voiceOf } from './problem.ts';
import { reply, replyText } from './reply.ts';
import { date, dyad, given, id, json, text, z } from './shapes.ts';

const number = z.number().int();
const parties = z.array(z.string());
const event = z.enum(Object.keys(INSTRUMENT_STEPS) as [InstrumentStep, ...InstrumentStep[]]);
const cited = z
  .object({
    document: z.string(),
    title: z.string().optional(),
    language: z.string(),
    publisher: z.string().optional(),
    date: z.string().optional(),
    statement: z.string().optional(),
    path: z.string(),
    quote: z.string(),
  })
  .openapi('Cited');
const line = z
  .object({
    id: z.string(),
    dyad: z.string(),
    kind: z.enum(commitmentKinds),
    by: parties,
    to: parties,
    visitor: z
      .object({
        how: z.enum(['named', 'speaker', 'hearer', 'holder', 'level', 'mission']),
        name: z.string().optional(),
        person: z.string().optional(),
        role: z.string().optional(),
        level: z.string().optional(),
      })
      .optional(),
    called: z.string().optional(),
    what: cited,
    stage: z.enum(stages),
    state: z.enum(STATES),
    group: z.enum(GROUPS),
    due: z.object({ edtf: z.string(), text: z.string(), basis: z.enum(['stated', 'inferred']), deadline: z.literal(true).optional() }).optional(),
    days: number.optional(),
    conditions: z.array(z.string()),
    steps: z.array(z.object({ stage: z.enum(stages), day: z.string().optional(), by: parties, reason: z.enum(REASONS), cited: z.array(cited) })),
    tellings: z.array(cited),
    searched: z.object({ from: z.string(), until: z.string(), talks: number, looked: z.array(z.object({ why: z.string(), cited })) }).optional(),
    decided: z.object({ correction: z.string(), stage: z.enum(stages), who: z.string(), when: z.string(), why: z.string() }).optional(),
    of: z.array(z.object({ document: z.string(), commitment: z.string() })),
    after: z.string().optional(),
  })
  .openapi('LedgerLine');
const ledger = z
  .object({ dyad: z.string().optional(), asOf: z.string(), all: number, talks: number, until: z.string().optional(), items: z.array(line) })
  .openapi('Ledger');
const clock = z
  .object({
    id: z.string(),
    life: z.object({ n: number, of: number, began: z.object({ day: z.string(), why: z.enum(['decided', 'signed-again']) }).optional() }).optional(),
    name: z.string(),
    treaty: z.enum(Object.keys(TREATIES) as [Treaty, ...Treaty[]]).optional(),
    names: z.array(z.object({ name: z.string(), language: z.string(), documents: number })),
    kind: z.enum(instrumentKinds),
    parties,
    steps: z.array(
      z.object({
        event,
        date: z.string().optional(),
        status: z.enum(['told', 'ahead', 'passed']),
        days: number.optional(),
        cited: z.array(cited),
        at: z.array(cited),
      }),
    ),
    missing: z.array(event),
    next: z.array(event),
    clauses: z.array(
      z.object({
        step: event,
        from: event,
        count: number,
        unit: z.enum(['day', 'month', 'year']),
        counted: z.array(z.string()),
        stated: z.string().optional(),
        verdict: z.enum(['agrees', 'differs', 'open']),
        cited,
      }),
    ),
    contradictions: z.array(
      z.object({
        code: z.enum(['two-days', 'out-of-order', 'count-differs']),
        event,
        other: event,
        dates: z.tuple([z.string(), z.string()]),
        cited: z.array(cited),
      }),
    ),
    last: z.string().optional(),
  })
  .openapi('Clock');
const clocks = z.object({ asOf: z.string(), items: z.array(clock) });

const day = z.iso.date().optional();
const asked = {
  dyad,
  asOf: day,
  by: text,
  kind: z.enum(commitmentKinds).optional(),
  state: z.enum(STATES).optional(),
  group: z.enum(GROUPS).optional(),
  due: date,
  line: text,
};
const FILES = [
  ['csv', 'getLedgerCsv'],
  ['ics', 'getLedgerCalendar'],
  ['atom', 'getLedgerFeed'],
] as const;

/** What is owed, and where treaties stand: followed over all readouts. */
export function ledgers(api: OpenAPIHono, { archive }: ApiDesk): void {
  const wanted = (query: { asOf?: string | undefined }): LedgerAsked => ({ ...given(query), asOf: query.asOf ?? today() });

  api.openapi(
    createRoute({
      operationId: 'getLedger',
      method: 'get',
      path: '/ledger',
      request: { query: z.strictObject(asked) },
      responses: { 200: json(ledger) },
    }),
    async (context) => {
      const { lines, changes: _, left: __, ...told } = await makeLedger(archive, wanted(context.req.valid('query')), await voiceOf(context));
      return reply(context, { ...told, items: lines });
    },
  );

  for (const [format, operationId] of FILES)
    api.openapi(
      createRoute({
        operationId,
        method: 'get',
        path: `/ledger.${format}`,
        request: { query: z.strictObject(asked) },
        responses: { 200: { description: '', content: { [LEDGER_MEDIA[format].split(';')[0] as 'text/csv']: { schema: { type: 'string' } } } } },
      }),
      async (context) => {
        const voice = await voiceOf(context);
        const told = await makeLedger(archive, wanted(context.req.valid('query')), voice);
        const { origin } = new URL(context.req.url);
        const addresses = { pages: `${origin}/${voice.code}/`, self: context.req.url };
        // The time of its making is that of what it tells, so that the same answer has the same ETag.
        const now = instant();
        const when = told.changes().find((change) => change.when <= now)?.when ?? `${told.asOf}T00:00:00Z`;
        const body =
          format === 'csv'
            ? ledgerCsv(told)
            : format === 'ics'
              ? ledgerCalendar(told, voice, when, addresses)
              : ledgerFeed(told, voice, when, addresses);
        return replyText(context, body, 200, { 'Content-Type': LEDGER_MEDIA[format], Vary: 'Accept-Language' }) as never;
      },
    );

  api.openapi(
    createRoute({
      operationId: 'listClocks',
      method: 'get',
      path: '/clocks/{dyad}',
      request: { params: z.object({ dyad: z.string().max(20) }), query: z.strictObject({ asOf: day }) },
      responses: { 200: json(clocks.extend({ dyad: z.string() }).openapi('Clocks')) },
    }),
    async (context) => {
      const asOf = context.req.valid('query').asOf ?? today();
      const told = await makeClocks(archive, { dyad: context.req.valid('param').dyad, asOf }, await voiceOf(context));
      return reply(context, { dyad: told.dyad, asOf, items: told.clocks });
    },
  );

  api.openapi(
    createRoute({
      operationId: 'getClock',
      method: 'get',
      path: '/instruments/{id}/clock',
      request: { params: id, query: z.strictObject({ asOf: day }) },
      responses: { 200: json(clocks.openapi('InstrumentClock')) },
    }),
    async (context) => {
      const { id: of } = context.req.valid('param');
      const asOf = context.req.valid('query').asOf ?? today();
      const items = await makeClock(archive, of, asOf);
      if (items.length === 0) throw apiFault('no-such-entry', { id: of });
      return reply(context, { asOf, items });
    },
  );
}
