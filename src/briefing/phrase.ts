/** Memcon's own words as runs, with quotes, marks and citations set into them. */
import type { Voice } from '../language/voice.ts';
import type { Line, Run, Side } from './brief.ts';

export type Put = Run | readonly Run[] | string | number;

export const own = (words: string): Run => ({ kind: 'own', words });
export const strong = (words: string): Run => ({ kind: 'own', words, strong: true });
export const small = (words: string): Run => ({ kind: 'own', words, small: true });
export const mark = (side: Side): Run => ({ kind: 'mark', side });
export const line = (...runs: readonly (Run | undefined | false)[]): Line => ({ runs: runs.filter((run): run is Run => !!run) });
export const absent = (words: string): Line => ({ runs: [small(words)], absent: true });

/** The words of a label, with runs in the places that its braces name. */
export function said(voice: Voice, key: string, values: Readonly<Record<string, Put>> = {}): Run[] {
  // Numbers choose between one and many, so they are put in first; runs keep their places.
  const plain = Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string | number] => typeof entry[1] !== 'object'));
  return voice
    .label(key, plain)
    .split(/\{([A-Za-z][A-Za-z0-9]*)\}/)
    .flatMap((piece, i): readonly Run[] => {
      if (i % 2 === 0) return piece === '' ? [] : [own(piece)];
      const value = values[piece];
      if (typeof value !== 'object') return [];
      return Array.isArray(value) ? value : [value as Run];
    });
}

/** Signs after which words may be cut off. */
const REST = /[\s、。，．,.;:；：・)）」』]/;

/**
 * Words of a source at their length, or cut after a rest in them, or, where there is none in the last third, anywhere
 * between two signs. Ends of lines in the source become spaces.
 */
export function quote(words: string, language: string, most: number): Run {
  const all = words.replace(/\s+/g, ' ').trim();
  if (all.length <= most) return { kind: 'quote', words: all, language };
  let end = most;
  for (let at = most; at > (most * 2) / 3; at--)
    if (REST.test(all[at - 1] as string)) {
      end = at;
      break;
    }
  // Never inside a pair of surrogates.
  if (/[\ud800-\udbff]/.test(all[end - 1] as string)) end--;
  return { kind: 'quote', words: all.slice(0, end).replace(/[\s、，,・]+$/, ''), language, cut: true };
}
