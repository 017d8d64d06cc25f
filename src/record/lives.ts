/**
 * Treaties that go by one name one after the other: two states have one of a kind, conclude another, and readouts call both by the same name.
 *
 *   signed 1999-03-01 · in force 2000-06-01 | signed 2016-02-05 · in force 2017-05-01
 *                                           ^ from the first step behind the entry into force on: another treaty
 *
 * 1 The machine parts only what cannot be one: a treaty that was signed and then came into force, days and all, is signed again after
 * that; 2 what a person said goes before it, either way; 3 a step with a date is of the life in which that date lies, any other of that in which it is told.
 */
import { extentOf } from '../time/extent.ts';
import type { Correction } from './correction.ts';
import type { InstrumentExtract } from './extract.ts';
import type { InstrumentStep } from './instrument-steps.generated.ts';
import { inForce } from './standing.ts';

/** What a person said of an instrument, by its id across documents. */
export interface Parting {
  readonly instrument: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** From that day on another treaty; false where it is the same after all. */
  readonly apart: boolean;
}

/** Where another treaty of the name begins, and why. */
export interface Cut {
  readonly day: string;
  readonly why: 'decided' | 'signed-again';
}

type Events = InstrumentExtract['events'];

/** Steps with which the life of a treaty begins. */
const BEGINS: ReadonlySet<InstrumentStep> = new Set(['negotiation-agreed', 'negotiated', 'signed']);

/** Those that hold, the newest last. @param corrections of the archive. */
export function partingsOf(corrections: readonly Correction[]): Parting[] {
  return inForce(corrections.filter(({ document }) => document === undefined)).flatMap(({ change }): Parting[] =>
    change.set === 'parted' || change.set === 'rejoined' ? [{ instrument: change.name, day: change.day, apart: change.set === 'parted' }] : [],
  );
}

/** Days on which another treaty of one name begins, in order. @param partings of this instrument, the newest last. */
export function cutsOf(events: Events, partings: readonly Parting[] = []): Cut[] {
  const decided = new Map(partings.map(({ day, apart }) => [day, apart]));
  const cuts = new Map(signedAgain(events).map((day): [string, Cut] => [day, { day, why: 'signed-again' }]));
  for (const [day, apart] of decided) {
    if (apart) cuts.set(day, { day, why: 'decided' });
    else cuts.delete(day);
  }
  return [...cuts.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** In which life a step lies, counted from 0; a month or a year in which another begins is of that one. @param told day on which the readout tells it; of a step without a date. */
export function lifeOf(cuts: readonly Cut[], date: string | undefined, told: string | undefined): number {
  const day = (date === undefined ? undefined : extentOf(date)?.last) ?? told;
  return day === undefined ? 0 : cuts.filter((cut) => cut.day <= day).length;
}

/** Days that are certain, of the steps that are told with one. */
function signedAgain(events: Events): string[] {
  const sure = events
    .flatMap(({ event, date }) => (date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? [{ event, day: date }] : []))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const cuts: string[] = [];
  let signed = false;
  let force = '';
  /** The first step behind the entry into force, which begins a life once a signature follows it. */
  let begun = '';
  for (const { event, day } of sure) {
    if (force !== '' && day > force && BEGINS.has(event)) begun ||= day;
    if (event === 'signed') {
      if (begun !== '') {
        cuts.push(begun);
        [force, begun] = ['', ''];
      }
      signed = true;
    } else if (event === 'entered-into-force' && signed) {
      force = day;
      signed = false;
    }
  }
  return cuts;
}
