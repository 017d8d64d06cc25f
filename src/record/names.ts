/** Names that are one in several languages: countries, places, organisations, offices. */
import { searchForm } from '../text/search-form.ts';
import { NAMES } from './names.generated.ts';

export interface Named {
  readonly kind: 'country' | 'place' | 'organisation' | 'office';
  /** A country or party, country/place, or the name of an office; see vocabulary/names/. */
  readonly code: string;
  /** Its forms, language by language, the usual one first. */
  readonly forms: readonly (readonly string[])[];
}

const KINDS: Readonly<Record<string, Named['kind']>> = { countries: 'country', places: 'place', organisations: 'organisation', offices: 'office' };

let byForm: Map<string, Named[]> | undefined;

/** What is called so, in any language. Source: vocabulary/names/. */
export function named(words: string): readonly Named[] {
  byForm ??= index();
  return byForm.get(keyOf(words)) ?? [];
}

/** What it is called in the languages that have not these words; all of it where they are of several languages (ASEAN). */
export function inOtherLanguages(words: string): string[] {
  const key = keyOf(words);
  const others = named(words).flatMap(({ forms }) => {
    const have = forms.filter((list) => list.some((form) => keyOf(form) === key));
    return forms.flatMap((list) => (have.length === 1 && have[0] === list ? [] : list)).filter((form) => keyOf(form) !== key);
  });
  return [...new Set(others)];
}

/** Whether two names are of one place, as far as the vocabulary knows; undefined where it knows one of them not, or one lies in the other. */
export function samePlace(one: string, other: string): boolean | undefined {
  const [a, b] = [one, other].map((words) => named(words).filter(({ kind }) => kind === 'place' || kind === 'country'));
  if (!a || !b || a.length === 0 || b.length === 0) return undefined;
  if (a.some(({ kind, code }) => b.some((also) => also.kind === kind && also.code === code))) return true;
  const country = ({ code }: Named) => code.split('/')[0];
  return a.some((place) => b.some((also) => place.kind !== also.kind && country(place) === country(also))) ? undefined : false;
}

function index(): Map<string, Named[]> {
  const found = new Map<string, Named[]>();
  for (const line of NAMES.split('\n')) {
    const [kind = '', code = '', ...lists] = line.split('\t');
    const forms = lists.map((list) => list.split('|').filter(Boolean));
    const one: Named = { kind: KINDS[kind] as Named['kind'], code, forms };
    for (const key of new Set(forms.flat().map(keyOf))) {
      const known = found.get(key);
      if (known) known.push(one);
      else found.set(key, [one]);
    }
  }
  return found;
}

function keyOf(words: string): string {
  return searchForm(words)
    .form.replace(/[\s\u00b7\u30fb\uff65\u00ab\u00bb'\u2019.,-]+/g, ' ')
    .trim();
}
