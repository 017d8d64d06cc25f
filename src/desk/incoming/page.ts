/** A page of the public internet as a document, fetched politely. */
import { Fault } from '../../fault.ts';
import type { Network } from './fetch.ts';
import type { Document, Unopened } from './ready.ts';

/** @throws Fault `fetch/…`, whose words the doors say. */
export async function fetchPage(address: string, network: Network): Promise<Document> {
  const [{ guestOf }, { patience }, { bareName }] = await Promise.all([import('./fetch/polite.ts'), import('../outside.ts'), import('./names.ts')]);
  // Nothing was said of an earlier time, so that it cannot be "as before".
  const found = await guestOf(network, patience).fetch(address);
  if (!found) throw new Error(`nothing came from ${address}`);
  return { name: bareName(found.name) || found.url, bytes: found.bytes, mediaType: known(found.mediaType), from: found.url, url: found.url };
}

/** As `fetchPage`; what the network or the host refuses is an answer, since others may follow. */
export async function fetchPageOr(address: string, network: Network): Promise<Document | Unopened> {
  try {
    return await fetchPage(address, network);
  } catch (error) {
    if (!(error instanceof Fault) || !error.code.startsWith('fetch/')) throw error;
    return { name: address, fault: { code: error.code as `fetch/${string}`, values: { ...error.values } } };
  }
}

/** What a server calls only bytes, the bytes tell. */
export function known(mediaType: string): string | undefined {
  return mediaType === 'application/octet-stream' ? undefined : mediaType;
}
