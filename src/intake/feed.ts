/**
 * What a feed or a page of links offers: RSS 0.9 to 2.0, RDF Site Summary, Atom, or the links of an HTML page.
 *
 * Source: RSS 2.0, RSS 1.0, RFC 4287 (Atom).
 */
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { decode } from './encoding.ts';
import { looksLikeHtml } from './intake.ts';
import { attributeOf, childrenOf, nameOf, parseXml, type Xml } from './xml.ts';

export interface Offer {
  readonly kind: 'feed' | 'page';
  readonly items: readonly Offered[];
}
export interface Offered {
  /** Absolute. */
  readonly url: string;
  readonly title: string;
  /** When it was changed last, in the feed's own words: compared, never read. */
  readonly stamp?: string;
}

/** More are not looked at. */
export const MOST_ITEMS = 500;

/** @param base the address it came from. @returns undefined for what is neither. */
export async function findOffer(bytes: Uint8Array, base: string, encoding?: string): Promise<Offer | undefined> {
  const declared = /^\s*<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9_.:-]{1,40})/.exec(String.fromCharCode(...bytes.subarray(0, 300)))?.[1];
  const { text } = decode(bytes, encoding ?? declared, 'text/html');
  if (looksLikeHtml(text)) return { kind: 'page', items: unique(linksOf(text), base) };
  let tree: readonly Xml[];
  try {
    tree = parseXml(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  const root = tree.find((node) => ROOTS.includes(local(nameOf(node))));
  if (!root) return undefined;
  const holders = [root, ...childrenOf(root).filter((node) => local(nameOf(node)) === 'channel')];
  const entries = holders.flatMap((node) => childrenOf(node).filter((child) => ['item', 'entry'].includes(local(nameOf(child)))));
  return { kind: 'feed', items: unique(entries.map(entryOf), base) };
}

const ROOTS = ['rss', 'RDF', 'feed'];
const local = (name: string) => name.slice(name.indexOf(':') + 1);

function entryOf(entry: Xml): Offered {
  const parts = childrenOf(entry);
  const named = (...names: string[]) => names.flatMap((name) => parts.filter((part) => nameOf(part) === name));
  const links = named('link', 'atom:link');
  const link = links.find((one) => [undefined, 'alternate'].includes(attributeOf(one, 'rel')));
  const guid = named('guid').find((one) => attributeOf(one, 'isPermaLink') !== 'false');
  const stamp = wordsOf(named('updated', 'dc:date', 'pubDate', 'published', 'dcterms:modified')[0]);
  return {
    url: attributeOf(link, 'href') ?? (wordsOf(link) || wordsOf(guid)),
    title: wordsOf(named('title')[0]),
    ...(stamp !== '' && { stamp }),
  };
}

function wordsOf(node: Xml | undefined): string {
  if (!node) return '';
  const words = (one: Xml): string => (typeof one['#text'] === 'string' ? one['#text'] : childrenOf(one).map(words).join(''));
  return words(node)
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function linksOf(html: string): Offered[] {
  const found: Offered[] = [];
  const steps: DefaultTreeAdapterMap['node'][] = [parse(html)];
  for (let node = steps.pop(); node && found.length < MOST_ITEMS * 4; node = steps.pop()) {
    if (!('childNodes' in node)) continue;
    if (node.nodeName === 'a') {
      const href = node.attrs.find(({ name }) => name === 'href')?.value;
      if (href) found.push({ url: href, title: textOf(node) });
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) steps.push(node.childNodes[i] as DefaultTreeAdapterMap['node']);
  }
  return found;
}

function textOf(element: DefaultTreeAdapterMap['element']): string {
  let words = '';
  const steps: DefaultTreeAdapterMap['node'][] = [element];
  for (let node = steps.pop(); node && words.length < 1000; node = steps.pop()) {
    if ('value' in node && node.nodeName === '#text') words += node.value;
    if ('childNodes' in node) for (let i = node.childNodes.length - 1; i >= 0; i--) steps.push(node.childNodes[i] as DefaultTreeAdapterMap['node']);
  }
  return words.replace(/\s+/g, ' ').trim();
}

/** Each address once, absolute, without its fragment; what is no address of a page is left out. */
function unique(items: readonly Offered[], base: string): Offered[] {
  const found = new Map<string, Offered>();
  for (const item of items) {
    if (item.url.trim() === '') continue;
    let url: URL;
    try {
      url = new URL(item.url.trim(), base);
    } catch {
      continue;
    }
    if (url.protocol !== 'http:' && url.protocol !== 'https:') continue;
    url.hash = '';
    const held = found.get(url.href);
    // The longer words tell more: a picture and a headline lead to one page.
    if (!held || held.title.length < item.title.length) found.set(url.href, { ...item, url: url.href });
    if (found.size >= MOST_ITEMS) break;
  }
  return [...found.values()];
}
