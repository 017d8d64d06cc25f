/** What only a browser shows: that pages ask nothing of the network, stand without their script, and can be used by all. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testVoice } from '../language/test-voice.ts';
import { makeFixture } from '../publishing/fixture.ts';
import { toHtml } from '../publishing/html.ts';
import { homePage } from './home.ts';
import { noBrowser, openBrowser } from './test-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const reading = makeFixture();
const links = (code: string) => ({ home: `/${code}/`, languages: [{ code: code === 'ja' ? 'en' : 'ja', name: 'x', href: '/x/' }], atHome: true });
const PAGES: Record<string, string> = {};
for (const code of ['ja', 'en']) {
  const voice = testVoice(code);
  PAGES[`/${code}/readout`] = toHtml(reading, voice, { links: links(code) });
  PAGES[`/${code}/alone`] = toHtml(reading, voice);
  PAGES[`/${code}/home`] = homePage({ samples: [{ slug: 'a', reading }], voice, links: links(code), limit: '5 MB' });
}

describe.skipIf(noBrowser)(
  'in Chromium',
  () => {
    let browser: Awaited<ReturnType<typeof openBrowser>>;
    beforeAll(async () => {
      browser = await openBrowser();
    }, 60_000);
    afterAll(() => browser?.close());

    async function open(path: string, options: { width?: number; dark?: boolean; script?: boolean } = {}) {
      const context = await browser.newContext({
        viewport: { width: options.width ?? 1280, height: 900 },
        colorScheme: options.dark ? 'dark' : 'light',
        javaScriptEnabled: options.script ?? true,
      });
      const page = await context.newPage();
      const asked: string[] = [];
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.route('**/*', (route) => {
        asked.push(route.request().url());
        const body = PAGES[new URL(route.request().url()).pathname];
        return body ? route.fulfill({ contentType: 'text/html; charset=utf-8', body }) : route.fulfill({ status: 404, body: '' });
      });
      await page.goto(`http://memcon.test${path}`);
      return { page, asked, errors, close: () => context.close() };
    }

    const views = Object.keys(PAGES).flatMap((path) => [390, 1280].flatMap((width) => [false, true].map((dark) => [path, width, dark] as const)));
    test.each(views)('axe finds nothing on %s at %i px, dark %s', async (path, width, dark) => {
      const { page, asked, errors, close } = await open(path, { width, dark });
      expect(errors).toEqual([]);
      expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([`http://memcon.test${path}`]);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const run = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } })
          .axe.run;
        const { violations } = await run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
        return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
      });
      expect(found).toEqual([]);
      await close();
    });

    test.each(Object.keys(PAGES))('%s does not scroll sideways at 320 px', async (path) => {
      const { page, close } = await open(path, { width: 320 });
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      await close();
    });

    test('without script, words lead to their row, which opens, and back', async () => {
      const { page, close } = await open('/ja/alone', { script: false });
      await page.click('#w-s-08');
      expect(page.url()).toMatch(/#s-s-08$/);
      expect(await page.isVisible('#s-s-08 .fields')).toBe(true);
      expect(await page.isVisible('#s-s-07 .fields')).toBe(false);
      await page.click('#s-s-08 .place');
      expect(page.url()).toMatch(/#w-s-08$/);
      await close();
    });

    test('with script, a row lights its words, and words open their row', async () => {
      const { page, close } = await open('/ja/alone');
      await page.hover('#s-s-06');
      expect(await page.getAttribute('#w-s-06', 'class')).toContain('lit');
      expect(await page.getAttribute('.wire path', 'd')).not.toBe('');
      await page.click('#w-s-08');
      expect(await page.isVisible('#s-s-08 .fields')).toBe(true);
      expect(await page.getAttribute('#s-s-08 .chip', 'aria-expanded')).toBe('true');
      await page.keyboard.press('Escape');
      expect(await page.isVisible('#s-s-08 .fields')).toBe(false);
      await page.keyboard.press('j');
      expect(await page.isVisible('#s-s-01 .fields')).toBe(true);
      await close();
    });

    test('a citation is copied', async () => {
      const { page, close } = await open('/ja/alone');
      await page.click('#s-s-06 .chip');
      await page.click('#s-s-06 button[data-copy]');
      await page.waitForSelector('.said-so:not(:empty)');
      expect(await page.textContent('.said-so')).toBe('コピーしました');
      expect(await page.getAttribute('#s-s-06 button', 'data-copy')).toBe('「ソコロフ外相はこれに賛同した」 『日露外相会談(概要)』 2020-04-09, 1(2)');
      await close();
    });
  },
  60_000,
);
