/** What someone who means ill may send, through all doors at once, over a real archive. Nothing of it runs, leaves its place or stops the server. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from './desk/archive.ts';
import { loadVoice } from './desk/languages.ts';
import { joinDoors } from './server.ts';

const HOST = '127.0.0.1:4870';
const BROWSER = { host: HOST, 'sec-fetch-site': 'same-origin' };
let folder = '';
let app: Hono;
const reported: unknown[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'memcon-attacks-'));
  const archive = await openArchive(join(folder, 'a.memcon'), await loadVoice(), { create: true });
  const network = {
    resolve: async () => ['127.0.0.1'],
    connect: () => {
      throw new Error('a connection was opened');
    },
    deadline: (milliseconds: number) => AbortSignal.timeout(milliseconds),
  };
  const sign = (who = 'tester') => ({ who, when: '2020-01-02T03:04:05.000Z' });
  app = joinDoors({ host: '127.0.0.1' }, { archive, network, sign, report: (error) => reported.push(error) });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (path: string, init: RequestInit = {}) =>
  Promise.resolve(app.request(`http://${HOST}${path}`, { ...init, headers: { ...BROWSER, ...(init.headers as Record<string, string>) } }));
const send = (path: string, body: object, method = 'POST') =>
  ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const upload = async (...files: File[]) => {
  const body = new FormData();
  for (const file of files) body.append('file', file);
  const response = await ask('/api/v1/documents', { method: 'POST', body });
  return {
    status: response.status,
    items: ((await response.json()) as { items: { id: string; name: string; errors: string[]; statements: number }[] }).items,
  };
};

interface Element {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Element[];
  readonly content?: Element;
}

/** What could run, load or lead away on a page. */
function dangers(page: string, own: RegExp): string[] {
  const found: string[] = [];
  const walk = (node: Element) => {
    const attrs = node.attrs ?? [];
    const value = (name: string) => attrs.find((each) => each.name === name)?.value;
    if (['iframe', 'object', 'embed', 'base', 'applet', 'img', 'audio', 'video', 'math', 'frame'].includes(node.nodeName)) found.push(node.nodeName);
    if (node.nodeName === 'script' && !own.test(value('src') ?? '')) found.push(`script ${value('src') ?? 'inline'}`);
    if (node.nodeName === 'meta' && /refresh/i.test(value('http-equiv') ?? '')) found.push('refresh');
    for (const { name, value } of attrs) {
      if (/^on/i.test(name)) found.push(`${node.nodeName} ${name}`);
      if (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name) && !/^(?:[/#?]|https?:\/\/|data:,)/.test(value) && value !== '')
        found.push(`${node.nodeName} ${name}=${value}`);
    }
    for (const child of [...(node.childNodes ?? []), ...(node.content ? [node.content] : [])]) walk(child);
  };
  walk(parse(page) as unknown as Element);
  return found;
}

test('dangers are seen where there are some', () => {
  const page =
    '<p onclick=x><script>1</script><script src=/assets/a.js></script><a href="javascript:1">a</a><img src=x><meta http-equiv=Refresh content=0>';
  expect(dangers(page, /^\/assets\//)).toEqual(['p onclick', 'script inline', 'a href=javascript:1', 'img', 'img src=x', 'refresh']);
});

const SCRIPT = '<script>alert(1)</script>';
const EVIL = `"'><img src=x onerror=alert(2)><svg onload=alert(3)></textarea></title></style>${SCRIPT}<!--{{7*7}}\u202e`;

describe('script in what is kept', () => {
  let pages: { path: string; page: string; headers: Headers }[] = [];
  let id = '';
  beforeAll(async () => {
    const words = `日英外相会談(${SCRIPT}概要)\n\n平成30年5月9日\n\n 5月9日、甲野外務大臣は、訪日中のスミス英国外務大臣と会談した。\n\n1 二国間関係 ${EVIL}\n\n(1)両外相は、${SCRIPT}次官級協議を続けていくことで一致した。\n(2)甲野大臣から、来年英国を訪問したい旨述べた。\n(3)両外相は、「${EVIL}」を確認した。\n`;
    const html = `<!doctype html><title>${EVIL}</title><h1>日英外相電話会談<img src=x onerror=alert(4)></h1><iframe src="javascript:alert(5)"></iframe>${SCRIPT}<p onclick="alert(6)">平成30年5月9日、甲野外務大臣は、スミス英国外務大臣と電話会談を行い、両外相は、&lt;script&gt;alert(7)&lt;/script&gt;協力することで一致した。</p><base href="http://evil.example/">`;
    const { items } = await upload(new File([words], `${EVIL}.txt`), new File([html], `../../${SCRIPT}.html`));
    id = items[0]?.id as string;
    const { statements } = (await (await ask(`/api/v1/records/${id}`)).json()) as { statements: { id: string }[] };
    for (const change of [
      { set: 'speakers', speakers: [{ party: 'JP', person: EVIL }], mode: 'one' },
      { set: 'act', act: 'confirm' },
    ])
      expect(
        (await send(`/api/v1/documents/${id}/corrections`, { on: { of: 'statement', id: statements[0]?.id }, change, who: SCRIPT, why: EVIL }))
          .status,
      ).toBe(201);
    const { talks } = (await (await ask(`/api/v1/records/${id}`)).json()) as { talks: { id: string }[] };
    const facts = { set: 'talks', occasion: EVIL, place: { name: SCRIPT } };
    expect(
      (await send(`/api/v1/documents/${id}/corrections`, { on: { of: 'talks', id: talks[0]?.id }, change: facts, who: EVIL, why: SCRIPT })).status,
    ).toBe(201);
    pages = await crawl([
      '/ja/',
      '/en/',
      `/en/readouts/${id}`,
      `/ja/readouts?words=${encodeURIComponent(EVIL)}`,
      `/ja/search?q=${encodeURIComponent(EVIL)}`,
      `/nonsense/${encodeURIComponent(EVIL)}`,
      '/api/v1/',
    ]);
  }, 120_000);

  /** Every page that can be reached, as a person may. */
  async function crawl(from: string[]) {
    const waiting = [...from];
    const seen = new Set(waiting);
    const found: typeof pages = [];
    for (let path = waiting.shift(); path !== undefined && found.length < 250; path = waiting.shift()) {
      const response = await ask(path);
      expect(response.status, path).toBeLessThan(500);
      if (response.status >= 300 && response.status < 400) {
        waiting.push(response.headers.get('location') as string);
        continue;
      }
      if (!response.headers.get('content-type')?.includes('text/html')) continue;
      const page = await response.text();
      found.push({ path, page, headers: response.headers });
      for (const [, link = ''] of page.matchAll(/<a[^>]* href="(\/[^"#]*)/g)) {
        const next = link.replaceAll('&amp;', '&');
        if (!seen.has(next)) waiting.push(next);
        seen.add(next);
      }
    }
    return found;
  }

  test('pages are found, and they show it', () => {
    expect(pages.length).toBeGreaterThan(8);
    const readout = pages.find(({ path }) => path === `/en/readouts/${id}`)?.page ?? '';
    expect(readout).toContain('&lt;script&gt;alert(1)');
  });
  test('no page has anything that runs, loads or leads away', () => {
    for (const { path, page } of pages)
      expect({ path, found: dangers(page, /^\/assets\/[\w-]+\.js$/) }).toEqual({
        path,
        found: path.endsWith('record.html') ? ['script inline'] : [],
      });
  });
  test('no page has a policy under which it could', () => {
    for (const { path, headers } of pages) {
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toMatch(/default-src 'none'/);
      expect(policy, path).not.toMatch(/unsafe|\*|data:|http/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
  test('the one script of a page to keep is known by its digest', () => {
    const kept = pages.filter(({ path }) => path.endsWith('record.html'));
    for (const { page, headers } of kept) {
      expect(page.match(/<script/g)?.length).toBe(1);
      expect(headers.get('content-security-policy')).toMatch(/script-src 'sha256-/);
    }
  });
  test('the API gives it as data that no browser takes for a page', async () => {
    for (const path of [
      `/records/${id}`,
      `/documents/${id}`,
      '/documents',
      '/corrections',
      `/search?q=${encodeURIComponent('一致')}`,
      '/export/records',
      '/export/statements',
      `/documents/${id}/versions/1/source`,
      `/documents/${encodeURIComponent(EVIL)}`,
    ]) {
      const response = await ask(`/api/v1${path}`);
      expect(response.headers.get('content-type')).toMatch(/^(?:application\/(?:json|jsonl|problem\+json|octet-stream)|text\/csv)/);
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*sandbox/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      if (path.includes('source')) expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.!~-]+$/);
      await response.arrayBuffer();
    }
  });
});

describe('another site', () => {
  const FROM: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  ];
  const ORIGINS = ['http://evil.example', 'null', 'http://127.0.0.1:9999', 'http://localhost:4870', `http://${HOST}.evil.example`];

  test('changes nothing by any route', async () => {
    const routes = app.routes.filter(({ method }) => !['GET', 'ALL', 'HEAD'].includes(method));
    expect(routes.length).toBeGreaterThan(9);
    const before = await (await ask('/api/v1/happenings')).text();
    for (const { method, path } of routes) {
      const to = path.replace(':language', 'ja').replace(/:\w+/g, 'x');
      for (const headers of FROM) expect([to, (await ask(to, { method, headers, body: 'words=x' })).status]).toEqual([to, 403]);
      for (const origin of ORIGINS) {
        const response = await app.request(`http://${HOST}${to}`, {
          method,
          headers: { host: HOST, origin, 'content-type': 'text/plain' },
          body: '{"text":"x"}',
        });
        expect([to, origin, response.status]).toEqual([to, origin, 403]);
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
    expect(await (await ask('/api/v1/happenings')).text()).toBe(before);
  });
  test('reads nothing, but may lead a person here', async () => {
    const from = (more: object) => ask('/api/v1/documents', { headers: { 'sec-fetch-site': 'cross-site', ...more } });
    expect((await from({ 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' })).status).toBe(403);
    expect((await from({ 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' })).status).toBe(403);
    expect((await from({ 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' })).status).toBe(200);
  });
  test('under a name of its own', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:4870', '169.254.169.254'])
      for (const path of ['/', '/ja/', '/api/v1/records/x', '/assets/x.css'])
        expect((await app.request(`http://${host}${path}`, { headers: { host } })).status).toBe(421);
  });
});

describe('paths that climb', () => {
  const paths = ['..%2f', '%2e%2e/', '..%5c', '....//', '%00', '..;/', '%252e%252e%252f', '..%c0%af'].flatMap((up) =>
    ['/assets/', '/ja/', '/ja/readouts/', '/ja/samples/', '/api/v1/documents/', '/api/v1/records/', '/api/v1/persons/', '/'].map(
      (place) => `${place}${up.repeat(4)}package.json`,
    ),
  );
  test.each(paths)('%s', async (path) => {
    const response = await ask(path);
    expect([301, 302, 303, 307, 308, 400, 404]).toContain(response.status);
    expect(await response.text()).not.toMatch(/"devDependencies"|root:/);
  });
  test('names of files are names, and nothing is written beside the archive', async () => {
    const names = ['../../../escaped.txt', '..\\..\\escaped.txt', '/tmp/escaped.txt', 'C:\\escaped.txt', '..', 'CON', 'a\u0000.txt'];
    const { status, items } = await upload(...names.map((name, i) => new File([`文書${i}`], name)));
    expect(status).toBe(201);
    for (const { name } of items) expect(name).not.toMatch(/[/\\]|^\.\.?$/);
    expect(readdirSync(folder).every((name) => name.startsWith('a.memcon'))).toBe(true);
    expect(existsSync('/tmp/escaped.txt')).toBe(false);
  });
});

describe('files that grow', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
    .split('')
    .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`)
    .join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>日英外相会談 &j; &x;</p></body></html>`;
  const zip = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(4096, 0xff)]);
  const rows: [what: string, name: string, bytes: string | Buffer, error?: string][] = [
    ['entities within entities, and of files', 'laughs.xhtml', laughs],
    ['an archive', 'bomb.zip', zip, 'intake/broken'],
    ['a document that is an archive', 'bomb.docx', Buffer.concat([zip, zip]), 'intake/broken'],
    ['something packed', 'bomb.txt', gzipSync(Buffer.alloc(50 * 1024 * 1024)), 'intake/other-format'],
    ['elements in elements', 'deep.html', `<p>${'<div>'.repeat(200_000)}日英外相会談`],
    ['elements that are never closed', 'open.html', '<b><i><a href=x>'.repeat(20_000)],
    ['one attribute', 'attribute.html', `<p title="${'x'.repeat(2_000_000)}">`],
    ['brackets', 'brackets.txt', '「'.repeat(500_000)],
    ['nothing', 'empty.txt', ''],
    ['zeros', 'zeros.txt', Buffer.alloc(1_000_000)],
  ];
  test.each(rows)(
    '%s',
    async (_, name, bytes, error) => {
      const { status, items } = await upload(new File([bytes], name));
      expect([200, 201]).toContain(status);
      if (error) expect(items[0]?.errors).toContain(error);
      const { document } = (await (await ask(`/api/v1/records/${items[0]?.id}`)).json()) as { document: { text: string } };
      expect(document.text.length).toBeLessThanOrEqual(bytes.length);
      expect(document.text).not.toContain('root:');
      expect((await ask(`/ja/readouts/${items[0]?.id}`)).status).toBe(200);
    },
    60_000,
  );
});

describe('queries meant to break the search', () => {
  const QUERIES = [
    '"',
    '""',
    '"""',
    "'",
    "''; DROP TABLE document; --",
    '*',
    'a*',
    '^a',
    'a NEAR b',
    'NEAR(a b, 2)',
    'AND',
    'OR',
    'NOT',
    'a AND',
    'NOT a',
    '(',
    ')',
    '((((',
    'a:b',
    'quote:x',
    '{a b}:c',
    '-',
    '--',
    '-"',
    '-"a',
    '+a',
    'a + b',
    '%',
    '_',
    '\\',
    '\\"',
    '\u0000',
    '\ud800',
    '\uffff',
    '🙂',
    ' ',
    '　',
    'OR 1=1',
    "' OR '1'='1",
    '") OR 1=1 --',
    'a"b"c',
    '"a" "b',
    '拉致"',
    '-拉致',
    '-"拉致 問題"',
    '拉致 OR 領土',
    'a'.repeat(400),
    '拉'.repeat(400),
    '"'.repeat(399),
    '- '.repeat(200),
    '-a '.repeat(130),
    'あ '.repeat(200),
    `\${1}`,
    '{{7*7}}',
    '../..',
    '[[]]',
    '?',
    '@x',
    ':x',
    '$x',
    ';',
    'x;y',
  ];
  const places = (words: string) => {
    const q = encodeURIComponent(Buffer.from(words).toString());
    return [
      `/api/v1/search?q=${q}&count=act&count=person`,
      `/api/v1/search?q=x&act=${q}&person=${q}&year=${q}`,
      `/api/v1/search?q=x&from=${q}`,
      `/api/v1/search?cursor=${q}`,
      `/api/v1/search?without=${q}&q=x`,
      `/api/v1/documents?words=${q}`,
      `/api/v1/documents?dyad=${q}`,
      `/api/v1/documents?cursor=${q}`,
      `/api/v1/documents?language=${q}&party=${q}`,
      `/api/v1/persons?words=${q}`,
      `/api/v1/talks?person=${q}`,
      `/api/v1/commitments?to=${q}`,
      `/api/v1/happenings?document=${q}`,
      `/api/v1/corrections?who=${q}`,
      `/api/v1/export/statements?q=${q}`,
      `/ja/search?q=${q}`,
      `/ja/readouts?words=${q}`,
    ];
  };
  const ask2 = async (path: string) => {
    const response = await ask(path);
    const words = await response.text();
    expect({ path, status: response.status, words: response.status >= 500 ? words : '' }).toEqual({
      path,
      status: expect.toSatisfy((status) => [200, 400, 404].includes(status)),
      words: '',
    });
    expect(words).not.toMatch(/SQLITE|syntax error|fts5/i);
  };

  test.each(QUERIES)('%j', async (words) => {
    for (const path of places(words)) await ask2(path);
  });
  test('any string at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'"\'-*()^:+ %_\\;拉致ｱａa0　'), maxLength: 30 }), async (words) => {
        for (const path of places(words).slice(0, 6)) await ask2(path);
      }),
      { seed: 11, numRuns: 150 },
    );
  }, 120_000);
  test('nothing was lost, and nothing failed inside', async () => {
    expect(((await (await ask('/api/v1/totals')).json()) as { documents: number }).documents).toBeGreaterThan(10);
    expect(reported).toEqual([]);
  });
});

describe('addresses to fetch', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://[::1]/',
    'http://rebinding.example/',
    'file:///etc/passwd',
    'http://a@evil.example/',
  ])('%s is refused, without a connection', async (url) => {
    const response = await send('/api/v1/documents', { url });
    expect([400, 422]).toContain(response.status);
    expect(((await response.json()) as { type: string }).type).toMatch(/#fetch\/(?:not-public|bad-address)$/);
  });
});

test('fields that would change what all objects are, are unknown fields', async () => {
  for (const body of ['{"__proto__":{"polluted":1},"text":"x"}', '{"constructor":{"prototype":{"polluted":1}},"text":"x"}']) {
    const response = await ask('/api/v1/documents', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(response.status).toBe(400);
  }
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
