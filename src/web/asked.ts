import { type Asked, SUBJECTS } from './parts/correct-fields.tsx';

/** What the address asks to be corrected: `?correct=statement&id=s-…`; a date by its span, `?correct=date&id=12-18&at=s-…`. */
export function askedOf(search: URLSearchParams): Asked | undefined {
  const of = SUBJECTS.find((each) => each === search.get('correct'));
  if (!of) return undefined;
  const id = search.get('id') ?? undefined;
  const quote = search.get('quote');
  const at = search.get('at');
  return { of, id, ...(at && { at }), ...(quote && { quote }) };
}
