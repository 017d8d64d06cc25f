import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { fromText, intake } from './intake.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const encoded = (text: string, to: 'SJIS' | 'EUCJP' | 'JIS') =>
  new Uint8Array(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to }));
const sentence = '両外相は、地域の安定に向けて協力していくことで一致した。';

describe('encodings', () => {
  test.each([
    ['SJIS', 'Shift_JIS'],
    ['EUCJP', 'EUC-JP'],
    ['JIS', 'ISO-2022-JP'],
  ] as const)('%s is found by look, and by declaration', (to, name) => {
    for (const declared of ['', `<meta charset="${name}">`]) {
      const source = intake(encoded(`<html><head>${declared}</head><body><p>${sentence}</p></body></html>`, to));
      expect(source.text).toBe(sentence);
      expect(source.encoding).toBe(name);
      expect(source.issues).toEqual([]);
    }
    expect(intake(encoded(sentence, to)).text).toBe(sentence);
  });

  test('UTF-8 and UTF-16 with a byte order mark lose the mark and nothing else', () => {
    expect(intake(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(sentence)])).text).toBe(sentence);
    const units = new Uint8Array(2 + sentence.length * 2);
    units.set([0xff, 0xfe]);
    for (const [i, sign] of [...sentence].entries()) units.set([sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8], 2 + i * 2);
    expect(intake(units).text).toBe(sentence);
  });

  test('a wrong declaration is said and outweighed by the bytes', () => {
    const source = intake(utf8(`<html><head><meta charset="Shift_JIS"></head><body>${sentence}</body></html>`));
    expect(source.text).toBe(sentence);
    expect(source.issues.map(({ code }) => code)).toEqual(['intake/wrong-declaration']);
    const other = intake(encoded(`<html><head><meta charset="utf-8"></head><body>${sentence}</body></html>`, 'EUCJP'));
    expect(other.text).toBe(sentence);
    expect(other.issues.map(({ code }) => code)).toEqual(['intake/wrong-declaration']);
  });

  const page = `<html><body>${sentence.repeat(9)}①髙﨑㈱?</body></html>`;
  const whole = `${sentence.repeat(9)}①髙﨑㈱?`;
  test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['cut in the middle of a sign', (bytes) => bytes.subarray(0, bytes.length - 16)],
    ['with a byte that belongs to no sign', (bytes) => Uint8Array.from(bytes, (byte, i) => (i === 60 ? 0xff : byte))],
    ['declared in another way', (bytes) => new Uint8Array([...utf8('<meta charset=windows-1251>'), ...bytes])],
  ])('a page %s keeps its encoding', (_, harm) => {
    for (const [name, bytes] of [
      ['UTF-8', utf8(page)],
      ['Shift_JIS', encoded(page, 'SJIS')],
      ['EUC-JP', encoded(page, 'EUCJP')],
      ['ISO-2022-JP', encoded(page, 'JIS')],
    ] as const) {
      const source = intake(harm(bytes));
      expect(source.encoding).toBe(name);
      expect(source.text.includes(sentence.repeat(2))).toBe(true);
    }
  });

  test.each<[string, number[], string, number]>([
    ['Shift_JIS: a lead byte alone keeps the sign after it', [0x82, 0xa0, 0x82, 0x20, 0x82, 0xa2, 0xff, 0x41, 0x3f], 'あ\ufffd い\ufffdA?', 2],
    ['EUC-JP: half a sign', [0xa4, 0xa2, 0xff, 0x41, 0xa4, 0x20, 0xa4, 0xa4, 0x3f], 'あ\ufffdA\ufffd い?', 2],
    ['ISO-2022-JP: half a sign', [0x1b, 0x24, 0x42, 0x24, 0x22, 0x24, 0x1b, 0x28, 0x42, 0x3f], 'あ\ufffd?', 1],
    ['UTF-8: bytes of nothing', [0xe3, 0x81, 0x82, 0xff, 0xfe, 0x3f], 'あ\ufffd\ufffd?', 2],
  ])('%s; what cannot be decoded is U+FFFD and counted', (name, bytes, text, count) => {
    const source = intake(new Uint8Array(bytes), { mediaType: 'text/plain', encoding: name.slice(0, name.indexOf(':')) });
    expect(source.text).toBe(text);
    expect(source.issues.map(({ code, values }) => [code, values?.count])).toEqual([['intake/undecodable', String(count)]]);
  });

  test('signs outside the basic sets of Japanese', () => {
    for (const to of ['SJIS', 'EUCJP', 'JIS'] as const) expect(intake(encoded(page, to)).text).toBe(whole);
  });

  test('a language that is declared and is not Japanese stays what it is', () => {
    const russian = [0xcf, 0xf0, 0xe5, 0xe7, 0xe8, 0xe4, 0xe5, 0xed, 0xf2];
    expect(intake(new Uint8Array([...utf8('<meta charset=windows-1251>'), ...russian])).text).toBe('Президент');
  });
});

