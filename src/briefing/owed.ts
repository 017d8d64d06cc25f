/** What is owed, by who owes it, and the dates ahead. */
import { extentOf } from '../time/extent.ts';
import type { Group, Line, Section, Side } from './brief.ts';
import { type Context, dateWords, daysBetween, IN_TABLE, leftOut, quoteOf, sideName } from './context.ts';
import { absent, line, mark, own, small, strong } from './phrase.ts';
import type { Owed, Ref } from './record.ts';

/** Those that are still owed: dated ahead first, soonest first; then past their date, latest first; then undated, told last first. */
export function openOf(owed: readonly Owed[]): Owed[] {
  const key = ({ due, state, told }: Owed) => (state === 'past' ? 1 : due === undefined ? 2 : 0) * 1 + (told.length > 0 ? 0 : 0);
  return owed
    .filter(({ state }) => state === 'open' || state === 'past')
    .sort(
      (a, b) =>
        key(a) - key(b) || (key(a) === 0 ? compare(a.due, b.due) : key(a) === 1 ? compare(b.due, a.due) : compare(b.told[0]?.date, a.told[0]?.date)),
    );
}

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);

export function debtor({ by }: Pick<Owed, 'by'>, { record }: Context): Side {
  return by.length > 1 ? 'joint' : by[0] === record.own ? 'own' : by[0] === record.other ? 'other' : 'unknown';
}

export function owed(context: Context): Section {
  const { record, voice, keep } = context;
  const open = openOf(record.owed);
  const shown = open.slice(0, keep.owed);
  const left = leftOut(open.length, shown.length, voice);
  const groups = (['own', 'other', 'joint', 'unknown'] as const).flatMap((side): Group[] => {
    const rows = shown.filter((each) => debtor(each, context) === side).map((each) => rowOf(each, context));
    return rows.length > 0 ? [{ head: [line(mark(side), strong(sideName(side, context)))], rows }] : [];
  });
  return {
    id: 'owed',
    title: voice.label('briefOwed'),
    note: [voice.label('briefOwedNote'), left].filter(Boolean).join(' · '),
    blocks:
      groups.length === 0
        ? [{ kind: 'list', numbered: false, lines: [absent(voice.label('briefNothingOwed'))] }]
        : [
            {
              kind: 'table',
              caption: voice.label('briefOwed'),
              columns: [
                { head: voice.label('briefDebtor'), share: 0.13 },
                { head: voice.label('briefWhat'), share: 0.19 },
                { head: voice.label('words'), share: 0.44 },
                { head: voice.label('briefDue'), share: 0.24 },
              ],
              groups,
            },
          ],
  };
}

function rowOf(item: Owed, context: Context): Line[] {
  const { voice, register, record } = context;
  const last = item.told[0] as Owed['told'][number];
  const to = item.by.length === 1 && item.to.length > 0 ? voice.label('briefTo', { party: voice.parties(item.to) }) : '';
  return [
    line(strong(voice.phrases.commitments[item.kind as 'visit'] ?? item.kind), !!to && own(` ${to}`)),
    line(quoteOf(last, context, last.what, IN_TABLE), register.cite(...item.told.slice(0, 3))),
    line(
      own(dueWords(item, record.asOf, context)),
      small(` ${voice.phrases.stages[item.stage as 'agreed'] ?? item.stage}, ${dateWords(last.date, voice)}`),
    ),
  ];
}

function dueWords({ due, state }: Owed, asOf: string, { voice }: Context): string {
  if (due === undefined) return voice.label('briefUndated');
  const words = voice.label('due', { date: voice.date(due) });
  const end = extentOf(due)?.last;
  if (state === 'past' && end) return `${words}${voice.label('comma')}${voice.label('briefPast', { n: daysBetween(end, asOf) })}`;
  return words;
}

interface Ahead {
  readonly date: string;
  readonly what: string;
  readonly words: string;
  readonly side: Side;
  readonly refs: readonly Ref[];
}

/** Everything dated on the day of the brief or later, soonest first. */
export function datesAhead(context: Context): Ahead[] {
  const { record, voice } = context;
  const isAhead = (edtf: string | undefined): edtf is string => edtf !== undefined && (extentOf(edtf)?.last ?? '') >= record.asOf;
  const promised = openOf(record.owed).flatMap((item): Ahead[] =>
    isAhead(item.due)
      ? [
          {
            date: item.due,
            what: voice.phrases.commitments[item.kind as 'visit'] ?? item.kind,
            words: item.told[0]?.what ?? '',
            side: debtor(item, context),
            refs: item.told.slice(0, 2),
          },
        ]
      : [],
  );
  const steps = record.treaties.flatMap(({ name, steps }) =>
    steps.flatMap((step): Ahead[] =>
      isAhead(step.date) && step.refs.length > 0
        ? [
            {
              date: step.date,
              what: voice.phrases.events[step.event as 'signed'] ?? step.event,
              words: name,
              side: 'joint',
              refs: step.refs.slice(0, 2),
            },
          ]
        : [],
    ),
  );
  return [...promised, ...steps].sort((a, b) => compare(extentOf(a.date)?.first, extentOf(b.date)?.first) || compare(a.date, b.date));
}

export function ahead(context: Context): Section {
  const { record, voice, keep, register } = context;
  const all = datesAhead(context);
  const shown = all.slice(0, keep.ahead);
  const note = leftOut(all.length, shown.length, voice);
  return {
    id: 'ahead',
    title: voice.label('datesAhead'),
    ...(note && { note }),
    blocks: [
      {
        kind: 'list',
        numbered: false,
        lines:
          shown.length === 0
            ? [absent(voice.label('noneAhead', { date: voice.date(record.asOf) }))]
            : shown.map(({ date, what, words, side, refs }) => {
                const first = extentOf(date)?.first ?? record.asOf;
                const days = /^\d{4}-\d\d-\d\d$/.test(date) ? daysBetween(record.asOf, first) : undefined;
                return line(
                  strong(voice.date(date)),
                  days !== undefined && small(` ${days === 0 ? voice.label('dueToday') : voice.label('inDays', { n: days })}`),
                  own(' '),
                  mark(side),
                  own(`${what} `),
                  quoteOf(refs[0] as Ref, context, words),
                  register.cite(...refs),
                );
              }),
      },
    ],
  };
}
