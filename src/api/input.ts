/** What is wrong with input, place by place, in words of ours: a validator's own words are in one language only. */
import type { z } from 'zod';
import { Fault } from '../fault.ts';
import { filled, type Voice } from '../language/voice.ts';

export interface InputFault {
  /** JSON Pointer into the body, as `#/change/act`. */
  readonly pointer?: string;
  /** Name of a parameter of the address. */
  readonly parameter?: string;
  readonly detail: string;
}

type Issue = z.core.$ZodIssue;
export type Place = 'json' | 'form' | 'query' | 'param' | 'header' | 'cookie';

export class BadInput extends Fault {
  readonly #place: Place;
  readonly #issues: readonly Issue[];
  constructor(place: Place, issues: readonly Issue[]) {
    super('api/bad-input', 'api/bad-input', '', { count: String(issues.length) });
    this.#place = place;
    this.#issues = issues.slice(0, 50);
  }
  inVoice(voice: Voice): InputFault[] {
    return this.#issues.flatMap((issue) => {
      const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
      return names.map((name) => {
        const path = [...issue.path, ...(name === undefined ? [] : [name])].map(String);
        return { ...this.#at(path), detail: wordsOf(issue, voice) };
      });
    });
  }
  #at(path: readonly string[]): { pointer: string } | { parameter: string } {
    if (this.#place !== 'json' && this.#place !== 'form') return { parameter: path[0] ?? '' };
    return { pointer: `#${path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}` };
  }
}

/** A single place that is wrong for a reason of ours. */
export function badInput(place: Place, path: readonly string[], reason: 'format' | 'other' = 'format'): BadInput {
  const issue = reason === 'format' ? { code: 'invalid_format', format: 'other' } : { code: 'custom' };
  return new BadInput(place, [{ ...issue, path: [...path], message: '' } as Issue]);
}

function wordsOf(issue: Issue, voice: Voice): string {
  const words = voice.phrases.api.inputs;
  switch (issue.code) {
    case 'invalid_type':
      // zod says of what is not there only in words that it is not there.
      return /undefined/.test(issue.message) ? words.required : filled(words.type, { type: issue.expected });
    case 'invalid_value':
      return filled(words.value, { values: issue.values.map(String).join(', ').slice(0, 400) });
    case 'too_small':
      return filled(words.small, { minimum: String(issue.minimum) });
    case 'too_big':
      return filled(words.big, { maximum: String(issue.maximum) });
    case 'invalid_format':
      return words.format;
    case 'unrecognized_keys':
      return words.unknown;
    case 'invalid_union':
      return 'note' in issue && issue.note === 'No matching discriminator' ? words.kind : words.other;
    default:
      return words.other;
  }
}
