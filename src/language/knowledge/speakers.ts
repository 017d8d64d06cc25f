import { z } from 'zod';

const words = z.array(z.string().min(1));
/** A list that a language may leave out: nothing of it is known yet. */
const list = words.default([]);

/** `languages/<code>/speakers.yaml`: the frames in which a text says who speaks. */
export const speakersKnowledge = z.strictObject({
  frames: z
    .strictObject({
      source: list.describe('after a speaker: 前原大臣から、'),
      topic: list.describe('after a subject: 両外相は、'),
      together: list.describe('after both in one word: 両外相とも; after one side it means with it: 米側とも連携'),
      subject: list.describe('after a subject that may belong to the content: 双方が'),
      stance: list.describe('as a side: ロシアとしては'),
    })
    .prefault({})
    .describe('what follows a name and makes it the speaker'),
  notFrames: list.describe('what begins like a frame and is none: からの, はじめ'),
  between: list.describe('after both: 両外相間で, 双方の間で, との間で'),
  joint: list.describe('all sides in one word: 双方, 三者'),
  pair: list.describe('two in one word; among three parties the two who did not just speak: 両外相'),
  lands: list.describe('those of `joint` and `pair` that mean the countries: 両国'),
  attending: list.describe('those of `joint` that mean who came to a meeting of many, of whom one may speak: 参加国から'),
  each: list.describe('each for itself: それぞれ'),
  mutual: words.optional().describe('right before a verb: all who met did it to each other: 互いに｜歓迎した'),
  own: list.describe('the publisher’s side: 我が方'),
  other: list.describe('the other side: 先方'),
  others: words.optional().describe('before an office, of those who sit on the other side together: 各国'),
  everybody: words
    .optional()
    .describe('those of `others` that may mean all who met, our side too, where what they did ends in what all agreed: 各国'),
  including: words.optional().describe('between the own side and the others who spoke as well: 我が国を含め｜各国は'),
  someone: words.optional().describe('behind several of whom one speaks: 外交官の一人は'),
  some: words.optional().describe('after an office: of those who hold it, and more: 等'),
  titles: list.describe('ends of the name of someone who speaks, whom the talks may not know: 仮議長から、'),
  side: list.describe('after a party: 側'),
  landSide: list.optional().describe('those of them by which it is told of as countries: 諸国'),
  and: list.describe('between two subjects: と, 及び'),
  replies: list.describe('openings that answer what was said before: これに対し'),
  told: z
    .strictObject({
      by: list.describe('ends of what a noun is told by: があった'),
      not: list.describe('nouns that are none there: 後, 旨'),
      things: words.optional().describe('what makes a thing of it for a later verb: ことに謝意'),
    })
    .optional()
    .describe('先方から要請があった事業: right behind a source, no frame'),
  heads: words.optional().describe('what a heading says of one who speaks below it, behind the name: の発言, 側'),
  readers: words.optional().describe('at the end of such a heading that addresses who reads the page: 皆さまへ'),
  programmes: words.optional().describe('in these the heading of a programme ends, on whose lines nobody speaks: 主な日程'),
  purposes: z
    .strictObject({ headings: words, ends: words })
    .optional()
    .describe('why somebody travelled: below such a heading a sentence with such an end tells nothing that was said'),
  holders: z
    .strictObject({ nouns: words, parts: words, for: words, felt: words, visits: z.strictObject({ behind: words, before: words }).optional() })
    .optional()
    .describe(
      'feelings and positions that one has, what parts them from whose something else is, what of that tells for what they are felt, acts that nobody does for what is his own, and words of a visit behind and before the country to which one is invited',
    ),
  press: list.describe('what shows that something was said to the press'),
  briefings: z
    .strictObject({ held: list, there: list })
    .optional()
    .describe('what tells that somebody spoke to the press, by a word for talks, and behind which it was said: は会見を行, 会見で'),
  hosts: z.record(z.string(), words).optional().describe('words of a visit to a side, which welcomes who came where no subject is written: 訪日'),
  turns: words.optional().describe('before a comma: what one said ends, and whoever is named behind it speaks: 旨述べ、'),
  asides: list.optional().describe('ends a remark on what was said there too, of which what follows is no part: 述べたとおり'),
  relayed: words.optional().describe('behind a source, in what another says: he passes it on from that one (言付かっている)'),
  cited: words.optional().describe('ends what another is told to have said, in what is said by who has the floor: 歓迎の意が示されたことを紹介した'),
  given: words.optional().describe('behind one who is asked to give, in what another says: 日本からも支持をいただきたい'),
  meetings: words.optional().describe('at the head of a sentence: told of the talks as such, by both where nobody is named: 会談では'),
  apart: words.optional().describe('behind one of several whom each was met apart, at the head of a sentence: 某長官｜とは、…について議論した'),
  pairs: words.optional().describe('the same behind the name of talks between two of them: 日中環境大臣｜会談では'),
  speeches: words.optional().describe('behind the subject of a sentence: said in a speech, and not at the talks (講演で)'),
  inside: words.optional().describe('behind the name of talks that opens a sentence: what was said there follows (日米韓外相会談｜では)'),
  addressed: list.describe('after the one spoken to: に対し'),
});
