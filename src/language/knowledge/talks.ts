import { z } from 'zod';
import { talksFormats, talksKinds, talksLevels } from '../../record/schema.ts';

const words = z.array(z.string().min(1));

/** `languages/<code>/talks.yaml`: how a text tells that talks took place, when, where and between whom. */
export const talksKnowledge = z.strictObject({
  publishes: z.string().describe('the party whose ministry writes in this language'),
  ownNames: z.enum(['han', 'any']).describe('script of the names of the own side'),
  sameScript: words.describe('other parties whose names are written in that script'),
  publishers: z.record(z.string(), z.string()).describe('ministries → party'),
  encounters: z.partialRecord(z.enum(talksKinds), words).describe('what the talks are called'),
  notEncounters: words.describe('longer words in which these are none'),
  done: words.describe('right after the word: it took place'),
  between: words.describe('may stand between the word and what tells that it took place'),
  held: z
    .strictObject({ subject: words, object: words, were: words, did: words })
    .describe('marks of the subject and of the object after the word, and what tells, further on, that it was held or that they held it'),
  after: words.describe('may follow a predicate that is the own one of its sentence'),
  bare: z
    .strictObject({ before: words, ends: words, stop: words })
    .describe('talks told as a noun that ends its sentence (…と会談。): what stands before them, what may follow, what ends it'),
  planned: words.describe('at the end of a sentence: it is still to come'),
  announces: words.describe('the talks are told below'),
  about: words.describe('at the end of a title: it is about the talks named before'),
  manner: words.describe('words by which a page shows itself to be an account of talks'),
  severally: words.describe('in the sentence that tells talks with several: with each apart'),
  otherPages: z
    .strictObject({
      ends: words.describe('last words of titles'),
      holds: words.describe('words in titles'),
      headlines: words.describe('how a part of a headline of news ends: と会談'),
      soft: words.describe('words in titles of what may be still to come'),
      news: words.describe('words of the opening'),
      body: words.describe('words of the opening'),
    })
    .describe('what shows that a page is no account of talks'),
  forms: z.strictObject({ time: words, place: words, participants: words, ends: words }).describe('labels of a form and what follows them'),
  roles: z
    .strictObject({
      in: words,
      none: words,
      lists: words,
      guests: words.optional().describe('after those who were received or met: による表敬, を招いて'),
      members: words.optional().describe('after an organisation: some of its members, who do not stand for it: 理事国'),
    })
    .describe('what follows a person who took part, or did not'),
  speaks: words.describe('after a person who speaks or is spoken to'),
  byPhone: words.describe('before the word: a call'),
  until: words.describe('after the time at which they ended'),
  sides: words.describe('after a party whose people are listed'),
  from: words.describe('after a country, before its people in a list'),
  reports: words.describe('after a person whose words follow'),
  sideWords: z.strictObject({ own: words, other: words }).describe('words for either side before its people'),
  attended: words.describe('after those who attended besides'),
  ownOffices: words.optional().describe('by which alone the own side calls a holder of its own whom the page need not name: 総理'),
  plainOffices: words.describe('offices by which a foreign minister may be called at talks of foreign ministers'),
  levels: z.partialRecord(z.enum(talksLevels), words),
  formats: z.partialRecord(z.enum(talksFormats), words),
  occasions: z.strictObject({
    title: words,
    text: words,
    joins: words,
    leads: words.describe('at the head of an occasion, no part of its name: 開催中の'),
    visits: words.describe('at the end of an occasion that is a visit itself, and no event that others come to: 公式訪問'),
  }),
  visits: z.strictObject({
    in: words.describe('after the country that the following person visits'),
    before: words.describe('before a country that was visited'),
    hosts: words.describe('after the country that the page is about a visit to'),
    told: words.describe('those of `hosts` that tell that somebody went there: を訪問し'),
    short: words.describe('after a country with a word of `before`, before the person who visits: 訪日中の'),
    coming: words.describe('before a person who visits the own side: 来日中の'),
    joins: words.describe('between a person and the visit: 前原外務大臣のロシア訪問'),
    passing: words.describe('what shows that somebody only passed through: 経由'),
  }),
  places: z.strictObject({
    after: words,
    sure: words,
    not: words,
    fields: words.describe('at the end of what a particle of place may follow and is no place: 経済分野において'),
    ends: words,
  }),
  presides: words.optional().describe('after an organisation, of the country that presides over it: 議長国'),
  ordinals: z.strictObject({
    before: words,
    counters: words,
    th: words,
    between: words.describe('may stand between the number and the name of the talks'),
  }),
});
