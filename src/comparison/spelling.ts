/**
 * A text as its words are compared: widths, case, old and new forms of signs, spellings of one word are one. For comparing
 * only; what is shown is the text itself.
 *
 * 1 each unit of the form leads to a place of the text, in order; 2 two passes, with lookahead of a bounded number of signs.
 */
import { searchForm } from '../text/search-form.ts';
import type { Tongue } from './tongue.ts';

export interface Spelt {
  readonly form: string;
  /** Unit of the form → unit of the text where it starts; one more than the form has, for the end. */
  readonly at: Uint32Array;
}

export type Spelling = (text: string) => Spelt;

interface Node {
  readonly next: Map<string, Node>;
  becomes?: string;
}

const IDEOGRAPH = /\p{Script=Han}/u;

const made = new WeakMap<Tongue, Spelling>();

export function makeSpelling(tongue: Tongue): Spelling {
  let spelling = made.get(tongue);
  if (!spelling) {
    spelling = compile(tongue);
    made.set(tongue, spelling);
  }
  return spelling;
}

function compile({ spellings = [], inside = '' }: Tongue): Spelling {
  const root: Node = { next: new Map() };
  for (const [first, ...others] of spellings) {
    if (first === undefined) continue;
    for (const other of others) {
      let node = root;
      for (const sign of searchForm(other).form) {
        const next: Node = node.next.get(sign) ?? { next: new Map() };
        node.next.set(sign, next);
        node = next;
      }
      node.becomes = searchForm(first).form;
    }
  }
  const between = new Set(inside);
  return (text) => {
    const folded = searchForm(text);
    const from = folded.form;
    const place = (i: number) => (folded.at ? (folded.at[i] as number) : i);
    let form = '';
    const at: number[] = [];
    for (let i = 0; i < from.length; ) {
      const variant = root.next.has(from[i] as string) ? longest(from, i, root) : undefined;
      if (variant) {
        for (let j = 0; j < variant.becomes.length; j++) at.push(place(i + Math.min(j, variant.length - 1)));
        form += variant.becomes;
        i += variant.length;
        continue;
      }
      form += from[i];
      at.push(place(i));
      i++;
    }
    at.push(text.length);
    return between.size === 0 ? { form, at: Uint32Array.from(at) } : without(between, form, at);
  };
}

/** The form without those signs where they stand between two ideographs. */
function without(between: ReadonlySet<string>, form: string, at: readonly number[]): Spelt {
  let out = '';
  const places: number[] = [];
  for (let i = 0; i < form.length; i++) {
    if (between.has(form[i] as string) && ideograph(form, i - 1) && ideograph(form, i + 1)) continue;
    out += form[i];
    places.push(at[i] as number);
  }
  places.push(at[form.length] as number);
  return { form: out, at: Uint32Array.from(places) };
}

function ideograph(text: string, at: number): boolean {
  return IDEOGRAPH.test(text[at] ?? '');
}

/** The longest spelling that stands here; one that ends in an ideograph does not stand inside a longer word of such. */
function longest(text: string, start: number, root: Node): { length: number; becomes: string } | undefined {
  if (ideograph(text, start) && ideograph(text, start - 1)) return undefined;
  let found: { length: number; becomes: string } | undefined;
  let node: Node | undefined = root;
  for (let i = start; node; i++) {
    if (node.becomes !== undefined && !(ideograph(text, i - 1) && ideograph(text, i))) found = { length: i - start, becomes: node.becomes };
    node = node.next.get(text[i] ?? '');
  }
  return found;
}

/** A word that says something; marks, blanks and line ends do not. */
export function sounds(words: string): boolean {
  return /[^\p{P}\p{Z}\s\p{Cc}]|[%‰&@#]/u.test(words);
}
