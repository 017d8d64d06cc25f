import { z } from 'zod';
import { talksFormats, talksKinds, talksLevels } from '../../record/schema.ts';

const words = z.array(z.string().min(1));
/** A list that a language may leave out: nothing of it is known yet. */
const list = words.default([]);

/** `languages/<code>/talks.yaml`: how a text tells that talks took place, when, where and between whom. */
export const talksKnowledge = z.strictObject({
  publishes: z.string().describe('the party whose ministry writes in this language'),
  ownNames: z.enum(['han', 'any']).describe('script of the names of the own side'),
  sameScript: list.describe('other parties whose names are written in that script'),
  publishers: z.record(z.string(), z.string()).default({}).describe('ministries → party'),
  signatures: z
    .record(z.string(), z.record(z.string(), words))
    .optional()
    .describe('party → who publishes for it → words within a line at either end of a page that show it: 人民日報社にあります'),
  relations: list.describe('after two sides, of which the own stands first: 関係'),
  encounters: z.partialRecord(z.enum(talksKinds), words).default({}).describe('what the talks are called'),
  notEncounters: list.describe('longer words in which these are none'),
  done: list.describe('right after the word: it took place'),
  between: list.describe('may stand between the word and what tells that it took place'),
  more: list.default([]).describe('behind the word at the end of a heading: talks with these and others: 要人との会談等'),
  held: z
    .strictObject({ subject: list, object: list, were: list, did: list })
    .prefault({})
    .describe('marks of the subject and of the object after the word, and what tells, further on, that it was held or that they held it'),
  after: list.describe('may follow a predicate that is the own one of its sentence'),
  onward: z
    .strictObject({ ends: list, not: list })
    .prefault({})
    .describe('the end of a predicate behind which the sentence goes on without a comma, and signs that make it another verb: 会談し続ける'),
  bare: z
    .strictObject({ before: list, ends: list, stop: list })
    .prefault({})
    .describe('talks told as a noun that ends its sentence (…と会談。): what stands before them, what may follow, what ends it'),
  matters: list.describe('shortly before the word: what they talked about was named: …につき意見交換'),
  writers: list.describe('by which whoever writes the page speaks of himself as one who met: 私は'),
  companions: list.describe('behind one of the own side who went along with whoever travelled: と共に'),
  passing: z
    .strictObject({
      before: list,
      after: list,
      met: list.describe('behind the word as a verb: 会談した際'),
      apart: list.describe('behind one of several whom each was met: 某長官とは、'),
    })
    .prefault({})
    .describe('before and after the word, where talks are told in passing: 東山外相との会談で'),
  planned: list.describe('at the end of a sentence: it is still to come'),
  toldDone: words.optional().describe('ends of sentences that look like `planned` and tell of what is over: たと発表した'),
  together: z
    .strictObject({ counted: list, by: list })
    .prefault({})
    .describe('between those who met and the name of the talks: how many they are (日米豪｜3か国の防衛相会談), by whom they are held (による)'),
  inside: list.describe('after the name of talks: what was said there follows (会談では)'),
  settled: list.describe('in the account of a visit: both came to terms'),
  announces: list.describe('the talks are told below'),
  about: list.describe('at the end of a title: it is about the talks named before'),
  manner: list.describe('words by which a page shows itself to be an account of talks'),
  severally: list.describe('in the sentence that tells talks with several: with each apart'),
  otherPages: z
    .strictObject({
      ends: list.describe('last words of titles'),
      holds: list.describe('words in titles'),
      beside: list.describe('what sets talks beside another thing in a title, so that the page tells of both: 会談及び共同記者会見'),
      headlines: list.describe('how a part of a headline of news ends: と会談'),
      soft: list.describe('words in titles of what may be still to come'),
      news: list.describe('words of the opening'),
      rumours: words.optional().describe('those of `news` by which nobody is named: 同行筋'),
      body: list.describe('words of the opening'),
      asked: list.optional().describe('the same, where the text does not tell what was said at talks: (問)'),
    })
    .prefault({})
    .describe('what shows that a page is no account of talks'),
  forms: z
    .strictObject({ time: list, place: list, participants: list, met: list.optional(), ends: list, reported: words.optional() })
    .prefault({})
    .describe('labels of a form and what follows them'),
  roles: z
    .strictObject({
      in: list,
      none: list,
      at: words.optional().describe('after one who was met, with a place before the word for the talks: 某首相を｜ホテルにおいて表敬'),
      lists: list,
      ranks: words.optional().describe('what those are who were met with one who is named: 某大臣等｜某国側要人と'),
      guests: words.optional().describe('after those who were received or met: による表敬, を招いて'),
      members: words.optional().describe('after an organisation: some of its members, who do not stand for it: 理事国'),
    })
    .prefault({})
    .describe('what follows a person who took part, or did not'),
  speaks: list.describe('after a person who speaks or is spoken to'),
  byPhone: list.describe('before the word: a call'),
  delegations: words.optional().describe('after the country that sends them, before one of them: 政府代表団'),
  missions: list.describe('after the country that sends it: 日本国大使館'),
  came: words.optional().describe('somebody came, or was received, which may be evidence of talks: 来庁'),
  unfinished: words.optional().describe('ends of sentences that do not tell what is over: する'),
  events: words.optional().describe('events at which speeches are given, which are no talks: レセプション'),
  calls: list.describe('after a person, of one who went there: 某元首相を訪問した'),
  minutes: z
    .strictObject({ from: list, unit: list })
    .prefault({})
    .describe('between the time at which they began and the minute of the same hour at which they ended: 6時25分から｜50分｜まで'),
  until: list.describe('after the time at which they ended'),
  followedBy: list.default([]).describe('behind a beginning and an end: something else was held in that time too'),
  ofWhich: list.describe('beside two lengths: one holds the other, so that they are no sum'),
  sides: list.describe('after a party whose people are listed'),
  from: list.describe('after a country, before its people in a list'),
  reports: list.describe('after a person whose words follow'),
  sideWords: z.strictObject({ own: list, other: list }).prefault({}).describe('words for either side before its people'),
  attended: list.describe('after those who attended besides'),
  ownOffices: words.optional().describe('by which alone the own side calls a holder of its own whom the page need not name: 総理'),
  plainOffices: list.describe('offices by which a foreign minister may be called at talks of foreign ministers'),
  foreignOffices: words.optional().describe('of these, those by which the home of the language calls none of its own'),
  levels: z.partialRecord(z.enum(talksLevels), words).default({}),
  formats: z.partialRecord(z.enum(talksFormats), words).default({}),
  occasions: z
    .strictObject({
      relates: list.describe('before a conference, behind what it is about: に関する'),
      title: list,
      fields: list.optional().describe('what talks are about, and no event that they were held at: 農業分野での'),
      text: list,
      joins: list,
      leads: list.describe('at the head of an occasion, no part of its name: 開催中の'),
      visits: list.describe('at the end of an occasion that is a visit itself, and no event that others come to: 公式訪問'),
    })
    .prefault({}),
  conferences: z
    .strictObject({
      names: list.describe('last words of the names of conferences'),
      not: list.describe('longer words in which these are none'),
      there: list.describe('behind the name, besides `inside`: what was said there follows'),
      same: list.describe('before the bare word for a conference: the one told last'),
      goals: list.describe('particles behind the name, before what tells that somebody attended'),
      attends: list.describe('what tells that somebody attended'),
      before: words.optional().describe('behind the name: it was attended before what the sentence tells: に出席した後'),
      spoken: list.describe('what shows that the page tells what was said or settled there'),
      states: list.describe('in a title or a first sentence: those who came are states'),
      bodies: z.record(z.string(), words).default({}).describe('party → names of standing rounds whose members meet under it'),
    })
    .prefault({})
    .describe('conferences of many at which somebody spoke'),
  visits: z
    .strictObject({
      in: list.describe('after the country that the following person visits'),
      before: list.describe('before a country that was visited'),
      hosts: list.describe('after the country that the page is about a visit to'),
      told: list.describe('those of `hosts` that tell that somebody went there: を訪問し'),
      there: list.describe('after a country at the head of a paragraph of a journey: what was done there (メキシコでは)'),
      attends: list.describe('in a title or a first sentence: somebody came to an event that others come to as well'),
      ceremonies: list.describe('those of them that are held by the one country that the title names: 就任式出席'),
      arrived: list.describe('in the first sentence of the account of a visit: the guest has come (訪日したところ)'),
      short: list.describe('after a country with a word of `before`, before the person who visits: 訪日中の'),
      coming: list.describe('before a person who visits the own side: 来日中の'),
      posted: words.optional().describe('before one who took up the office that is named before: 着任した'),
      joins: list.describe('between a person and the visit: 前原外務大臣のロシア訪問'),
      passing: list.describe('what shows that somebody only passed through: 経由'),
    })
    .prefault({}),
  places: z
    .strictObject({
      after: list,
      earlier: words.optional().describe('behind a place and its particle, of talks held before: 昨年の某国での開催に引き続き'),
      sure: list,
      not: list,
      fields: list.describe('at the end of what a particle of place may follow and is no place: 経済分野において'),
      ends: list,
      head: words.optional().describe('before the place in a line above the text: 於'),
      houses: words.optional().describe('a name with one of these in it is a place, whatever its last word: ホテル'),
      inside: words.optional().describe('may end the name of a house, in which somebody met: 内'),
      seats: list.optional().describe('last words of a seat of government, which is of the country visited, or where a guest came, of the own'),
    })
    .prefault({}),
  presides: words.optional().describe('after an organisation, of the country that presides over it: 議長国'),
  ordinals: z
    .strictObject({
      before: list,
      counters: list,
      th: list,
      between: list.describe('may stand between the number and the name of the talks'),
      counted: list.describe('right behind the word for the talks, in a sentence that counts them: は'),
      including: list.describe('behind a form that earlier talks had, where a sentence counts them: を含め'),
    })
    .prefault({}),
});
