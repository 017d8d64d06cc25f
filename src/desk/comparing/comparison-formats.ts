/** What stands beside one another, as it leaves: tables for a spreadsheet, and a feed of the meetings that both sides tell. */
import type { Unit } from '../../comparison/units.ts';
import { contradictionName, saidWords } from '../../drawing/changed.ts';
import type { Voice } from '../../language/voice.ts';
import { type FeedEntry, toFeed } from '../../publishing/atom.ts';
import { csvLine } from '../../publishing/csv.ts';
import type { Reading } from '../../record/reading.ts';
import type { Archive } from '../held.ts';
import type { AccountRow, ComparedAccounts, ToldTwice } from './accounts.ts';
import type { ComparedMeetings } from './compare.ts';
import type { JudgedCandidate } from './contradictions.ts';

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

/** What a feed of one relation is of, and where it and its page are. */
interface RelationFeed {
  readonly dyad: string;
  readonly title: string;
  readonly self: string;
  readonly page: string;
  /** Instant that stands for an empty feed. */
  readonly when: string;
}

export interface AccountsFeed extends RelationFeed {
  /** Address of the page of two accounts. */
  readonly pair: (told: ToldTwice) => string;
}

/** Meetings that both sides tell, dated by the day the second account came. */
export async function accountsFeed(archive: Archive, found: readonly ToldTwice[], feed: AccountsFeed, voice: Voice): Promise<string> {
  const entries = await Promise.all(
    found.map(async (told) => {
      const { first, other } = told;
      return {
        id: `accounts ${first.document}:${first.id} ${other.document}:${other.id}`,
        title: [first.date && voice.date(first.date), voice.parties(first.parties), first.level && voice.phrases.levels[first.level as 'leaders']]
          .filter(Boolean)
          .join(' · '),
        updated: await bothCame(archive, [first, other], feed),
        summary: [first.title, other.title].filter(Boolean).join(' ⇄ '),
        url: feed.pair(told),
      };
    }),
  );
  return relationFeed('accounts', entries, feed, voice);
}

export interface ContradictionsFeed extends RelationFeed {
  /** Address of a candidate on its page. */
  readonly candidate: (id: string) => string;
}

/** Candidates, dated by the day the second of the two documents came; what a person judged is news of that day. */
export async function contradictionsFeed(
  archive: Archive,
  found: readonly JudgedCandidate[],
  feed: ContradictionsFeed,
  voice: Voice,
): Promise<string> {
  const entries = await Promise.all(
    found.map(async ({ id, kind, event, about, first, other, quotes, judged }): Promise<FeedEntry> => {
      const verdict = judged && voice.label(judged.verdict === 'none' ? 'judgedNone' : 'judgedContradiction');
      const says = [first, other].map((side, i) => [quotes[i]?.date && voice.date(quotes[i].date), saidWords(kind, side.says, voice)]);
      return {
        id: `contradiction ${feed.dyad} ${id}`,
        title: [contradictionName(event ? { kind, event } : { kind }, voice), about.slice(0, 120), verdict].filter(Boolean).join(' · '),
        updated: judged?.correction.when ?? (await bothCame(archive, [first, other], feed)),
        summary: says.map((side) => side.filter(Boolean).join(': ')).join(' ⇄ '),
        url: feed.candidate(id),
        category: judged?.verdict === 'none' ? 'dismissed' : judged ? 'confirmed' : 'candidate',
      };
    }),
  );
  return relationFeed('contradictions', entries, feed, voice);
}

/** Instant since which both documents are as they are. */
async function bothCame(archive: Archive, sides: readonly { readonly document: string }[], { when }: RelationFeed): Promise<string> {
  const came = await Promise.all(sides.map(async ({ document }) => (await archive.document(document))?.changed ?? when));
  return came.sort().at(-1) as string;
}

function relationFeed(what: string, entries: FeedEntry[], { dyad, title, self, page, when }: RelationFeed, voice: Voice): string {
  entries.sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
  return toFeed(entries, { id: `${what} ${voice.code} ${dyad}`, title, language: voice.code, self, page, when });
}
