/**
 * Kinds of treaties of which two states have one with each other, by their names in every language (vocabulary/treaties.yaml).
 *
 *   刑事共助条約 · 刑事に関する共助に関する日本国とロシア連邦との間の条約 · Treaty between Japan and the Russian Federation on Mutual Legal Assistance in Criminal Matters
 *     all of Japan and Russia: mutual-legal-assistance
 *
 * 1 A name is a kind's only where nothing is left beside it and the parties; 2 a name that holds more (an amending protocol) is none,
 * and may be one for a person to say.
 */
import { searchForm } from '../text/search-form.ts';
import { TREATIES, type Treaty } from './treaties.generated.ts';
import { TREATY_FRAMES } from './treaty-frames.generated.ts';

export { TREATIES, type Treaty };

/** A part of a title that tells the parties is no longer than this, in units. */
const REACH = 120;

/** A treaty's name as it is compared: search form without the parties it tells inside, without blanks and dots. */
export function treatyForm(name: string): string {
  return squeezed(withoutParties(searchForm(name).form.replace(/\s+/g, ' ')));
}

const squeezed = (form: string) => form.replace(/[\s\u00b7\u30fb\uff65=\uff1d.]+/g, '');

function withoutParties(form: string): string {
  for (const { open, close, kept } of Object.values(TREATY_FRAMES))
    for (const word of open) {
      const start = form.indexOf(word);
      if (start < 0) continue;
      const from = start + word.length;
      const [end] = close
        .map((mark) => ({ at: form.indexOf(mark, from - 1), length: mark.length }))
        .filter(({ at }) => at >= 0 && at - start <= REACH)
        .sort((a, b) => a.at - b.at || b.length - a.length);
      if (end) return form.slice(0, start) + form.slice(kept ? end.at : end.at + end.length);
    }
  return form;
}

let names: ReadonlyMap<string, Treaty> | undefined;

function known(): ReadonlyMap<string, Treaty> {
  names ??= new Map(
    (Object.keys(TREATIES) as Treaty[]).flatMap((kind) =>
      Object.values(TREATIES[kind] as Readonly<Record<string, readonly string[]>>).flatMap((list) =>
        list.map((name): [string, Treaty] => [treatyForm(name), kind]),
      ),
    ),
  );
  return names;
}

/** The kind whose name this is, and nothing more. @param form of `treatyForm`. */
export function treatyOf(form: string): Treaty | undefined {
  return known().get(form);
}

/**
 * By what an instrument is one across documents: the kind's first name where two parties have such a treaty, else its own name.
 *
 * @param parties those it binds.
 */
export function instrumentForm(name: string, parties: readonly string[]): string {
  const form = treatyForm(name);
  const kind = parties.length === 2 ? treatyOf(form) : undefined;
  const [first] = kind === undefined ? [] : (Object.values(TREATIES[kind])[0] as readonly string[]);
  return first === undefined ? form : treatyForm(first);
}

/** A name so short stands in too many others, in letters sooner than in ideographs: EPA, MLAT. */
const SHORT = { letters: 7, ideographs: 4 } as const;
const tells = (name: string) => name.length >= (name.charCodeAt(0) < 0x2e80 ? SHORT.letters : SHORT.ideographs);

/** The kind whose name stands in this one, by the longest that does. @param form of `treatyForm`. */
export function treatyIn(form: string): Treaty | undefined {
  const exact = treatyOf(form);
  if (exact) return exact;
  let best: readonly [name: string, kind: Treaty] | undefined;
  for (const one of known()) if (tells(one[0]) && form.includes(one[0]) && one[0].length > (best?.[0].length ?? 0)) best = one;
  return best?.[1];
}
