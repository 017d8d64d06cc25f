/** The reading part has no Node in it: in a real browser it gives the same record, byte for byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { library, files as opener, root } from '../scripts/bundle.ts';
import { openSource } from '../src/files.ts';
import { read } from '../src/index.ts';
import { makeDocx, p } from '../src/intake/test-docx.ts';
import { makePdf } from '../src/intake/test-pdf.ts';
import { loadPack } from '../src/language/load.ts';
import { noBrowser, openBrowser } from '../src/web/test-browser.ts';

const samples = readdirSync(`${root}samples`).filter((name) => /\.(txt|html)$/.test(name));

describe.skipIf(noBrowser)('in Chromium', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Awaited<ReturnType<typeof browser.newPage>>;
  const asked: string[] = [];
  const language = loadPack(`${root}languages/ja`);

  beforeAll(async () => {
    const [built, opening] = await Promise.all([build({ ...library, write: false }), build({ ...opener, write: false })]);
    const files: Record<string, [type: string, body: string]> = {
      '/': ['text/html', '<!doctype html><title>Memcon</title>'],
      '/index.js': ['text/javascript', built.outputFiles?.[0]?.text ?? ''],
      '/ja.json': ['application/json', JSON.stringify(language)],
    };
    for (const { path, text } of opening.outputFiles ?? []) files[`/${basename(path)}`] = ['text/javascript', text];
    browser = await openBrowser();
    page = await browser.newPage();
    await page.route('**/*', (route) => {
      const { pathname, host } = new URL(route.request().url());
      const file = host === 'memcon.test' ? files[pathname] : undefined;
      asked.push(pathname);
      return file ? route.fulfill({ contentType: `${file[0]}; charset=utf-8`, body: file[1] }) : route.fulfill({ status: 404, body: '' });
    });
    await page.goto('http://memcon.test/');
  }, 60_000);
  afterAll(() => browser?.close());

  test('there are samples', () => expect(samples.length).toBeGreaterThanOrEqual(8));

  test.each(samples)('%s', async (name) => {
    const bytes = readFileSync(`${root}samples/${name}`);
    const mediaType = name.endsWith('.html') ? 'text/html' : 'text/plain';
    // As text, so that the test runner does not put its own names into what the browser is to run.
    const there = await page.evaluate<string>(`(async () => {
      const { read } = await import('/index.js');
      const language = await (await fetch('/ja.json')).json();
      const document = Uint8Array.from(atob('${bytes.toString('base64')}'), (sign) => sign.charCodeAt(0));
      return JSON.stringify(read(document, { language, mediaType: '${mediaType}' }));
    })()`);
    expect(there).toBe(JSON.stringify(read(bytes, { language, mediaType })));
  });

  test('it asks the network for nothing but itself', () => expect([...new Set(asked)].sort()).toEqual(['/', '/index.js', '/ja.json']));

  const words = ['日独外相会談', '令和11年5月8日', '両外相は、貿易を広げることで一致した。'];
  test.each([
    ['PDF', makePdf([words.map((text, i) => ({ x: 40, y: 60 + 40 * i, text, size: 8 }))], { own: true })],
    ['DOCX', makeDocx(words.map((text) => p(text)).join(''))],
    ['a mail', new TextEncoder().encode(`From: a@example.org\r\nDate: Thu, 8 Mar 2029 12:00:00 +0900\r\nSubject: x\r\n\r\n${words.join('\r\n')}`)],
  ])('%s is opened as here', async (_, bytes) => {
    const there = await page.evaluate<string>(`(async () => {
      const { openSource } = await import('/files.js');
      return JSON.stringify(await openSource(Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (sign) => sign.charCodeAt(0))));
    })()`);
    expect(there).toBe(JSON.stringify(await openSource(bytes)));
    expect(JSON.parse(there).text).toContain('貿易');
  });
});
