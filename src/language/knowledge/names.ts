import { z } from 'zod';
import { OFFICES, type Role } from '../../record/offices.generated.ts';

const words = z.array(z.string().min(1));
/** A list that a language may leave out: nothing of it is known yet. */
const list = words.default([]);
const byCode = z.record(z.string().regex(/^[A-Z]{2,9}$/, 'a code of ISO 3166-1 or of vocabulary/parties.yaml'), words).default({});

/** `languages/<code>/names.yaml`: how a text names persons, offices, parties, places, bodies, mechanisms and amounts. */
export const namesKnowledge = z.strictObject({
  order: z.enum(['name-before-office']).describe('where the name stands to the office that it is written with'),
  countries: byCode.describe('code → names, the usual one first'),
  states: list.describe('after the name of a country: 共和国'),
  signs: z.record(z.string().length(1), z.string()).default({}).describe('one sign for a country, only in compounds: 日 in 日露'),
  signRuns: z
    .strictObject({
      core: list.describe('signs that make a compound with any other: 日, 米'),
      after: list.describe('what may stand before a single sign: 訪, 対'),
      free: list.describe('signs that begin a compound after any other sign'),
      during: list.describe('after a visit, no sign of a country: 中 in 訪日中'),
      before: list.describe('what may follow a single sign: 側, 政府'),
      guests: words.optional().describe('what may follow any single sign: 側'),
      surnames: words.optional().describe('signs that are a surname where they open a word: 中西'),
      not: list.describe('words that look like a compound and are none: 中米'),
      notBefore: list.describe('words whose first sign is no part of the country before it: 国交 in 日韓国交'),
      notAfter: list.describe('signs after which the first sign is a day or another word: 同 in 同日中'),
    })
    .prefault({}),
  offices: z
    .strictObject({
      heads: z
        .partialRecord(z.enum(Object.keys(OFFICES) as [Role, ...Role[]]), words)
        .default({})
        .describe('role → last words of offices'),
      fields: list.describe('what stands before the last word: 外務, 欧州'),
      foreign: list.describe('those fields that make a minister the foreign minister'),
      parliament: words.optional().describe('those fields that are parliaments: who chairs there is a legislator'),
      sessions: z.strictObject({ before: list, after: list }).optional().describe('around the number of a session: 第 and 回'),
      former: list.describe('前, 元, 次期'),
      newly: words.optional().describe('of `former`, before the office of who holds it: 新, 現'),
      late: list.describe('before the name of one who has died: 故'),
      counted: list.optional().describe('behind a figure, before a name: 年'),
      both: list.optional().describe('before an office that two hold, behind the name of the second: 両'),
      houses: list.describe('last signs of bodies that stand right before the name of one of theirs: 公明党山口代表'),
      after: list.describe('臨時代理'),
      joins: list.describe('between two offices of one person: 兼'),
      accredited: list.describe('before the country an ambassador is sent to: 駐'),
      only: byCode.describe('offices that only one party has'),
      several: list.describe('longer offices that end in one of these and that others have too: 大臣付国務長官'),
      inHan: list.optional().describe('parties whose people have names in Han signs: who is named in katakana is none of theirs'),
      never: byCode.describe('offices that a party does not have'),
      nameEnds: list.optional().describe('fields that are the last sign of a name before the office of one who is sent: 王学軍大使'),
      not: list.describe('longer words in which an office is none: 大統領令'),
      all: list.describe('before an office of several persons: 両'),
      same: list.describe('before the office of the person named last: 同'),
      sameCountry: words.optional().describe('between a name and an office: of the country named last: 同国'),
      ofCountry: list.describe('between a country and the name of its officer: の'),
      agencies: words.optional().describe('last signs of the agencies of a country, between it and the name of their officer: 米国環境保護庁の'),
      charge: list.describe('after a country that the holder deals with: 担当'),
      nationals: words.optional().describe('after a country, as a field of an office: its people abroad, 在外モロッコ人大臣'),
      polite: list.describe('after an office, part of the mention but not of the office: 閣下'),
      links: list.describe('between two fields of one office: ・'),
      attached: list.optional().describe('between an office and that of one attached to its holder: 大臣付国務長官'),
      othersOf: list.describe('before the office of the other side: 先方'),
      oursOf: list.default([]).describe('before the office of the own side: 我が方'),
    })
    .prefault({}),
  honorifics: z.record(z.string(), z.enum(Object.keys(OFFICES) as [Role, ...Role[]])).default({}),
  surnames: list.describe('surnames of one sign'),
  insideNames: list.describe('signs of another script that stand inside such a name: ツ in 三ツ矢'),
  generations: list.describe('after the number of a ruler of that name: 世'),
  notNames: list.describe('words before an office that are no names'),
  stops: list.describe('words in which nothing is named and before whose end no name begins'),
  given: list.describe('names of countries that are also given names'),
  organisations: byCode.describe('code of the party → names'),
  bodies: list.describe('bodies that are no party to talks'),
  mechanisms: z
    .strictObject({
      names: list,
      suffixes: list.describe('last words of mechanisms: 委員会'),
      plain: list.describe('with nothing but these before it the last word names no mechanism'),
      cuts: list.describe('words at which the name of a mechanism begins or breaks off'),
    })
    .prefault({}),
  places: byCode.describe('code of the country → cities and sites'),
  sites: list.describe('places whose country the words do not settle'),
  placeSuffixes: list.describe('島, 市'),
  notPlaces: list,
  amounts: z
    .strictObject({
      about: list,
      after: list,
      scales: list,
      numerals: list,
      money: list,
      units: list,
      strict: list.describe('units that take figures only: 三人 may be the beginning of another word'),
      not: list.describe('words that begin like a unit'),
    })
    .prefault({}),
  readings: z.strictObject({ open: list, close: list }).prefault({}).describe('brackets around the reading of a name'),
});