describe('HTML as its readers see it', () => {
  const text = (body: string) => intake(utf8(`<!doctype html><html><head><title>頁</title></head><body>${body}</body></html>`)).text;
  test.each([
    ['line breaks and folded white space', '一  行<br>二\n 行', '一 行\n二 行'],
    ['numbers that the browser makes', '<ol><li>甲<li value=5>乙<li>丙</ol>', '1. 甲\n5. 乙\n6. 丙'],
    ['other kinds of numbers', '<ol type=a start=26><li>甲<li>乙</ol><ol type=I start=4><li>丙</ol>', 'z. 甲\naa. 乙\nIV. 丙'],
    ['bullets', '<ul><li>甲<li>乙</ul>', '• 甲\n• 乙'],
    ['a list whose marks are taken away', '<ol style="list-style:none"><li>(1) 甲</ol>', '(1) 甲'],
    ['cells of a row', '<table><tr><th>日時<td>四月<tr><th>場所<td>東京</table>', '日時\t四月\n場所\t東京'],
    ['a layout table', '<table><tr><td><p>甲</p><p>乙</p></td></tr></table>', '甲\n乙'],
    ['a reading over a word', '<ruby>漢<rt>かん</rt></ruby>字', '漢(かん)字'],
    ['what is hidden or no text', '<p hidden>甲<p style="display: none">乙<script>丙</script><style>丁</style><!--戊--><p>己', '己'],
    ['preformatted lines', '<pre> 甲\n  乙</pre>', ' 甲\n  乙'],
    ['signs by number', '&#26085;&#x9732;&amp;&nbsp;', '日露&\u00a0'.trimEnd()],
  ])('%s', (_, body, expected) => {
    expect(text(body)).toBe(expected);
  });

  test('blocks say what the markup says', () => {
    const source = intake(utf8('<body><div id="breadcrumb"><a href="/">国</a></div><h2>概要</h2><ol><li>甲</ol><footer>乙</footer></body>'), {
      mediaType: 'text/html',
    });
    expect(
      source.blocks.map(({ span, kind, level, region, linked, marker, depth }) => ({
        text: source.text.slice(...span),
        kind,
        level,
        region,
        linked,
        depth,
        marker: marker && source.text.slice(...marker),
      })),
    ).toEqual([
      { text: '国', kind: 'paragraph', level: undefined, region: 'navigation', linked: 1, depth: undefined, marker: undefined },
      { text: '概要', kind: 'heading', level: 2, region: undefined, linked: undefined, depth: undefined, marker: undefined },
      { text: '1. 甲', kind: 'item', level: undefined, region: undefined, linked: undefined, depth: 1, marker: '1.' },
      { text: '乙', kind: 'paragraph', level: undefined, region: 'footer', linked: undefined, depth: undefined, marker: undefined },
    ]);
  });

  test('a page of a hundred thousand nested elements is read, with an issue', () => {
    for (const tag of ['div', 'b', 'table><tr><td', 'ul><li', 'blockquote']) {
      const source = intake(utf8(`<html><body>${`<${tag}>`.repeat(100_000)}${sentence}</body></html>`));
      expect(source.text).toContain(sentence);
      expect(source.issues.map(({ code }) => code)).toEqual(['intake/too-deep']);
    }
  });

  const unseen = new Set([
    'script',
    'style',
    'template',
    'noscript',
    'head',
    'iframe',
    'svg',
    'video',
    'audio',
    'object',
    'canvas',
    'math',
    'noframes',
    'noembed',
    'map',
    'datalist',
    'rp',
  ]);
  /** Every sign of the text nodes that no element hides, in order. */
  function visible(page: string): string {
    let result = '';
    const walk = (node: { nodeName: string; value?: string; childNodes?: unknown[]; attrs?: { name: string }[] }): void => {
      if (node.nodeName === '#text') result += node.value ?? '';
      if (unseen.has(node.nodeName) || node.attrs?.some(({ name }) => name === 'hidden')) return;
      for (const child of node.childNodes ?? []) walk(child as typeof node);
    };
    walk(parse(page) as never);
    return result.replace(/[\s\u00a0\u3000]/g, '');
  }
  const inOrder = (needle: string, hay: string) => {
    let at = 0;
    for (const sign of needle) {
      at = hay.indexOf(sign, at) + 1;
      if (at === 0) return false;
    }
    return true;
  };

  test('every visible sign of a page is in the text, in its order', () => {
    const tags = [
      'p',
      'div',
      'ul',
      'ol',
      'li',
      'table',
      'tr',
      'td',
      'h1',
      'h3',
      'br',
      'b',
      'a href=x',
      'span',
      'pre',
      'nav',
      'footer',
      'center',
      'font',
      'dl',
      'dt',
      'dd',
      'blockquote',
      'script',
      'style',
      'select',
      'option',
      'form',
      'hr',
    ];
    const piece = fc.oneof(
      fc.constantFrom(...tags).map((tag) => `<${tag}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag.split(' ')[0]}>`),
      fc.constantFrom(sentence, '1', ' ', '\n', '\u3000', '(2)', 'A B', '&amp;', '<', '>', '𠮷'),
      // elements that the parser keeps only where they belong
      fc
        .constantFrom('table><tr><td', 'table><caption', 'table><thead><tr><th', 'dl><dt', 'select><option', 'ruby><rt', 'details><summary')
        .map((inside) => `<${inside}>表の中`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const page = `<!doctype html><body>${pieces.join('')}`;
        const { text, blocks } = intake(utf8(page));
        expect(inOrder(visible(page), text)).toBe(true);
        let last = 0;
        for (const { span } of blocks) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          last = span[1];
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

test('no bytes are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(undefined, 'text/html', 'text/plain'), (bytes, mediaType) => {
      const source = intake(bytes, { mediaType });
      expect(typeof source.text).toBe('string');
      expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
    }),
    { seed: 11, numRuns: 400 },
  );
});

test('a text is kept as it is', () => {
  const text = '\ufeff\u202e会談\u0000\ud800\r\n';
  expect(fromText(text, { mediaType: 'text/plain' }).text).toBe(text);
});
