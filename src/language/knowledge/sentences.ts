import { z } from 'zod';

/** `languages/<code>/sentences.yaml`: where sentences end. */
export const sentencesKnowledge = z.strictObject({
  ends: z.string().describe('signs that end a sentence'),
  brackets: z.array(z.tuple([z.string(), z.string()])).describe('inside these a sign ends nothing'),
  longestBracket: z.number().describe('brackets that close later than this do not count, in units'),
});
