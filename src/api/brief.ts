import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { BRIEF_FORMATS, type BriefFormat, briefFile, briefWanted, MEDIA_TYPES, makeBrief, publishBrief } from '../desk/following/brief.ts';
import { interfaceCodes, loadVoice } from '../desk/languages.ts';
import { today } from '../desk/outside.ts';
import { Fault } from '../fault.ts';
import type { ApiDesk } from './desk.ts';
import { voiceOf } from './problem.ts';
import { reply, replyText } from './reply.ts';
import { z } from './shapes.ts';

const number = z.number().int().nonnegative();
const side = z.enum(['own', 'other', 'joint', 'each', 'unknown']);
const run = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('own'),
      words: z.string(),
      strong: z.literal(true).optional(),
      small: z.literal(true).optional(),
      whole: z.literal(true).optional(),
    }),
    z.object({ kind: z.literal('quote'), words: z.string(), language: z.string(), cut: z.literal(true).optional() }),
    z.object({ kind: z.literal('mark'), side }),
    z.object({ kind: z.literal('hatch') }),
    z.object({ kind: z.literal('cite'), numbers: z.array(number) }),
  ])
  .openapi('BriefRun');
const line = z.object({ runs: z.array(run), absent: z.literal(true).optional() }).openapi('BriefLine');
const list = z.object({ kind: z.literal('list'), numbered: z.boolean(), lines: z.array(line) });
const table = z.object({
  kind: z.literal('table'),
  caption: z.string(),
  columns: z.array(z.object({ head: z.string(), share: z.number() })),
  groups: z.array(z.object({ head: z.array(line), rows: z.array(z.array(line)) })),
});
const step = z.object({ label: z.string(), state: z.enum(['done', 'ahead', 'absent']), date: line, note: line.optional() });
const clock = z.object({ kind: z.literal('clock'), name: line, steps: z.array(step), notes: z.array(line) });
const brief = z
  .object({
    language: z.string(),
    dyad: z.string(),
    asOf: z.string(),
    kicker: z.string(),
    title: z.string(),
    facts: z.array(z.string()),
    key: z.array(line),
    keyNote: z.string(),
    sections: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        note: z.string().optional(),
        blocks: z.array(z.discriminatedUnion('kind', [list, table, clock])),
      }),
    ),
    sources: z.array(
      z.object({
        number,
        document: number,
        statement: z.string().optional(),
        path: z.string(),
        place: z.string(),
        date: z.string(),
        quote: z.string(),
        language: z.string(),
      }),
    ),
    documents: z.array(
      z.object({
        id: z.string(),
        version: number,
        title: z.string().optional(),
        name: z.string(),
        language: z.string(),
        about: z.string(),
        url: z.string().optional(),
      }),
    ),
    sourcesTitle: z.string(),
    documentsTitle: z.string(),
    foot: z.string(),
  })
  .openapi('Brief');

/** The media type of a format, without its parameters. */
const typeOf = (format: BriefFormat) => MEDIA_TYPES[format].split(';')[0] as string;

/** The brief of a relation, in the format that `format` or the header Accept names. */
export function briefs(api: OpenAPIHono, { archive }: ApiDesk): void {
  const text = { schema: { type: 'string' as const } };
  const binary = { schema: { type: 'string' as const, format: 'binary' } };
  api.openapi(
    createRoute({
      operationId: 'getBrief',
      method: 'get',
      path: '/dyads/{dyad}/brief',
      request: {
        params: z.object({ dyad: z.string().max(20) }),
        query: z.strictObject({
          before: z.string().max(20).optional(),
          topics: z.string().max(400).optional(),
          pages: z.string().max(8).optional(),
          format: z.enum(BRIEF_FORMATS).optional(),
          locale: z.string().max(20).optional(),
        }),
      },
      responses: {
        200: {
          description: '',
          content: {
            'application/json': { schema: brief },
            [typeOf('html')]: text,
            [typeOf('markdown')]: text,
            [typeOf('pdf')]: binary,
            [typeOf('docx')]: binary,
          },
        },
      },
    }),
    async (context) => {
      const { dyad } = context.req.valid('param');
      const { format, locale, ...asked } = context.req.valid('query');
      const codes = await interfaceCodes();
      if (locale !== undefined && !codes.includes(locale))
        throw new Fault('brief/unknown-locale', '', '', { name: locale, languages: codes.join(', ') });
      const voice = locale === undefined ? await voiceOf(context) : await loadVoice(locale);
      const wanted = format ?? accepted(context);
      const made = await makeBrief(archive, dyad, { ...briefWanted(asked, today(), voice), format: wanted }, voice);
      const headers = { Vary: 'Accept, Accept-Language', 'Content-Language': voice.code };
      if (wanted === 'json') return reply(context, made, 200, headers) as never;
      return replyText(context, await publishBrief(made, wanted, voice), 200, {
        ...headers,
        'Content-Type': MEDIA_TYPES[wanted],
        'Content-Disposition': `${wanted === 'html' ? 'inline' : 'attachment'}; filename="${briefFile(made, wanted)}"`,
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      }) as never;
    },
  );
}

/** The format that the client would rather have; JSON where it does not say. */
function accepted(context: Context): BriefFormat {
  const asked = (context.req.header('accept') ?? '').split(',').map((one) => {
    const [type = '', ...parameters] = one.trim().split(';');
    const quality = /^\s*q=([\d.]+)/.exec(parameters.find((each) => /^\s*q=/.test(each)) ?? '')?.[1];
    return { type: type.trim().toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
  });
  const qualityOf = (format: BriefFormat) => asked.find(({ type }) => type === typeOf(format))?.quality ?? 0;
  return ['json', ...BRIEF_FORMATS].reduce<BriefFormat>(
    (best, format) => (qualityOf(format as BriefFormat) > qualityOf(best) ? (format as BriefFormat) : best),
    'json',
  );
}
