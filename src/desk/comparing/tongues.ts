/** What comparing must know of a language, out of its folder. */
import type { Tongue } from '../../comparison/tongue.ts';
import { languageCodes, loadLanguage } from '../languages.ts';

const tongues = new Map<string, Tongue>();

/** Of a language that no folder tells of, only the tag. */
export async function loadTongue(language: string): Promise<Tongue> {
  const known = tongues.get(language);
  if (known) return known;
  const pack = languageCodes().includes(language) ? await loadLanguage(language) : undefined;
  const { spellings, inside, verbs, terms } = pack?.comparison ?? {};
  const strength = (pack?.acts ?? pack?.initial?.acts)?.strength;
  const topics = Object.entries(pack?.topics ?? {}).map(([topic, words]) => [`topic/${topic}`, words] as const);
  const tongue: Tongue = {
    tag: language,
    spellings,
    inside,
    verbs,
    intensifiers: strength && [...strength.softened, ...strength.marked, ...strength.strong],
    terms: { ...terms, ...Object.fromEntries(topics) },
  };
  tongues.set(language, tongue);
  return tongue;
}
