/** Memcon's own words in one language, as its `phrases.yaml` gives them: labels, and dates and parties as one says them. */
import type { DateMention, Issue, Talks } from '../record/reading.ts';
import type { Section } from './pack.ts';

export type Phrases = Section<'phrases'>;
export type Values = Readonly<Record<string, string | number>>;

export interface Voice {
  /** BCP 47 of the words. */
  readonly code: string;
  readonly phrases: Phrases;
  /** The words of a label; a name in braces takes its value. An unknown label is a fault of the program and throws. */
  label(key: string, values?: Values): string;
  party(code: string): string;
  /** Parties side by side: 日本・ロシア. */
  parties(codes: readonly string[]): string;
  /** The short name of a relation, where the language has one: 日露, 日・モンゴル. The parties stand in the order given. */
  relation(codes: readonly string[]): string | undefined;
  /** Parties in the order in which the language puts them, as far as it has one: 日 before 米, 米 before 韓. */
  ordered(codes: readonly string[]): string[];
  /** A date of the record as one says it: `2010-11-13` → 2010年11月13日(土). What cannot be said stays EDTF. */
  date(edtf: string, options?: { readonly weekday?: boolean }): string;
  /** A clock time out of an EDTF date-time; empty where it has none. */
  time(edtf: string): string;
  /** Words of a time that is only near: 13:00頃, about 13:00. */
  near(words: string): string;
  /** @param name of IANA. */
  zone(name: string): string;
  duration(iso: string): string;
  /** The value of a mention, said; its own words where there is no value. */
  mention(mention: DateMention): string;
  talks(talks: Talks): string;
  issue(issue: Issue): string;
}

