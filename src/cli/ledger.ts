import { makeFault } from '../desk/faults.ts';
import { type ClockStep, type ClocksTold, GROUPS, type LedgerLine, type LedgerTold, makeClocks, makeLedger } from '../desk/following/ledger.ts';
import { LEDGER_FORMATS, type LedgerFormat, ledgerCalendar, ledgerCsv, ledgerFeed } from '../desk/following/ledger-formats.ts';
import { instant, today } from '../desk/outside.ts';
import {
  citeWords,
  contradictionWords,
  countWords,
  daysWords,
  directionWords,
  eventWords,
  groupWords,
  lifeWords,
  lineTitle,
  reasonWords,
  searchedWords,
  stateWords,
  stepWords,
  verdictWords,
  whyWords,
} from '../drawing/ledger.ts';
import { treatyName } from '../drawing/treaty.ts';
import type { Voice } from '../language/voice.ts';
import { printable, width, wrapped } from '../publishing/columns.ts';
import { type Ink, makeInk } from '../publishing/ink.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { wantsColor } from './read.ts';
import { type ArchiveCommand, asksJson, withArchive } from './with-archive.ts';

export interface LedgerCommand extends ArchiveCommand {
  readonly asOf?: string;
  readonly by?: string;
  readonly kind?: string;
  readonly state?: string;
  readonly group?: string;
  readonly due?: string;
  readonly line?: string;
  readonly color?: boolean;
}

export async function runLedger(dyad: string | undefined, command: LedgerCommand, io: Io, voice: Voice): Promise<Status> {
  const format = (command.format ?? 'text') as LedgerFormat;
  if (!LEDGER_FORMATS.includes(format)) throw makeFault(voice, 'cli/unknown-format', { name: format, formats: LEDGER_FORMATS.join(', ') });
  return withArchive(command, io, voice, async (archive) => {
    const told = await makeLedger(archive, { ...command, dyad, asOf: command.asOf ?? today() }, voice);
    const columns = Math.min(io.stdout.columns ?? 80, 100);
    await io.stdout.write(
      format === 'json'
        ? `${JSON.stringify({ ...told, items: told.lines, lines: undefined, changes: undefined }, null, 2)}\n`
        : format === 'csv'
          ? ledgerCsv(told)
          : format === 'ics'
            ? ledgerCalendar(told, voice, instant())
            : format === 'atom'
              ? ledgerFeed(told, voice, instant())
              : ledgerText(told, voice, columns, makeInk(command.color ?? wantsColor(io))),
    );
    return STATUS.read;
  });
}

export interface ClockCommand extends ArchiveCommand {
  readonly asOf?: string;
  readonly color?: boolean;
}

export async function runClock(dyad: string, command: ClockCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    const told = await makeClocks(archive, { dyad, asOf: command.asOf ?? today() }, voice);
    const columns = Math.min(io.stdout.columns ?? 80, 100);
    const ink = makeInk(command.color ?? wantsColor(io));
    await io.stdout.write(
      json ? `${JSON.stringify({ ...told, items: told.clocks, clocks: undefined }, null, 2)}\n` : clocksText(told, voice, columns, ink),
    );
    return STATUS.read;
  });
}

function ledgerText(told: LedgerTold, voice: Voice, columns: number, ink: Ink): string {
  const l = voice.label;
  const relation = told.dyad ? l('ledgerOf', { relation: voice.parties(told.dyad.split('-')) }) : l('ledger');
  const out = [
    ink.bold(relation),
    ink.dim(
      [l('asOf', { date: voice.date(told.asOf) }), told.until && l('ledgerSearched', { n: told.talks, date: voice.date(told.until) })]
        .filter(Boolean)
        .join(' · '),
    ),
  ];
  if (told.lines.length === 0) out.push('', told.all > 0 ? l('ledgerNothing', { n: told.all }) : `${l('ledgerEmpty')} ${l('ledgerEmptyNext')}`);
  for (const group of GROUPS) {
    const lines = told.lines.filter((line) => line.group === group);
    if (lines.length === 0) continue;
    out.push('', `${ink.bold(groupWords(group, voice))} ${lines.length}`);
    if (group === 'past') out.push(...wrapped(l('groupPastNote'), columns - 2).map((words) => ink.dim(`  ${words}`)));
    for (const line of lines) out.push('', ...lineText(line, told.dyad === undefined, voice, columns, ink));
  }
  return `${out.map(printable).join('\n')}\n`;
}

