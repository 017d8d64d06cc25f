import type { OpenArchive } from '../desk/archive.ts';
import {
  type AccountRow,
  CELLS,
  type Cell,
  type ComparedAccounts,
  compareTold,
  decidePair,
  findToldTwice,
  plainAccounts,
  plainToldTwice,
  type ToldTwice,
} from '../desk/comparing/accounts.ts';
import { openSeat, type Seat } from '../desk/comparing/compare.ts';
import { findCandidates, type JudgedCandidate, judgeCandidate, plainCandidate } from '../desk/comparing/contradictions.ts';
import { makeFault } from '../desk/faults.ts';
import { sign } from '../desk/outside.ts';
import { contradictionName, differenceWords, saidWords } from '../drawing/changed.ts';
import { placeName } from '../drawing/sides.ts';
import type { Voice } from '../language/voice.ts';
import { printable, width, wrapped } from '../publishing/columns.ts';
import { type Ink, makeInk } from '../publishing/ink.ts';
import { seatLine, seatOfFile } from './compare.ts';
import { changeWords } from './history.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { wantsColor } from './read.ts';
import { table } from './table.ts';
import { type ArchiveCommand, asksJson, idFrom, withArchive } from './with-archive.ts';

export interface AccountsCommand extends ArchiveCommand {
  readonly color?: boolean;
  readonly pair?: string;
  readonly unpair?: string;
  readonly why?: string;
  readonly who?: string;
}

const DYAD = /^[A-Z][A-Z0-9]{1,8}-[A-Z][A-Z0-9]{1,8}$/i;

/** The meetings of a relation that both sides tell, or one of them claim by claim; or any two documents or files. */
export async function runAccounts(names: readonly (string | undefined)[], command: AccountsCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  const [one = '', two] = names;
  const print = (compared: ComparedAccounts) =>
    io.stdout.write(
      json
        ? `${JSON.stringify(plainAccounts(compared), null, 2)}\n`
        : toText(compared, voice, makeInk(command.color ?? wantsColor(io)), Math.min(io.stdout.columns ?? 80, 100)),
    );
  const isDyad = DYAD.test(one);
  if (!isDyad && two === undefined) throw makeFault(voice, 'cli/one-account', { name: one });
  const files = isDyad ? [] : await Promise.all([one, two as string].map((name) => seatOfFile(name, io, voice)));
  if (files.length === 2 && files.every((seat) => seat !== undefined)) {
    await print(await compareTold(...(files as [Seat, Seat])));
    return STATUS.read;
  }
  return withArchive(command, io, voice, async (archive) => {
    if (isDyad) {
      const found = await findToldTwice(archive, one, two);
      const only = found[0];
      if (two !== undefined && !only) throw makeFault(voice, 'cli/no-accounts', { dyad: one.toUpperCase(), date: two });
      if (two === undefined || found.length > 1 || !only) {
        if (json) await io.stdout.write(`${JSON.stringify({ items: found.map(plainToldTwice) }, null, 2)}\n`);
        else await io.stdout.write(listText(found, voice, io.stdout.columns));
        return STATUS.read;
      }
      const seats = await Promise.all([only.first, only.other].map(({ document, id }) => openSeat(archive, `${document}/${id}`, voice)));
      return show(archive, seats as [Seat, Seat]);
    }
    const seats = await Promise.all(
      [one, two as string].map(async (name, i) => {
        const [id = '', talks] = name.split('/');
        return files[i] ?? openSeat(archive, [await idFrom(archive, id, voice), talks].filter(Boolean).join('/'), voice);
      }),
    );
    return show(archive, seats as [Seat, Seat]);
  });

  async function show(archive: OpenArchive, [first, other]: [Seat, Seat]): Promise<Status> {
    const asked = command.pair ?? command.unpair;
    if (asked !== undefined) {
      if (!command.why?.trim()) throw makeFault(voice, 'cli/needs-reason');
      const [a = '', b = ''] = asked.split(',').map((each) => each.trim());
      const signed = { signed: sign(command.who, io.env), why: command.why };
      const made = await decidePair(archive, { first, other }, [a, b], command.pair === undefined ? 'unpaired' : 'paired', signed, voice);
      if (!json) await io.stderr.write(`${made.id} ${changeWords(made)}\n`);
    }
    await print(await compareTold(first, other, archive));
    return STATUS.read;
  }
}

function listText(found: readonly ToldTwice[], voice: Voice, columns: number | undefined): string {
  if (found.length === 0) return `${voice.label('accountsNone')}\n`;
  return table(
    found.map(({ first, other }) => [
      first.date ? voice.date(first.date) : '—',
      voice.parties(first.parties),
      first.document,
      other.document,
      printable(`${first.title ?? ''} / ${other.title ?? ''}`),
    ]),
    columns,
  );
}

const SIGNS: Readonly<Record<Cell, string>> = { both: '◈', differently: '≠', attributed: '⇄', 'only-first': '●', 'only-other': '◆' };

function cellWord(cell: Cell, { first, other }: Pick<ComparedAccounts, 'first' | 'other'>, voice: Voice): string {
  if (cell === 'only-first') return voice.label('cellOnly', { side: sideName(first, 'first', voice) });
  if (cell === 'only-other') return voice.label('cellOnly', { side: sideName(other, 'other', voice) });
  return voice.label(`cell${cell[0]?.toUpperCase()}${cell.slice(1)}`);
}

