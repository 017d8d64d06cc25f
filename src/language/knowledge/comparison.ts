import { z } from 'zod';
import { ACTS, type Act } from '../../record/acts.generated.ts';
import { CONCEPTS, type Concept } from '../../record/concepts.generated.ts';

const words = z.string().min(1);

/** `languages/<code>/comparison.yaml`: what setting two texts side by side must know of a language. */
export const comparisonKnowledge = z.strictObject({
  spellings: z.array(z.array(words).min(2)).optional().describe('spellings of one word; the first stands for all'),
  inside: words.optional().describe('signs that may stand or be left out between two ideographs of one word'),
  verbs: z
    .partialRecord(z.enum(Object.keys(ACTS) as [Act, ...Act[]]), z.array(z.array(words).min(1)).min(2))
    .optional()
    .describe('verbs of one act from the weakest to the strongest'),
  terms: z
    .partialRecord(z.enum(Object.keys(CONCEPTS) as [Concept, ...Concept[]]), z.array(words).min(1))
    .optional()
    .describe('concept of vocabulary/concepts.yaml → the words for it, in small letters'),
});