function lineText(line: LedgerLine, withRelation: boolean, voice: Voice, columns: number, ink: Ink): string[] {
  const due = line.due
    ? `${voice.date(line.due.edtf)}${line.days === undefined ? '' : ` (${daysWords(line.days, voice)})`}`
    : voice.label('noDueTold');
  const out = [
    `  ${directionWords(line)}  ${ink.bold(lineTitle(line, voice))}${withRelation ? `  ${line.dyad}` : ''}`,
    ...withId(
      `    ${stateWords(line.state, voice)} · ${voice.phrases.stages[line.stage]} · ${voice.label('dueWords')}: ${due}`,
      line.id,
      columns,
      ink,
    ),
    ...wrapped(line.what.quote, columns - 6).map((words) => `      ${words}`),
  ];
  for (const step of line.steps) {
    const [cited] = step.cited;
    const head = [step.day && voice.date(step.day), stepWords(step, voice), reasonWords(step, line, voice)].filter(Boolean).join(' · ');
    out.push(...wrapped(head, columns - 6).map((words, i) => `    ${i > 0 ? ' ' : line.steps.at(-1) === step ? '●' : '○'} ${words}`));
    if (cited) out.push(ink.dim(`      ${citeWords(cited, voice)}  ${cited.document}${cited.statement ? ` ${cited.statement}` : ''}`));
  }
  if (line.state !== 'done' && line.state !== 'declined')
    out.push(...wrapped(searchedWords(line, voice), columns - 4).map((words) => ink.dim(`    ${words}`)));
  for (const looked of line.searched?.looked ?? [])
    out.push(...withId(`      ${citeWords(looked.cited, voice)}: ${whyWords(looked, voice)}`, looked.cited.document, columns, ink));
  return out;
}

/** A line and an id behind it, or beneath it where there is no room. */
function withId(words: string, id: string, columns: number, ink: Ink): string[] {
  return width(words) + 2 + id.length <= columns ? [`${words}  ${ink.dim(id)}`] : [words, `        ${ink.dim(id)}`];
}

function clocksText({ dyad, asOf, clocks }: ClocksTold, voice: Voice, columns: number, ink: Ink): string {
  const l = voice.label;
  const out = [ink.bold(l('clockOf', { relation: voice.parties(dyad.split('-')) })), ink.dim(l('asOf', { date: voice.date(asOf) }))];
  if (clocks.length === 0) out.push('', l('clockEmpty'));
  for (const clock of clocks) {
    out.push('', `${ink.bold(clock.name)}  ${ink.dim(clock.id)}`);
    const say = (words: string, of: (line: string) => string = (line) => line) => {
      for (const line of wrapped(words, columns - 2)) out.push(of(`  ${line}`));
    };
    const events = (label: 'clockMissing' | 'clockNext', list: typeof clock.missing) =>
      list.length > 0 && say(`${l(label)}: ${list.map((event) => eventWords(event, voice)).join(l('comma'))}`, ink.dim);
    if (clock.life) say(lifeWords(clock.life, voice), ink.dim);
    if (clock.names.length > 1) {
      const names = clock.names.map(({ name, documents }) => `${name} (${documents})`).join(l('comma'));
      const why = clock.treaty ? ` ${l('clockOneTreaty', { name: treatyName(clock.treaty, voice) })}` : '';
      say(`${l('clockNames')}: ${names}${why}`, ink.dim);
    }
    for (const [i, step] of clock.steps.entries()) out.push(...clockStepText(step, clock.steps[i - 1], asOf, voice, ink));
    for (const clause of clock.clauses) {
      const counted = clause.counted.map((day) => voice.date(day)).join(l('comma'));
      say(
        `${eventWords(clause.step, voice)}: ${countWords(clause, voice)}; ${l('clockCounted', { dates: counted || '—' })}; ${verdictWords(clause, voice)}`,
      );
    }
    for (const one of clock.contradictions) say(`▲ ${contradictionWords(one, voice)}`);
    events('clockMissing', clock.missing);
    events('clockNext', clock.next);
  }
  return `${out.map(printable).join('\n')}\n`;
}

function clockStepText(step: ClockStep, before: ClockStep | undefined, asOf: string, voice: Voice, ink: Ink): string[] {
  const l = voice.label;
  const left = step.date === undefined ? 0 : Math.round((Date.parse(step.date.slice(0, 10)) - Date.parse(asOf)) / 86_400_000);
  const notes = [
    step.days !== undefined && before && l('clockDaysAfter', { n: step.days, step: eventWords(before.event, voice) }),
    step.status === 'ahead' && (Number.isNaN(left) ? undefined : l('clockAhead', { n: left })),
    step.status === 'passed' && l('clockPassed'),
  ].filter(Boolean);
  const date = step.date ? voice.date(step.date) : l('clockDayNotTold');
  return [
    `  ${step.status === 'told' ? '●' : '○'} ${eventWords(step.event, voice)}  ${date}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`,
    ...step.cited.map((cited) => ink.dim(`      ${citeWords(cited, voice)}  ${cited.document}${cited.statement ? ` ${cited.statement}` : ''}`)),
  ];
}
