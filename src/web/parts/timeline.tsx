/**
 * All talks of a relation on one time: a lane a level, a bar a readout, as high as it has statements, parted by who spoke,
 * as wide as the talks were long. A date of a month is drawn a month wide, a year as a dashed box. Treaties run beneath.
 */

import type { Clock, LedgerLine } from '../../desk/following/ledger.ts';
import type { DocumentRow, TalksRow } from '../../desk/held.ts';
import { eventWords, lineTitle } from '../../drawing/ledger.ts';
import { fitted, widthOf } from '../../drawing/lettering.ts';
import { readoutPath, to, type View } from './view.ts';
import { dayOf, talksWords } from './words.ts';

const TOP = 26;
const TALL = 66;
const LOW = 40;
const FOOT = 20;
const VISITS = 3;

interface Bar {
  readonly row: DocumentRow;
  readonly talks: TalksRow;
}

interface Lane {
  readonly name: string;
  readonly bars: readonly Bar[];
}

export interface TimelineOptions {
  readonly view: View;
  readonly rows: readonly DocumentRow[];
  readonly dyad: string;
  /** The party that stands at the base. */
  readonly own: string;
  readonly clocks: readonly Clock[];
  /** Promises followed over the readouts: visits have lanes of their own, meetings that no readout tells of are hollow. */
  readonly lines: readonly LedgerLine[];
}

/** Drawn twice: for a desk, and for a phone with the last years alone and lanes named under their line; text is of one size. */
export function Timeline(options: TimelineOptions) {
  return (
    <>
      <Drawn {...options} width={1200} left={118} />
      <Drawn {...options} width={354} left={0} years={4} />
    </>
  );
}

interface Drawing extends TimelineOptions {
  readonly width: number;
  /** Room for the names of lanes; none puts them under their line. */
  readonly left: number;
  /** So many of the last years alone. */
  readonly years?: number;
}

