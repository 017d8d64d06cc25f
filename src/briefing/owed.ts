/** What is owed, by who owes it: how far each has come, by which words; and the dates ahead. */
import { extentOf } from '../time/extent.ts';
import type { Block, Group, Line, Run, Section, Side } from './brief.ts';
import { stepWords } from './clocks.ts';
import { type Context, dateRun, daysBetween, leftOut, quoteOf, sideName, titleOf } from './context.ts';
import { once } from './once.ts';
import { absent, line, mark, own, said, small, strong } from './phrase.ts';
import type { BriefRecord, Clock, Promised, Ref } from './record.ts';

const OPEN: ReadonlySet<Promised['state']> = new Set(['open', 'no-evidence', 'lapsed', 'deferred']);
const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);

/** Those that are still owed: dated ahead first, soonest first; then the rest, that which was told or due last first. */
export const openOf = once((owed: readonly Promised[]): Promised[] =>
  owed
    .filter(({ state }) => OPEN.has(state))
    .map((item) => {
      const end = item.due ? (extentOf(item.due.edtf)?.last ?? '') : '';
      return { item, end, ahead: item.due !== undefined && item.state === 'open', latest: [toldOn(item) ?? '', end].sort()[1] };
    })
    .sort((a, b) => Number(b.ahead) - Number(a.ahead) || (a.ahead ? compare(a.end, b.end) : compare(b.latest, a.latest)))
    .map(({ item }) => item),
);

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
      caption: titleOf('owed', voice),
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
  return { id: 'owed', title: titleOf('owed', voice), note: [voice.label('briefOwedNote'), left].filter(Boolean).join(' · '), blocks };
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
  readonly last: string;
  readonly of: { readonly item: Promised } | { readonly clock: Clock; readonly step: Clock['steps'][number] };
}

/** Everything dated on the day of the brief or later, soonest first. */
const datesAhead = once(({ owed: all, treaties, asOf }: BriefRecord): Ahead[] => {
  const found: Ahead[] = [];
  const add = (date: string | undefined, of: Ahead['of']) => {
    const last = date === undefined ? undefined : extentOf(date)?.last;
    if (date !== undefined && last !== undefined && last >= asOf) found.push({ date, last, of });
  };
  for (const item of openOf(all)) add(item.due?.edtf, { item });
  for (const clock of treaties) for (const step of clock.steps) if (step.status === 'ahead' && step.cited.length > 0) add(step.date, { clock, step });
  return found.sort((a, b) => compare(a.last, b.last) || compare(a.date, b.date));
});

function aheadLine({ date, of }: Ahead, context: Context): Line {
  const { record, voice, register } = context;
  const days = /^\d{4}-\d\d-\d\d$/.test(date) ? daysBetween(record.asOf, date) : undefined;
  const refs = 'item' in of ? of.item.tellings.slice(-2) : of.step.cited.slice(0, 2);
  const what = 'item' in of ? kindWords(of.item, context) : stepWords(of.step.event, context);
  return line(
    dateRun(date, voice, { strong: true }),
    days !== undefined && small(` ${days === 0 ? voice.label('dueToday') : voice.label('inDays', { n: days })}`),
    own(' '),
    mark('item' in of ? debtor(of.item, context) : 'joint'),
    own(`${what} `),
    quoteOf(refs[0] as Ref, context, 'item' in of ? of.item.what.quote : of.clock.name),
    register.cite(...refs),
  );
}

export function ahead(context: Context): Section {
  const { record, voice, keep } = context;
  const all = datesAhead(record);
  const shown = all.slice(0, keep.ahead);
  const note = leftOut(all.length, shown.length, voice);
  const none = absent(voice.label('noneAhead', { date: voice.date(record.asOf) }));
  return {
    id: 'ahead',
    title: titleOf('ahead', voice),
    ...(note && { note }),
    blocks: [{ kind: 'list', numbered: false, lines: shown.length === 0 ? [none] : shown.map((one) => aheadLine(one, context)) }],
  };
}
