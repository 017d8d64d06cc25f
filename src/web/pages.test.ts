/** What only a browser shows: that pages ask nothing of the network, stand without their script, and can be used by all. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testVoice } from '../language/test-voice.ts';
import { makeFixture } from '../publishing/fixture.ts';
import { toHtml } from '../publishing/html.ts';
import { openServer, type Server } from '../server.ts';
import { testArchive } from './test-archive.ts';
import { noBrowser, openBrowser } from './test-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pages of one file, as they are exported. */
const ALONE: Record<string, string> = Object.fromEntries(['ja', 'en'].map((code) => [`/${code}/alone`, toHtml(makeFixture(), testVoice(code))]));
/** Every kind of page. READOUT and STATEMENT stand for ids of the archive. */
const PAGES = [
  '',
  '?on=2011-01-20',
  'readouts',
  'relations',
  'readouts/READOUT',
  'readouts/READOUT?correct=statement&id=STATEMENT',
  'readouts/READOUT?correct=words',
  'readouts/READOUT?correct=talks&id=TALKS',
  'readouts/READOUT?correct=date&id=DATE',
  'readouts/READOUT/versions',
  'readouts/READOUT/cite?s=STATEMENT',
  'relations/JP-RU?on=2011-01-20',
  'relations/JP-RU/wording?q=受入れ可能な解決策',
  'relations/JP-RU/positions?topic=territory',
  'wording',
  'ledger?dyad=JP-RU&on=2011-01-20',
  'ledger?kind=visit',
  'clock/JP-RU?on=2011-01-20',
  'relations/JP-RU/brief?before=2011-02-11',
  'search?q=領土',
  'search?q=ない言葉&side=own',
  'people',
  'people/PERSON',
  'topics',
  'topics/territory',
  'instruments',
  'instruments/TREATY',
  'mechanisms',
  'mechanisms/FORUM',
  'compare?before=READOUT&after=LATER',
  'accounts?first=READOUT&other=LATER',
  'accounts',
  'accounts?dyad=JP-RU',
  'relations/JP-RU/contradictions',
  'relations/FR-JP/contradictions',
  'readouts/READOUT/points',
  'review',
  'corrections',
  'help',
  'settings',
  'absent',
];
/** Waits until words of script hold on a page. Each look is a call of its own: the page's policy lets nothing be compiled in it between two. */
const until = (page: { evaluate(words: string): Promise<unknown> }, words: string) =>
  expect.poll(() => page.evaluate(words), { timeout: 15_000 }).toBeTruthy();

const TEXT =
  '日英外相会談(概要)\n\n平成30年5月9日\n\n1 二国間関係\n\n(1)甲野外務大臣は、スミス英国外務大臣と会談し、両外相は、漁業分野で協力することで一致した。\n(2)甲野外務大臣から、拉致問題について理解を求めた。\n';
const DOUBTFUL =
  '日英外相会談(概要)\n\n平成30年5月10日\n\n 5月10日、甲野外務大臣は、訪日中のスミス英国外務大臣と会談した。\n\n1 二国間関係\n\n(1)漁業協定の早期署名への期待を表明した。\n(2)観光について理解を求めた。\n(3)両外相は、次官級協議を続けていくことで一致した。\n';

/** Two readouts that tell the signature of one treaty on two days. */
const CONTRARY = [3, 13].map(
  (day) =>
    `日仏外相会談(概要)\n\n20${20 + day}年6月9日\n\n 6月9日、甲野外務大臣は、デュボワ仏外務大臣と会談した。\n\n1 両外相は、2012年4月${day}日に署名した日仏漁業協定の重要性を確認した。\n`,
);

