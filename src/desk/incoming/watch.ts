/**
 * Watching feeds and pages of links: what is new or changed is added. What was seen is remembered in the archive, so that the next
 * time asks no more than it must.
 */
import { Fault } from '../../fault.ts';
import type { Offer, Offered } from '../../intake/feed.ts';
import { kindOfTitle } from '../../reading/kinds.ts';
import type { Fetched, OpenArchive } from '../archive.ts';
import { type Added, type AddOptions, addDocuments } from './add.ts';
import type { Guest } from './fetch/polite.ts';
import type { Fetched as Page } from './fetch.ts';
import type { NameFault } from './files.ts';
import { bareName } from './names.ts';
import { GivenUp, openApart } from './opening.ts';
import { known } from './page.ts';
import type { Document } from './ready.ts';

export interface WatchOptions extends AddOptions {
  readonly guest: Guest;
}

/** What came of one feed. */
export type Watched =
  | { readonly feed: string; readonly how: 'unchanged' }
  | { readonly feed: string; readonly how: 'failed'; readonly fault: NameFault }
  /** `offered`: what it lists; `asked`: of those, the pages that were asked for. */
  | { readonly feed: string; readonly how: 'looked'; readonly offered: number; readonly asked: number };

const FEEDS = [
  'application/atom+xml',
  'application/rss+xml',
  'application/rdf+xml',
  'application/xml',
  'text/xml',
  'text/html',
  'application/xhtml+xml',
  'text/plain',
];

/** Feed by feed, in order: each document as it is added, then what came of its feed. */
export async function* watchFeeds(archive: OpenArchive, feeds: readonly string[], options: WatchOptions): AsyncGenerator<Watched | Added> {
  for (const feed of feeds) {
    if (options.signal?.aborted) return;
    yield* watchFeed(archive, feed, options);
  }
}

async function* watchFeed(archive: OpenArchive, feed: string, options: WatchOptions): AsyncGenerator<Watched | Added> {
  const { guest } = options;
  const checked = () => options.sign().when;
  const before = await archive.fetched(feed);
  let offered: readonly Offered[];
  let seen: Fetched;
  try {
    const found = await guest.fetch(feed, { types: FEEDS, etag: before?.etag, modified: before?.modified });
    if (!found) {
      yield { feed, how: 'unchanged' };
      return;
    }
    const offer = await offerOf(found);
    if (!offer) throw new Fault('fetch/no-feed', 'fetch/no-feed', '', { address: feed.slice(0, 200) });
    offered = offer.kind === 'feed' ? offer.items : offer.items.filter((item) => looksLikeReadout(item, found.url, options));
    seen = { address: feed, ...stampsOf(found), checked: checked() };
  } catch (error) {
    yield { feed, how: 'failed', fault: faultOf(error) };
    return;
  }

  let asked = 0;
  let missed = false;
  for (const { url, stamp } of offered) {
    if (options.signal?.aborted) {
      missed = true;
      break;
    }
    const held = await archive.fetched(url);
    // A feed that tells when a page changed need not be doubted.
    if (held && stamp !== undefined && held.stamp === stamp) continue;
    asked++;
    try {
      const found = await guest.fetch(url, { etag: held?.etag, modified: held?.modified });
      if (found) {
        const { bytes, mediaType } = found;
        const document: Document = { name: bareName(found.name) || found.url, bytes, mediaType: known(mediaType), from: found.url, url: found.url };
        yield* addDocuments(archive, [document], { ...options, alone: true });
      }
      // Only what is on the disk is remembered as seen.
      const stamps = found ? stampsOf(found) : held && stampsOf(held);
      await archive.remember([{ address: url, ...stamps, ...(stamp !== undefined && { stamp }), checked: checked() }]);
    } catch (error) {
      missed = true;
      yield { name: url, how: 'failed', fault: faultOf(error) };
    }
  }
  // A feed of which something could not be had is looked through again the next time.
  if (!missed) await archive.remember([seen]);
  yield { feed, how: 'looked', offered: offered.length, asked };
}

function stampsOf({ etag, modified }: { readonly etag?: string; readonly modified?: string }) {
  return { ...(etag !== undefined && { etag }), ...(modified !== undefined && { modified }) };
}

/** A page of links that takes its parser too long is none that is meant for people. */
async function offerOf({ bytes, url, encoding }: Page): Promise<Offer | undefined> {
  try {
    return await openApart({ deed: 'offer', bytes, url, encoding });
  } catch (error) {
    if (error instanceof GivenUp) throw new Fault('fetch/given-up', 'fetch/given-up', '', { address: url.slice(0, 200) });
    throw error;
  }
}

/** A link of the same site whose words say that it leads to an account of talks, or to what belongs to one. */
function looksLikeReadout({ url, title }: Offered, page: string, { languages }: WatchOptions): boolean {
  if (siteOf(url) !== siteOf(page) || url === page) return false;
  return languages.some((pack) => {
    const kind = kindOfTitle(title, pack);
    return kind === 'readout' || kind === 'joint-statement';
  });
}

const siteOf = (address: string) => new URL(address).host.replace(/^www\./, '');

function faultOf(error: unknown): NameFault {
  if (!(error instanceof Fault) || !error.code.startsWith('fetch/')) throw error;
  return { code: error.code as `fetch/${string}`, values: { ...error.values } };
}
