/** Whose a page is by the host of its address (vocabulary/hosts.yaml). */
import { HOSTS } from './hosts.generated.ts';

export interface Publisher {
  readonly party: string;
  /** The host. */
  readonly name: string;
}

/** @param url an address; undefined where it is none, or of a host that is nobody's. */
export function publisherOfAddress(url: string | undefined): Publisher | undefined {
  const name = hostOf(url);
  if (!name) return undefined;
  for (const [party, ends] of Object.entries(HOSTS.ends)) if (ends.some((end) => name === end || name.endsWith(`.${end}`))) return { party, name };
  const party = governmentOf(name);
  return party ? { party, name } : undefined;
}

/** The country in whose domain an address is: a paper of Norway's (example.no). Undefined for domains that anybody takes. */
export function countryOfAddress(url: string | undefined): string | undefined {
  const code = hostOf(url)?.split('.').at(-1);
  if (code?.length !== 2 || (HOSTS.anybody as readonly string[]).includes(code)) return undefined;
  return (HOSTS.governments.codes as Readonly<Record<string, string>>)[code] ?? code.toUpperCase();
}

/** The country in which the mission is whose address it is: www.br.emb-japan.go.jp. */
export function seatOfAddress(url: string | undefined): string | undefined {
  const name = hostOf(url);
  const end = HOSTS.missions.find((one) => name?.endsWith(`.${one}`));
  const code =
    end &&
    name
      ?.slice(0, -end.length - 1)
      .split('.')
      .at(-1);
  if (code?.length !== 2) return undefined;
  return (HOSTS.governments.codes as Readonly<Record<string, string>>)[code] ?? code.toUpperCase();
}

function hostOf(url: string | undefined): string | undefined {
  return (url && /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase()) || undefined;
}

/** mfa.gov.ge: a domain that only the government of a country has. */
function governmentOf(host: string): string | undefined {
  const { words, codes }: { readonly words: readonly string[]; readonly codes: Readonly<Record<string, string>> } = HOSTS.governments;
  const [code, body] = host.split('.').reverse();
  if (!code || !body || !words.includes(body)) return undefined;
  return codes[code] ?? (code.length === 2 ? code.toUpperCase() : undefined);
}
