/**
 * What is due around a day, on one scale of months: a dot is a day, a block a month or less, a dashed box a season or a year.
 *
 *   Oct   Nov   Dec | Jan   Feb
 *         ▲ ▬▬▬     |   ●  11 Feb treaty in force
 */
import type { Voice } from '../language/voice.ts';
import type { Line } from '../ledgers/line.ts';
import { extentOf } from '../time/extent.ts';
import { lineTitle } from './ledger.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 1120;
const MONTH = 112;
const BEFORE = 3;
const MONTHS = 10;
const TOP = 24;
const ROW = 22;
/** Rows that a picture holds; the rest stands in the tables. */
const MOST = 12;

interface Bar {
  readonly line: Line;
  readonly first: string;
  readonly last: string;
  readonly from: number;
  readonly to: number;
}

/** Undefined where nothing falls into the ten months around the day. */
export function dueChart(lines: readonly Line[], asOf: string, voice: Voice): Markup | undefined {
  const start = monthOf(asOf) - BEFORE;
  const place = (day: string): number => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return (year * 12 + month - 1 - start + (date - 1) / 31) * MONTH;
  };
  const bars = lines
    .flatMap((line): Bar[] => {
      const extent = line.due && extentOf(line.due.edtf);
      if (!extent || (line.group !== 'past' && line.group !== 'ahead' && line.group !== 'vague')) return [];
      const [from, to] = [place(extent.first), place(extent.last) + MONTH / 31];
      return to < 0 || from > WIDTH ? [] : [{ line, ...extent, from: Math.max(0, from), to: Math.min(WIDTH, to) }];
    })
    .sort((a, b) => a.from - b.from)
    .slice(0, MOST);
  if (bars.length === 0) return undefined;
  const height = TOP + bars.length * ROW + 22;
  const now = place(asOf);
  const months = Array.from({ length: MONTHS }, (_, i) => start + i);
  const name = bars.map(({ line }) => `${line.due ? voice.date(line.due.edtf) : ''} ${lineTitle(line, voice)}`).join(voice.label('comma'));
  return html`<svg class="due" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${voice.label('dueChart', { lines: name })}">
<rect class="ahead" x="${now}" y="${TOP - 6}" width="${WIDTH - now}" height="${bars.length * ROW + 8}"/>
${months.map((month, i) => html`<line class="month" x1="${i * MONTH}" y1="${TOP - 6}" x2="${i * MONTH}" y2="${height - 20}"/><text x="${i * MONTH + 4}" y="12">${monthWords(month, i === 0, voice)}</text>`)}
${bars.map((bar, i) => row(bar, TOP + i * ROW + 8, voice))}
<line class="today" x1="${now}" y1="${TOP - 6}" x2="${now}" y2="${height - 18}"/><text class="today" x="${now}" y="${height - 4}" text-anchor="middle">${voice.date(asOf)}</text>
</svg>`;
}

function row({ line, first, last, from, to }: Bar, y: number, voice: Voice): Markup {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  const shape =
    days === 1
      ? html`<circle class="day" cx="${(from + to) / 2}" cy="${y}" r="4.5"/>`
      : days <= 31
        ? html`<rect class="near" x="${from}" y="${y - 4}" width="${to - from}" height="8"/>`
        : html`<rect class="vague" x="${from}" y="${y - 8}" width="${to - from}" height="16"/>`;
  const words = `${line.group === 'past' ? '▲ ' : ''}${line.due ? voice.date(line.due.edtf) : ''} ${lineTitle(line, voice)}`;
  const inside = days > 31;
  const right = !inside && to < WIDTH * 0.62;
  const x = inside ? from + 8 : right ? to + 6 : from - 6;
  return html`${shape}<text class="${line.group === 'past' ? 'past' : 'words'}" x="${x}" y="${y + 4}"${!inside && !right ? html` text-anchor="end"` : ''}>${words}</text>`;
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The year stands at the first month shown and at each January. */
function monthWords(month: number, first: boolean, voice: Voice): string {
  const [year, of] = [Math.floor(month / 12), month % 12];
  return first || of === 0 ? voice.date(`${year}-${String(of + 1).padStart(2, '0')}`) : (voice.phrases.dates.months[of] as string);
}
