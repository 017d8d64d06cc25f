/** The brief in each of its formats: the same words, in what each format has for them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Brief, linesOf, wordsOf } from '../../briefing/brief.ts';
import { fitted } from '../../briefing/fitted.ts';
import { briefOf, EVERYTHING } from '../../briefing/make.ts';
import type { BriefRecord } from '../../briefing/record.ts';
import { RECORD, statement, TALKS } from '../../briefing/test-record.ts';
import { loadPack } from '../../language/load.ts';
import { makeVoice, type Voice } from '../../language/voice.ts';
import { NEVER_FIRST, NEVER_LAST } from '../columns.ts';
import { toDocx } from './docx.ts';
import { FONTS, type FontName } from './fonts.ts';
import { toBriefHtml } from './html.ts';
import { layOut, type Node, PAGE, pagesOf, type Words } from './layout.ts';
import { toBriefMarkdown } from './markdown.ts';
import { toPdf } from './pdf.ts';
import { setLine } from './set-lines.ts';

// Fonts of five megabytes are opened; a busy machine needs its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

function voiceOf(code: string): Voice {
  const { phrases } = loadPack(resolve(import.meta.dirname, '../../../languages', code));
  if (!phrases) throw new Error(`no phrases in ${code}`);
  return makeVoice(code, phrases);
}
const JA = voiceOf('ja');
const EN = voiceOf('en');

/** Many talks of much matter: more than a few pages hold. */
const LONG: BriefRecord = {
  ...RECORD,
  talks: Array.from({ length: 40 }, (_, i) => ({
    ...(TALKS[0] as (typeof TALKS)[number]),
    document: `d-${i}`,
    id: `t-${i}`,
    day: `2030-${String(12 - (i % 12)).padStart(2, '0')}-0${1 + (i % 9)}`,
    date: `2030-${String(12 - (i % 12)).padStart(2, '0')}-0${1 + (i % 9)}`,
    words: { document: `d-${i}`, path: 'lede', quote: `${i}回目の会談が行われた。` },
    statements: (['economy', 'energy', 'maritime', 'security', 'terrorism', 'disaster', 'investment'] as const).flatMap((topic, k) => [
      statement(
        `${k}(1)`,
        'joint',
        i % 2 ? 'agree' : 'confirm',
        `両外相は、[第${i}号の${k}番目の案件について、双方の立場を踏まえながら、「今後とも緊密に」協議していく]ことで一致した`,
        { topics: [topic] },
      ),
      statement(`${k}(2)`, 'own', i % 3 ? 'state' : 'concern', `甲野大臣から、[${k}番目の案件の、早期の解決が必要である]旨述べた`, {
        topics: [topic],
      }),
    ]),
  })),
};
const made = (record: BriefRecord, voice: Voice) => briefOf(record, voice, { placeOf: (path) => path });

const fonts = {} as Record<FontName, Uint8Array>;
beforeAll(() => {
  for (const name of Object.keys(FONTS) as FontName[]) fonts[name] = readFileSync(createRequire(import.meta.url).resolve(FONTS[name].file));
});
const pdfOf = (brief: Brief) => toPdf(brief, { fonts, pageWords: (n, all) => `${n} / ${all}`, creator: 'Memcon test' });

/** Words without the spaces and line ends that a layout puts in or takes out. */
const bare = (words: string) => words.replace(/\s+/g, '');

function* wordsIn(nodes: readonly Node[]): Generator<Words> {
  for (const node of nodes)
    if (node.kind === 'words') yield node;
    else if (node.kind === 'element') yield* wordsIn(node.children);
}

