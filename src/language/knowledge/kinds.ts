import { z } from 'zod';
import { documentKinds } from '../../record/schema.ts';

const words = z.array(z.string().min(1));
const kind = z.enum(documentKinds);
const byKind = z.partialRecord(kind, words);

/** `languages/<code>/kinds.yaml`: by what a reader tells what kind of text a page is. */
export const kindsKnowledge = z.strictObject({
  head: z
    .enum(['first', 'last'])
    .describe('which of several words in a title says what the page is: 会談後の共同記者会見 is what its last word says'),
  titles: byKind.describe('words in a title that say the kind: 共同声明'),
  ends: byKind.describe('ends of a title that say it, brackets left aside: …間の協定'),
  yields: z.partialRecord(kind, z.array(kind)).describe('a kind whose words in a title count for nothing beside words of these others'),
  goesOn: words.default([]).describe('ends of a line of the title that goes on in the next: …に関する'),
  lines: z
    .partialRecord(
      kind,
      z.array(
        z.strictObject({
          signs: words,
          within: z.number().int(),
          least: z.number().int(),
          firm: z.boolean().default(false).describe('whether they say it also where talks are told'),
        }),
      ),
    )
    .describe('groups of signs within so many units of the beginning of a line, of which at least so many lines have one: 【…記者】'),
  spoken: z
    .strictObject({ sign: z.string().length(1), least: z.number().int() })
    .optional()
    .describe('so many lines that begin with a name in capitals and this sign make a transcript: SECRETARY COLE:'),
  beside: words
    .default([])
    .describe('what sets talks beside another thing in a title: where talks are told, the page is an account of them: 会談及び共同記者会見'),
  coming: words.default([]).describe('words of a title that look ahead, also where the text recalls earlier talks: …で調整'),
  bound: words.default([]).describe('particles behind a word of the title by which it is told of, not what the page is: 共同声明が…'),
  manner: z
    .strictObject({
      met: words.describe('words of the opening that tell that people met, without which a title that names talks is only about some'),
      visits: words.default([]).describe('words of a title that name a visit, on which people meet although no sentence says so: 訪日'),
      jointPress: words.default([]).describe('those of both sides together: 共同記者会見'),
      press: words.default([]).describe('words of the first sentence that tell that it was said to the press'),
      asks: words.describe('ends of a sentence that asks: か。'),
      speaks: words.describe('words of a writer who speaks of himself: 私は'),
      urges: z
        .strictObject({ anywhere: words.default([]), atEnd: words.default([]) })
        .describe('words, and ends of sentences, of a writer who says what ought to be: べきだ。'),
    })
    .describe('by what one sees whether the rest of a text is an account: it tells, and does not ask, speak or urge'),
  ahead: words.describe('words near the beginning that tell of what is to come: 開催する予定'),
  behind: words.default([]).describe('words near the beginning that tell something as done, under a title that might announce it: …しました'),
});
