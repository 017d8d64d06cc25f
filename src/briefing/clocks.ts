/** Treaties: the steps that are told, those dated ahead, those that nothing tells; counts held against the days told. */
import type { ClockClause, ClockStep, Contradiction } from '../ledgers/instruments.ts';
import { INSTRUMENT_STEPS, type InstrumentStep } from '../record/instrument-steps.generated.ts';
import type { Clock as ClockBlock, Line, Section, Step } from './brief.ts';
import { type Context, dateRun, leftOut, quoteOf, titleOf } from './context.ts';
import { absent, line, own, said, small, strong } from './phrase.ts';
import type { Clock } from './record.ts';

export function clocks(context: Context): Section {
  const { record, voice, keep } = context;
  const shown = record.treaties.slice(0, keep.clocks);
  const note = leftOut(record.treaties.length, shown.length, voice);
  return {
    id: 'clocks',
    title: titleOf('clocks', voice),
    ...(note && { note }),
    blocks:
      shown.length > 0
        ? shown.map((clock) => blockOf(clock, context))
        : [{ kind: 'list', numbered: false, lines: [absent(voice.label('briefNoTreaty'))] }],
  };
}

/** The name under which most readouts tell it. */
export function nameRun({ name, names }: Clock) {
  return { kind: 'quote' as const, words: name, language: names.find((each) => each.name === name)?.language ?? names[0]?.language ?? 'und' };
}

export function stepWords(event: InstrumentStep, { voice }: Context): string {
  return voice.phrases.events[event as 'signed'] ?? event;
}

function blockOf(clock: Clock, context: Context): ClockBlock {
  const order = Object.keys(INSTRUMENT_STEPS) as InstrumentStep[];
  const missing = clock.missing.map((event) => ({ event, step: absentStep(event, context) }));
  const told = clock.steps.map((step) => ({ event: step.event, step: toldStep(step, context) }));
  return {
    kind: 'clock',
    name: line(nameRun(clock)),
    steps: [...missing, ...told].sort((a, b) => order.indexOf(a.event) - order.indexOf(b.event)).map(({ step }) => step),
    notes: [
      ...clock.clauses.map((clause) => clauseLine(clause, context)),
      ...clock.contradictions.map((contradiction) => contradictionLine(contradiction, context)),
    ],
  };
}

function absentStep(event: InstrumentStep, context: Context): Step {
  return { label: stepWords(event, context), state: 'absent', date: absent(context.voice.label('noneOnRecord')) };
}

function toldStep({ event, date, status, days, cited }: ClockStep, context: Context): Step {
  const { voice, register } = context;
  const notes = [
    days !== undefined && (days === 0 ? voice.label('sameDay') : voice.label('daysLater', { n: days })),
    status === 'passed' && voice.label('briefStepPassed'),
  ].filter((each) => each !== false);
  return {
    label: stepWords(event, context),
    state: status === 'told' ? 'done' : 'ahead',
    date: line(dateRun(date, voice), register.cite(...cited.slice(0, 3))),
    ...(notes.length > 0 && { note: line(small(notes.join(voice.label('comma')))) }),
  };
}

/** A count of the text, and whether the days told agree with it. */
function clauseLine({ step, counted, stated, verdict, cited }: ClockClause, context: Context): Line {
  const { voice, register } = context;
  const days = counted.flatMap((day, i) => [...(i > 0 ? [own(voice.label('briefOr'))] : []), dateRun(day, voice)]);
  return line(
    strong(`${voice.label('briefCounted')} `),
    quoteOf(cited, context, cited.quote),
    own(' '),
    ...(days.length === 0
      ? [own(voice.label('briefCountOpen'))]
      : said(voice, verdict === 'differs' ? 'briefCountDiffers' : stated === undefined ? 'briefCountIs' : 'briefCountAgrees', {
          step: stepWords(step, context),
          counted: days,
          stated: dateRun(stated, voice),
        })),
    register.cite(cited),
  );
}

export function contradictionLine({ code, event, other, dates, cited }: Contradiction, context: Context): Line {
  const { voice, register } = context;
  const key = code === 'two-days' ? 'briefTwoDays' : code === 'out-of-order' ? 'briefOutOfOrder' : 'briefCountDiffers';
  return line(
    strong(`${voice.label('briefContradiction')} `),
    ...said(voice, key, {
      step: stepWords(event, context),
      other: stepWords(other, context),
      one: dateRun(dates[0], voice),
      two: dateRun(dates[1], voice),
      counted: dateRun(dates[0], voice),
      stated: dateRun(dates[1], voice),
    }),
    register.cite(...cited.slice(0, 4)),
  );
}
