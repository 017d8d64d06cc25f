/**
 * The letters of one page of a PDF where they stand, turned so that lines run along x and follow each other along y, whichever
 * way the page writes.
 */
export interface Run {
  /** Where it begins along its line. */
  readonly x: number;
  /** Its line: the larger the later. */
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
  readonly text: string;
  /** It goes on what stands before it, whatever the gap: both stand under one reading. */
  readonly joined?: true;
}

/** An item as pdf.js tells it; `transform` is that of the page's own space. */
export interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** Runs that are written one way. */
export interface Way {
  readonly way: 'across' | 'down' | 'turned';
  /** Quarters of a turn by which its letters stand on the page. */
  readonly quarter: number;
  readonly runs: readonly Run[];
}

/**
 * @param view transform from the page's space to one that begins at its upper left corner, the page's own turn undone.
 * @param isVertical whether letters of a font follow each other downwards.
 * @returns the ways in which the page writes, that with the most letters first.
 */
export function findWays(items: readonly Item[], view: readonly number[], isVertical: (font: string) => boolean): Way[] {
  const ways = new Map<string, { way: Way['way']; quarter: number; runs: Run[]; letters: number }>();
  for (const { str, transform, width, height, fontName } of items) {
    if (str.trim() === '') continue;
    const [a, b, c, d, x, y] = multiplied(view, transform);
    const size = Math.hypot(c, d);
    if (!(size > 0.1) || !Number.isFinite(size + x + y)) continue;
    const quarter = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
    const down = isVertical(fontName);
    const key = `${quarter}${down}`;
    let way = ways.get(key);
    if (!way) {
      way = { way: down ? 'down' : quarter === 0 ? 'across' : 'turned', quarter, runs: [], letters: 0 };
      ways.set(key, way);
    }
    const [along, across] = turned(x, y, quarter);
    const length = down
      ? Math.max(Math.abs(height), Math.abs(width))
      : width * (Math.hypot(a, b) / (Math.hypot(transform[0] ?? 1, transform[1] ?? 0) || 1));
    // Down the page the lines follow each other from right to left.
    way.runs.push(...withoutMargins({ x: down ? across : along, y: down ? -along : across, width: length, size, text: down ? upright(str) : str }));
    way.letters += str.length;
  }
  const all = [...ways.values()].sort((one, other) => other.letters - one.letters);
  const [first] = all;
  if (first && first.way === 'across' && isStacked(first.runs)) {
    first.way = 'down';
    first.runs = first.runs.map(downwards);
  }
  // In lines that run down, numbers and words of Latin letters lie on their side.
  const lying = first?.way === 'down' ? all.find(({ quarter, way }) => quarter === 1 && way === 'turned') : undefined;
  if (first && lying) first.runs.push(...lying.runs.map((run) => ({ ...run, y: run.y - run.size * MIDDLE })));
  return all.filter((one) => one !== lying).map(({ way, quarter, runs }) => ({ way, quarter, runs }));
}

/** From the line on which letters stand to their middle, in parts of their size. */
const MIDDLE = 0.35;

/** Pages that are written down sign by sign, by fonts that do not say so: as they were drawn, each sign stands below the one before. */
function isStacked(runs: readonly Run[]): boolean {
  let below = 0;
  let single = 0;
  for (const [i, run] of runs.entries()) {
    const before = runs[i - 1];
    if (run.text.length > 2) continue;
    single++;
    if (before && Math.abs(run.x - before.x) < run.size * 0.5 && run.y > before.y && run.y - before.y < run.size * 2.2) below++;
  }
  return single > 20 && below > runs.length * 0.7;
}

function downwards({ x, y, size, text }: Run): Run {
  return { x: y - size, y: -x - size / 2, width: size * text.length, size, text: upright(text) };
}

/** A place as the second tells it, where the first tells the place of the second. */
export function multiplied(m: readonly number[], n: readonly number[]): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Signs that have a form of their own where lines run down, in their usual form. */
function upright(text: string): string {
  return text.replace(/[\ufe10-\ufe18\ufe30-\ufe48]/g, (sign) => {
    const usual = sign.normalize('NFKC');
    return usual.length === 1 ? usual : sign;
  });
}

/** A place as it stands when the page is turned so that its letters are upright. */
export function turned(x: number, y: number, quarter: number): [along: number, across: number] {
  if (quarter === 1) return [y, -x];
  if (quarter === 2) return [-x, -y];
  if (quarter === 3) return [-y, x];
  return [x, y];
}

/** Blanks at the ends of a run are its place, not its words: an indented paragraph begins with one. */
function withoutMargins(run: Run): Run[] {
  const lead = /^\s+/u.exec(run.text)?.[0].length ?? 0;
  const text = run.text.trim().replace(BEFORE_STOP, '');
  if (text === '') return [];
  const unit = run.width / run.text.length;
  return [{ ...run, x: run.x + lead * unit, width: text.length * unit, text }];
}