function Drawn({ view, rows, dyad, own, clocks, lines, width, left, years: lastYears }: Drawing) {
  const { voice } = view;
  const l = voice.label;
  const parties = dyad.split('-');
  const all = rows.flatMap((row) =>
    row.talks.filter(({ date, parties: all }) => date && parties.every((party) => all.includes(party))).map((talks): Bar => ({ row, talks })),
  );
  const newest = Math.max(...all.map(({ talks }) => Number((talks.day ?? talks.date ?? '').slice(0, 4)) || 0));
  const bars = lastYears ? all.filter(({ talks }) => Number((talks.day ?? talks.date ?? '').slice(0, 4)) > newest - lastYears) : all;
  const lanes = lanesOf(bars, view).filter((lane) => lane.bars.length > 0);
  if (lanes.length === 0) return null;
  const narrow = left === 0;
  const years = bars.flatMap(({ talks }) => Number((talks.day ?? talks.date ?? '').slice(0, 4)) || []);
  const steps = clocks.flatMap(({ steps: all }) => all.flatMap(({ date }) => Number(date?.slice(0, 4)) || []));
  const from = Math.min(...years);
  const last = Math.max(...years, ...steps.filter((year) => year >= from));
  const thisYear = Number(view.today.slice(0, 4));
  const until = (thisYear > last && thisYear - last < 3 ? thisYear : last) + 1;
  const begin = Date.UTC(from, 0, 1);
  const end = Date.UTC(until, 0, 1);
  const x = (day: string) => left + ((Date.parse(`${day}T00:00:00Z`) - begin) / (end - begin)) * (width - left - 8);
  const most = Math.max(1, ...bars.map(({ talks }) => talks.statements));
  let y = TOP;
  const placed = lanes.map((lane) => {
    const tall = Math.max(LOW, Math.max(...lane.bars.map(({ talks }) => talks.statements / most)) * TALL + 16);
    y += tall + FOOT;
    return { lane, base: y - FOOT };
  });
  const treaties = clocks
    .map((entity) => ({
      entity,
      events: entity.steps.filter(({ date }) => date && Number(date.slice(0, 4)) >= from && Number(date.slice(0, 4)) < until),
    }))
    .filter(({ events }) => events.length > 0)
    .slice(0, 3);
  const bottom = y + 8;
  const day0 = `${from}-01-01`;
  const visits = lines
    .filter(({ kind, steps }) => kind === 'visit' && steps.some(({ day }) => day !== undefined && day >= day0))
    .sort((a, b) =>
      a.steps.length > b.steps.length ? -1 : a.steps.length < b.steps.length ? 1 : (a.steps.at(-1)?.day ?? '') < (b.steps.at(-1)?.day ?? '') ? 1 : -1,
    )
    .slice(0, VISITS);
  // A meeting for a certain day, of which the archive has no readout.
  const absent = lines.filter(
    ({ kind, state, due }) =>
      kind === 'meeting' &&
      (state === 'no-evidence' || state === 'lapsed') &&
      due !== undefined &&
      /^\d{4}-\d\d/.test(due.edtf) &&
      due.edtf >= String(from),
  );
  // Where names stand above their line, the words of the row before must end above them.
  const treatyRow = narrow ? 60 : 46;
  const visitRow = narrow ? 48 : 40;
  const visitsAt = bottom + treaties.length * treatyRow;
  const absentAt = visitsAt + visits.length * visitRow;
  const height = absentAt + (absent.length > 0 ? 34 : 0) + 22;
  const inside = view.today >= `${from}-01-01` && view.today < `${until}-01-01`;
  return (
    <section class={`scroll ${narrow ? 'narrow-only' : 'wide-only'}`} tabindex={0} aria-label={l('timelineOf', { n: bars.length })}>
      <svg class="timeline" width={width} height={height}>
        <title>{l('timelineOf', { n: bars.length })}</title>
        {inside && <rect class="future" x={x(view.today)} y={TOP - 6} width={Math.max(0, width - 8 - x(view.today))} height={height - TOP - 14} />}
        {Array.from({ length: until - from }, (_, i) => from + i).map((year, i) => (
          <g>
            <path class="tick" d={`M${x(`${year}-01-01`).toFixed(1)} ${TOP - 6}V${height - 20}`} />
            {(until - from <= 16 || i % 2 === 0) && (
              <text class="year" x={x(`${year}-01-01`) + 4} y={14}>
                {year}
              </text>
            )}
          </g>
        ))}
        {placed.map(({ lane, base }) => (
          <g>
            <text class="lane" x={0} y={narrow ? base + 14 : base - 2}>
              {lane.name}
            </text>
            <path class="base" d={`M${left} ${base + 0.5}H${width - 8}`} />
            {lane.bars.map((bar) => (
              <OneBar view={view} bar={bar} own={own} base={base} most={most} x={x} />
            ))}
            {!narrow && <Places lane={lane} base={base} x={x} />}
            {lane.bars.map(({ talks }) => {
              if (talks !== bars[0]?.talks || !talks.day) return null;
              const tall = Math.max(3, (talks.statements / most) * TALL);
              const words = l('newestBar', { date: talks.date ? voice.date(talks.date) : '', n: talks.statements });
              return (
                <text
                  class="newest"
                  x={x(talks.day) + 12 + widthOf(words) > width ? x(talks.day) - 12 - widthOf(words) : x(talks.day) + 12}
                  y={base - tall + 10}
                >
                  {words}
                </text>
              );
            })}
          </g>
        ))}
        {treaties.map(({ entity, events }, i) => {
          const at = bottom + 14 + i * treatyRow;
          const free = [0, 0];
          const days = events.map((event) => ({ ...event, day: startOf(event.date ?? '') }));
          return (
            <g>
              <a href={to(view, `instruments/${entity.id}`)}>
                <text class="lane serif" x={0} y={narrow ? at - 8 : at + 4}>
                  {fitted(entity.name, narrow ? width : left - 6)}
                </text>
              </a>
              <path class="life" d={`M${x(days[0]?.day ?? `${from}-01-01`).toFixed(1)} ${at}H${x(days.at(-1)?.day ?? `${from}-01-01`).toFixed(1)}`} />
              {days.map(({ event, status, date = '', day }, n) => {
                const words = `${eventWords(event, voice)} ${voice.date(date)}`;
                const begins = Math.min(x(day), width - widthOf(words));
                const line = free.findIndex((edge) => edge < begins);
                if (line >= 0) free[line] = begins + widthOf(words);
                return (
                  <g>
                    {dayOf(date) ? (
                      <circle class={status === 'told' ? 'dot' : 'ring'} cx={x(day)} cy={at} r={4.5}>
                        <title>{words}</title>
                      </circle>
                    ) : (
                      <rect class="dot" x={x(day)} y={at - 4} width={Math.max(9, x(endOf(date)) - x(day))} height={8}>
                        <title>{words}</title>
                      </rect>
                    )}
                    {line >= 0 && n < 6 && (
                      <text x={begins} y={at + 17 + line * 13}>
                        {words}
                      </text>
                    )}
                  </g>
                );
              })}
            </g>
          );
        })}
        {visits.map((line, i) => (
          <Visit view={view} line={line} own={own} at={visitsAt + 14 + i * visitRow} x={x} left={left} width={width} narrow={narrow} from={day0} />
        ))}
        {absent.length > 0 && (
          <g>
            <text class="lane" x={0} y={narrow ? absentAt + 10 : absentAt + 24}>
              {l('toldNotHere')}
            </text>
            {absent.map(({ due, what }) => {
              const words = [due && voice.date(due.edtf), l('toldNotHere')].filter(Boolean).join(l('comma'));
              const start = x(startOf(due?.edtf ?? ''));
              const wide = dayOf(due?.edtf) ? 9 : Math.max(9, x(endOf(due?.edtf ?? '')) - start);
              return (
                <a href={to(view, readoutPath(what.document, what.statement))} aria-label={words}>
                  <title>{words}</title>
                  <rect class="hollow" x={start} y={absentAt + 12} width={wide} height={16} />
                </a>
              );
            })}
          </g>
        )}
        {inside && (
          <g class="today">
            <path d={`M${x(view.today).toFixed(1)} ${TOP - 6}V${height - 20}`} />
            <text x={Math.min(x(view.today) + 4, width - 130)} y={height - 6}>
              {l('todayIs', { date: voice.date(view.today) })}
            </text>
          </g>
        )}
      </svg>
    </section>
  );
}

