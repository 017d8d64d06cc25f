/** Who publishes a page: by its address, or by a name that stands for itself at its head or its foot. */
import { publisherOfAddress } from '../../../record/hosts.ts';
import type { TalksWords } from './words.ts';

/** Units at either end of a text where its publisher names itself, and what may stand beside the name in its line. */
const EDGE = 600;
const BESIDE = 30;

export function publisherOf(
  text: string,
  url: string | undefined,
  { knowledge }: TalksWords,
): { readonly party?: string; readonly name: string } | undefined {
  const host = publisherOfAddress(url);
  if (host) return host;
  for (const edge of [text.slice(0, EDGE), text.slice(-EDGE)])
    for (const whole of edge.split('\n')) {
      // Ottawa, June 3, 2031 – Ministry: at the end of a dateline too
      if (whole.length > EDGE / 4) continue;
      const line = whole.replace(/\u2019/g, "'").trim();
      for (const [party, list] of Object.entries(knowledge.publishers)) {
        const name = list.find(
          (word) =>
            (line.length <= word.length + BESIDE && line.includes(word)) || (line.endsWith(word) && /[–—-]\s*$/.test(line.slice(0, -word.length))),
        );
        if (name) return { party, name };
      }
    }
  return undefined;
}
