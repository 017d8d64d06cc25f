/** What every page is made with: who reads it in which language, where it stands, and which day it is. */
import type { Voice } from '../../language/voice.ts';

export interface View {
  readonly voice: Voice;
  /** The other languages that Memcon speaks. */
  readonly others: readonly { readonly code: string; readonly name: string; readonly voice: Voice }[];
  /** The address after the language, with its query: `readouts/d-1?v=2`. */
  readonly path: string;
  readonly settings: Settings;
  /** Scheme and host under which it is read, for addresses that are cited. */
  readonly origin: string;
  /** YYYY-MM-DD: what days are counted from. */
  readonly today: string;
  /** Another day than the machine's was asked for: `?on=2011-01-20`. */
  readonly past?: boolean;
}

export interface Settings {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly keys: boolean;
  /** Aids that are shown: marks on the text, who speaks, readings above names. */
  readonly aids: Readonly<Record<Aid, boolean>>;
  /** The name under which this person corrects. */
  readonly who: string;
}

export const AIDS = ['marks', 'speakers', 'readings'] as const;
export type Aid = (typeof AIDS)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;

/** The address of a page in the reader's language. */
export function to(view: View, path = ''): string {
  return `/${view.voice.code}/${path}`;
}

/** A query of those values that are there; a list gives its name several times. */
export function query(values: Readonly<Record<string, string | number | readonly string[] | undefined>>): string {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '') continue;
    if (typeof value === 'object') for (const one of value) all.append(name, one);
    else all.set(name, String(value));
  }
  const words = all.toString();
  return words && `?${words}`;
}

export function readoutPath(document: string, statement?: string): string {
  return `readouts/${document}${statement ? `#s-${statement}` : ''}`;
}

/** The place of words that no statement holds: of a passage that a search found. */
export function wordsPath(document: string, span: readonly [number, number]): string {
  const at = span.join('-');
  return `readouts/${document}?at=${at}#e-${at}`;
}

/** The words that an address names as `wordsPath` does; undefined where it names none that stand in a text of so many units. */
export function wordsAt(asked: string | undefined | null, length: number): readonly [number, number] | undefined {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(asked ?? '') ?? [];
  const [start, end] = [Number(from), Number(to)];
  return from !== undefined && start < end && end <= length ? [start, end] : undefined;
}

/** Whole days from one day to another, both YYYY-MM-DD. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
