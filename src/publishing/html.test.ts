import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { testVoice } from '../language/test-voice.ts';
import type { Reading } from '../record/reading.ts';
import { makeFixture } from './fixture.ts';
import { toHtml } from './html.ts';

interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

function all(page: string): Node[] {
  const out: Node[] = [];
  const walk = (node: Node) => {
    out.push(node);
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(page) as Node);
  return out;
}

const attribute = (node: Node, name: string) => node.attrs?.find((each) => each.name === name)?.value;
const words = (node: Node): string => (node.nodeName === '#text' ? (node.value as string) : (node.childNodes ?? []).map(words).join(''));

const reading = makeFixture();
const page = toHtml(reading, testVoice('ja'));

describe('links', () => {
  const nodes = all(page);
  const ids = nodes.flatMap((node) => attribute(node, 'id') ?? []);
  test('every link within the page has its place', () => {
    const targets = nodes.flatMap((node) => attribute(node, 'href') ?? []).filter((href) => href.startsWith('#'));
    expect(targets.length).toBeGreaterThan(40);
    expect(targets.filter((target) => !ids.includes(target.slice(1)))).toEqual([]);
  });
  test('an id stands once', () => expect(new Set(ids).size).toBe(ids.length));
  test('each statement has its row and its words, which are the words of its span', () => {
    for (const statement of reading.statements) {
      expect(ids).toContain(`s-${statement.id}`);
      const marked = nodes.find((node) => attribute(node, 'id') === `w-${statement.id}`) as Node;
      expect(words(marked)).toBe(statement.quote);
      expect(attribute(marked, 'href')).toBe(`#s-${statement.id}`);
    }
  });
});

