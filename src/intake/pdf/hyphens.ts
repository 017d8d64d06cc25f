/**
 * Words that were parted at the end of a line are one word again, and a hyphen of their own stays: the document itself says which,
 * by how it writes them and their parts elsewhere.
 *
 *   > coop-⏎eration　　cooperation
 *   > vice-⏎ministerial　　vice-ministerial, where "vice" and "ministerial" are words of this document
 */
import type { PageLines } from './lines.ts';
import { isWide } from './rows.ts';

/** How a document writes words, in small letters. */
export interface Written {
  readonly words: ReadonlySet<string>;
  /** First parts of words with a hyphen inside a line. */
  readonly heads: ReadonlySet<string>;
}

const MOST_WORDS = 50_000;

export function writtenIn(pages: readonly PageLines[]): Written {
  const words = new Set<string>();
  const heads = new Set<string>();
  for (const { lines } of pages)
    for (const { text } of lines) {
      if (!text.includes('-') && !text.includes(' ')) continue;
      for (const [all] of text.matchAll(/\p{L}{1,40}(?:-\p{L}{1,40})?(?![-\u2010])/gu)) {
        const [head, tail] = all.toLowerCase().split('-') as [string, string?];
        if (tail !== undefined && heads.size < MOST_WORDS) heads.add(head);
        if (words.size < MOST_WORDS) words.add(tail === undefined ? head : tail);
      }
    }
  return { words, heads };
}

/** A text and the line in which it goes on. */
export function joined(text: string, next: string, { words, heads }: Written): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  const head = /(\p{L}+)[-\u2010]$/u.exec(text.slice(-60))?.[1]?.toLowerCase();
  const tail = /^\p{Ll}+/u.exec(next.slice(0, 60))?.[0];
  if (head && tail) {
    const own = heads.has(head) || (!words.has(head + tail) && words.has(head) && words.has(tail));
    return own ? text + next : text.slice(0, -1) + next;
  }
  if (/[-\u2010/]$/.test(text) && !text.endsWith(' -')) return text + next;
  return isWide(text.slice(-1)) || isWide(next) ? text + next : `${text} ${next}`;
}
