/** A page of the public internet as a document, fetched politely. */
import type { Network } from './fetch.ts';
import type { Document } from './ready.ts';

/** @throws Fault `fetch/…`, whose words the doors say. */
export async function fetchPage(address: string, network: Network): Promise<Document> {
  const [{ guestOf }, { patience }, { bareName }] = await Promise.all([import('./fetch/polite.ts'), import('./outside.ts'), import('./names.ts')]);
  // Nothing was said of an earlier time, so that it cannot be "as before".
  const found = await guestOf(network, patience).fetch(address);
  if (!found) throw new Error(`nothing came from ${address}`);
  return { name: bareName(found.name) || found.url, bytes: found.bytes, mediaType: known(found.mediaType), from: found.url, url: found.url };
}

/** What a server calls only bytes, the bytes tell. */
export function known(mediaType: string): string | undefined {
  return mediaType === 'application/octet-stream' ? undefined : mediaType;
}
