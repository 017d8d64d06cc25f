/** Whose a page is by the host of its address (vocabulary/hosts.yaml). */
import { HOSTS } from './hosts.generated.ts';

export interface Publisher {
  readonly party: string;
  /** The host. */
  readonly name: string;
}

/** @param url an address; undefined where it is none, or of a host that is nobody's. */
export function publisherOfAddress(url: string | undefined): Publisher | undefined {
  const name = url && /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
  if (!name) return undefined;
  for (const [party, ends] of Object.entries(HOSTS.ends)) if (ends.some((end) => name === end || name.endsWith(`.${end}`))) return { party, name };
  const party = governmentOf(name);
  return party ? { party, name } : undefined;
}

/** mfa.gov.ge: a domain that only the government of a country has. */
function governmentOf(host: string): string | undefined {
  const { words, codes }: { readonly words: readonly string[]; readonly codes: Readonly<Record<string, string>> } = HOSTS.governments;
  const [code, body] = host.split('.').reverse();
  if (!code || !body || !words.includes(body)) return undefined;
  return codes[code] ?? (code.length === 2 ? code.toUpperCase() : undefined);
}