interface VisitOptions {
  readonly view: View;
  readonly line: LedgerLine;
  readonly own: string;
  readonly at: number;
  readonly x: (day: string) => number;
  readonly left: number;
  readonly width: number;
  readonly narrow: boolean;
  /** The first day of the picture. */
  readonly from: string;
}

/** How far a visit has come: a mark of the side that moved it at each step, and a dashed box where it is due and no day is told. */
function Visit({ view, line, own, at, x, left, width, narrow, from }: VisitOptions) {
  const { voice } = view;
  const steps = line.steps.filter(({ day }) => day !== undefined && day >= from);
  const first = steps[0]?.day ?? from;
  const last = steps.at(-1)?.day ?? first;
  const due = line.state === 'open' || line.state === 'no-evidence' ? line.due?.edtf : undefined;
  let free = 0;
  return (
    <g>
      <text class="lane" x={0} y={narrow ? at - 8 : at + 4}>
        {fitted(lineTitle(line, voice), narrow ? width : left - 6)}
      </text>
      <path class="life" d={`M${x(first).toFixed(1)} ${at}H${x(last).toFixed(1)}`} />
      {due && !dayOf(due) && <rect class="near" x={x(startOf(due))} y={at - 6} width={Math.max(9, x(endOf(due)) - x(startOf(due)))} height={12} />}
      {due && dayOf(due) && <circle class="ring" cx={x(due)} cy={at} r={4.5} />}
      {steps.map((step) => {
        const day = step.day ?? first;
        const side = step.by.length > 1 ? 'joint' : step.by.length === 0 ? 'none' : step.by[0] === own ? 'own' : 'other';
        const words = `${voice.phrases.stages[step.stage]} ${voice.date(day)}`;
        const begins = Math.min(x(day) - 6, width - widthOf(words));
        const shown = begins >= free;
        if (shown) free = begins + widthOf(words);
        return (
          <g>
            <svg class={`m m-${side}`} x={x(day) - 7} y={at - 7} width={14} height={14}>
              <title>{words}</title>
              <use href={`#m-${side}`} />
            </svg>
            {shown && (
              <text x={begins} y={at + 19}>
                {words}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function lanesOf(bars: readonly Bar[], view: View): Lane[] {
  const { levels } = view.voice.phrases;
  const calls = bars.filter(({ talks }) => talks.kind === 'call');
  const met = bars.filter(({ talks }) => talks.kind !== 'call');
  const of = (...wanted: string[]) => met.filter(({ talks }) => wanted.includes(talks.level ?? 'other'));
  return [
    { name: levels.leaders, bars: of('leaders') },
    { name: levels['foreign-ministers'], bars: of('foreign-ministers') },
    { name: levels.ministers, bars: of('ministers') },
    { name: levels.officials, bars: of('vice-ministers', 'directors', 'officials', 'parliament', 'other') },
    { name: view.voice.phrases.kinds.call, bars: calls },
  ];
}

function OneBar({ view, bar, own, base, most, x }: { view: View; bar: Bar; own: string; base: number; most: number; x: (day: string) => number }) {
  const { voice } = view;
  const { row, talks } = bar;
  const date = talks.date ?? '';
  const words = [
    voice.date(date),
    talksWords(talks, voice),
    talks.place,
    talks.duration && voice.duration(talks.duration),
    voice.label('statementsCount', { n: talks.statements }),
  ].filter(Boolean);
  const height = Math.max(3, (talks.statements / most) * TALL);
  const day = dayOf(date);
  const start = x(startOf(date));
  const link = to(view, readoutPath(row.id));
  if (!day) {
    const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(date);
    return (
      <a href={link} aria-label={words.join(' ')}>
        <rect class={month ? 'month' : 'near'} x={start} y={base - height} width={Math.max(6, x(endOf(date)) - start)} height={height} />
      </a>
    );
  }
  const width = 5 + Math.min(4, hoursOf(talks.duration)) * 3;
  const parts = partsOf(row, own);
  const all = parts.reduce((sum, [, n]) => sum + n, 0) || 1;
  let y = base;
  return (
    <a href={link} aria-label={words.join(' ')}>
      <title>{words.join(' · ')}</title>
      <rect class="target" x={start - 12} y={base - Math.max(24, height)} width={24} height={Math.max(24, height)} />
      {parts.map(([side, n]) => {
        const tall = (n / all) * height;
        y -= tall;
        return n > 0 && <rect class={`b b-${side}`} x={start - width / 2} y={y} width={width} height={tall} />;
      })}
    </a>
  );
}

/** Base first: the party seen as one's own keeps its mark, whoever published. */
function partsOf(row: DocumentRow, own: string): ['own' | 'joint' | 'other' | 'none', number][] {
  const publisher = row.publisher?.party ?? row.talks[0]?.parties[0];
  const turned = publisher !== undefined && publisher !== own && row.talks.some(({ parties }) => parties.includes(own));
  const counts = { own: 0, joint: 0, other: 0, none: 0 };
  for (const { side } of row.strip) {
    if (side === 'joint') counts.joint++;
    else if (side === 'unknown') counts.none++;
    else if (side === 'each') {
      counts.own += 0.5;
      counts.other += 0.5;
    } else counts[(side === 'own') === turned ? 'other' : 'own']++;
  }
  return [
    ['own', counts.own],
    ['joint', counts.joint],
    ['none', counts.none],
    ['other', counts.other],
  ];
}

/** Names of places under their bars, where there is room. */
function Places({ lane, base, x }: { lane: Lane; base: number; x: (day: string) => number }) {
  let free = 0;
  const sorted = lane.bars.filter(({ talks }) => talks.place && talks.day).sort((a, b) => ((a.talks.day ?? '') < (b.talks.day ?? '') ? -1 : 1));
  return (
    <>
      {sorted.map(({ talks }) => {
        const place = (talks.place ?? '').slice(0, 8);
        const width = widthOf(place);
        const left = x(talks.day ?? '') - width / 2;
        if (left < free) return null;
        free = left + width;
        return (
          <text class="where" x={x(talks.day ?? '')} y={base + 14}>
            {place}
          </text>
        );
      })}
    </>
  );
}

function hoursOf(duration: string | undefined): number {
  const match = /^PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?/.exec(duration ?? '');
  return match ? Number(match[1] ?? 0) + Number(match[2] ?? 0) / 60 : 0;
}

/** First day of an EDTF date, near enough for a picture. */
function startOf(edtf: string): string {
  const [, year = '1900', month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?/.exec(edtf) ?? [];
  return `${year}-${month ?? '01'}-${day ?? '01'}`;
}

/** First day after an EDTF month or year. */
function endOf(edtf: string): string {
  const [, year = '1900', month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?/.exec(edtf) ?? [];
  if (!month || month === '12') return `${Number(year) + 1}-01-01`;
  return `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`;
}
