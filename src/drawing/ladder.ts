/**
 * The stages of a promise on one line: who moved it and when; a ring where there is no evidence; a bar where it was put off or declined.
 *
 *   ◆───●┄┄┄○┄┄┄○┄┄┄○
 *   invited  intended  accepted  scheduled  done
 */
import type { Voice } from '../language/voice.ts';
import { LADDER, type Line, type Stage, type Step } from '../ledgers/line.ts';
import { stateWords } from './ledger.ts';
import { html, type Markup } from './markup.ts';

/** Columns, and the stages that stand in each. */
export const COLUMNS: readonly (readonly Stage[])[] = [['invited'], ['intended'], ['accepted', 'agreed'], ['scheduled'], ['done']];

const APART = 68;
const MIDDLE = 34;
const ROW = 14;
const HEIGHT = 40;

export interface Node {
  readonly stage: Stage;
  /** Where it was reached: the last step that says so. */
  readonly step?: Step;
}

/** What each column shows. */
export function nodesOf({ steps }: Line): Node[] {
  return COLUMNS.map((stages) => {
    const step = steps.findLast((one) => stages.includes(one.stage));
    return { stage: step?.stage ?? (stages[0] as Stage), ...(step && { step }) };
  });
}

export function columnWords(stages: readonly Stage[], voice: Voice): string {
  return stages.length > 1 ? voice.label('ladderAccepted') : voice.phrases.stages[stages[0] as Stage];
}

/** The same in words, for readers that speak and as the picture's name. */
export function ladderWords(line: Line, voice: Voice): string {
  const stages = nodesOf(line)
    .filter(({ step }) => step)
    .map(({ stage, step }) => voice.label('ladderAt', { stage: voice.phrases.stages[stage], date: step?.day ? voice.date(step.day) : '' }).trim());
  const words = [...stages, ...(line.state === 'open' ? [] : [stateWords(line.state, voice)])];
  return voice.label('ladderName', { stages: words.join(voice.label('comma')) });
}

/** @param own the party whose mark is the disc. */
export function ladder(line: Line, own: string | undefined, voice: Voice): Markup {
  const nodes = nodesOf(line);
  const reached = nodes.findLastIndex(({ step }) => step);
  const last =
    line.stage === 'declined' || line.stage === 'deferred'
      ? reached
      : nodes.findIndex(({ stage, step }) => step && LADDER[stage] === LADDER[line.stage]);
  const at = last < 0 ? reached : last;
  const first = nodes.findIndex(({ step }) => step);
  const x = (i: number) => MIDDLE + i * APART;
  const ended = line.state === 'declined' || line.state === 'deferred';
  const width = COLUMNS.length * APART;
  return html`<svg class="ladder" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${ladderWords(line, voice)}">
${first >= 0 && at > first && html`<line class="gone" x1="${x(first)}" y1="${ROW}" x2="${x(at)}" y2="${ROW}"/>`}
${!ended && at < COLUMNS.length - 1 && html`<line class="ahead" x1="${x(Math.max(0, at))}" y1="${ROW}" x2="${x(COLUMNS.length - 1)}" y2="${ROW}"/>`}
${nodes.map(({ step }, i) => {
  if (ended && i > at) return '';
  return step ? node(x(i), step, i === at, own, voice) : html`<circle class="none" cx="${x(i)}" cy="${ROW}" r="4.5"/>`;
})}
${ended && html`<g class="end"><line x1="${x(Math.max(0, at)) + 14}" y1="${ROW - 9}" x2="${x(Math.max(0, at)) + 14}" y2="${ROW + 9}"/><text x="${x(Math.max(0, at)) + 20}" y="${ROW + 4}">${stateWords(line.state, voice)}</text></g>`}
</svg>`;
}

function node(x: number, { by, day }: Step, here: boolean, own: string | undefined, voice: Voice): Markup {
  const side = by.length > 1 ? 'joint' : by[0] === own ? 'own' : by.length === 0 ? 'none' : 'other';
  const size = here ? 16 : 11;
  const date = day === undefined ? '' : shortDay(day, voice);
  return html`<svg class="m m-${side}" x="${x - size / 2}" y="${ROW - size / 2}" width="${size}" height="${size}"><use href="#m-${side}"/></svg><text class="${here ? 'here' : 'was'}" x="${x}" y="${ROW + 22}" text-anchor="middle">${date}</text>`;
}

/** A day as short as it can be told under a mark. */
function shortDay(day: string, voice: Voice): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return voice.label('dayShort', {
    year: year.slice(2),
    month: Number(month),
    monthName: voice.phrases.dates.months[Number(month) - 1] as string,
    day: Number(date),
  });
}
