/** What several resources say: rows of the archive as JSON, and what may be asked of a list. */
import { z } from '@hono/zod-openapi';
import { ACTS, type Act } from '../record/acts.generated.ts';
import { TOPICS, type Topic } from '../record/topics.generated.ts';

export { z };

const number = z.number().int().nonnegative();
export const act = z.enum(Object.keys(ACTS) as [Act, ...Act[]]).openapi('Act');
export const topic = z.enum(Object.keys(TOPICS) as [Topic, ...Topic[]]).openapi('Topic');
export const side = z.enum(['own', 'other', 'joint', 'each', 'unknown']).openapi('Side');
export const count = z.object({ value: z.string(), count: number }).openapi('Count');
export const entityKind = z.enum(['person', 'instrument', 'mechanism']);

export const talksRow = z
  .object({
    document: z.string(),
    title: z.string().optional(),
    publisher: z.string().optional(),
    id: z.string(),
    kind: z.string(),
    level: z.string().optional(),
    date: z.string().optional(),
    day: z.string().optional(),
    start: z.string().optional(),
    duration: z.string().optional(),
    place: z.string().optional(),
    host: z.string().optional(),
    occasion: z.string().optional(),
    ordinal: number.optional(),
    parties: z.array(z.string()),
    statements: number,
    withheld: number,
    participants: z.array(
      z.object({ person: z.string(), name: z.string(), party: z.string(), office: z.string().optional(), role: z.string().optional() }),
    ),
  })
  .openapi('TalksRow');

export const documentRow = z
  .object({
    id: z.string(),
    n: number,
    title: z.string().optional(),
    kind: z.string().optional(),
    publisher: z.object({ party: z.string().optional(), name: z.string() }).optional(),
    published: z.string().optional(),
    language: z.string(),
    mediaType: z.string(),
    url: z.string().optional(),
    name: z.string().optional(),
    added: z.string(),
    changed: z.string(),
    removed: z.string().optional(),
    silent: z.boolean(),
    talks: z.array(talksRow),
    strip: z.array(z.object({ side, withheld: z.boolean() })),
    statements: number,
    withheld: number,
    commitments: number,
    instruments: number,
    low: number,
    issues: z.object({ errors: number, warnings: number }),
    corrections: number,
    orphans: number,
  })
  .openapi('DocumentRow');

export const difference = z
  .object({ gone: z.array(z.string()), come: z.array(z.string()), lines: z.object({ gone: number, come: number }) })
  .openapi('Difference');

/** Items and, where there is more, the cursor of what follows. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

// ── Parameters
export const id = z.object({ id: z.string().min(1).max(200) });
const words = z.string().min(1).max(400);
export const paged = { limit: z.coerce.number().int().min(1).max(500).optional(), cursor: z.string().max(400).optional() };
/** A parameter that may be given several times. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((given) => (given === undefined || Array.isArray(given) ? given : [given]), z.array(item).max(50).optional());
export const yes = z.enum(['yes', 'no']).optional();
export const dyad = words.max(20).optional();
export const text = words.optional();
export const date = z.string().min(4).max(40).optional();

/** Without what was not given: an absent parameter is no parameter. */
export function given<T extends object>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never;
}

export const json = <T extends z.ZodType>(schema: T, description = '') => ({ description, content: { 'application/json': { schema } } });
