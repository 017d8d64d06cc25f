/**
 * Pages that are made once for all who ask for them: as long as nothing in the archive changes, and for a short while after
 * another program changed it.
 *
 * 1 What this program wrote itself is on the page that is asked for next: whoever adds or corrects sees it at once.
 * 2 While another program writes (an import), a page is at most `LIMIT` old, or a few times as old as its making takes. It is
 *   made anew meanwhile, once for all and never without a pause, so that a long import leaves time for other pages.
 * 3 A page that is older than that is waited for.
 */
import { createHash } from 'node:crypto';
import type { Archive } from '../desk/held.ts';
import type { View } from './parts/view.ts';

export interface Page {
  /** UTF-8. */
  readonly words: Uint8Array<ArrayBuffer>;
  /** Of the words, in quotation marks. */
  readonly etag: string;
}

/** @param make makes the page's words; all that they depend on is the archive and the view. Undefined where there is no such page. */
export type Keep = (view: View, make: () => Promise<string | undefined>) => Promise<Page | undefined>;

/** Milliseconds that a page is given although another program changed the archive. */
const LIMIT = 2_000;
/** Milliseconds between two makings of a page. */
const PAUSE = 500;
/** A page that takes long to make is given for so many times as long, and so many times as long lies between the beginnings of two makings. */
const TIMES = { limit: 8, pause: 4 };
/** Milliseconds that no page is older than, however long it takes. */
const LONGEST = 15_000;

/** Pages kept, and bytes of them together; the one used longest ago goes first. */
const MOST = 100;
const MOST_BYTES = 32_000_000;

interface Kept extends Page {
  /** Number of the transaction that the making began after. */
  readonly stamp: number;
  /** When the making began, and how long it took, in milliseconds. */
  readonly began: number;
  readonly took: number;
}

interface Making {
  readonly stamp: number;
  readonly page: Promise<Kept | undefined>;
}

/** @param now milliseconds from any beginning. */
export function keepPages(archive: Archive, now: () => number): Keep {
  const pages = new Map<string, Kept>();
  const making = new Map<string, Making>();
  let bytes = 0;

  const drop = (key: string) => {
    bytes -= pages.get(key)?.words.length ?? 0;
    pages.delete(key);
  };
  const put = (key: string, page: Kept) => {
    drop(key);
    pages.set(key, page);
    bytes += page.words.length;
    for (const oldest of pages.keys()) {
      if (pages.size <= MOST && (bytes <= MOST_BYTES || pages.size === 1)) break;
      drop(oldest);
    }
  };

  const makeAnew = (key: string, stamp: number, make: () => Promise<string | undefined>): Making => {
    const began = now();
    const page = make().then((made): Kept | undefined => {
      if (made === undefined) {
        drop(key);
        return undefined;
      }
      const words = new TextEncoder().encode(made);
      const kept = { words, etag: `"${createHash('sha256').update(words).digest('base64url').slice(0, 22)}"`, stamp, began, took: now() - began };
      put(key, kept);
      return kept;
    });
    const one = { stamp, page };
    making.set(key, one);
    const ended = () => {
      if (making.get(key) === one) making.delete(key);
    };
    page.then(ended, ended);
    return one;
  };

  return async ({ voice, path, settings, origin, today, past }, make) => {
    const key = JSON.stringify([voice.code, origin, path, settings, today, past ?? false]);
    const stamp = Number(await archive.stamp());
    const known = pages.get(key);
    const { written } = archive;
    const underway = making.get(key);
    if (known && known.stamp >= written) {
      const age = now() - known.began;
      const soon = Math.min(LONGEST, Math.max(LIMIT, TIMES.limit * known.took));
      if (known.stamp === stamp || age < soon) {
        put(key, known);
        if (known.stamp !== stamp && !underway && age >= Math.max(PAUSE, TIMES.pause * known.took))
          // What goes wrong meanwhile is told to whoever waits for the page.
          makeAnew(key, stamp, make).page.catch(() => {});
        return known;
      }
    }
    return (underway && underway.stamp >= written ? underway : makeAnew(key, stamp, make)).page;
  };
}