describe('the pages', () => {
  test.each([1, 2, 3, 5])('%i pages are asked for and kept, and filled', (pages) => {
    for (const voice of [JA, EN]) {
      const { brief } = fitted(made(LONG, voice), pages, pagesOf);
      expect(pagesOf(brief)).toBeLessThanOrEqual(pages);
      if (pages > 1) expect(pagesOf(brief)).toBeGreaterThan(pages - 0.3);
      expect(layOut(brief).pages).toBe(pages);
    }
  });

  test('nothing stands outside the margins, and nothing on top of anything else', () => {
    for (const brief of [made(LONG, JA)(EVERYTHING), made(RECORD, EN)(EVERYTHING)]) {
      const { nodes } = layOut(brief);
      const lines = [...wordsIn(nodes)];
      for (const { x, baseline, pieces } of lines) {
        const end = pieces.at(-1);
        expect(x).toBeGreaterThanOrEqual(PAGE.margin - 0.01);
        expect(x + (end ? end.x + end.width : 0)).toBeLessThanOrEqual(PAGE.width - PAGE.margin + 0.5);
        expect(baseline).toBeLessThanOrEqual(PAGE.height - PAGE.margin);
        expect(baseline).toBeGreaterThan(PAGE.margin);
      }
      const seen = new Map<string, number>();
      for (const { page, x, baseline, pieces } of lines) {
        const key = `${page} ${baseline.toFixed(1)}`;
        const at = seen.get(`${key} ${x.toFixed(1)}`);
        expect(at, `${key}: ${JSON.stringify(pieces[0])}`).toBeUndefined();
        seen.set(`${key} ${x.toFixed(1)}`, 1);
      }
    }
  });

  test('no line begins or ends with a sign that must not', () => {
    const words = '両外相は、「平和条約(案)」について、ッと、協議を行い、「早期の締結」を目指すことで一致した。1,234.5億円、ニューヨーク。';
    for (let width = 40; width < 200; width += 7) {
      const lines = setLine(
        {
          runs: [
            { kind: 'quote', words, language: 'ja' },
            { kind: 'cite', numbers: [1, 2] },
          ],
        },
        width,
        9,
      );
      for (const { pieces } of lines) {
        const [first] = pieces;
        const last = pieces.at(-1);
        if (first?.of.kind === 'text') expect(NEVER_FIRST.has(first.of.words[0] as string), first.of.words).toBe(false);
        expect(first?.of.kind).not.toBe('cite');
        if (last?.of.kind === 'text') expect(NEVER_LAST.has(last.of.words.at(-1) as string), last.of.words).toBe(false);
      }
      expect(lines.flatMap(({ pieces }) => pieces.map(({ of }) => ('words' in of && of.kind === 'text' ? of.words : ''))).join('')).toBe(words);
    }
  });

  test('a word that is longer than the line is parted, nothing is lost', () => {
    const words = 'x'.repeat(300);
    const lines = setLine({ runs: [{ kind: 'own', words }] }, 50, 9);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.flatMap(({ pieces }) => pieces.map(({ of }) => (of.kind === 'text' ? of.words : ''))).join('')).toBe(words);
  });
});

describe('PDF', () => {
  test('its text gives back every line, Japanese and Latin, and its pages are counted', async () => {
    for (const voice of [JA, EN]) {
      const brief = made(RECORD, voice)(EVERYTHING);
      const bytes = await pdfOf(brief);
      const document = await getDocumentProxy(Uint8Array.from(bytes));
      let words = '';
      for (let n = 1; n <= document.numPages; n++) {
        const content = await (await document.getPage(n)).getTextContent();
        words += content.items.map((item) => ('str' in item ? item.str : '')).join('');
      }
      expect(document.numPages).toBe(layOut(brief).pages);
      for (const { line } of linesOf(brief))
        for (const run of line.runs)
          if (run.kind === 'own' || run.kind === 'quote') for (const sign of bare(run.words)) expect(bare(words)).toContain(sign);
      // Short words stand on one line, so they are found whole.
      for (const each of ['甲野', '日英漁業協定', '次官級協議', voice.label('briefGlance'), voice.label('briefQuestions')])
        expect(bare(words)).toContain(bare(each));
      expect(words).toContain(`1 / ${document.numPages}`);
    }
  });

  test('it is tagged, has a title, a language and an outline, and headings in its structure', async () => {
    const brief = made(RECORD, JA)(EVERYTHING);
    const document = await getDocumentProxy(Uint8Array.from(await pdfOf(brief)));
    const { info } = await document.getMetadata();
    expect((info as { Title: string }).Title).toBe('会談用資料: 日本・英国');
    expect((info as { Language: string }).Language).toBe('ja');
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await document.getOutline())?.map(({ title }) => title)).toEqual(['日本・英国', ...brief.sections.map(({ title }) => title), '出典']);
    const roles = new Set<string>();
    const languages = new Set<string>();
    const walk = (node: { role?: string; lang?: string; children?: unknown[] }) => {
      if (node.role) roles.add(node.role);
      if (node.lang) languages.add(node.lang);
      for (const child of node.children ?? []) walk(child as never);
    };
    for (let n = 1; n <= document.numPages; n++) walk((await (await document.getPage(n)).getStructTree()) as never);
    for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Link', 'Span']) expect([...roles]).toContain(role);
    expect([...languages]).toContain('ja');
  });

  test('the same brief gives the same bytes', async () => {
    const brief = made(RECORD, EN)(EVERYTHING);
    expect(Buffer.from(await pdfOf(brief)).equals(Buffer.from(await pdfOf(brief)))).toBe(true);
  });

  test('its fonts are embedded as far as they are used', async () => {
    const bytes = Buffer.from(await pdfOf(made(RECORD, EN)(EVERYTHING)));
    expect(bytes.length).toBeLessThan(400_000);
    expect(bytes.toString('latin1')).toContain('/FontFile2');
  });
});

