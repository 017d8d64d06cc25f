/** Much of the archive at once, a piece at a time: never more in memory than one page of a list. */
import type { Archive, DocumentQuery, Hit, SearchQuery } from '../archive/archive.ts';
import { csvLine } from '../publishing/csv.ts';

const PIECE = 200;

/** The records of a query as they stand, as JSON Lines. What is removed in the meantime is left out. */
export async function* exportRecords(archive: Archive, query: Omit<DocumentQuery, 'limit' | 'cursor'>): AsyncGenerator<string> {
  for (let cursor: string | undefined; ; ) {
    const page = await archive.list({ ...query, limit: PIECE, ...(cursor !== undefined && { cursor }) });
    for (const { id } of page.items) {
      const stands = await archive.standing(id);
      if (stands) yield `${JSON.stringify(stands.reading)}\n`;
    }
    if (page.next === undefined) return;
    cursor = page.next;
  }
}

export const STATEMENT_COLUMNS = [
  'document',
  'statement',
  'path',
  'date',
  'parties',
  'kind',
  'level',
  'publisher',
  'side',
  'speakers',
  'act',
  'verb',
  'topics',
  'withheld',
  'confidence',
  'corrected',
  'quote',
  'title',
  'language',
] as const;

/** The statements of a query, a line each under a line of names. Several values of one cell are apart by a semicolon. */
export async function* exportStatements(archive: Archive, query: Omit<SearchQuery, 'limit' | 'cursor' | 'count'>): AsyncGenerator<string> {
  for (let cursor: string | undefined; ; ) {
    const page = await archive.search({ ...query, limit: PIECE, ...(cursor !== undefined && { cursor }) });
    // Not before the first answer: a query that fails gives nothing at all.
    if (cursor === undefined) yield csvLine(STATEMENT_COLUMNS);
    for (const hit of page.items) yield csvLine(cellsOf(hit));
    if (page.next === undefined) return;
    cursor = page.next;
  }
}

function cellsOf(hit: Hit): (string | boolean | undefined)[] {
  const row: Record<(typeof STATEMENT_COLUMNS)[number], string | boolean | undefined> = {
    document: hit.document,
    statement: hit.id,
    path: hit.path,
    date: hit.talks.date,
    parties: hit.talks.parties.join(';'),
    kind: hit.talks.kind,
    level: hit.talks.level,
    publisher: hit.publisher,
    side: hit.side,
    speakers: hit.speakers.map(({ party, person }) => (person ? `${party}:${person}` : party)).join(';'),
    act: hit.act,
    verb: hit.verb,
    topics: hit.topics.join(';'),
    withheld: hit.withheld,
    confidence: hit.low ? 'low' : 'high',
    corrected: hit.corrected,
    quote: hit.quote,
    title: hit.title,
    language: hit.language,
  };
  return STATEMENT_COLUMNS.map((name) => row[name]);
}
