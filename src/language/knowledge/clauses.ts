import { z } from 'zod';

const words = z.array(z.string().min(1));
/** A list that a language may leave out: nothing of it is known yet. */
const list = words.default([]);

/**
 * `languages/<code>/clauses.yaml`: how predicates bend and how clauses hang together.
 * `order` names the ability that takes sentences apart (`src/language/abilities`).
 */
export const clausesKnowledge = z.strictObject({
  order: z.enum(['head-final']).describe('where the predicate of a clause stands'),
  forms: z
    .record(
      z.string(),
      z.strictObject({
        noun: z.boolean().describe('the bare word is a noun, which a verb may give').optional(),
        nominal: z.boolean().describe('the bare word may end a clause: …で一致。').optional(),
        suspended: z.array(z.string()).describe('the clause goes on: 述べ、').optional(),
        continuing: list.describe('a background clause: しており、 しつつ').optional(),
        past: words.optional(),
        present: words.optional(),
        passive: list.describe('agentless, past or present').optional(),
        desire: list.describe('したい, していく').optional(),
        negative: words.optional(),
      }),
    )
    .describe('form → endings after the stem'),
  adnominal: list.describe('after these a bare word before a comma is a noun: 交渉の合意、'),
  attributive: z
    .strictObject({ ends: list, nouns: list })
    .optional()
    .describe('ends of a verb before the noun of which it tells, and words that make a noun of what it tells: 引き継ぐ and こと'),
  relative: list.describe('ends of a passive that before a comma still belong to the noun that follows: された、'),
  linking: words.optional().describe('ends of a suspended form after which another predicate may follow without a comma: 表明して'),
  auxiliaries: words.optional().describe('what follows such an end and belongs to it: して・いる'),
  hearsay: words
    .optional()
    .describe('between a finite predicate and the end of its sentence: whoever writes has it from others (一致した｜という。)'),
  reporting: words.optional().describe('what closes content right before a noun of saying that stands for its verb: である旨説明、'),
  suspending: words.optional().describe('ends of a part of a sentence behind which somebody else may come to speak: 付言し、先方は'),
  closings: words.optional().describe('that the talks ended, right behind a verb of saying: したい旨述べ｜会談を終えた'),
  severed: words.optional().describe('ends of a predicate behind a blank that a page has put into it: 一致し ました'),
  connectors: list.describe('after a finite predicate: the main clause goes on (ほか、 とともに、 のに対し、)'),
  reasons: list.describe('those of the connectors after which what was agreed or done is only the reason: 一致したことを受け'),
  coordinating: list.describe('those of the connectors that join two main clauses: とともに'),
  sampling: list.optional().describe('those of the connectors that tell one of several things that were done: など'),
  purposes: list.describe('those of the connectors before which a present form tells what for, not what was said: ため'),
  replying: list.describe('those of the connectors after which the other side answers (のに対し、)'),
  complementisers: list.describe('what closes reported content before its verb: 旨, こと, と, よう'),
  roles: words.optional().describe('a complementiser that behind a noun and before a comma tells what one is: 議長国として、 closes no content'),
  beside: list.optional().describe('complementisers that join two nouns as well: 平和と発展 closes no content'),
  nominals: list.optional().describe('nouns that are told of what is said, so that such a word closes it: 重要との'),
  partners: words.optional().describe('a complementiser with a noun of what one has with another: 日本との関係 closes no content'),
  claiming: list.optional().describe('what closes what is said as a reason for what is said next'),
  named: list.optional().describe('nouns and what leads to them that close content, of which the noun is a part: …することの重要性を'),
  listing: list.optional().describe('what closes one of several contents before a verb of saying, each of which may carry an act of its own'),
  quoting: list.describe('those of the complementisers that close whole sentences: all that stands in them is reported'),
  copulas: words.optional().describe('before a comma, the end of what a thing is said to be, behind which more is said: …なパートナーであり、'),
  things: words.optional().describe('those of the complementisers that make a thing of what stands before them: ことを評価'),
  enclosed: words.optional().describe('in brackets behind the last noun of a line: what is attached there, so that the noun ends it: …を発出(PDF)'),
  opened: words.optional().describe('what a page adds to such a link'),
  coupling: words.optional().describe('between two contents of one verb: 歓迎する旨及び協力したい旨述べた'),
  trailing: words.optional().describe('what closes content only right before its verb: 果たしてきた等述べた'),
  against: list.describe('before a noun of an act, what it is about ends here: 協力に謝意'),
  owed: words.optional().describe('before a noun of regard, what it is for ends here, things among it that may be acts: 招待及び支援に対する謝意'),
  degrees: words.optional().describe('between such a word and the noun: への深い謝意'),
  spoken: words.optional().describe('what makes of all before it a thing that is spoken of: …することは'),
  naming: list.describe('those of the complementisers that name a matter and report nothing: 推進することの重要性を強調'),
  objects: list.describe('what stands between a noun of an act and the verb that gives it: を, の意を, が'),
  tight: list.describe('those of the objects after which the giving word must follow at once: の'),
  taken: words.optional().describe('right behind those of the objects: a verb that takes the noun, so that no later one gives it: 要請を受けて'),
  wishing: words.optional().describe('those of `finite` that end a proposition under a verb of any kind: したい、…を要請した'),
  pasts: words.optional().describe('ends of an act of another day, which before a comma belongs to what follows: 支持を表明した、提案に言及'),
  lasting: words.optional().describe('ends of what goes on: 一致している says how things are, and not what one means to do'),
  joins: list.describe('between two nouns of acts that share a verb: と, 及び'),
  finite: list.describe('ends of a proposition before a comma that stands for itself: である, たい, 重要'),
  unfinite: list.describe('words that end like those of `finite` and are none: また, まだ'),
  conjunctions: list.describe('openings of a clause that are no part of it: また、 その上で、'),
  asks: words.optional().describe('before what somebody asks who was at no talks: (問)'),
  goesOn: words.optional().describe('those of the conjunctions with which the one who spoke before goes on: また, さらに'),
  lists: list.describe('what announces a list of things said: 以下のとおり'),
  duties: list.describe('ends of what ought to be done: しなければならない, すべきだ'),
  matters: list.describe('after what is talked about: について, に関し'),
  objectMatters: list.describe('the same right before the verb: 方策を議論した'),
  back: list.describe('words that point at what was just said: これ, この考え'),
});
