import { z } from 'zod';
import { instrumentEvents, instrumentKinds } from '../../record/schema.ts';

const words = z.array(z.string().min(1));

/** `languages/<code>/instruments.yaml`: names of treaties and documents, and how a text tells what happened to them. */
export const instrumentsKnowledge = z.strictObject({
  names: z.partialRecord(z.enum(instrumentKinds), words).describe('kind → last words of the name; the longest counts'),
  parts: words.describe('hiragana inside a name: に関する, との間の'),
  edges: words.describe('what ends the search back for the beginning of a name: 同, また'),
  bare: words.describe('words that are no name by themselves: 条約 alone, 協定'),
  not: words.describe('longer words in which a name is none: 協定世界時'),
  pointing: words.describe('before the last word of a name already told: 同, 本'),
  events: z
    .array(z.strictObject({ event: z.enum(instrumentEvents), words, future: z.boolean().optional().describe('a coming day may be told with it: 発効する') }))
    .describe('event → forms that say it happened'),
  wished: words.describe('after such a form: it has not happened: よう, ため, ことを期待'),
  effects: words.describe('openings that point at the instrument just told: これにより'),
});
