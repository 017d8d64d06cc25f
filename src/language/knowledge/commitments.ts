import { z } from 'zod';

const words = z.array(z.string().min(1));

/** `languages/<code>/commitments.yaml`: what a statement promises that can be checked later, where the predicate stands last. */
export const commitmentsKnowledge = z.strictObject({
  visits: z.strictObject({
    before: words.describe('right before a party that is visited: 訪 in 訪露'),
    after: words.describe('after a party that is visited: を訪問, への訪問'),
    alone: words.describe('a visit to the other side, which need not be named: 往訪'),
    coming: words.describe('a visit to the speaker’s own side: 来訪'),
    missions: words.describe('bodies whose dispatch is a visit: 使節団'),
    sending: words.describe('their dispatch: 派遣'),
    visitor: words.describe('between the one who visits and the visit: の, が'),
  }),
  invitations: z.strictObject({
    meant: words.describe('an invitation that is still to come: 招きたい'),
    nouns: words.describe('an invitation as a noun, carried by a letter or taken up: 招待'),
  }),
  responses: words.describe('what answers an invitation without naming the visit: 実現, 日程, 前向き'),
  meetings: z.strictObject({
    nouns: words.describe('what is held: 会談, 委員会'),
    loose: words.describe('what is held, and is talked of in general too: 協議, 対話'),
    particles: words.describe('right after what is held: を, は, の'),
    holding: words.describe('held: 開催, 行う'),
    launching: words.describe('begun, which tells by itself that a certain one is meant: 立ち上げ'),
    keeping: words.describe('kept up: 続け; not for what is loose'),
    certain: words.describe('what shows that a certain one is meant: 次回, 早期'),
  }),
  aid: z.strictObject({
    grants: words.describe('money by its kind: 円借款'),
    money: words.describe('units of money: 円, ドル'),
    giving: words.describe('given, whatever it is: 供与'),
    doing: words.describe('done, where money is named: 行う'),
    toward: words.describe('after the party that gets it: に, への'),
    groups: words.describe('people who get it and whose country the words before tell: 避難民'),
  }),
  signatures: words.describe('signing: 署名'),
  entries: words.describe('entry into force and what leads to it: 発効, 批准'),
  agreements: words.describe('the conclusion of a treaty, which counts with a day or an aim only: 締結'),
  actions: z.strictObject({
    deeds: words.describe('named deeds: 派遣, 撤廃; they need an object'),
    beginnings: words.describe('begun: 開始; only of the things below'),
    things: words.describe('what can be seen to begin: 交渉, 調査'),
    objects: words.describe('what marks an object: を'),
    topics: words.describe('what marks an object that is the topic: は'),
    nominal: words.describe('between the object and a deed told as a noun: の'),
    dated: words.describe('deeds that count with a day only; what they go to marks them: に参加'),
    goals: words.describe('what marks that: に'),
    asked: words.describe('what only a request that was taken up promises: 務め'),
  }),
  closings: words.describe('what may stand between a deed and the end of what was said: する, 予定, 考え'),
  suspended: words.describe('ends of a deed that another follows: し, して'),
  idle: words.describe('between what was said and the verb: it is no deed that is agreed: 重要性'),
  bridges: z.strictObject({
    strong: words.describe('between a thing and the work for it, also over a comma: に向け, を目指し'),
    weak: words.describe('the same within one clause only: を, につき'),
  }),
  aims: z.strictObject({
    aim: words.describe('a predicate that aims at a thing: 目指, 調整'),
    work: words.describe('a predicate that works for a thing: 進め'),
  }),
  items: words.describe('between things told in a row: こと、'),
  complements: words.describe('hand what was said to the verb: ことを, 旨'),
  conditions: words.describe('ends of a condition: であれば'),
  subjects: words.describe('after the one who acts inside the content: が, 側が'),
  deadline: words.describe('last part of the rule of a date that is a limit, not a day fixed: until'),
});