/** Whose account it is: its publisher's party; where the page does not say, it is the first or the other. */
function sideName({ reading }: Seat, which: 'first' | 'other', voice: Voice): string {
  const party = reading.document.publisher?.party;
  return party ? voice.party(party) : voice.label(which === 'first' ? 'firstAccount' : 'otherAccount');
}

function toText(compared: ComparedAccounts, voice: Voice, ink: Ink, columns: number): string {
  const { first, other, found } = compared;
  const seat = (sign: string, one: Seat) => wrapped(seatLine(one, voice), columns - 2).map((line, i) => `${i === 0 ? sign : ' '} ${line}`);
  const counts = CELLS.map((cell) => `${SIGNS[cell]} ${cellWord(cell, compared, voice)} ${found.counts[cell]}`);
  const lines = [...seat('●', first), ...seat('◆', other), '', ...together(counts, columns)];
  for (const row of found.rows) {
    lines.push(
      '',
      `${SIGNS[row.cell]} ${ink.bold(cellWord(row.cell, compared, voice))}${row.byHand ? ` (${voice.label('byHand')})` : row.perhaps ? ` (${voice.label('perhapsSame')})` : ''}${row.score === undefined ? '' : ink.dim(`  ${row.score.toFixed(2)}`)}`,
    );
    const said = (sign: string, claim: AccountRow['first']) =>
      claim
        ? [
            `  ${sign} ${placeName(claim.lead.path, voice)}  ${voice.phrases.acts[claim.lead.act]}  ${ink.dim(claim.lead.id)}`,
            ...wrapped(printable(claim.lead.quote.replace(/\s+/g, ' ')), columns - 6).map((line) => `      ${line}`),
          ]
        : [`  ${sign} ${voice.label(row.raised ? 'notToldRaised' : 'notTold')}`];
    lines.push(...said('●', row.first), ...said('◆', row.other));
    const notes = row.differences.map((each) => differenceWords(each, voice)).join(' · ');
    if (notes !== '') lines.push(...wrapped(notes, columns - 4).map((line) => ink.dim(`    ${line}`)));
  }
  return `${lines.join('\n')}\n`;
}

// ── Contradictions ─────────────────────────────────────────────────────────

export interface ContradictionsCommand extends ArchiveCommand {
  readonly color?: boolean;
  readonly judge?: string;
  readonly verdict?: string;
  readonly why?: string;
  readonly who?: string;
}

export async function runContradictions(dyad: string, command: ContradictionsCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    if (command.judge !== undefined) {
      const verdict = command.verdict;
      if (verdict !== 'contradiction' && verdict !== 'none') throw makeFault(voice, 'cli/no-verdict', { name: verdict ?? '' });
      if (!command.why?.trim()) throw makeFault(voice, 'cli/needs-reason');
      await judgeCandidate(archive, dyad, command.judge, verdict, { signed: sign(command.who, io.env), why: command.why }, voice);
    }
    const found = await findCandidates(archive, dyad);
    if (json) await io.stdout.write(`${JSON.stringify({ items: found.map(plainCandidate) }, null, 2)}\n`);
    else if (found.length === 0) {
      const wanted = dyad.toUpperCase().split('-').sort().join('-');
      const n = (await archive.dyads()).find((each) => each.dyad === wanted)?.documents ?? 0;
      const told = (await findToldTwice(archive, wanted)).length;
      await io.stdout.write(
        `${voice.label('contradictionsNone')}\n${voice.label('contradictionsLooked', { n })} ${voice.label('contradictionsTold', { n: told })}\n`,
      );
    } else await io.stdout.write(candidatesText(found, voice, makeInk(command.color ?? wantsColor(io))));
    return STATUS.read;
  });
}

/** Pieces that are not cut, as many on a line as stand there. */
function together(pieces: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1)}   ${piece}`;
    if (lines.length > 0 && width(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

function candidatesText(found: readonly JudgedCandidate[], voice: Voice, ink: Ink): string {
  const l = voice.label;
  const lines = [l('contradictionsLead')];
  for (const { id, kind, event, about, first, other, quotes, judged } of found) {
    const name = contradictionName(event ? { kind, event } : { kind }, voice);
    lines.push('', `▲ ${ink.bold(name)}  ${ink.dim(id)}${judged ? `  ${l(judged.verdict === 'none' ? 'judgedNone' : 'judgedContradiction')}` : ''}`);
    if (about !== '') lines.push(`    ${printable(about.replace(/\s+/g, ' '))}`);
    for (const [i, side] of [first, other].entries()) {
      const quote = quotes[i] as (typeof quotes)[number];
      lines.push(
        `  ${['●', '◆'][i]} ${saidWords(kind, side.says, voice)}  …${printable(quote.before)}${ink.inverse(printable(quote.words))}${printable(quote.after)}…`.replace(
          /\s+/g,
          ' ',
        ),
        ink.dim(`      ${[quote.date && voice.date(quote.date), side.path && placeName(side.path, voice), side.document].filter(Boolean).join(' ')}`),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
