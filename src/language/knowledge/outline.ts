import { z } from 'zod';

const words = z.array(z.string().min(1));
/** A list that a language may leave out: nothing of it is known yet. */
const list = words.default([]);

/** `languages/<code>/outline.yaml`: how pages of this language are laid out. */
export const outlineKnowledge = z.strictObject({
  titles: words.describe('words of which a title holds one: 会談, 概要'),
  longestTitle: z.number().optional().describe('a longer line is no title, in units'),
  dateline: z
    .strictObject({
      signs: words,
      one: words.optional().describe('it holds one of these besides'),
      longest: z.number(),
      longer: z.number().optional().describe('a longer line is one with a day and its year at either end'),
      labels: words.optional().describe('before the page’s own day, wherever the line stands: Published'),
    })
    .default({ signs: [], longest: 0 })
    .describe('a line that holds all of the signs and is no longer is the page’s date'),
  points: list.describe('headings of a list of main points: ポイント'),
  notes: list.describe('what opens a note: (注)'),
  references: list.describe('headings of what is added for reference: 参考'),
  letters: z
    .array(words)
    .default([])
    .describe('families of letters that number items, each with its series, the letters set apart by spaces: [ア イ ウ, イ ロ ハ]'),
  bareNumbers: z.boolean().optional().describe('false: a figure before a blank is no number of a line: 16 May'),
  bullets: z.string().default('').describe('signs before items that are not numbered'),
  heads: z
    .array(z.tuple([z.string(), z.string()]))
    .default([])
    .describe('brackets around a heading: 【 】; an opening sign alone may stand before one: ■'),
  longestHeading: z.number().default(40).describe('a line without a full stop that is longer is no heading, in units'),
  ends: list.describe('ends of a line that is a sentence although no stop closes it: 一致, 以下のとおり'),
  of: list.default([]).describe('before such an end: over a text the line is a heading all the same: 方針の確認'),
  onward: z
    .strictObject({ before: list, words: list, after: list })
    .prefault({})
    .describe(
      'where a plain text broke a sentence around a link: particles that begin a line before a word, words that begin one so, what such a line ends in',
    ),
  form: list.describe('labels of a form: 日時, 場所'),
  formSide: z.string().optional().describe('a line of a form begins with the name of a side, this word and a colon'),
});
