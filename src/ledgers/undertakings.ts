/**
 * All commitments but visits: meetings, aid, signatures, entries into force, deeds.
 *
 * 1 Two tellings are one line only where kind, debtor, creditor and the words of the thing are the same and their dates may be one; 2 a step of a
 * treaty is reached where a later readout tells it of the instrument that the promise names; 3 for anything else only words count.
 */
import type { InstrumentExtract, PromiseExtract } from '../record/extract.ts';
import { searchForm } from '../text/search-form.ts';
import { citedAt, citedTalks, type Happened, speakersOf } from './telling.ts';
import { beginTrack, enterTelling, moveTo, type Track, timeOf } from './track.ts';
import { firstDay, mayBeOne, narrower } from './window.ts';

/** Which step of an instrument keeps a promise of a kind. */
const STEP_OF: Partial<Record<PromiseExtract['kind'], InstrumentExtract['events'][number]['event']>> = {
  signature: 'signed',
  'entry-into-force': 'entered-into-force',
};
/** Lines with the same words that a new telling is held against. */
const MANY = 16;
/** A name this short may stand in any sentence. */
const SHORT = 3;

export function followOthers(happened: readonly Happened[], parties: readonly [string, string]): Track[] {
  const all: Track[] = [];
  const groups = new Map<string, Track[]>();
  const waiting = { signed: [] as Track[], 'entered-into-force': [] as Track[] };
  const forces = new Map<string, Track>();
  let meetings: Track[] = [];
  for (const talks of happened) {
    hold(talks, waiting, forces);
    meetings = meet(meetings, talks);
    for (const promise of talks.promises) {
      if (promise.kind === 'visit' || promise.kind === 'invitation' || !isBetween(promise, parties)) continue;
      const key = `${promise.kind} ${[...promise.by].sort().join('+')} ${[...promise.to].sort().join('+')} ${formOf(promise.what)}`;
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      const same = group.slice(-MANY).filter((one) => !one.closed && one.document !== talks.extract.document && mayBeOne(one.due, promise.due));
      const line = same.length === 1 ? same[0] : undefined;
      const track = line ?? beginTrack(talks, promise, { kind: promise.kind, by: promise.by, to: promise.to, event: false });
      enterTelling(track, talks, promise, speakersOf(promise));
      const due = narrower(track.due, promise.due);
      if (due) track.due = due;
      if (line) continue;
      all.push(track);
      group.push(track);
      if (promise.kind === 'meeting') {
        const level = levelOf(promise, talks);
        if (level) track.level = level;
        if (track.due) meetings.push(track);
      }
      const step = STEP_OF[promise.kind];
      if (step === 'signed' || step === 'entered-into-force') waiting[step].push(track);
    }
    for (const track of ahead(talks, parties, forces)) all.push(track);
  }
  return all;
}

/** Both sides of the relation are bound or bind themselves towards each other. */
function isBetween({ by, to }: PromiseExtract, parties: readonly [string, string]): boolean {
  const [one, other] = parties;
  return (by.includes(one) && to.includes(other)) || (by.includes(other) && to.includes(one));
}

/** At which level a meeting is to be: what its name tells; who says that they meet again means their own talks. */
function levelOf({ level, rule }: PromiseExtract, { met }: Happened): string | undefined {
  return rule.endsWith('/meeting-meeting') ? met.level : level;
}

/** Holds meetings for which a time was told against talks of that level in that time; what is past is waited for no longer. */
function meet(waiting: readonly Track[], { extract, met, day, meeting }: Happened): Track[] {
  if (day === undefined) return [...waiting];
  const cited = [citedTalks(extract, met)];
  return waiting.filter((track) => {
    const { window } = timeOf(track);
    if (track.closed || day > window.last) return false;
    if (window.open || day < window.first || day <= track.first || track.at.has(meeting) || met.kind === 'call' || met.kind === 'brief-exchange')
      return true;
    if (track.level === undefined) track.looked.push({ why: 'level-unknown', cited: cited[0] as (typeof cited)[number] });
    else if (track.level === met.level) {
      moveTo(track, 'done', { day, by: [...track.by], cited, reason: 'met-by-level' });
      return false;
    }
    return true;
  });
}

