import { z } from 'zod';
import { ACTS, type Act } from '../../record/acts.generated.ts';

const act = z.enum(Object.keys(ACTS) as [Act, ...Act[]]);
const words = z.array(z.string().min(1));
/** A list that a language may leave out: nothing of it is known yet. */
const list = words.default([]);
const id = z.string().regex(/^[a-z0-9-]+$/);

/** `languages/<code>/acts.yaml`: the wordings of the acts. A rule of reading an act has the name `<code>.acts/<id>`. */
export const actsKnowledge = z.strictObject({
  predicates: z
    .array(
      z.strictObject({
        id,
        act,
        words,
        form: z.string().describe('a form of clauses.yaml'),
        takes: z
          .enum(['content', 'quoted'])
          .optional()
          .describe('content: a neutral verb or noun of saying, its class comes from what is said; quoted: only where whole sentences are reported'),
        firm: list
          .optional()
          .describe('right before the predicate: it is told for itself all the same, where another clause follows it (…を支持し、)'),
        weak: z.boolean().optional().describe('before another predicate of the same speaker it is content, unless what it is about is named'),
        reported: z.boolean().optional().describe('counts only where content is reported before it: 旨応じた'),
        inverse: z.boolean().optional().describe('the other side’s act, told as our gain: 支持を得た'),
        answers: z.boolean().optional().describe('says of itself that it answers what was said before: 応じた'),
        impersonal: z
          .boolean()
          .optional()
          .describe('says what must be, not what somebody does: before what is agreed on it is content, 受け入れられず、…で一致'),
        intends: z.boolean().optional().describe('wished for or still to come (協議したい), it is the intention to do it'),
        lends: z.boolean().optional().describe('the verb of a noun that stands beside it too: 支持と｜協力を表明'),
        noun: z.string().optional().describe('the noun in which the words end, behind the end of a verb that is content: く考え'),
        deed: z
          .boolean()
          .optional()
          .describe('also a deed: no word is given where it is part of what is spoken of, …を保証するとともに、…することは重要である'),
        refused: act.optional().describe('the act where it is negated: 一致しなかった'),
        alone: act.optional().describe('the act where one side alone is named for it: 日本側は…こととした'),
        comes: act.optional().describe('the act where it comes from one side alone: 先方から、認識を共有する旨述べた'),
        desired: act.optional().describe('the act where it is only wished for: 回答したい'),
        idle: words.optional().describe('right before it: a standing state, no act: 基本的価値を共有し'),
        came: words.optional().describe('no act before a comma where one of these stands before the next predicate: 招待に応じ、…実現したことを'),
        behind: words.optional().describe('counts only right behind one of these: …である・とし'),
        needs: words.optional().describe('counts only where one of these stands before it in its clause: 文書を手渡した, and no 記念品を手渡した'),
        after: z.array(z.strictObject({ act, words })).optional().describe('the act where one of these words stands before it in its clause'),
      }),
    )
    .describe('verbs and nouns that carry an act'),
  giving: z
    .array(z.strictObject({ id, words, form: z.string(), inverse: z.boolean().optional(), refused: act.optional() }))
    .default([])
    .describe('verbs without an act of their own, which give that of their noun: 行う, ある, 示す'),
  none: z
    .array(z.strictObject({ words, form: z.string() }))
    .default([])
    .describe('words that carry and give no act, and keep shorter ones from being found in them: である'),
  tails: z
    .array(z.strictObject({ id, act, words }))
    .default([])
    .describe('ends of reported content that make its class: たい, ていく; the longest that fits counts'),
  closers: z
    .array(
      z.strictObject({ id, act, words, except: words.optional().describe('ends of what stands before, after which they are none: 協議させ・よう') }),
    )
    .default([])
    .describe('complementisers that make the class themselves: よう, べき'),
  strength: z
    .strictObject({
      softened: list,
      marked: list,
      strong: list,
      adnominal: list.describe('which of them are said of the noun right behind them: 深刻な'),
    })
    .prefault({})
    .describe('−1, 1, 2 of verb.strength'),
  positions: z
    .strictObject({ nouns: list, told: list, owners: list.optional(), about: list.optional() })
    .prefault({})
    .describe('nouns of a position, what stands before one that is told, whose one is that a verb before tells, and verbs that tell none'),
  talks: list.describe('in a sentence with one of these an act of exchange without a matter is the talks themselves: 概要'),
  chairs: words.optional().describe('documents that whoever is in the chair issues alone, where somebody is named for it: 議長声明'),
  looked: list.describe('what one went to look at: what is confirmed there was not said at the talks: 工場を視察し、進展を確認した'),
  outside: list.describe('before an exchange: with whom else one spoke, beside the talks: 在留邦人と懇談'),
  among: list.describe('in the clause of an exchange: between whom else it was: 学生の間で'),
  met: list.describe('what makes a confirmation by one named side that of both: …大臣は…長官と会談し、…を確認した'),
  meetings: words.optional().describe('nouns of meeting that tell no exchange where nothing says what it was about: 政策協議を行った'),
  attended: list.describe('ends of a sentence that tells who was there, not what was said: 出席した'),
  former: list.describe('what tells of another day: 先般, 前回の会談で'),
  day: z
    .strictObject({ at: list, meeting: list })
    .prefault({})
    .describe('right behind the day on which a step was taken, and behind the name of the meeting at which it was'),
});
