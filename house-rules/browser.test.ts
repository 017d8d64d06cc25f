/** The reading part has no Node in it: in a real browser it gives the same record, byte for byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { library, root } from '../scripts/bundle.ts';
import { read } from '../src/index.ts';
import { loadPack } from '../src/language/load.ts';
import { noBrowser, openBrowser } from '../src/web/test-browser.ts';

const samples = readdirSync(`${root}samples`).filter((name) => /\.(txt|html)$/.test(name));

describe.skipIf(noBrowser)('in Chromium', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Awaited<ReturnType<typeof browser.newPage>>;
  const asked: string[] = [];
  const language = loadPack(`${root}languages/ja`);

  beforeAll(async () => {
    const built = await build({ ...library, write: false });
    const files: Record<string, [type: string, body: string]> = {
      '/': ['text/html', '<!doctype html><title>Memcon</title>'],
      '/index.js': ['text/javascript', built.outputFiles?.[0]?.text ?? ''],
      '/ja.json': ['application/json', JSON.stringify(language)],
    };
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
});
