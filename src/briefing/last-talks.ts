/** The last talks: who met where, and what came of it in the source's words. */
import { ACTS } from '../record/acts.generated.ts';
import type { Section, Table } from './brief.ts';
import { actWords, type Context, contentRuns, leftOut, quoteOf, sideLine, talksWords, titleOf, whenMet } from './context.ts';
import { absent, line, own, small, strong } from './phrase.ts';
import type { BriefStatement, BriefTalks } from './record.ts';
import { talksRef, talksRefs } from './register.ts';

/** Outcomes shown of each talks. */
const OUTCOMES = 3;

export function lastTalks(context: Context): Section {
  const { record, voice, keep } = context;
  const shown = record.talks.slice(0, keep.talks);
  const note = leftOut(record.talks.length, shown.length, voice);
  const head = { id: 'talks', title: titleOf('talks', voice), ...(note && { note }) };
  if (shown.length === 0) return { ...head, blocks: [{ kind: 'list', numbered: false, lines: [absent(voice.label('briefNoTalks'))] }] };
  const table: Table = {
    kind: 'table',
    caption: voice.label('lastTalks'),
    columns: [
      { head: voice.label('talks'), share: 0.18 },
      { head: voice.label('briefSide'), share: 0.1 },
      { head: voice.label('briefAct'), share: 0.12 },
      { head: voice.label('briefOutcome'), share: 0.6 },
    ],
    groups: shown.map((talks) => ({ head: headOf(talks, context), rows: rowsOf(talks, context) })),
  };
  return { ...head, blocks: [table] };
}

function headOf(talks: BriefTalks, context: Context) {
  const { register, record, voice } = context;
  const ref = talksRef(talks, record);
  const where = [talks.duration && voice.duration(talks.duration)].filter(Boolean).join(voice.label('comma'));
  return [
    line(whenMet(talks, context, { strong: true }), register.cite(...talksRefs(talks, record))),
    line(own(talksWords(talks, voice))),
    ...(talks.place || where
      ? [line(talks.place !== undefined && quoteOf(ref, context, talks.place), !!(talks.place && where) && small(' '), !!where && small(where))]
      : []),
  ];
}

function rowsOf(talks: BriefTalks, context: Context) {
  const { record, voice, register } = context;
  const outcomes = outcomesOf(talks);
  if (outcomes.length === 0) return [[line(), line(), line(small(voice.label('briefNoOutcome')), register.cite(talksRef(talks, record)))]];
  return outcomes
    .slice(0, OUTCOMES)
    .map((statement) => [sideLine(statement, context), line(strong(actWords(statement, context))), line(...contentRuns(talks, statement, context))]);
}

/** What came of talks: outcomes that bind or were found in common before those that only tell what was talked about, each told once. */
export function outcomesOf({ document, statements }: BriefTalks): BriefStatement[] {
  const told = statements.filter(({ act }) => ACTS[act].family === 'outcome' && act !== 'exchange');
  // What the other side tells of the same outcomes would tell them twice.
  const ours = told.filter((one) => (one.document ?? document) === document);
  const all = ours.length > 0 ? ours : told;
  const body = all.filter(({ path }) => !/^(?:points|lede)/.test(path));
  const binding = (of: BriefStatement) => (ACTS[of.act].binds === 'speakers' ? 0 : 1);
  return [...(body.length > 0 ? body : all)].sort((a, b) => binding(a) - binding(b));
}
