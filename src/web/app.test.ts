import { describe, expect, test } from 'vitest';
import { makeApp } from './app.ts';

const app = makeApp();
const HOST = { host: '127.0.0.1:4870' };
const ask = (path: string, init: RequestInit = {}) =>
  app.request(`http://127.0.0.1:4870${path}`, { ...init, headers: { ...HOST, ...(init.headers as Record<string, string>) } });
const form = (fields: Record<string, string | Blob>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return body;
};
const WORDS = '日英外相会談(概要)\n\n平成30年5月9日\n\n 5月9日、甲野外務大臣は、スミス英国外務大臣と会談し、両外相は協力することで一致した。\n';

describe('pages', () => {
  const rows: [path: string, status: number, words: RegExp][] = [
    ['/ja/', 200, /<h1>会談の記録<\/h1>/],
    ['/en/', 200, /<h1>The record of talks<\/h1>/],
    ['/ja/samples/2012-01-28-ru-foreign-ministers', 200, /玄葉/],
    ['/en/samples/2012-01-28-ru-foreign-ministers', 200, /<dt>Present<\/dt>/],
    ['/fr/', 404, /no such page/],
    ['/ja/samples/..%2f..%2fpackage', 404, /このページはありません/],
    ['/ja/samples/absent', 404, /このページはありません/],
    ['/wp-admin', 404, /no such page/],
  ];
  test.each(rows)('%s %i', async (path, status, words) => {
    const response = await ask(path, { headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(words);
  });

  test('the first page is in the language of the browser', async () => {
    expect((await ask('/', { headers: { 'accept-language': 'ja,en;q=0.5' } })).headers.get('location')).toBe('/ja/');
    expect((await ask('/', { headers: { 'accept-language': 'fr' } })).headers.get('location')).toBe('/en/');
  });

  test('every page has the headers that keep it to itself', async () => {
    for (const path of ['/ja/', '/absent']) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });
});

describe("a document of one's own", () => {
  test('pasted', async () => {
    const response = await ask('/ja/read', { method: 'POST', body: form({ words: WORDS }) });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<h1 class="title" lang="ja">日英外相会談(概要)</h1>');
  });

  test('as a file, in another encoding', async () => {
    const { default: Encoding } = await import('encoding-japanese');
    const bytes = new Uint8Array(Encoding.convert(Encoding.stringToCode(WORDS), { to: 'SJIS', from: 'UNICODE' }));
    const response = await ask('/ja/read', { method: 'POST', body: form({ file: new File([bytes], '概要.txt') }) });
    expect(await response.text()).toContain('甲野外務大臣');
  });

  test('as a file of markup, of which nothing runs', async () => {
    const file = new File([`<h1>日英外相会談</h1><script>alert(1)</script><img src=x onerror=alert(2)><p>${WORDS}</p>`], 'a.html', {
      type: 'text/html',
    });
    const page = await (await ask('/ja/read', { method: 'POST', body: form({ file }) })).text();
    expect(page).not.toContain('alert(2)>');
    expect(page.match(/<script>/g)?.length).toBe(1);
  });

  const wrong: [what: string, fields: Record<string, string>, status: number, words: RegExp][] = [
    ['nothing', {}, 422, /本文もファイルもありません/],
    ['only spaces', { words: ' \n ' }, 422, /本文もファイルもありません/],
    ['no date', { words: WORDS, published: '昨日' }, 422, /「昨日」は日付ではありません/],
    ['too much', { words: 'あ'.repeat(2_000_000) }, 413, /文書が大きすぎます.*5 MB/s],
  ];
  test.each(wrong)('%s is told', async (_, fields, status, words) => {
    const body = form(fields);
    const raw = new Response(body);
    const bytes = await raw.arrayBuffer();
    const response = await ask('/ja/read', {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': raw.headers.get('content-type') as string, 'content-length': String(bytes.byteLength) },
    });
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(words);
  });

  test('what was entered stays', async () => {
    const response = await ask('/ja/read', { method: 'POST', body: form({ words: '一</textarea><b>', published: 'x' }) });
    expect(await response.text()).toContain('一&lt;/textarea&gt;&lt;b&gt;</textarea>');
  });
});

describe('only this machine, only our own form', () => {
  const rows: [headers: Record<string, string>, status: number][] = [
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'http://127.0.0.1:4870' }, 200],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 200],
  ];
  test.each(rows)('%j %i', async (headers, status) => {
    expect((await ask('/ja/read', { method: 'POST', body: form({ words: WORDS }), headers })).status).toBe(status);
  });
  test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:4870'])('a request under the name %s is refused', async (host) => {
    const response = await app.request(`http://${host}/ja/`, { headers: { host } });
    expect(response.status).toBe(421);
  });
});