describe('DOCX', () => {
  let parts: Record<string, string> = {};
  let brief: Brief;
  beforeAll(async () => {
    brief = made(RECORD, EN)(EVERYTHING);
    parts = Object.fromEntries(Object.entries(unzipSync(await toDocx(brief, EN))).map(([name, bytes]) => [name, strFromU8(bytes)]));
  });
  const xml = (name: string) => parts[name] ?? '';

  test('each source is one footnote, referred to once; further references lead to it', () => {
    const notes = xml('word/footnotes.xml');
    const text = xml('word/document.xml');
    for (const { number, quote } of brief.sources) {
      expect(notes).toContain(`w:id="${number}"`);
      expect(notes).toContain(quote.slice(0, 20));
      expect(text.split(`<w:footnoteReference w:id="${number}"`).length - 1, `footnote ${number}`).toBe(1);
    }
    const references = [...text.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, n]) => Number(n));
    expect(references).toEqual(brief.sources.map(({ number }) => number));
    const again = [...text.matchAll(/w:anchor="source_(\d+)"/g)];
    expect(again.length).toBeGreaterThan(0);
    for (const [, n] of again) expect(text).toContain(`w:name="source_${n}"`);
  });

  test('headings are headings, heads of tables are repeated, quotes have a style and a language', () => {
    const text = xml('word/document.xml');
    expect(text.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBe(brief.sections.length + 1);
    expect(text.match(/<w:tblHeader\/>/g)?.length).toBe(brief.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind !== 'list').length);
    expect(text).toMatch(/<w:rStyle w:val="SourceWords"\/><w:lang w:val="ja-JP" w:eastAsia="ja-JP"\/>/);
    expect(xml('word/styles.xml')).toMatch(/w:eastAsia="Yu Mincho"/);
    expect(xml('word/styles.xml')).toContain('<w:lang w:val="en-US" w:eastAsia="en-US"/>');
  });

  test('all words of the brief are in it', () => {
    const text = xml('word/document.xml')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
      .replaceAll('&quot;', '"');
    for (const { line } of linesOf(brief))
      for (const run of line.runs) if (run.kind === 'own' || run.kind === 'quote') expect(text).toContain(run.words);
  });
});

describe('HTML and Markdown', () => {
  test('every citation leads to its source, quotes are marked in their language', () => {
    const brief = made(RECORD, EN)(EVERYTHING);
    const page = toBriefHtml(brief);
    const tree = parse(page);
    expect(tree.childNodes.length).toBeGreaterThan(0);
    for (const { number } of brief.sources) {
      expect(page).toContain(`id="source-${number}"`);
      expect(page).toContain(`href="#source-${number}"`);
    }
    expect(page).toContain('<q lang="ja">日英漁業協定</q>');
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  test('words of a source are never markup', () => {
    const hostile = '<b>|x|</b> [^9] **y**';
    const record = {
      ...RECORD,
      talks: [
        {
          ...(TALKS[0] as (typeof TALKS)[number]),
          statements: [statement('1', 'joint', 'agree', hostile.replace('[', '').replace(']', ''), { topics: ['economy'] })],
        },
      ],
    };
    const brief = made(record, EN)(EVERYTHING);
    expect(toBriefHtml(brief)).toContain('&lt;b&gt;|x|&lt;/b&gt;');
    expect(toBriefMarkdown(brief)).toContain('\\<b\\>\\|x\\|');
  });

  test('Markdown has a footnote for every citation and each is used', () => {
    const brief = made(RECORD, JA)(EVERYTHING);
    const words = toBriefMarkdown(brief);
    for (const { number } of brief.sources) {
      expect(words).toContain(`[^${number}]: `);
      expect(words.split(`[^${number}]`).length).toBeGreaterThan(2);
    }
    expect(wordsOf(brief.sections[0]?.blocks[0]?.kind === 'list' ? (brief.sections[0].blocks[0].lines[0] as never) : (null as never))).not.toBe('');
  });
});
