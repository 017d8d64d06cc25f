/**
 * Holds the days and places of talks against published tables of journeys and visits: where a readout says that a president, or a secretary of state, of
 * the United States met somebody abroad, or that a head of state or government met somebody in the United States, the table should have a stay in that
 * country over that day. Prints what agrees, and each that does not.
 *
 *   npx tsx scripts/visits.ts --visits visits-to-us.tsv --president travels-president.tsv --secretary travels-secretary.tsv \
 *     --zone America/New_York FILE_OR_FOLDER…
 *
 * The tables are those of the Office of the Historian (github.com/HistoryAtState/visits and …/travels), flattened: a line of column names, then a stay a
 * line, fields apart by tabs, among them `start`, `end` (days) and `country`. Readouts are files of any format that is read, or lines of JSON with
 * `title`, `published`, `url` and `text`, of which `published` is an instant and `zone` says on which day that was where it was published.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFileBytes } from '../src/desk/incoming/open.ts';
import { loadLanguages } from '../src/desk/languages.ts';
import { named } from '../src/record/names.ts';
import type { Reading, Talks } from '../src/record/reading.ts';

export interface Stay {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  /** ISO 3166-1, or undefined where the name is of no country of today. */
  readonly country: string | undefined;
}
export type Table = 'visits' | 'president' | 'secretary';

export interface Held {
  readonly document: string;
  readonly table: Table;
  readonly day: string;
  /** Where they met, or, for visits, whence the visitor came. */
  readonly country: string;
  readonly how: 'agrees' | 'a day apart' | 'none';
  readonly who: string;
}

/** @param tsv a table with its line of names. */
export function staysOf(tsv: string): Stay[] {
  const [head = '', ...lines] = tsv.split('\n').filter(Boolean);
  const columns = head.split('\t');
  return lines.map((line) => {
    const row = Object.fromEntries(line.split('\t').map((value, i) => [columns[i], value]));
    return { id: row.id ?? '', start: row.start ?? '', end: row.end || (row.start ?? ''), country: countryOf(row.country ?? '') };
  });
}

/** "Korea, Republic of" and "China, People’s Republic of" are written the other way round. */
function countryOf(name: string): string | undefined {
  const [first = '', second = ''] = name.split(', ');
  return [name, `${second} ${first}`, first].flatMap((words) => named(words).filter(({ kind }) => kind === 'country'))[0]?.code;
}

const HOME = 'US';
const LEADERS = ['head-of-state', 'head-of-government'];

/** What of a document's talks the tables can be asked about. */
export function heldAgainst(document: string, talks: readonly Talks[], tables: Readonly<Partial<Record<Table, readonly Stay[]>>>): Held[] {
  return talks.flatMap((one) => {
    const day = one.date?.edtf;
    const host = one.place?.party ?? one.visiting?.[0]?.host;
    if (one.kind === 'call' || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day) || host === undefined) return [];
    const asked = one.participants.flatMap(({ name, party, role }): [Table, string, string][] => {
      if (party === HOME && host !== HOME && role === 'head-of-state') return [['president', host, name]];
      if (party === HOME && host !== HOME && role === 'foreign-minister') return [['secretary', host, name]];
      return party !== undefined && party !== HOME && host === HOME && role !== undefined && LEADERS.includes(role) ? [['visits', party, name]] : [];
    });
    return asked.flatMap(([table, country, who]) => {
      const stays = tables[table]?.filter((stay) => stay.country === country);
      return stays ? [{ document, table, day, country, how: howFar(stays, day), who }] : [];
    });
  });
}

function howFar(stays: readonly Stay[], day: string): Held['how'] {
  const within = (start: string, end: string) => start <= day && day <= end;
  if (stays.some(({ start, end }) => within(start, end))) return 'agrees';
  return stays.some(({ start, end }) => within(moved(start, -1), moved(end, 1))) ? 'a day apart' : 'none';
}

function moved(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

async function main(): Promise<void> {
  const {
    values: { zone = 'UTC', ...values },
    positionals,
  } = parseArgs({
    allowPositionals: true,
    options: { visits: { type: 'string' }, president: { type: 'string' }, secretary: { type: 'string' }, zone: { type: 'string' } },
  });
  const tables = Object.fromEntries(
    Object.entries(values).flatMap(([name, path]) => (typeof path === 'string' ? [[name, staysOf(readFileSync(path, 'utf8'))]] : [])),
  ) as Partial<Record<Table, Stay[]>>;
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  const found: Held[] = [];
  const seen = new Set<string>();
  const take = (name: string, reading: Reading) => {
    if (seen.has(reading.document.id)) return;
    seen.add(reading.document.id);
    found.push(...heldAgainst(name, reading.talks, tables));
  };
  for (const path of positionals.flatMap(filesBelow)) {
    if (path.endsWith('.jsonl')) {
      for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
        const { id, title, published, url, text } = JSON.parse(line) as Record<string, string>;
        const day = new Date(published ?? '').toLocaleDateString('sv', { timeZone: zone });
        const bytes = new TextEncoder().encode(`${title}\n\n${text}`);
        take(id ?? '', await readFileBytes(bytes, { languages, url, mediaType: 'text/plain', published: day }));
      }
    } else take(path, await readFileBytes(readFileSync(path), { languages }));
  }
  for (const table of ['visits', 'president', 'secretary'] as const) {
    const of = found.filter((one) => one.table === table);
    const agreeing = of.filter(({ how }) => how === 'agrees').length;
    process.stdout.write(`${table}: ${of.length} told with day and place, ${agreeing} agree\n`);
    for (const one of of) if (one.how !== 'agrees') process.stdout.write(`  ${one.how}: ${one.document}  ${one.day} ${one.country} ${one.who}\n`);
  }
  process.stdout.write(`${seen.size} documents\n`);
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
    .filter((file) => /\.(?:txt|html?|jsonl|pdf|docx)$/.test(file));
}

if (basename(process.argv[1] ?? '') === 'visits.ts') await main();
