/** What is owed, by who owes it: how far each has come, by which words; and the dates ahead. */
import { extentOf } from '../time/extent.ts';
import type { Block, Group, Line, Run, Section, Side } from './brief.ts';
import { stepWords } from './clocks.ts';
import { type Context, dateRun, daysBetween, leftOut, quoteOf, sideName } from './context.ts';
import { absent, line, mark, own, said, small, strong } from './phrase.ts';
import type { Promised, Ref } from './record.ts';

const OPEN: ReadonlySet<Promised['state']> = new Set(['open', 'no-evidence', 'lapsed', 'deferred']);
const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);

/** Those that are still owed: dated ahead first, soonest first; then the rest, that which was told or due last first. */
export function openOf(owed: readonly Promised[]): Promised[] {
  const isAhead = ({ due, state }: Promised) => due !== undefined && state === 'open';
  const end = ({ due }: Promised) => (due ? extentOf(due.edtf)?.last : undefined);
  const latest = (item: Promised) => {
    return [toldOn(item) ?? '', end(item) ?? ''].sort()[1];
  };
  return owed
    .filter(({ state }) => OPEN.has(state))
    .sort((a, b) => Number(isAhead(b)) - Number(isAhead(a)) || (isAhead(a) ? compare(end(a), end(b)) : compare(latest(b), latest(a))));
}

/** Day of the last step that words or talks gave it. */
function toldOn({ steps }: Promised): string | undefined {
  return steps.at(-1)?.day;
}

export function debtor({ by }: Pick<Promised, 'by'>, { record }: Pick<Context, 'record'>): Side {
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
  const blocks: Block[] = [];
  if (groups.length === 0) blocks.push({ kind: 'list', numbered: false, lines: [absent(voice.label('briefNothingOwed'))] });
  else
    blocks.push({
      kind: 'table',
      caption: voice.label('briefOwed'),
      columns: [
        { head: voice.label('briefDebtor'), share: 0.11 },
        { head: voice.label('briefWhat'), share: 0.41 },
        { head: voice.label('briefStage'), share: 0.25 },
        { head: voice.label('briefDue'), share: 0.23 },
      ],
      groups,
    });
  const settled = settledOf(context);
  if (settled.length > 0) blocks.push({ kind: 'list', numbered: false, lines: settled });
  return { id: 'owed', title: voice.label('briefOwed'), note: [voice.label('briefOwedNote'), left].filter(Boolean).join(' · '), blocks };
}

/** What was settled at the last talks is news. */
function settledOf(context: Context): Line[] {
  const { record, voice, register, keep } = context;
  const day = record.talks[0]?.day;
  return record.owed
    .filter((item) => (item.state === 'done' || item.state === 'declined') && day !== undefined && toldOn(item) === day)
    .slice(0, Math.ceil(keep.owed / 3))
    .map((item) =>
      line(
        strong(`${voice.phrases.stages[item.state as 'done']} `),
        mark(debtor(item, context)),
        own(`${sideName(debtor(item, context), context)} ${kindWords(item, context)} `),
        quoteOf(item.what, context, item.what.quote),
        register.cite(item.what),
        own(' '),
        dateRun(toldOn(item), voice),
        register.cite(...(item.steps.at(-1)?.cited.slice(0, 2) ?? [])),
      ),
    );
}

export function kindWords({ kind, by, to, visitor }: Promised, { voice }: Context): string {
  const words = voice.phrases.commitments[kind as 'visit'] ?? kind;
  const towards = by.length === 1 && to.length > 0 ? ` ${voice.label('briefTo', { party: voice.parties(to) })}` : '';
  const who = visitor?.name ?? (visitor?.role && voice.phrases.roles[visitor.role as 'minister']);
  return `${words}${towards}${who ? ` (${who})` : ''}`;
}

function rowOf(item: Promised, context: Context): Line[] {
  const { register } = context;
  return [
    line(strong(`${kindWords(item, context)} `), quoteOf(item.what, context, item.what.quote, 72), register.cite(item.what)),
    line(...stepsOf(item, context)),
    line(...dueRuns(item, context)),
  ];
}

/** The stages it went through, the newest last, each with the words that tell it. */
function stepsOf({ steps }: Promised, { voice, register }: Context): Run[] {
  // One stage told again is one step here: its first telling, and its newest.
  const last = steps.slice(-3);
  return last.flatMap(({ stage, day, cited }, i): Run[] => [
    ...(i > 0 ? [own(' → ')] : []),
    i === last.length - 1 ? strong(voice.phrases.stages[stage]) : own(voice.phrases.stages[stage]),
    ...(day ? [own(' '), dateRun(day, voice, { small: true })] : []),
    ...(cited.length > 0 ? [register.cite(...cited.slice(0, 2))] : []),
  ]);
}

function dueRuns({ due, state, searched }: Promised, { voice, record }: Context): Run[] {
  const runs: Run[] = due === undefined ? [own(voice.label('briefUndated'))] : said(voice, 'due', { date: dateRun(due.edtf, voice) });
  const end = due && extentOf(due.edtf)?.last;
  const past = end !== undefined && end < record.asOf ? voice.label('daysPast', { n: daysBetween(end, record.asOf) }) : undefined;
  const comma = own(voice.label('comma'));
  if (past) runs.push(comma, own(past));
  if (state === 'no-evidence' && due !== undefined) runs.push(comma, own(voice.label('briefNoEvidenceYet')));
  if (state === 'lapsed')
    runs.push(comma, ...said(voice, 'briefLapsed', { n: searched?.talks ?? 0, date: searched ? dateRun(searched.until, voice) : '' }));
  if (state === 'deferred') runs.push(comma, own(voice.phrases.stages.deferred));
  return runs;
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
  const { record } = context;
  const isAhead = (edtf: string | undefined): edtf is string => edtf !== undefined && (extentOf(edtf)?.last ?? '') >= record.asOf;
  const promised = openOf(record.owed).flatMap((item): Ahead[] =>
    isAhead(item.due?.edtf)
      ? [
          {
            date: item.due?.edtf as string,
            what: kindWords(item, context),
            words: item.what.quote,
            side: debtor(item, context),
            refs: item.tellings.slice(-2),
          },
        ]
      : [],
  );
  const steps = record.treaties.flatMap((clock) =>
    clock.steps.flatMap(({ event, date, status, cited }): Ahead[] =>
      status === 'ahead' && isAhead(date) && cited.length > 0
        ? [{ date, what: stepWords(event, context), words: clock.name, side: 'joint', refs: cited.slice(0, 2) }]
        : [],
    ),
  );
  return [...promised, ...steps].sort((a, b) => compare(extentOf(a.date)?.last, extentOf(b.date)?.last) || compare(a.date, b.date));
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
                const days = /^\d{4}-\d\d-\d\d$/.test(date) ? daysBetween(record.asOf, date) : undefined;
                return line(
                  dateRun(date, voice, { strong: true }),
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