const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\u30fc\\uff00-\\uffef]';
const BETWEEN_WIDE = new RegExp(`(?<=${WIDE}) (?=${WIDE})`, 'gu');
/** Before a stop of a script without blanks the library sees a blank where a line is spread. */
const BEFORE_STOP = new RegExp(`(?<=${WIDE}) (?=[\\u3001\\u3002\\uff0c\\uff0e\\uff09\\u300d\\u300f\\u3011])`, 'gu');

/** Runs of small syllables above the signs whose reading they are, put behind them in brackets, as HTML's ruby is. */
export function withReadings(runs: readonly Run[]): Run[] {
  const small = median(runs.map(({ size }) => size)) * SMALL;
  const readings = wholeReadings(runs.filter(({ size, text }) => size <= small && READING.test(text)));
  if (readings.length === 0) return [...runs];
  const bases = runs.filter(({ size }) => size > small).sort((a, b) => a.y - b.y);
  const put = new Map<Run, { from: number; at: number; reading: string }[]>();
  const used = new Set<Run>();
  const joined = new Set<Run>();
  for (const { reading, parts } of readings) {
    const base = baseOf(reading, bases);
    if (!base) continue;
    for (const other of bases.slice(firstBelow(bases, base.y - base.size * 0.2), firstBelow(bases, base.y + base.size * 0.2)).slice(0, LOOKED_AT))
      if (other.x > reading.x + reading.size * 0.2 && other.x < reading.x + reading.width) joined.add(other);
    const unit = base.width / base.text.length;
    const place = (x: number) => Math.round((x - base.x) / unit);
    const at = Math.min(base.text.length, Math.max(1, place(reading.x + reading.width)));
    const from = Math.min(at, Math.max(0, place(reading.x)));
    put.set(base, [...(put.get(base) ?? []), { from, at, reading: reading.text.replace(/\s+/g, '') }]);
    for (const part of parts) used.add(part);
  }
  return runs.flatMap((run) => {
    if (used.has(run)) return [];
    const own = joined.has(run) ? { joined: true as const } : {};
    const over = put.get(run);
    if (!over) return [{ ...run, ...own }];
    let text = '';
    let next = 0;
    for (const { from, at, reading } of over.sort((a, b) => a.at - b.at)) {
      const start = Math.max(next, from);
      // Signs that are fewer than those of their reading are drawn apart.
      text += `${run.text.slice(next, start)}${run.text.slice(start, at).replace(BETWEEN_WIDE, '')}(${reading})`;
      next = at;
    }
    return [{ ...run, ...own, text: text + run.text.slice(next) }];
  });
}

/** The numbers of notes stand higher and smaller behind their words: they are put on the line of those. */
export function withMarks(runs: readonly Run[]): Run[] {
  const small = median(runs.map(({ size }) => size)) * SMALL_MARK;
  if (!runs.some((run) => isMark(run, small))) return [...runs];
  const bases = runs.filter(({ size }) => size > small).sort((a, b) => a.y - b.y);
  return runs.map((run) => {
    if (!isMark(run, small)) return run;
    const base = bases
      .slice(firstBelow(bases, run.y), firstBelow(bases, run.y) + LOOKED_AT)
      .find(({ x, y, width, size }) => y - run.y < size * 0.8 && Math.abs(x + width - run.x) < size * 0.5);
    return base ? { ...run, y: base.y } : run;
  });
}

const SMALL_MARK = 0.75;
const isMark = ({ size, text }: Run, small: number) => size <= small && /^[\p{Nd}\p{Ps}\p{Pe}*\u2020\u2021]{1,5}$/u.test(text);

function firstBelow(bases: readonly Run[], y: number): number {
  let low = 0;
  let high = bases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bases[middle] as Run).y <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Syllables that follow each other closely are one reading, however many runs they are drawn in. */
function wholeReadings(runs: readonly Run[]): { readonly reading: Run; readonly parts: readonly Run[] }[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const found: { reading: Run; parts: Run[] }[] = [];
  for (const run of sorted) {
    const last = found.at(-1);
    const { reading } = last ?? {};
    if (
      last &&
      reading &&
      Math.abs(run.y - reading.y) < run.size * 0.3 &&
      run.x - (reading.x + reading.width) < run.size * 0.6 &&
      run.x >= reading.x
    ) {
      last.reading = { ...reading, width: run.x + run.width - reading.x, text: reading.text + run.text };
      last.parts.push(run);
    } else found.push({ reading: run, parts: [run] });
  }
  return found;
}

const SMALL = 0.65;
const READING = /^[\p{Script=Hiragana}\p{Script=Katakana}\u30fc\s]+$/u;
/** So many lines are looked at for the signs under a reading. */
const LOOKED_AT = 400;

function baseOf(reading: Run, bases: readonly Run[]): Run | undefined {
  const low = firstBelow(bases, reading.y);
  // It stands behind the last of its signs.
  const centre = reading.x + reading.width * 0.75;
  for (const base of bases.slice(low, low + LOOKED_AT)) {
    if (base.y - reading.y > base.size * 1.4) return undefined;
    if (base.y - reading.y > base.size * 0.4 && base.size > reading.size * 1.4 && centre >= base.x && centre <= base.x + base.width) return base;
  }
  return undefined;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
