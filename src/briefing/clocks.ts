/** Treaties: the steps that are told, those dated ahead, and those that nothing tells. */
import { extentOf } from '../time/extent.ts';
import type { Clock, Section, Step } from './brief.ts';
import { type Context, dateWords, leftOut } from './context.ts';
import { absent, line, own, small } from './phrase.ts';
import type { Treaty, TreatyStep } from './record.ts';

export function clocks(context: Context): Section {
  const { record, voice, keep } = context;
  const shown = record.treaties.slice(0, keep.clocks);
  const note = leftOut(record.treaties.length, shown.length, voice);
  return {
    id: 'clocks',
    title: voice.label('briefClock'),
    ...(note && { note }),
    blocks:
      shown.length > 0
        ? shown.map((treaty) => clock(treaty, context))
        : [{ kind: 'list', numbered: false, lines: [absent(voice.label('briefNoTreaty'))] }],
  };
}

function clock(treaty: Treaty, context: Context): Clock {
  return {
    kind: 'clock',
    name: line({ kind: 'quote', words: treaty.name, language: treaty.language }),
    steps: treaty.steps.map((step) => stepOf(step, context)),
    notes: [],
  };
}

function stepOf(step: TreatyStep, { record, register, voice }: Context): Step {
  const label = voice.phrases.events[step.event as 'signed'] ?? step.event;
  if (step.refs.length === 0) return { label, state: 'absent', date: absent(voice.label('noneOnRecord')) };
  const first = step.date === undefined ? undefined : extentOf(step.date)?.first;
  return {
    label,
    state: first !== undefined && first >= record.asOf ? 'ahead' : 'done',
    date: line(own(dateWords(step.date, voice)), register.cite(...step.refs.slice(0, 2))),
    ...(step.days !== undefined && { note: line(small(voice.label('daysLater', { n: step.days }))) }),
  };
}
