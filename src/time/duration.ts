/** Lengths of time as ISO 8601 durations. */
export const units = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const;
export type Unit = (typeof units)[number];

/** How many of the next smaller unit make one; absent where it has no fixed number (a month of days). */
const SMALLER: Partial<Record<Unit, readonly [Unit, number]>> = {
  years: ['months', 12],
  days: ['hours', 24],
  hours: ['minutes', 60],
  minutes: ['seconds', 60],
};
const LETTER: Record<Unit, string> = { years: 'Y', months: 'M', weeks: 'W', days: 'D', hours: 'H', minutes: 'M', seconds: 'S' };

/**
 * `{ hours: 1.5 }` → `PT1H30M`, `{ minutes: 90 }` → `PT90M`: units stay as they were told; a fraction goes into the next smaller unit where
 * it is whole there, else it stays a fraction (`P1.5M`). Undefined where nothing is told or a part is no finite number.
 */
export function toDuration(told: Partial<Record<Unit, number>>): string | undefined {
  const parts: Partial<Record<Unit, number>> = { ...told };
  for (const unit of units) {
    const value = parts[unit];
    if (value === undefined) continue;
    if (!Number.isFinite(value) || value < 0 || value > 1e15) return undefined;
    const smaller = SMALLER[unit];
    const rest = value % 1;
    if (rest === 0 || !smaller) continue;
    const moved = round(rest * smaller[1]);
    if (moved % 1 !== 0) continue;
    parts[unit] = Math.floor(value);
    parts[smaller[0]] = (parts[smaller[0]] ?? 0) + moved;
  }
  const { weeks } = parts;
  if (weeks !== undefined && units.some((unit) => unit !== 'weeks' && parts[unit])) {
    parts.days = (parts.days ?? 0) + weeks * 7;
    delete parts.weeks;
  }
  const write = (list: readonly Unit[]): string => list.map((unit) => (parts[unit] ? `${round(parts[unit])}${LETTER[unit]}` : '')).join('');
  const date = write(['years', 'months', 'weeks', 'days']);
  const time = write(['hours', 'minutes', 'seconds']);
  return date || time ? `P${date}${time ? `T${time}` : ''}` : undefined;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
