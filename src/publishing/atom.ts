/** What changed, as an Atom feed (RFC 4287). Ids are made of what an entry is about: the same entry keeps its id for good. */
import { digest } from '../text/digest.ts';

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  /** Instant, ISO 8601 in UTC. */
  readonly updated: string;
  readonly summary: string;
  /** Words of a source, with their language. */
  readonly quote?: { readonly words: string; readonly language: string };
  readonly url?: string;
  readonly category?: string;
}

export interface FeedOptions {
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Its own address, where it has one. */
  readonly self?: string;
  /** The page that shows the same. */
  readonly page?: string;
  /** Instant that stands for an empty feed. */
  readonly when: string;
}

/** @param entries the newest first. */
export function toFeed(entries: readonly FeedEntry[], { id, title, language, self, page, when }: FeedOptions): string {
  const updated = entries[0]?.updated ?? when;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    `<id>${uuid('feed', id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${instant(updated)}</updated>`,
    '<author><name>Memcon</name></author>',
    '<generator>Memcon</generator>',
    ...(self ? [`<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`] : []),
    ...(page ? [`<link rel="alternate" type="text/html" href="${escaped(page)}"/>`] : []),
    ...entries.flatMap((entry) => [
      '<entry>',
      `<id>${uuid('entry', entry.id)}</id>`,
      `<title>${escaped(entry.title)}</title>`,
      `<updated>${instant(entry.updated)}</updated>`,
      ...(entry.url ? [`<link rel="alternate" type="text/html" href="${escaped(entry.url)}"/>`] : []),
      ...(entry.category ? [`<category term="${escaped(entry.category)}"/>`] : []),
      `<summary>${escaped(entry.summary)}</summary>`,
      ...(entry.quote ? [`<content type="text" xml:lang="${escaped(entry.quote.language)}">${escaped(entry.quote.words)}</content>`] : []),
      '</entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}

function uuid(...parts: readonly string[]): string {
  const hex = digest('a', ...parts) + digest('b', ...parts);
  // marked as made by a rule of ours (version 8 of RFC 9562)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function instant(when: string): string {
  return when.replace(/\.\d+Z$/, 'Z');
}

/** Signs that XML 1.0 has no place for are left out. */
function escaped(words: string): string {
  return (
    words
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that must not stand in XML
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
      .replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] as string)
  );
}