describe.skipIf(noBrowser)(
  'in Chromium',
  () => {
    let browser: Awaited<ReturnType<typeof openBrowser>>;
    let server: Server;
    const names: Record<string, string> = {};
    beforeAll(async () => {
      const site = await testArchive('2010-11-13-ru', '2009-', '2012-0', '2013-11-02');
      for (const text of CONTRARY) expect((await site.send('/ja/add', { words: text })).status).toBeLessThan(400);
      server = await openServer({ archive: site.archive, port: 0 });
      names.READOUT = site.added.find(({ name }) => name.includes('2010-11-13-ru-foreign'))?.id ?? '';
      names.LATER = site.added.find(({ name }) => name.includes('2012-09-08'))?.id ?? '';
      const record = (await (await fetch(`${server.address}ja/readouts/${names.READOUT}/record.json`)).json()) as {
        statements: { id: string }[];
        talks: { id: string }[];
        dates: { span: number[] }[];
      };
      names.STATEMENT = record.statements[5]?.id ?? '';
      names.TALKS = record.talks[0]?.id ?? '';
      names.DATE = record.dates[1]?.span.join('-') ?? '';
      names.PERSON = (await site.archive.entities({ kind: 'person', limit: 1 })).items[0]?.id ?? '';
      names.TREATY = (await site.archive.entities({ kind: 'instrument', limit: 1 })).items[0]?.id ?? '';
      names.FORUM = (await site.archive.entities({ kind: 'mechanism', limit: 1 })).items[0]?.id ?? '';
      browser = await openBrowser();
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    async function open(path: string, options: { width?: number; dark?: boolean; script?: boolean } = {}) {
      const context = await browser.newContext({
        viewport: { width: options.width ?? 1280, height: 900 },
        colorScheme: options.dark ? 'dark' : 'light',
        javaScriptEnabled: options.script ?? true,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const asked: string[] = [];
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && !message.text().includes('404') && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('request', (request) => asked.push(request.url()));
      const alone = ALONE[path];
      if (alone) await page.route('http://memcon.test/**', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: alone }));
      await page.goto(alone ? `http://memcon.test${path}` : server.address + path.slice(1).replace(/[A-Z]{5,}/g, (name) => names[name] ?? name));
      return { page, asked, errors, close: () => context.close() };
    }

    const paths = [...Object.keys(ALONE), ...['ja', 'en'].flatMap((code) => PAGES.map((page) => `/${code}/${page}`))];
    // Themes differ in colours alone, so dark is asked for contrast only.
    const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const CONTRAST = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
    const VIEWS = [
      [1280, 'light', ALL],
      [390, 'light', ALL],
      [390, 'dark', CONTRAST],
      [1280, 'dark', CONTRAST],
    ] as const;
    test.each(paths)('axe finds nothing on %s, wide and narrow, light and dark', async (path) => {
      const { page, asked, errors, close } = await open(path);
      expect(errors).toEqual([]);
      expect(asked.filter((url) => !url.startsWith(server.address) && !url.startsWith('http://memcon.test/'))).toEqual([]);
      for (const [width, theme, tags] of VIEWS) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: theme });
        await page.evaluate(axe);
        const found = await page.evaluate(async (runOnly) => {
          const run = (
            globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
          ).axe.run;
          const { violations } = await run({ runOnly });
          return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
        }, tags);
        expect(found, `${width} ${theme}`).toEqual([]);
      }
      await close();
    });

    test.each(paths)('%s does not scroll sideways at 320 px, nor with text of 200 %%', async (path) => {
      const { page, close } = await open(path, { width: 320 });
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      // Nor does it with text twice as large as it is made.
      await page.setViewportSize({ width: 700, height: 900 });
      await page.evaluate("document.documentElement.style.fontSize = '187.5%'");
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(700);
      await close();
    });

    test.each([
      '',
      'readouts',
      'relations',
      'readouts/READOUT',
      'search?q=領土',
      'people',
      'people/PERSON',
      'topics',
      'topics/territory',
      'instruments/TREATY',
      'review',
    ])('the twin of %s is the same as data', async (path) => {
      const { page, close } = await open(`/ja/${path}`);
      const twin = await page.getAttribute('link[rel=alternate][type="application/json"]', 'href');
      const answer = await page.request.get(new URL(twin as string, server.address).href);
      expect(answer.status()).toBe(200);
      expect(Object.keys((await answer.json()) as object).length).toBeGreaterThan(0);
      await close();
    });

    test('a page is cited from its head: the forms open at its foot, and one is copied', async () => {
      const { page, close } = await open('/en/?on=2011-01-20');
      expect(await page.isVisible('#cite')).toBe(false);
      await page.click('.head .buttons a[href="#cite"]');
      expect(await page.isVisible('#cite')).toBe(true);
      await page.click('#cite button');
      await page.waitForSelector('.said-so:not(:empty)');
      await close();
    });

    test.each([
      ['a phone', 390, 'screen'],
      ['a desk', 1280, 'screen'],
      ['paper', 660, 'print'],
    ] as const)('the strip shows each stretch by its weight on %s', async (_, width, media) => {
      const { page, close } = await open('/ja/alone', { width });
      await page.emulateMedia({ media });
      const widths = await page.evaluate<number[]>("[...document.querySelectorAll('.strips a')].map((each) => each.getBoundingClientRect().width)");
      expect(widths.length).toBeGreaterThan(2);
      expect(Math.min(...widths)).toBeGreaterThan(24);
      expect(Math.max(...widths) / Math.min(...widths)).toBeGreaterThan(1.4);
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

    test('the marks can be taken off the text, with and without script; the words stay', async () => {
      for (const script of [true, false]) {
        const { page, close } = await open('/ja/alone', { script });
        const line = () => page.evaluate<string>("getComputedStyle(document.querySelector('.src .w')).textDecorationLine");
        const words = await page.textContent('.src');
        if (script) expect(await line()).toBe('underline');
        await page.uncheck('.aid-marks');
        if (script) expect(await line()).toBe('none');
        await page.check('.aid-who');
        // The speaker is said by the style alone, so that no copy has it.
        if (script)
          expect(await page.evaluate("getComputedStyle(document.querySelector('.src .w[data-who]'), '::before').content")).toMatch(/日本|双方|日露/);
        expect(await page.textContent('.src')).toBe(words);
        await close();
      }
    });

    test('the strip says which section is in view', async () => {
      const { page, close } = await open('/ja/readouts/READOUT');
      expect(await page.locator('.strips a.here').count()).toBe(0);
      await page.locator('#part-3').evaluate((part) => part.scrollIntoView());
      await page.waitForSelector('.strips a.here[href="#part-3"]');
      await close();
    });

    test('the form of a correction opens below the row of its statement, which it lights', async () => {
      const { page, close } = await open('/ja/readouts/READOUT');
      const row = page.locator('.row').nth(6);
      await row.locator('.chip').click();
      await row.locator('[data-correct]').click();
      const id = (await page.locator('.row:has(.correct)').getAttribute('data-s')) as string;
      expect(page.url()).toMatch(new RegExp(`#s-${id}$`));
      expect(await page.isVisible(`#s-${id} .correct [name=why]`)).toBe(true);
      expect(await page.getAttribute(`#w-${id}`, 'class')).toContain('lit');
      await close();
    });

    test('a citation is copied', async () => {
      const { page, close } = await open('/ja/alone');
      await page.click('#s-s-06 .chip');
      await page.click('#s-s-06 button[data-copy]');
      await page.waitForSelector('.said-so:not(:empty)');
      expect(await page.textContent('.said-so')).toBe('コピーしました');
      expect(await page.getAttribute('#s-s-06 button', 'data-copy')).toMatch(
        /^「ソコロフ外相はこれに賛同した」『日露外相会談\(概要\)』2020年4月9日、1\(2\)、(https?:|sha256 )/,
      );
      await close();
    });

    test('a file that is dropped is read, opened, followed to its source, corrected, put right again and found by two characters', async () => {
      const { page, errors, close } = await open('/ja/');
      await page.evaluate(`{
        const data = new DataTransfer();
        data.items.add(new File([${JSON.stringify(TEXT)}], '概要.txt', { type: 'text/plain' }));
        document.querySelector('#add').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
      }`);
      await page.waitForURL(/readouts\/d-/);
      expect(await page.textContent('h1')).toBe('日英外相会談(概要)');
      const row = page.locator('.row', { hasText: '拉致問題' });
      await row.locator('.chip').click();
      const id = await row.getAttribute('data-s');
      expect(await page.textContent(`#w-${id}`)).toContain('拉致問題について理解を求めた');
      await row.locator('[data-correct]').click();
      await page.selectOption('#act', 'raise');
      await page.fill('#who-correct', '乙川');
      await page.fill('#why-correct', '提起である');
      await page.click('.correct button[type=submit]');
      await page.waitForURL((url) => !url.search.includes('correct') && url.hash === `#s-${id}`);
      expect(await page.textContent(`#s-${id} .chip`)).toBe('提起');
      await page.click('.corrections summary');
      await page.fill('.corrections [name=why]', '要請でよい');
      await page.click('.corrections button[type=submit]');
      await page.waitForURL(/#corrections-title$/);
      expect(await page.textContent(`#s-${id} .chip`)).toBe('要請');
      await page.keyboard.press('/');
      await page.keyboard.type('拉致');
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\?q=/);
      expect(await page.textContent('.hit mark')).toBe('拉致');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.click('.cited a.button');
      await page.waitForURL((url) => url.hash === `#s-${id}`);
      expect(errors).toEqual([]);
      await close();
    });

    test('a folder that is chosen is read file by file, with three figures; what cannot be read is told, and the rest is in', async () => {
      const { mkdtemp, mkdir, writeFile } = await import('node:fs/promises');
      const { tmpdir } = await import('node:os');
      const folder = await mkdtemp(`${tmpdir()}/memcon-folder-`);
      await mkdir(`${folder}/2018`);
      const call = (n: number) => TEXT.replace('平成30年5月9日', `平成30年5月1${n}日`).replace('外相会談', '外相電話会談');
      await Promise.all([
        writeFile(`${folder}/2018/a.txt`, call(1)),
        writeFile(`${folder}/2018/b.txt`, call(2)),
        writeFile(`${folder}/note.bin`, 'x'),
        writeFile(`${folder}/sheet.xlsx`, 'x'),
      ]);
      const { page, errors, close } = await open('/ja/');
      expect(await page.isVisible('.drop > button')).toBe(false);
      await page.setInputFiles('#folder', folder);
      await until(page, "document.querySelector('.progress b')?.textContent === '終わりました'");
      // What is no text is left out of a folder, as the command leaves it out.
      expect(await page.locator('.progress ul:not(.passed) li').count()).toBe(2);
      expect(await page.textContent('.progress .passed')).toMatch(/1件は.*\.xlsx/);
      expect(await page.textContent('.progress [role=status]')).toMatch(/2/);
      await page.setInputFiles('#folder', folder);
      await until(page, "/既に/.test(document.querySelector('.progress ul:not(.passed) li')?.textContent ?? '')");
      await page.locator('.progress li a').first().click();
      await page.waitForURL(/readouts\/d-/);
      expect(await page.textContent('h1')).toBe('日英外相電話会談(概要)');
      expect(errors).toEqual([]);
      await close();
    });

    test('a text that is pasted is read, with script and without; a folder is dropped whole', async () => {
      for (const script of [true, false]) {
        const { page, close } = await open('/en/', { script });
        await page.click('.drop summary');
        await page.fill('#words', TEXT.replace('漁業分野', script ? '農業分野' : '林業分野'));
        await page.click('.drop > button');
        await page.waitForURL(/readouts\/d-/);
        expect(await page.locator('.row').count()).toBeGreaterThan(1);
        await close();
      }
      const { page, close } = await open('/en/');
      await page.evaluate(`{
        const file = (name, words) => ({ isFile: true, isDirectory: false, name, file: (done) => done(new File([words], name)) });
        const folder = (name, entries) => ({ isFile: false, isDirectory: true, name, createReader: () => ({ left: [...entries], readEntries(done) { done(this.left.splice(0, 1)); } }) });
        const tree = folder('talks', [file('c.txt', ${JSON.stringify(TEXT.replace('5月9日', '5月21日'))}), folder('old', [file('d.txt', ${JSON.stringify(TEXT.replace('5月9日', '5月22日'))}), file('e.exe', 'x')])]);
        const event = new Event('drop', { bubbles: true, cancelable: true });
        event.dataTransfer = { files: [1], items: [{ webkitGetAsEntry: () => tree }] };
        document.querySelector('#add').dispatchEvent(event);
      }`);
      await until(page, "document.querySelectorAll('.progress li').length === 2 && document.querySelector('progress').value === 2");
      await close();
    });

    test('a citation opens its sentence: the citation and the words are copied, the place opens, Esc closes it', async () => {
      const { page, errors, close } = await open('/ja/relations/JP-RU?on=2011-01-20');
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const link = page.locator('main a.cite[href*="#s-"]').first();
      const href = await link.getAttribute('href');
      await link.click();
      await page.waitForSelector('.cited q');
      const words = (await page.textContent('.cited q')) as string;
      const copied = async (nth: number) => {
        await page.locator('.cited button').nth(nth).click();
        await page.waitForSelector('.said-so:not(:empty)');
        return page.evaluate<string>('navigator.clipboard.readText()');
      };
      const citation = await copied(0);
      expect(citation).toContain(words);
      expect(citation).toContain(href?.split('#')[1]);
      expect(await copied(1)).toBe(words);
      await page.evaluate(axe);
      const found = await page.evaluate<{ id: string }[]>("axe.run('.cited').then(({ violations }) => violations.map(({ id }) => ({ id })))");
      expect(found).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.locator('.cited').count()).toBe(0);
      expect(await page.evaluate<string>('document.activeElement.getAttribute("href")')).toBe(href);
      await page.keyboard.press('Enter');
      await page.click('.cited a.button');
      await page.waitForURL((url) => url.pathname + url.hash === href);
      // Within one readout a place is a place: the citation goes there at once.
      await page.locator('.row .notes a.cite').first().click();
      expect(await page.locator('.cited').count()).toBe(0);
      expect(errors).toEqual([]);
      await close();
    });

    test('marked words of a source lead to their history in the relation, and to a search; of our own words nothing is offered', async () => {
      const { page, errors, close } = await open('/ja/readouts/READOUT');
      const mark = (selector: string) =>
        page.evaluate(
          `(() => { const at = document.createTreeWalker(document.querySelector(${JSON.stringify(selector)}), 4).nextNode(); const range = document.createRange(); range.setStart(at, 0); range.setEnd(at, 2); getSelection().removeAllRanges(); getSelection().addRange(range); return range.toString(); })()`,
        );
      const words = (await mark('.src')) as string;
      await until(page, "document.querySelectorAll('.phrase a').length === 2");
      const hrefs = (await page.evaluate(
        "[...document.querySelectorAll('.phrase a')].map((link) => new URL(link.href).pathname + '?' + new URL(link.href).searchParams.get('q'))",
      )) as string[];
      expect(hrefs).toEqual([`/ja/relations/JP-RU/wording?${words}`, `/ja/search?"${words}"`]);
      await mark('.crumbs a');
      await until(page, "document.querySelectorAll('.phrase').length === 0");
      expect(errors).toEqual([]);
      await close();
    });

    test('C copies the citation of the statement that J came to; without script a citation is a link', async () => {
      const { page, close } = await open('/en/search?q=領土');
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.keyboard.press('j');
      await page.keyboard.press('c');
      await page.waitForSelector('.said-so:not(:empty)');
      expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain('領土');
      await close();
      const plain = await open('/en/search?q=領土', { script: false });
      await plain.page.locator('.hit .cite').first().click();
      expect(plain.page.url()).toMatch(/readouts\/d-[0-9a-f]+#s-/);
      await plain.close();
    });

    test('an address that leads back to this machine is not fetched, and that is told on the form', async () => {
      const { page, close } = await open('/en/');
      await page.click('.drop summary');
      await page.fill('#address', `${server.address}en/`);
      await page.click('.drop button[type=submit]');
      expect(await page.textContent('.drop .wrong')).toContain('▲');
      expect(await page.inputValue('#address')).toBe(`${server.address}en/`);
      await close();
    });

    test('keys: all of them are told, and they can be turned off', async () => {
      const { page, close } = await open('/en/help');
      await page.keyboard.press('?');
      expect(await page.isVisible('#keys')).toBe(true);
      await page.keyboard.press('Escape');
      await page.goto(`${server.address}en/settings`);
      await page.uncheck('[name=keys]');
      await page.check('[name=theme][value=dark]');
      await page.click('main button[type=submit]');
      expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
      await page.keyboard.press('?');
      expect(await page.isVisible('#keys')).toBe(false);
      await close();
    });

    test('the list to check goes by keys: A says that it is right, and the next stands first', async () => {
      const { page, close } = await open('/ja/');
      await page.evaluate(`{
        const data = new DataTransfer();
        data.items.add(new File([${JSON.stringify(DOUBTFUL)}], '疑い.txt', { type: 'text/plain' }));
        document.querySelector('#add').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
      }`);
      await page.waitForURL(/readouts\/d-/);
      await page.goto(`${server.address}ja/review`);
      expect(await page.locator('.hit').count()).toBe(2);
      const first = await page.textContent('.hit q');
      await page.keyboard.press('j');
      await page.keyboard.press('a');
      // Nobody has signed yet: the field for the name comes first.
      await page.keyboard.type('丙川');
      await page.keyboard.press('Enter');
      await page.waitForURL(/review#first$/);
      expect(await page.locator('.hit').count()).toBe(1);
      expect(await page.textContent('.hit q')).not.toBe(first);
      expect(await page.locator('.hit.at').count()).toBe(1);
      await page.keyboard.press('a');
      await until(page, 'document.querySelectorAll(".hit").length === 0');
      await close();
    });

    test('[ and ] turn to earlier and later talks; J opens the next statement', async () => {
      const { page, close } = await open('/ja/readouts/READOUT');
      const first = page.url();
      await page.keyboard.press('j');
      expect(await page.locator('.row.open').count()).toBe(1);
      await page.keyboard.press('[');
      await page.waitForURL((url) => url.href.split('#')[0] !== first);
      await page.keyboard.press(']');
      await page.waitForURL(first);
      await close();
    });

    test('on paper citations are numbers with a list of places; each sheet has its number and the day', async () => {
      const { page, close } = await open('/en/search?q=領土&on=2011-01-20');
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const { extractText } = await import('unpdf');
      const { text, totalPages } = await extractText(new Uint8Array(pdf), { mergePages: false });
      expect(totalPages).toBeGreaterThan(1);
      text.forEach((sheet, i) => {
        expect(sheet).toContain('As of 20 Jan 2011');
        expect(sheet.replace(/\s/g, '')).toContain(`${i + 1}/${totalPages}`);
      });
      const list = await page.evaluate<string[]>("[...document.querySelectorAll('#sources li')].map((each) => each.textContent)");
      expect(list.length).toBe(await page.locator('main .hit').count());
      expect(list[0]).toMatch(/^\d+ \w+ \d{4} \d.* .*領土/);
      await close();
    });

    test('the language is switched in place', async () => {
      const { page, close } = await open('/ja/search?q=領土&side=joint');
      await page.click('.top .lang a[hreflang=en]');
      expect(decodeURI(page.url())).toMatch(/\/en\/search\?q=領土&side=joint$/);
      await close();
    });
  },
  60_000,
);
