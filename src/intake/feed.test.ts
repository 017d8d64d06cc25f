import { expect, test } from 'vitest';
import { findOffer } from './feed.ts';

const BASE = 'https://mofa.example/news/index.xml';
const utf8 = (words: string) => new TextEncoder().encode(words);
const offers = async (words: string | Uint8Array) => findOffer(typeof words === 'string' ? utf8(words) : words, BASE);

const rows: [what: string, words: string, items: readonly { url: string; title: string; stamp?: string }[]][] = [
  [
    'RSS 2.0',
    '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><link>/</link><item><title>日仏外相会談 &amp; 夕食会</title><link>/a.html#top</link><pubDate>Thu, 26 Nov 2026 00:00:00 GMT</pubDate></item><item><title>b</title><guid>https://mofa.example/b</guid></item><item><title>c</title><guid isPermaLink="false">17</guid></item></channel></rss>',
    [
      { url: 'https://mofa.example/a.html', title: '日仏外相会談 & 夕食会', stamp: 'Thu, 26 Nov 2026 00:00:00 GMT' },
      { url: 'https://mofa.example/b', title: 'b' },
      { url: BASE, title: 'c' },
    ].slice(0, 2),
  ],
  [
    'Atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title type="html"><![CDATA[日仏<b>外相</b>会談]]></title><link rel="edit" href="/edit"/><link href="a.html"/><updated>2026-11-26T00:00:00Z</updated><published>2026-11-25T00:00:00Z</published></entry></feed>',
    [{ url: 'https://mofa.example/news/a.html', title: '日仏外相会談', stamp: '2026-11-26T00:00:00Z' }],
  ],
  [
    'RDF',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>x</title></channel><item><title>会談</title><link>https://mofa.example/a</link><dc:date>2026-11-26</dc:date></item></rdf:RDF>',
    [{ url: 'https://mofa.example/a', title: '会談', stamp: '2026-11-26' }],
  ],
  [
    'a page of links, each once with its longest words',
    '<!doctype html><body><a href="a.html"><img></a><a href="a.html">日仏外相<br>会談</a><a href="javascript:x()">js</a><a href="mailto:x@example.org">m</a><a href="https://[">bad</a></body>',
    [{ url: 'https://mofa.example/news/a.html', title: '日仏外相会談' }],
  ],
];
test.each(rows)('%s', async (_, words, items) => {
  expect((await offers(words))?.items).toEqual(items);
});

test('a feed in an encoding that only its first line tells', async () => {
  const bytes = Uint8Array.from(
    '<?xml version="1.0" encoding="Shift_JIS"?><rss><channel><item><title>\u0089\u00ef\u0092k</title><link>/a</link></item></channel></rss>',
    (sign) => sign.charCodeAt(0),
  );
  expect((await offers(bytes))?.items[0]?.title).toBe('会談');
});

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]><rss><channel><item><title>&a11;</title><link>/a</link></item></channel></rss>`;
test.each([
  ['entities that multiply', LAUGHS],
  ['elements without end', '<rss>'.repeat(100_000)],
  ['a text', '会談'],
  ['another XML', '<?xml version="1.0"?><svg/>'],
  ['nothing', ''],
  ['a cut feed', '<rss><channel><item><title>x'],
])('%s is no feed, and costs nothing', async (_, words) => {
  expect((await offers(words))?.items ?? []).toEqual([]);
});
