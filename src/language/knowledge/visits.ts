import { z } from 'zod';

const words = z.array(z.string().min(1));

/** `languages/<code>/visits.yaml`: how a text speaks of a visit that has taken place, where the predicate stands last. */
export const visitsKnowledge = z.strictObject({
  before: words.describe('right before the country visited: 訪 in 訪露'),
  after: words.describe('right after it, as a noun: 訪問, への訪問'),
  during: words.describe('right behind either, so that the visit is the time or the place of something: の際'),
  went: words.describe('right after the country visited, the visit as a deed that is over: を訪問した際'),
  joins: words.describe('all that may stand between the visitor, the day and the visit: の, が, に'),
  selves: words.describe('the one who speaks: 自らの'),
  former: words.describe('right before an office that its holder has no more: 前'),
  others: words.describe('ends of words for somebody else than the one named in them: 夫人'),
  unsure: words.describe('anywhere in the sentence: it was planned, and may not have taken place: 中止, 予定であった'),
});
