/** Who publishes a page: by its address, by a name that stands for itself at its head or its foot, or by the house whose spokesman gives it out. */
import { publisherOfAddress } from '../../../record/hosts.ts';
import type { TalksWords } from './words.ts';

/** Units at either end of a text where its publisher names itself, and what may stand beside the name in its line. */
const EDGE = 600;
const BESIDE = 30;

export function publisherOf(
  text: string,
  url: string | undefined,
  { knowledge }: TalksWords,
  countries: Readonly<Record<string, readonly string[]>> = {},
): { readonly party?: string; readonly name: string } | undefined {
  const host = publisherOfAddress(url);
  if (host) return host;
  for (const edge of [text.slice(0, EDGE), text.slice(-EDGE)])
    for (const whole of edge.split('\n')) {
      // Ottawa, June 3, 2031 – Ministry: at the end of a dateline too
      if (whole.length > EDGE / 4) continue;
      const line = whole.replace(/\u2019/g, "'").trim();
      // A Federal Foreign Office spokesperson issued the following statement
      const given = knowledge.attributions.map((word) => ({ at: line.indexOf(word) })).find(({ at }) => at > 0);
      for (const [party, list] of Object.entries(knowledge.publishers)) {
        const name = list.find(
          (word) =>
            (line.length <= word.length + BESIDE && line.includes(word)) ||
            (line.endsWith(word) && /[–—-]\s*$/.test(line.slice(0, -word.length))) ||
            (given && line.indexOf(word) >= 0 && line.indexOf(word) < given.at),
        );
        if (name) return { party, name };
      }
      const party = bodyOf(line, knowledge, countries);
      if (party) return { party, name: line };
    }
  return undefined;
}

/** Presidency of the Arab Republic of Egypt, in a line of its own: the country whose name ends it. */
function bodyOf(line: string, { bodies }: TalksWords['knowledge'], countries: Readonly<Record<string, readonly string[]>>): string | undefined {
  const body = bodies.find((word) => line.startsWith(word));
  if (!body || line.length > body.length + BESIDE * 2) return undefined;
  const rest = line.slice(body.length);
  return Object.entries(countries).find(([, names]) => names.some((name) => rest.endsWith(` ${name}`)))?.[0];
}
