import { z } from 'zod';
import { ACTS, type Act } from '../../record/acts.generated.ts';

const act = z.enum(Object.keys(ACTS) as [Act, ...Act[]]);
const words = z.array(z.string().min(1));

/** `languages/<code>/acts.yaml`: the wordings of the acts. Every rule of reading an act has the name `<code>.acts/<id>`. */
export const actsKnowledge = z.strictObject({
  predicates: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        act,
        words,
        form: z.string().describe('a form of clauses.yaml, or "noun": no clause by itself, only with a verb that gives it; or "fixed": as written'),
        takes: z.enum(['content']).optional().describe('a neutral verb or noun of saying: its class comes from the content before it'),
        alone: act.optional().describe('the act where one side does it'),
        weak: z.boolean().optional().describe('counts only at the end of a sentence or with a speaker of its own'),
        after: z.array(z.strictObject({ act, words })).optional().describe('the act where one of these words stands shortly before it'),
      }),
    )
    .describe('verbs and nouns that carry an act'),
  giving: z
    .array(z.strictObject({ words, form: z.string(), act: act.optional() }))
    .describe('verbs without an act of their own, which give that of their noun: 行う, ある, 示す; `act` where they lend one'),
  tails: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), act, words }))
    .describe('ends of reported content that make its class: たい, ていく'),
  strength: z.strictObject({ softened: words, marked: words, strong: words }).describe('−1, 1, 2 of verb.strength'),
  positions: z.strictObject({ nouns: words, told: words }).describe('nouns of a position, and what stands before one that is told'),
  nothing: words.describe('phrases with an act word that are no act: 概要以下のとおり'),
});
