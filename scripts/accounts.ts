/**
 * Holds the pairing of two accounts of one meeting against the labelled pairs of `corpus/<meeting>/accounts.yaml`: for each cell how many
 * rows that were found are right, and how many of those expected were found. A row is right where the same statements stand in the same cell.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type AccountRow, CELLS, type Cell, compareAccounts } from '../src/comparison/accounts.ts';
import type { Claim } from '../src/comparison/claims.ts';
import { loadTongue } from '../src/desk/comparing/tongues.ts';
import { readDocument } from '../src/desk/read.ts';
import { loadPack } from '../src/language/load.ts';
import type { Reading } from '../src/record/reading.ts';

export interface LabelledAccounts {
  readonly sides: readonly [string, string];
  /** Cell, then words of the first account's statement, of the other's. */
  readonly rows: readonly (readonly [Cell, string, string?])[];
}

/** `sure`: pairs that stand on more than act, side and topic. */
type Figure = Cell | 'pairs' | 'sure';

export interface CellFigure {
  right: number;
  found: number;
  expected: number;
}

export interface AccountsScore {
  /** Meetings that were compared, and those that could not be: a language that is not read yet. */
  readonly meetings: number;
  readonly unread: readonly string[];
  /** For all, and for one language and two apart. */
  readonly cells: Readonly<Record<'all' | 'one' | 'two', Readonly<Record<Figure, CellFigure>>>>;
  readonly errors: readonly string[];
}

const figures = () =>
  Object.fromEntries([...CELLS, 'pairs' as const, 'sure' as const].map((cell) => [cell, { right: 0, found: 0, expected: 0 }])) as Record<
    Figure,
    CellFigure
  >;

export async function scoreAccounts(root: string): Promise<AccountsScore> {
  const cells = { all: figures(), one: figures(), two: figures() };
  const errors: string[] = [];
  const unread: string[] = [];
  let meetings = 0;
  const corpus = join(root, 'corpus');
  for (const name of readdirSync(corpus).sort()) {
    const file = join(corpus, name, 'accounts.yaml');
    if (!existsSync(file)) continue;
    const { sides, rows } = parse(readFileSync(file, 'utf8')) as LabelledAccounts;
    const readings = sides.map((side) => readSide(root, join(corpus, name, side), side.slice(0, 2)));
    const [first, other] = readings;
    if (!first || !other) {
      unread.push(`${name} ${sides.join(' ')}`);
      continue;
    }
    meetings++;
    const found = compareAccounts(
      { reading: first, tongue: await loadTongue(first.document.language) },
      { reading: other, tongue: await loadTongue(other.document.language) },
    );
    const tallies = [cells.all, first.document.language === other.document.language ? cells.one : cells.two];
    count(tallies, `${name} ${sides[1]}`, rows, found.rows, [first, other], errors);
  }
  return { meetings, unread, cells, errors };
}

/** Undefined where the language has no acts yet, so that nothing can be read. */
function readSide(root: string, folder: string, code: string): Reading | undefined {
  const pack = loadPack(join(root, 'languages', code));
  if (!(pack.acts ?? pack.initial?.acts)) return undefined;
  const source = readdirSync(folder).find((each) => each.startsWith('source.')) as string;
  return readDocument(readFileSync(join(folder, source)), { languages: [pack], mediaType: source.endsWith('.html') ? 'text/html' : 'text/plain' });
}

/** A label's words may run on over what follows the statement. */
const holds = (claim: Claim | undefined, words: string | undefined, reading: Reading) =>
  words === undefined
    ? claim === undefined
    : (claim?.tellings ?? []).some(({ span }) => reading.document.text.slice(span[0], span[1] + 8).includes(words));

function count(
  tallies: readonly Record<Figure, CellFigure>[],
  name: string,
  expected: LabelledAccounts['rows'],
  rows: readonly AccountRow[],
  [first, other]: readonly [Reading, Reading] | readonly Reading[],
  errors: string[],
): void {
  const used = new Set<AccountRow>();
  const add = (cell: Figure, what: keyof CellFigure) => {
    for (const tally of tallies) tally[cell][what]++;
  };
  for (const [cell, ...words] of expected) {
    const [one, two] = cell === 'only-other' ? [undefined, words[0]] : [words[0], words[1]];
    add(cell, 'expected');
    const row = rows.find((each) => !used.has(each) && holds(each.first, one, first as Reading) && holds(each.other, two, other as Reading));
    for (const pairs of one !== undefined && two !== undefined ? (['pairs', 'sure'] as const) : []) {
      add(pairs, 'expected');
      if (row && (pairs === 'pairs' || !row.perhaps)) add(pairs, 'right');
    }
    if (row) used.add(row);
    if (row?.cell === cell) add(cell, 'right');
    else
      errors.push(
        `${name}: ${cell} ${words.join(' | ')}: ${row ? `${row.cell} (${row.differences.map(({ what, says }) => `${what} ${says.join('/')}`).join(', ')})` : 'not found'}`,
      );
  }
  for (const row of rows) {
    add(row.cell, 'found');
    if (row.first && row.other) add('pairs', 'found');
    if (row.first && row.other && !row.perhaps) add('sure', 'found');
    if (!used.has(row))
      errors.push(
        `${name}: not expected: ${row.cell} ${[row.first, row.other].map((claim) => claim?.lead.quote.slice(-30) ?? '—').join(' | ')} ${row.score ?? ''} ${row.reasons.flatMap(({ what, common }) => (what === 'facts' ? (common ?? []) : [])).join(' ')}${row.perhaps ? ' (perhaps)' : ''}`,
      );
  }
}

export function accountsTable({ meetings, unread, cells }: AccountsScore): string {
  const lines = [`${meetings} meetings told by two sides${unread.length > 0 ? `; not read yet: ${unread.join(', ')}` : ''}`];
  for (const [group, tally] of Object.entries(cells)) {
    lines.push(
      '',
      `${{ all: 'all', one: 'one language', two: 'two languages' }[group as 'all']}`.padEnd(16).concat('right  found  expected  precision  recall'),
    );
    for (const [cell, { right, found, expected }] of Object.entries(tally))
      lines.push(
        `  ${cell.padEnd(14)}${String(right).padStart(5)}${String(found).padStart(7)}${String(expected).padStart(10)}${share(right, found).padStart(11)}${share(right, expected).padStart(8)}`,
      );
  }
  return `${lines.join('\n')}\n`;
}

function share(right: number, of: number): string {
  return of === 0 ? '—' : (right / of).toFixed(2);
}
