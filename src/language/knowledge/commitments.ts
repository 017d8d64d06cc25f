import { z } from 'zod';

const words = z.array(z.string().min(1));

/** `languages/<code>/commitments.yaml`: what a statement promises that can be checked later. */
export const commitmentsKnowledge = z.strictObject({
  visits: z.strictObject({
    before: words.describe('right before a party that is visited: 訪 in 訪露'),
    after: words.describe('after a party that is visited: を訪問, への訪問'),
    alone: words.describe('a visit to the other side, which need not be named: 往訪'),
    coming: words.describe('a visit to the speaker’s own side: 来訪'),
    not: words.describe('words in which a visit is none: 訪問中'),
  }),
  invitations: words.describe('an invitation that is still to come: 招きたい'),
  meetings: z.strictObject({
    nouns: words.describe('what is held: 会談, 協議'),
    doing: words.describe('what is done with it: を開催, の再開'),
    next: words.describe('what shows that a certain one is meant: 次回'),
    held: words.describe('doing that counts only where a certain one or a date is named: を行'),
  }),
  aid: words.describe('what is given; an amount must be named too'),
  signatures: words.describe('signing: 署名する'),
  entries: words.describe('entry into force and what leads to it: 発効, 批准'),
  actions: words.describe('named deeds with an object: を派遣, を撤廃'),
  soft: words.describe('what makes an outcome only an aim: 調整, 向けて, 目指'),
  conditions: words.describe('ends of a condition: であれば、'),
  subjects: words.describe('after the one who acts inside the content: が, 側が'),
  happened: words.describe('right after a signing or an entry into force that is told as done'),
});
