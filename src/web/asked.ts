import { type Asked, SUBJECTS } from './parts/correct-form.tsx';

/** What the address asks to be corrected: `?correct=statement&id=s-…`. */
export function askedOf(search: URLSearchParams): Asked | undefined {
  const of = SUBJECTS.find((each) => each === search.get('correct'));
  if (!of) return undefined;
  const id = search.get('id') ?? undefined;
  const quote = search.get('quote');
  return { of, id, ...(quote && { entered: { quote: [quote], verb: [''], act: ['state'], mode: ['one'] } }) };
}
