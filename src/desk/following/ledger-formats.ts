/** A ledger in the formats in which it leaves: CSV, a calendar of dates ahead, a feed of what changed. */
import { citeWords, directionWords, groupWords, lineTitle, reasonWords, stateWords, stepWords } from '../../drawing/ledger.ts';
import type { Voice } from '../../language/voice.ts';
import { toFeed } from '../../publishing/atom.ts';
import { csvLine } from '../../publishing/csv.ts';
import { type CalendarDate, toCalendar } from '../../publishing/ical.ts';
import { extentOf } from '../../time/extent.ts';
import type { Change, LedgerLine, LedgerTold } from './ledger.ts';

export const LEDGER_FORMATS = ['text', 'json', 'csv', 'ics', 'atom'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

export const LEDGER_MEDIA = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  ics: 'text/calendar; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
} as const;

export interface Addresses {
  /** `https://host/ja/`, with a stroke at its end: where the pages are. Absent where nobody can be led there. */
  readonly pages?: string | undefined;
  /** Of the feed itself. */
  readonly self?: string | undefined;
}

const COLUMNS = [
  'line',
  'relation',
  'kind',
  'owed_by',
  'owed_to',
  'visitor',
  'office',
  'words',
  'stage',
  'state',
  'group',
  'due',
  'due_words',
  'days',
  'conditions',
  'first_told',
  'last_step',
  'last_reason',
  'tellings',
  'searched_until',
  'sources',
] as const;

export function ledgerCsv({ lines }: LedgerTold): string {
  return [
    csvLine(COLUMNS),
    ...lines.map((line) => {
      const last = line.steps.at(-1);
      const sources = [...new Set(line.tellings.map(({ document, statement }) => (statement ? `${document}#${statement}` : document)))];
      return csvLine([
        line.id,
        line.dyad,
        line.kind,
        line.by.join(';'),
        line.to.join(';'),
        line.visitor?.name,
        line.visitor?.role,
        line.what.quote,
        line.stage,
        line.state,
        line.group,
        line.due?.edtf,
        line.due?.text,
        line.days,
        line.conditions.join(';'),
        line.tellings[0]?.date,
        last?.day,
        last?.reason,
        line.tellings.length,
        line.searched?.until,
        sources.join(';'),
      ]);
    }),
  ].join('');
}

/** A month at most: what is wider is no date for a calendar. */
const A_MONTH = 31;

/** Days and months ahead of what is not closed. @param when instant of its making. */
export function ledgerCalendar(told: LedgerTold, voice: Voice, when: string, addresses: Addresses = {}): string {
  const dates = told.lines.flatMap((line): CalendarDate[] => {
    const extent = line.due && extentOf(line.due.edtf);
    if (!extent || line.state !== 'open' || extent.last < told.asOf) return [];
    const days = (Date.parse(extent.last) - Date.parse(extent.first)) / 86_400_000 + 1;
    if (!(days <= A_MONTH)) return [];
    const day = /^\d{4}-\d\d-\d\d(?:T|$|\/)/.test(line.due?.edtf ?? '');
    return [
      {
        id: line.id,
        ...extent,
        ...(!day && { near: true }),
        summary: `${directionWords(line)}: ${lineTitle(line, voice)}`,
        description: [line.what.quote, `${voice.phrases.stages[line.stage]} · ${citeWords(line.what, voice)}`, line.due?.text ?? ''].join('\n'),
        ...(addresses.pages && { url: pageOf(line, addresses.pages) }),
        categories: [voice.phrases.commitments[line.kind], line.dyad],
        tentative: line.stage === 'invited' || line.stage === 'intended' || line.stage === 'deferred',
      },
    ];
  });
  return toCalendar(dates, { name: nameOf(told, voice), language: voice.code, when });
}

/** Entries that a feed holds at most, the newest. */
const ENTRIES = 100;

export function ledgerFeed(told: LedgerTold, voice: Voice, when: string, addresses: Addresses = {}): string {
  return toFeed(
    told
      .changes()
      .slice(0, ENTRIES)
      .map((change) => {
        const line = change.line as LedgerLine;
        const [cited] = change.step?.cited ?? [line.what];
        return {
          id: change.id,
          title: entryTitle(change, voice),
          updated: change.when,
          summary: summaryOf(change, voice),
          ...(cited && { quote: { words: cited.quote, language: cited.language } }),
          ...(addresses.pages && { url: pageOf(line, addresses.pages) }),
          category: line.kind,
        };
      }),
    {
      id: `${told.dyad ?? 'archive'} ${told.lines.length === 1 && told.all > 1 ? told.lines[0]?.id : ''}`,
      title: nameOf(told, voice),
      language: voice.code,
      ...(addresses.self && { self: addresses.self }),
      ...(addresses.pages && { page: `${addresses.pages}ledger${told.dyad ? `?dyad=${told.dyad}` : ''}` }),
      when,
    },
  );
}

function entryTitle({ line, step }: Change, voice: Voice): string {
  const title = `${directionWords(line)}: ${lineTitle(line, voice)}`;
  return step ? `${title} · ${stepWords(step, voice)}` : voice.label('feedLapsed', { title });
}

function summaryOf({ line, step }: Change, voice: Voice): string {
  if (!step) return `${groupWords(line.group, voice)} · ${stateWords(line.state, voice)}`;
  const [cited] = step.cited;
  return [reasonWords(step, line, voice), cited && citeWords(cited, voice)].filter(Boolean).join(' · ');
}

function pageOf(line: Pick<LedgerLine, 'id' | 'dyad'>, pages: string): string {
  return `${pages}ledger?dyad=${line.dyad}#${line.id}`;
}

function nameOf({ dyad }: LedgerTold, voice: Voice): string {
  return dyad ? voice.label('ledgerOf', { relation: voice.parties(dyad.split('-')) }) : voice.label('ledger');
}