export function makeVoice(code: string, phrases: Phrases): Voice {
  let names: Intl.DisplayNames | undefined;

  function label(key: string, values: Values = {}): string {
    const words = phrases.labels[key];
    if (words === undefined) throw new Error(`languages/${code}/phrases.yaml has no label "${key}"`);
    return filled(words, values);
  }

  const party = once((of: string): string => {
    const trade = phrases.parties[of];
    if (trade) return trade;
    if (!/^[A-Z]{2}$/.test(of)) return of;
    names ??= regionNames(code);
    return names.of(of) ?? of;
  });

  const parties = (codes: readonly string[]) => codes.map(party).join(label('between'));

  const letters: Readonly<Record<string, string>> = phrases.relations?.letters ?? {};
  const places = new Map(Object.keys(letters).map((code, i) => [code, i]));

  function ordered(codes: readonly string[]): string[] {
    const place = (code: string) => places.get(code) ?? places.size;
    return [...codes].sort((a, b) => place(a) - place(b));
  }

  function relation(codes: readonly string[]): string | undefined {
    const signs = codes.map((code) => letters[code]);
    if (codes.length < 2 || signs.every((sign) => sign === undefined)) return undefined;
    if (signs.every((sign) => sign !== undefined)) return signs.join('');
    return codes.length > 2 ? undefined : codes.map((code) => letters[code] ?? party(code)).join(phrases.relations?.between);
  }

  const [dateSaid, dayAndDate] = [once((edtf: string) => say(edtf, {})), once((edtf: string) => say(edtf, { weekday: true }))];
  const date = (edtf: string, { weekday }: { readonly weekday?: boolean } = {}) => (weekday ? dayAndDate(edtf) : dateSaid(edtf));

  function say(edtf: string, options: { readonly weekday?: boolean }): string {
    const { dates } = phrases;
    const ends = edtf.split('/');
    if (ends.length === 2)
      return filled(dates.interval, { from: ends[0] && ends[0] !== '..' ? date(ends[0]) : '', to: ends[1] && ends[1] !== '..' ? date(ends[1]) : '' });
    const decade = /^(\d{3})X$/.exec(edtf)?.[1];
    if (decade) return filled(dates.decade, { year: `${decade}0` });
    const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:]+.*)?([~?%])?$/.exec(edtf);
    if (!match) return edtf;
    const [, year = '', month, day, qualifier] = match;
    const m = Number(month);
    let words: string;
    if (month === undefined) words = filled(dates.year, { year });
    else if (m >= 21 && m <= 24) words = filled(dates.seasons[m - 21] as string, { year });
    else if (m >= 33 && m <= 36) words = filled(dates.quarter, { year, n: m - 32 });
    else if (m === 40 || m === 41) words = filled(dates.halves[m - 40] as string, { year });
    else if (m < 1 || m > 12) return edtf;
    else {
      const values = { year, month: m, monthName: dates.months[m - 1] as string, day: Number(day ?? 0) };
      words = filled(day === undefined ? dates.month : dates.day, values);
      if (day !== undefined && options.weekday)
        words = filled(dates.weekday, { date: words, weekday: dates.weekdays[weekday(Number(year), m, Number(day))] as string });
    }
    return qualifier ? near(words) : words;
  }

  const near = (words: string) => filled(phrases.dates.approximate, { words });

  function time(edtf: string): string {
    return /T(\d\d:\d\d)/.exec(edtf)?.[1] ?? '';
  }

  /** An IANA zone as one says it: Japan Time. */
  function zone(name: string): string {
    try {
      const parts = new Intl.DateTimeFormat(code, { timeZone: name, timeZoneName: 'longGeneric' }).formatToParts(0);
      return parts.find((part) => part.type === 'timeZoneName')?.value ?? name;
    } catch {
      return name;
    }
  }

  function duration(iso: string): string {
    const { durations } = phrases;
    const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?)?$/.exec(iso);
    if (!match) return iso;
    const units = [durations.years, durations.months, durations.weeks, durations.days, durations.hours, durations.minutes];
    const said = units.flatMap((unit, i) => (match[i + 1] === undefined ? [] : [filled(unit, { n: match[i + 1] as string })]));
    return said.length > 0 ? said.join(durations.and) : iso;
  }

  function mention(of: DateMention): string {
    const value =
      of.duration !== undefined ? duration(of.duration) : of.edtf !== undefined ? [date(of.edtf), time(of.edtf)].filter(Boolean).join(' ') : of.text;
    return of.approximate && !of.edtf?.endsWith('~') ? label('about', { words: value }) : value;
  }

  function talks(of: Talks): string {
    const kind = phrases.kinds[of.kind];
    const plain = of.level === undefined || of.level === 'other' || !['meeting', 'call', 'consultation'].includes(of.kind);
    return plain ? kind : label('talksTitle', { kind, level: phrases.levels[of.level as keyof Phrases['levels']] });
  }

  function issue(of: Issue): string {
    const words = phrases.issues[of.code];
    if (!words) return of.message;
    return filled(words, Object.fromEntries(Object.entries(of.values ?? {}).map(([name, value]) => [name, valueWords(value)])));
  }

  /** Values of issues are codes and EDTF: steps of treaties and days are said in words. */
  function valueWords(value: string): string {
    if (/^\d{4}-\d\d/.test(value)) return date(value);
    return Object.hasOwn(phrases.events, value) ? phrases.events[value as keyof Phrases['events']] : value;
  }

  return { code, phrases, label, party, parties, relation, ordered, date, near, time, zone, duration, mention, talks, issue };
}

/** Countries by the short names that the runtime's CLDR has for them. */
export const regionNames = (code: string): Intl.DisplayNames => new Intl.DisplayNames([code], { type: 'region', style: 'short', fallback: 'code' });

/** What is said of a word is the same each time; the words of a page are few, and those of many pages are let go together. */
function once(say: (word: string) => string): (word: string) => string {
  const said = new Map<string, string>();
  return (word) => {
    let words = said.get(word);
    if (words === undefined) {
      words = say(word);
      if (said.size >= 5_000) said.clear();
      said.set(word, words);
    }
    return words;
  };
}

/** Puts values where their names stand in braces; a name without a value stays as it is. `{n:day|days}` is the first for one, else the second. */
export function filled(words: string, values: Values): string {
  if (!words.includes('{')) return words;
  const whole = words.includes('|')
    ? words.replace(/\{([A-Za-z][A-Za-z0-9]*):([^{}|]*)\|([^{}|]*)\}/g, (_, name: string, one: string, other: string) =>
        Number(values[name]) === 1 ? one : other,
      )
    : words;
  return whole.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (slot, name: string) => (values[name] === undefined ? slot : String(values[name])));
}

/** 0 for Sunday, of a day of the Gregorian calendar. */
function weekday(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] as number;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}