/** Steps that a readout tells to have been taken, held against what was promised before. */
function hold(
  { extract, met, day }: Happened,
  waiting: { readonly signed: Track[]; readonly 'entered-into-force': Track[] },
  forces: Map<string, Track>,
): void {
  if (day === undefined) return;
  for (const instrument of extract.instruments)
    for (const { event, date, told } of instrument.events) {
      if (event !== 'signed' && event !== 'entered-into-force') continue;
      const taken = firstDay(date);
      if (taken === undefined || taken > day) continue;
      const cited = [citedAt(extract, met, told)];
      const force = event === 'entered-into-force' ? forces.get(keyOf(instrument)) : undefined;
      if (force && !force.closed && force.document !== extract.document)
        moveTo(force, 'done', { day: taken, by: [...force.by], cited, reason: 'step-told' });
      for (const track of waiting[event])
        if (!track.closed && track.first < day && taken >= track.first && isNamed(track, instrument))
          moveTo(track, 'done', { day: taken, by: [...track.by], cited, reason: 'step-told' });
    }
  waiting.signed.splice(0, waiting.signed.length, ...waiting.signed.filter(({ closed }) => !closed));
  waiting['entered-into-force'].splice(0, waiting['entered-into-force'].length, ...waiting['entered-into-force'].filter(({ closed }) => !closed));
}

/** A treaty that is told to enter into force on a day to come is a date ahead of both sides. */
function ahead({ extract, met, day, meeting }: Happened, parties: readonly [string, string], forces: Map<string, Track>): Track[] {
  if (day === undefined) return [];
  const fresh: Track[] = [];
  for (const instrument of extract.instruments) {
    if (!parties.every((party) => instrument.parties.includes(party))) continue;
    const event = instrument.events.find(({ event: step, date }) => step === 'entered-into-force' && (firstDay(date) ?? '') > day);
    if (!event?.date) continue;
    const promise: PromiseExtract = {
      id: instrument.id,
      kind: 'entry-into-force',
      by: instrument.parties,
      to: instrument.parties,
      what: event.told.quote,
      stage: 'scheduled',
      due: { edtf: event.date, text: event.words, basis: event.basis },
      rule: event.rule ?? 'instruments/ahead',
      tellings: [],
    };
    const known = forces.get(keyOf(instrument));
    if (known && !known.closed) {
      enterAhead(known);
      continue;
    }
    const track = beginTrack({ extract, met, day, meeting, promises: [], visits: [] }, promise, {
      kind: promise.kind,
      by: promise.by,
      to: promise.to,
      event: false,
    });
    track.what = citedAt(extract, met, event.told);
    enterAhead(track);
    forces.set(keyOf(instrument), track);
    fresh.push(track);

    function enterAhead(line: Track): void {
      const cited = citedAt(extract, met, (event as NonNullable<typeof event>).told);
      line.tellings.push(cited);
      line.document = extract.document;
      line.last = day as string;
      moveTo(line, 'scheduled', { day: day as string, by: [...instrument.parties], cited: [cited], reason: 'step-ahead' });
      if (promise.due) line.due = promise.due;
    }
  }
  return fresh;
}

function keyOf({ entity, name, parties }: InstrumentExtract): string {
  return entity ?? `${formOf(name)} ${[...parties].sort().join('-')}`;
}

/** Whether the words of a promise name an instrument. */
function isNamed({ tellings, what }: Track, { name }: InstrumentExtract): boolean {
  const form = formOf(name);
  return form.length > SHORT && [what, ...tellings].some(({ quote }) => formOf(quote).includes(form));
}

function formOf(words: string): string {
  return searchForm(words).form.replace(/[\s\p{P}]+/gu, '');
}
