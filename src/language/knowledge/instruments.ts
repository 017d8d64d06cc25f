import { z } from 'zod';
import { instrumentEvents, instrumentKinds, talksLevels } from '../../record/schema.ts';

const words = z.array(z.string().min(1));

/** `languages/<code>/instruments.yaml`: names of treaties and documents, and how a text tells what happened to them. */
export const instrumentsKnowledge = z.strictObject({
  names: z.partialRecord(z.enum(instrumentKinds), words).describe('kind → last words of the name; the longest counts'),
  quoted: words.optional().describe('last words of names that count only in quotation marks: 「…プログラム」'),
  parts: z.strictObject({
    strong: words.describe('between the words of a long name: に関する, との間の'),
    weak: words.describe('the same, left of a strong one only: の, 及び'),
    nominal: words.optional().describe('the same, between a title in quotation marks and the word for what it is of: 「某計画」の交換公文'),
    verbal: words.optional().describe('those of the strong ones that end a verb, whose object belongs to the name: するための'),
    objects: words.optional().describe('the particle of that object: を'),
    about: words.optional().describe('like the strong ones, before notes alone: について'),
    held: words.optional().describe('words that a name may hold whole, though not all their signs: 我が国'),
  }),
  titled: z
    .strictObject({
      before: words.describe('right before a title that no last word shows to be one: 文書として「…」'),
      behind: words.describe('right behind such a title: 「…」と題する文書'),
    })
    .optional()
    .describe('documents called by a title alone'),
  edges: words.describe('what is no part of a name at its beginning: 同, また'),
  kept: words.describe('longer words that begin like an edge and belong to the name: 両国企業'),
  bare: words.describe('words that are no name by themselves and point at one told before: 条約, 協定'),
  appended: words.optional().describe('what belongs to the treaty named before it: 附属書 in 協定の附属書'),
  long: words.optional().describe('last words that make a name with others before them only: 公文'),
  alone: words.describe('bare words that name a document where none was told before: 共同声明'),
  formats: words.describe('in brackets behind a name: the form of a file, and no short name: PDF'),
  labels: words.optional().describe('in brackets behind a name, before the short one: 略称:'),
  notes: words.optional().describe('right behind a name, before the number of a note below the text: 注 in 覚書注1'),
  short: z.record(z.string(), z.string()).optional().describe('short last words of a name → the full ones: EPA → 経済連携協定'),
  not: words.describe('longer words in which a name is none: 協定世界時'),
  next: words.describe('letters that may follow a name at once: 交渉 in 投資協定交渉'),
  pointing: words.describe('before the last word of a name already told: 同, 本'),
  multilateral: words.describe('last words of names of treaties among many, whose parties are not those of the talks'),
  forms: z
    .strictObject({
      done: words.describe('told as done: した, が行われた'),
      joined: words.describe('told as done or as still to do, as what follows tells: し'),
      coming: words.describe('told as coming, which counts with a day only: する'),
      reached: words.optional().describe('what it is told to have come to, before a comma: に達し'),
      open: words.describe('longer endings by which it is wished or not done: したい'),
    })
    .describe('endings of the stems below'),
  events: z
    .array(
      z.strictObject({
        event: z.enum(instrumentEvents),
        stems: words.describe('stems that take the forms'),
        apart: z
          .strictObject({ where: words, stems: words })
          .describe('stems that tell it only where one of the words before them, with the name between, says who did it: 国会で…が承認された')
          .optional(),
        done: words.optional().describe('whole words that tell it as done: 効力を生じた'),
        joined: words.optional().describe('whole words that tell it as done or still to do: を交わし'),
        coming: words.optional().describe('whole words that tell it as coming'),
        open: words.optional().describe('longer words in which it is not done: 仮署名'),
        future: z.boolean().optional().describe('a coming day may be told with it'),
        kinds: z.array(z.enum(instrumentKinds)).optional().describe('only of these: a treaty is not 発出'),
        effect: z.boolean().optional().describe('it may be told of the instrument that the sentence before named'),
      }),
    )
    .describe('what happened → forms that say so'),
  negotiations: z.strictObject({
    about: words.describe('between the name and the talks: について、'),
    talks: words.describe('right after the name, or what is said to be about it: 交渉'),
    when: words.describe('between about and the talks, how soon: 早期に'),
    begun: words.describe('what is agreed of them: 開始することで'),
    listed: words.optional().describe('what ends one of several things agreed on, before a comma: こと'),
    rows: words.optional().describe('right behind them: they begin, the first of a row of things agreed on: 開始及び'),
    agreed: words.optional().describe('right behind it, told of an earlier day: 一致し'),
    welcomed: words.optional().describe('right behind it: it was agreed on before: 歓迎'),
  }),
  lists: z
    .strictObject({
      openings: words.describe('what points at documents named below: 以下の'),
      nouns: words.describe('how they are called there: 文書'),
      headings: words.describe('headings of such a list: 署名文書一覧'),
    })
    .optional()
    .describe('documents that a list names below what was done with them'),
  topics: words.optional().describe('behind the instrument that a sentence is about: は'),
  freely: words.optional().describe('adverbs between such a topic, or a day, and its step: それぞれ'),
  days: words.optional().describe('between a day and the comma by which it is that of the clause: に'),
  contracts: words.optional().describe('documents that are no instruments, before the step that is theirs: 贈与契約'),
  attributive: words.optional().describe('between them and the step: の'),
  attended: words.optional().describe('behind a row of ceremonies that those who met took part in: に出席し'),
  into: words.optional().describe('between what a step is taken with and the step: に in 契約に署名した'),
  adverbials: words.optional().describe('before a comma that closes no clause: において'),
  tensed: words.optional().describe('what closes a verb that tells of a noun: した'),
  apart: z
    .strictObject({
      marks: words.describe('behind a step told as a noun whose verb stands further on: は、'),
      bare: words.optional().describe('the same where no comma stands before the verb: が'),
      verbs: words.describe('that verb: 行われた'),
      others: words.describe('between the two: the verb is that of something else: を'),
      day: words.optional().describe('before a day that stands between the two parts of a step: を in 公文を10月に交換した'),
    })
    .optional()
    .describe('署名は、…との間で行われた'),
  clauses: z
    .strictObject({
      nth: z.partialRecord(z.enum(['day', 'month', 'year']), words).describe('after a number: the so-manyth: 日目'),
      later: z.partialRecord(z.enum(['day', 'month', 'year']), words).describe('after a number: so many later: 日後'),
      after: words.describe('before the number: the first day is not counted: の後'),
      including: words.describe('before the number: it is: から起算して'),
      notices: words.optional().describe('before the number: what the sides give one another when they are ready, an exchange: 通告'),
    })
    .optional()
    .describe('when a step is to follow another'),
  unreal: words.describe('after what is told as done: it was not: 場合'),
  afterwards: words.describe('after what is told as done: what follows comes after it, and is real or not with it: 上で'),
  wished: words.describe('after what is told as coming or as a noun: it is wished, planned or doubted: よう, ため'),
  certain: words.describe('longer words that begin like a wish and tell a coming step as certain: ことを確認'),
  with: words.describe('after a party with whom it was done, before the name: との間'),
  by: words.optional().describe('right before a name, behind the one who announced it: 総理大臣が発表した'),
  openEnds: words.describe('between them and the step: it is only worked for: に向け'),
  progress: words.describe('behind several things told in a row: they came about: といった進展'),
  achieved: words.describe('after a step told as a noun: it is a thing done: 等の実績, を歓迎'),
  hoped: words.describe('right before such a noun: it is still hoped for: 早期'),
  already: words.optional().describe('before a step told with others: it has been taken: 既に'),
  here: words.describe('before a step: it was taken at the talks: 会談後'),
  news: words.optional().describe('before a step: of these days, which a page without talks may tell too: 今般'),
  earlier: words.optional().describe('at the head of the clause of a step: before the talks, on a day that is not told: 先般、'),
  lately: words.optional().describe('of these days, and not of the day of the talks, where somebody says it there: 今般'),
  watched: words.optional().describe('the same, before the eyes of those who met: 立ち会いの下'),
  between: z.partialRecord(z.enum(talksLevels), words).default({}).describe('level → before a step: those of that level took it: 首脳間で'),
  at: z
    .partialRecord(z.enum(talksLevels), words)
    .optional()
    .describe('level → before a step told outside of all talks: it was taken at those: 外相会談後'),
  witnessed: words.describe('in a step: it was taken before the eyes of the talks: 立ち会'),
  ceremonies: words.optional().describe('a step told by its ceremony: 署名式'),
  followed: words.optional().describe('behind it, what came next: の後、'),
  gapped: z
    .strictObject({
      marks: words.describe('behind a thing whose verb is that of the next: が、'),
      also: words.describe('before the day of the next: また'),
    })
    .optional()
    .describe('4月にAが、また8月にBが発効した'),
  roles: words.optional().describe('behind what a document is, before its own name: として'),
  joins: words.describe('between names in a row: 及び'),
  parted: words.describe('in the words of the next name of a row: it is no row: は'),
  breaks: words.describe('between a step and a name behind it: they do not belong together: を'),
  occasions: words.describe('between a day and a step: the day is that of something else: の際'),
  effects: words.describe('openings that point at the instrument just told: これにより'),
});
