import { z } from 'zod';

const words = z.array(z.string().min(1));

/** `languages/<code>/sentences.yaml`: where sentences end. */
export const sentencesKnowledge = z.strictObject({
  ends: z.string().describe('signs that end a sentence'),
  narrow: z.string().default('').describe('further signs that end one right behind kana or a Han sign, and before no letter or digit'),
  capitals: z
    .strictObject({
      short: words.describe('words that end in a stop of their own: Mr.'),
      openers: words.describe('words that begin a sentence, also after such a word: The'),
      onward: words.describe('phrases that begin with such a word and begin no sentence: Secretary of').default([]),
    })
    .optional()
    .describe('a stop ends a sentence only before a blank and a capital letter'),
  closes: z.string().optional().describe('signs after an end that belong to it: ”'),
  brackets: z
    .array(z.tuple([z.string(), z.string()]))
    .default([])
    .describe('inside these a sign ends nothing'),
  longestBracket: z.number().default(400).describe('brackets that close later than this do not count, in units'),
});
