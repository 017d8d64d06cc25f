/**
 * Dates ahead as iCalendar (RFC 5545): a day is an event of whole days, a month one that is a month long and lets time stay free; a year or a
 * season is in no calendar. Days have no zone: they are the same days wherever the calendar is read.
 */
export interface CalendarDate {
  /** Unique for good. */
  readonly id: string;
  /** `YYYY-MM-DD`, both in it. */
  readonly first: string;
  readonly last: string;
  /** Only the month is told. */
  readonly near?: boolean;
  readonly summary: string;
  readonly description: string;
  readonly url?: string;
  readonly categories: readonly string[];
  /** Not yet certain: intended, not agreed. */
  readonly tentative: boolean;
}

export interface CalendarOptions {
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  /** Instant at which the calendar was made, ISO 8601 in UTC. */
  readonly when: string;
}

/** Lines end in CRLF and are folded at 75 octets of UTF-8, never inside a sign. */
export function toCalendar(dates: readonly CalendarDate[], { name, language, when }: CalendarOptions): string {
  const stamp = `${when.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Memcon//Memcon//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...dates.flatMap((one) => [
      'BEGIN:VEVENT',
      `UID:${one.id}@memcon`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(one.first)}`,
      // the end is the first day that is not in it
      `DTEND;VALUE=DATE:${plain(after(one.last))}`,
      `SUMMARY;LANGUAGE=${language}:${escaped(one.summary)}`,
      `DESCRIPTION:${escaped(one.description)}`,
      ...(one.url ? [`URL:${one.url.replace(/[\r\n]/g, '')}`] : []),
      `CATEGORIES:${one.categories.map(escaped).join(',')}`,
      `STATUS:${one.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
      `TRANSP:${one.near ? 'TRANSPARENT' : 'OPAQUE'}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function plain(day: string): string {
  return day.replaceAll('-', '');
}

function after(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

function escaped(words: string): string {
  return words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
}

const OCTETS = 75;

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const sign of line) {
    const octets = Buffer.byteLength(sign);
    // a line that goes on begins with a space, which counts
    if (size + octets > OCTETS) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += sign;
    size += octets;
  }
  parts.push(part);
  return parts.join('\r\n');
}
