/** Who publishes a page: by its address, or by a name that stands for itself at its head or its foot. */
import type { TalksWords } from './words.ts';

/** Units at either end of a text where its publisher names itself, and what may stand beside the name in its line. */
const EDGE = 600;
const BESIDE = 30;

export function publisherOf(
  text: string,
  url: string | undefined,
  { knowledge }: TalksWords,
): { readonly party?: string; readonly name: string } | undefined {
  if (url) {
    const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
    if (host) {
      for (const [party, hosts] of Object.entries(knowledge.publishers.hosts))
        if (hosts.some((end) => host === end || host.endsWith(`.${end}`))) return { party, name: host };
      const party = governmentOf(host, knowledge);
      if (party) return { party, name: host };
    }
  }
  for (const edge of [text.slice(0, EDGE), text.slice(-EDGE)])
    for (const whole of edge.split('\n')) {
      // Ottawa, June 3, 2031 – Ministry: at the end of a dateline too
      if (whole.length > EDGE / 4) continue;
      const line = whole.replace(/\u2019/g, "'").trim();
      for (const [party, list] of Object.entries(knowledge.publishers.words)) {
        const name = list.find(
          (word) =>
            (line.length <= word.length + BESIDE && line.includes(word)) || (line.endsWith(word) && /[–—-]\s*$/.test(line.slice(0, -word.length))),
        );
        if (name) return { party, name };
      }
    }
  return undefined;
}

/** mfa.gov.ge: a domain that only the government of a country has. */
function governmentOf(host: string, { publishers: { government, codes } }: TalksWords['knowledge']): string | undefined {
  const [code, body] = host.split('.').reverse();
  if (!code || !body || !government.includes(body)) return undefined;
  return codes[code] ?? (code.length === 2 ? code.toUpperCase() : undefined);
}
