/** What stands beside one another, as it leaves: tables for a spreadsheet, and a feed of the meetings that both sides tell. */
import type { Unit } from '../comparison/units.ts';
import type { Voice } from '../language/voice.ts';
import { toFeed } from '../publishing/atom.ts';
import { csvLine } from '../publishing/csv.ts';
import type { Reading } from '../record/reading.ts';
import type { AccountRow, ComparedAccounts, ToldTwice } from './accounts.ts';
import type { ComparedMeetings } from './compare.ts';
import type { JudgedCandidate } from './contradictions.ts';
import type { Archive } from './held.ts';

const MEETINGS = ['topic', 'change', 'moved', 'before_place', 'before_act', 'before_words', 'after_place', 'after_act', 'after_words'] as const;

/** A line for each pair or piece, as on the page: by topic, then what belongs to none. */
export function meetingsCsv({ before, after, found }: ComparedMeetings): string {
  const side = (unit: Unit | undefined, { document }: Reading) =>
    unit ? [unit.path, unit.statements[0]?.act, document.text.slice(...unit.span)] : [undefined, undefined, undefined];
  return [
    csvLine(MEETINGS),
    ...[...found.topics, { topic: undefined, rows: found.rest }].flatMap(({ topic, rows }) =>
      rows.map((row) => csvLine([topic, row.change, row.moved, ...side(row.before, before.reading), ...side(row.after, after.reading)])),
    ),
  ].join('');
}

const ACCOUNTS = [
  'cell',
  'first_place',
  'first_by',
  'first_act',
  'first_words',
  'other_place',
  'other_by',
  'other_act',
  'other_words',
  'differences',
  'score',
  'by_hand',
] as const;

export function accountsCsv({ found }: ComparedAccounts): string {
  const side = (claim: AccountRow['first']) =>
    claim
      ? [claim.tellings.map(({ path }) => path).join(';'), claim.lead.speakers.map(({ party }) => party).join(';'), claim.lead.act, claim.lead.quote]
      : [undefined, undefined, undefined, undefined];
  return [
    csvLine(ACCOUNTS),
    ...found.rows.map((row) =>
      csvLine([
        row.cell,
        ...side(row.first),
        ...side(row.other),
        row.differences.map(({ what, says }) => `${what}: ${says.join(' / ')}`).join('; '),
        row.score === undefined ? undefined : Number(row.score.toFixed(3)),
        row.byHand === true,
      ]),
    ),
  ].join('');
}

const CANDIDATES = [
  'candidate',
  'kind',
  'event',
  'about',
  'first_says',
  'first_document',
  'first_date',
  'first_words',
  'other_says',
  'other_document',
  'other_date',
  'other_words',
  'judged',
] as const;

export function contradictionsCsv(candidates: readonly JudgedCandidate[]): string {
  return [
    csvLine(CANDIDATES),
    ...candidates.map(({ id, kind, event, about, first, other, quotes: [one, two], judged }) =>
      csvLine([
        id,
        kind,
        event,
        about,
        first.says,
        first.document,
        one.date,
        `${one.before}${one.words}${one.after}`,
        other.says,
        other.document,
        two.date,
        `${two.before}${two.words}${two.after}`,
        judged?.verdict,
      ]),
    ),
  ].join('');
}

export interface AccountsFeed {
  readonly dyad: string;
  readonly title: string;
  readonly self: string;
  readonly page: string;
  /** Address of the page of two accounts. */
  readonly pair: (told: ToldTwice) => string;
  /** Instant that stands for an empty feed. */
  readonly when: string;
}

/** Meetings that both sides tell, dated by the day the second account came. */
export async function accountsFeed(archive: Archive, found: readonly ToldTwice[], feed: AccountsFeed, voice: Voice): Promise<string> {
  const entries = await Promise.all(
    found.map(async (told) => {
      const { first, other } = told;
      const came = await Promise.all([first, other].map(async ({ document }) => (await archive.document(document))?.changed ?? feed.when));
      return {
        id: `accounts ${first.document}:${first.id} ${other.document}:${other.id}`,
        title: [first.date && voice.date(first.date), voice.parties(first.parties), first.level && voice.phrases.levels[first.level as 'leaders']]
          .filter(Boolean)
          .join(' · '),
        updated: came.sort().at(-1) as string,
        summary: [first.title, other.title].filter(Boolean).join(' ⇄ '),
        url: feed.pair(told),
      };
    }),
  );
  entries.sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
  const { dyad, title, self, page, when } = feed;
  return toFeed(entries, { id: `accounts ${voice.code} ${dyad}`, title, language: voice.code, self, page, when });
}