test('of statements on one stretch the shorter has the line, the longer a bracket around both; the words stay as they are', () => {
  const [one, ...others] = reading.statements;
  if (!one) throw new Error('no statement');
  const [start, end] = one.span;
  const cut = (id: string, span: [number, number]) => ({ ...one, id, span, quote: reading.document.text.slice(...span) });
  // Within it, over its end, and over all of it.
  const inside = cut('s-inside', [start + 2, end - 3]);
  const crossing = cut('s-crossing', [end - 2, end + 1]);
  const whole = cut('s-whole', [start, end + 1]);
  const crowded = { ...reading, statements: [one, inside, crossing, whole, ...others] };
  const nodes = all(toHtml(crowded, testVoice('ja')));
  const marked = (id: string) => nodes.find((node) => attribute(node, 'id') === `w-${id}`) as Node;
  expect(attribute(marked('s-inside'), 'class')).toMatch(/^w /);
  for (const [id, quote] of [
    [one.id, one.quote],
    ['s-whole', whole.quote],
  ] as const) {
    expect(attribute(marked(id), 'class')).toMatch(/^long /);
    expect(words(marked(id))).toBe(quote);
  }
  const ids = nodes.flatMap((node) => attribute(node, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const each of crowded.statements) expect(ids).toContain(`w-${each.id}`);
  expect(nodes.filter((node) => attribute(node, 'class')?.startsWith('bracket')).length).toBeGreaterThan(1);
  const bare = (list: Node[]) =>
    list
      .filter((node) => attribute(node, 'class')?.split(' ').includes('src'))
      .map(words)
      .join('');
  expect(bare(nodes)).toBe(bare(all(page)));
});

test('nothing of the source is left out', () => {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const shown = all(page)
    .filter((node) => attribute(node, 'class')?.split(' ').includes('src') || attribute(node, 'class') === 'title')
    .map((node) => bare(words(node)).replace('ページの付属部分', ''))
    .join('');
  for (const line of reading.document.text.split('\n').filter(Boolean)) expect(shown).toContain(bare(line));
});

describe('safety', () => {
  const nodes = all(page);
  test('asks nothing of the network', () => {
    for (const node of nodes) {
      expect(['img', 'link', 'iframe', 'object', 'embed', 'base']).not.toContain(node.nodeName);
      expect(attribute(node, 'src')).toBeUndefined();
      expect(attribute(node, 'style')).toBeUndefined();
      for (const { name } of node.attrs ?? []) expect(name).not.toMatch(/^on/);
    }
    expect(page).not.toMatch(/url\((?!#)/);
    expect(nodes.find((node) => attribute(node, 'http-equiv') === 'Content-Security-Policy')).toBeDefined();
    expect(nodes.flatMap((node) => (node.nodeName === 'meta' ? (attribute(node, 'content') ?? []) : [])).join()).toContain(
      "default-src 'none'; style-src 'sha256-",
    );
  });

  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'); alert(1); ('",
    '</style><script>',
    '&lt;b&gt;',
    'javascript:alert(1)',
    '\u0000\ud800',
  ];
  test.each(hostile)('words of a document are only words: %j', (evil) => {
    const text = `${evil}${reading.document.text.slice(evil.length)}`;
    const spoiled = JSON.parse(JSON.stringify({ ...reading, document: { ...reading.document, text } })) as Reading;
    spoiled.document.title = { value: evil, basis: 'stated', span: [0, evil.length] };
    spoiled.document.publisher = { name: evil };
    if (spoiled.document.source) spoiled.document.source.url = evil;
    for (const statement of spoiled.statements) {
      statement.quote = evil;
      statement.rule = evil;
      statement.path = evil;
      statement.id += evil;
    }
    for (const talks of spoiled.talks) for (const person of talks.participants) person.name = evil;
    for (const commitment of spoiled.commitments) commitment.what = evil;
    for (const issue of spoiled.issues) issue.message = evil;
    const nodes = all(toHtml(spoiled, testVoice('en')));
    expect(nodes.filter((node) => node.nodeName === 'script').length).toBe(1);
    expect(nodes.filter((node) => node.nodeName === 'img').length).toBe(0);
    expect(nodes.filter((node) => attribute(node, 'href')?.startsWith('javascript:')).length).toBe(0);
  });
});

test('statements on the same words: the shorter has them, the longer the rest', () => {
  const [first] = reading.statements;
  if (!first) throw new Error('the fixture has statements');
  const inner = { ...first, id: 'inner', span: [first.span[0] + 3, first.span[0] + 8] as [number, number] };
  const nodes = all(toHtml({ ...reading, statements: [first, inner] }, testVoice('ja')));
  const marks = nodes
    .filter((node) => attribute(node, 'class')?.startsWith('w ') && node.nodeName === 'a')
    .map((node) => [attribute(node, 'data-s'), words(node).length]);
  expect(marks).toEqual([
    [first.id, 3],
    ['inner', 5],
    [first.id, first.quote.length - 8],
  ]);
});

test('a text without talks or outline is still a page', () => {
  const bare: Reading = { ...reading, talks: [], statements: [], commitments: [], instruments: [], document: { ...reading.document, outline: [] } };
  delete bare.document.title;
  const made = toHtml(bare, testVoice('en'));
  expect(made).toContain('No talks were found in this document');
  expect(made).toContain('両外相は');
});

test('a promise made to several at once leads to its place once', () => {
  const [promise] = reading.commitments;
  const said = reading.statements.find(({ id }) => id === promise?.statements[0]);
  if (!promise || !said) throw new Error('no promise');
  const again = { ...said, id: 's-again' };
  const twice = { ...reading, statements: [...reading.statements, again], commitments: [{ ...promise, statements: [said.id, again.id] }] };
  const cited = all(toHtml(twice, testVoice('ja'))).filter((node) => attribute(node, 'class') === 'cite');
  expect(cited.map((node) => attribute(node, 'href'))).not.toContain('#s-s-again');
  expect(cited.filter((node) => attribute(node, 'href') === `#s-${said.id}`).length).toBeGreaterThan(0);
});
