import { beforeAll, describe, expect, test } from 'vitest';
import { testArchive } from './test-archive.ts';

let site: Awaited<ReturnType<typeof testArchive>>;
let yokohama: string;
beforeAll(async () => {
  site = await testArchive('2010-11-13-ru', '2009-', '2012-01-28');
  yokohama = site.added.find(({ name }) => name.includes('2010-11-13-ru-foreign'))?.id ?? '';
});
const text = async (path: string, init?: RequestInit) => (await site.ask(path, init)).text();
const WORDS = '日英外相会談(概要)\n\n平成30年5月9日\n\n 5月9日、甲野外務大臣は、スミス英国外務大臣と会談し、両外相は協力することで一致した。\n';

describe('pages', () => {
  const rows: [path: string, status: number, words: RegExp][] = [
    ['/ja/', 200, /<h1>書庫<\/h1>/],
    ['/en/', 200, /<h1>Archive<\/h1>/],
    ['/ja/readouts', 200, /横浜APEC/],
    ['/en/readouts?words=zzz', 200, /No title holds “zzz”/],
    ['/en/relations', 200, /Japan–Russia/],
    ['/fr/', 404, /no such page/],
    ['/ja/readouts/d-0000000000000000', 404, /このページはありません/],
    ['/wp-admin', 404, /no such page/],
    ['/assets/style-0.css', 404, /no such page/],
  ];
  test.each(rows)('%s %i', async (path, status, words) => {
    const response = await site.ask(path, { headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(words);
  });

  test('a readout, its version, its record and its bytes', async () => {
    const page = await text(`/ja/readouts/${yokohama}`);
    expect(page.replace(/<[^>]+>/g, '')).toContain('横浜APECの際の日露外相会談(概要)');
    expect(await text(`/ja/readouts/${yokohama}?v=1`)).toContain('class="row');
    expect((await site.ask(`/ja/readouts/${yokohama}?v=9`)).status).toBe(404);
    expect(JSON.parse(await text(`/ja/readouts/${yokohama}/record.json`)).memcon).toBe('1');
    const source = await site.ask(`/ja/readouts/${yokohama}/source`);
    expect(source.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(source.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('each way to earlier and later talks is on the page', async () => {
    expect(await text(`/ja/readouts/${yokohama}`)).toMatch(/<link rel="prev" href="\/ja\/readouts\/d-[0-9a-f]{16}"/);
  });

  test('the first page is in the language chosen before, else in that of the browser', async () => {
    const first = async (headers: Record<string, string>) => (await site.ask('/', { headers })).headers.get('location');
    expect(await first({ 'accept-language': 'ja,en;q=0.5' })).toBe('/ja/');
    expect(await first({ 'accept-language': 'fr' })).toBe('/en/');
    expect(await first({ 'accept-language': 'fr', cookie: 'memcon-language=ja' })).toBe('/ja/');
  });

  test('every page has the headers that keep it to itself', async () => {
    for (const path of ['/ja/', '/absent', `/ja/readouts/${yokohama}`]) {
      const { headers } = await site.ask(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
    }
  });

  test('no script or style stands in a page', async () => {
    for (const path of ['/ja/', `/ja/readouts/${yokohama}`]) {
      const page = await text(path);
      expect(page.match(/<script(?! src="\/assets\/)/g)).toBeNull();
      expect(page).not.toMatch(/<style|\son[a-z]+="|\sstyle="/);
    }
  });
});

describe("a document of one's own", () => {
  const shown = async (response: Response) => text(response.headers.get('location') ?? 'nowhere');

  test('pasted', async () => {
    const response = await site.send('/ja/add', { words: WORDS });
    expect(response.status).toBe(303);
    expect(await shown(response)).toContain('<h1 class="title" lang="ja">日英外相会談(概要)</h1>');
  });

  test('as a file, in another encoding', async () => {
    const { default: Encoding } = await import('encoding-japanese');
    const bytes = new Uint8Array(Encoding.convert(Encoding.stringToCode(WORDS), { to: 'SJIS', from: 'UNICODE' }));
    expect(await shown(await site.send('/ja/add', { file: new File([bytes], '概要.txt') }))).toContain('甲野外務大臣');
  });

  test('as a file of markup, of which nothing runs', async () => {
    const file = new File(
      [`<h1>日英外相会談</h1><script>alert(1)</script><img src=x onerror=alert(2)><p>${WORDS}</p>`],
      '"><script>alert(3)</script>.html',
      {
        type: 'text/html',
      },
    );
    const page = await shown(await site.send('/ja/add', { file }));
    expect(page).not.toMatch(/alert\(\d\)>|<script>/);
  });

  test('a script that sends it is told what became of it; the second time it is here already', async () => {
    const again = await site.send('/ja/add', { words: WORDS }, { accept: 'application/json' });
    expect(await again.json()).toMatchObject({ items: [{ how: 'same', href: expect.stringMatching(/^\/ja\/readouts\/d-/) }] });
  });

  const wrong: [what: string, fields: Record<string, string>, status: number, words: RegExp][] = [
    ['nothing', {}, 422, /本文もファイルもありません/],
    ['only spaces', { words: ' \n ' }, 422, /本文もファイルもありません/],
    ['no date', { words: WORDS, published: '昨日' }, 422, /「昨日」は日付ではありません/],
    ['too much', { words: 'あ'.repeat(2_000_000) }, 413, /文書が大きすぎます.*5 MB/s],
  ];
  test.each(wrong)('%s is told', async (_, fields, status, words) => {
    const response = await site.send('/ja/add', fields);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(words);
  });

  test('what was entered stays', async () => {
    const response = await site.send('/ja/add', { words: '一</textarea><b>', published: 'x' });
    expect(await response.text()).toContain('一&lt;/textarea&gt;&lt;b&gt;</textarea>');
  });
});

describe('a correction', () => {
  const SIGNED = { who: '乙川<b>', why: '原文は「評価」' };
  /** The first statement of one side alone, as the record has it. */
  const statement = async () => {
    const { statements } = JSON.parse(await text(`/ja/readouts/${yokohama}/record.json`)) as {
      statements: { id: string; act: string; mode: string; topics: string[]; speakers: { party: string }[] }[];
    };
    const found = statements.find(({ mode, act }) => mode === 'one' && act !== 'appreciate');
    if (!found) throw new Error('no statement of one side');
    return found;
  };
  const fieldsOf = (one: Awaited<ReturnType<typeof statement>>) => ({
    of: 'statement',
    id: one.id,
    act: one.act,
    mode: one.mode,
    speaker: one.speakers.map(({ party }) => party),
    topic: one.topics,
  });

  test('is kept, seen, undone, and let hold again', async () => {
    const one = await statement();
    const form = await text(`/ja/readouts/${yokohama}?correct=statement&id=${one.id}`);
    expect(form).toContain('<h2 id="correct-title">発言の読みを訂正</h2>');
    const kept = await site.send(`/ja/readouts/${yokohama}/correct`, { ...fieldsOf(one), act: 'appreciate', ...SIGNED });
    expect(kept.status).toBe(303);
    expect(kept.headers.get('location')).toBe(`/ja/readouts/${yokohama}#s-${one.id}`);
    expect(kept.headers.get('set-cookie')).toContain('memcon-who=');
    const page = await text(`/ja/readouts/${yokohama}`);
    expect(page).toContain('乙川&lt;b&gt;');
    expect(page).toContain(`correction/k-`);
    const id = /id="(k-[^"]+)"/.exec(page)?.[1] ?? '';
    const undo = (correction: string) => site.send(`/ja/readouts/${yokohama}/undo`, { correction, who: '丙', why: '誤り' });
    expect((await undo(id)).status).toBe(303);
    expect((await statement()).act).toBe(one.act);
    const undoing = /name="correction" value="(k-[^"]+)"/.exec(await text(`/ja/readouts/${yokohama}`))?.[1] ?? '';
    expect(undoing).not.toBe(id);
    expect((await undo(undoing)).status).toBe(303);
    expect(await text(`/ja/readouts/${yokohama}/record.json`)).toContain(`correction/${id}`);
    await undo(id);
  });

  test('without a name or a reason is not kept, and what was entered stays', async () => {
    const one = await statement();
    const answer = await site.send(`/ja/readouts/${yokohama}/correct`, { ...fieldsOf(one), act: 'appreciate', who: '', why: '理由' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('<a href="#who-correct">名前を書いてください</a>');
    expect(page).toContain('value="理由"');
    expect(page).toMatch(/<option value="appreciate" selected/);
  });

  test('that changes nothing is told so', async () => {
    expect(await (await site.send(`/ja/readouts/${yokohama}/correct`, { ...fieldsOf(await statement()), ...SIGNED })).text()).toContain(
      '何も変わっていません',
    );
  });

  test('adds a statement that was missed, on words of the text only', async () => {
    const fields = { of: 'words', act: 'state', mode: 'one', speaker: 'JP', ...SIGNED };
    const wrong = await site.send(`/ja/readouts/${yokohama}/correct`, { ...fields, quote: 'この語句はない', verb: 'ない' });
    expect(await wrong.text()).toContain('この語句は原文にありません');
    const right = await site.send(`/ja/readouts/${yokohama}/correct`, {
      ...fields,
      quote: '会談の後半はワーキング・ランチとして行われた',
      verb: '行われた',
    });
    expect(right.status).toBe(303);
    expect(await text(`/ja/readouts/${yokohama}/record.json`)).toContain('"quote": "会談の後半はワーキング・ランチとして行われた"');
  });

  test('of the facts of the talks', async () => {
    const { talks } = JSON.parse(await text(`/ja/readouts/${yokohama}/record.json`)) as { talks: { id: string; kind: string; parties: string[] }[] };
    const fields = { of: 'talks', id: talks[0]?.id ?? '', kind: 'meeting', level: 'foreign-ministers', parties: 'JP RU', ...SIGNED };
    expect((await site.send(`/ja/readouts/${yokohama}/correct`, { ...fields, date: 'きのう', place: '横浜' })).status).toBe(422);
    expect((await site.send(`/ja/readouts/${yokohama}/correct`, { ...fields, date: '2010-11-13', place: 'みなとみらい' })).status).toBe(303);
    expect(await text(`/ja/readouts/${yokohama}`)).toContain('みなとみらい');
  });
});

test('a readout leaves the archive and comes back', async () => {
  const other = site.added.find(({ name }) => name.startsWith('2012-01-28'))?.id ?? '';
  expect((await site.send(`/en/readouts/${other}/remove`, {})).status).toBe(303);
  expect(await text('/en/readouts')).not.toContain(other);
  expect(await text(`/en/readouts/${other}`)).toContain('Removed from the archive');
  expect((await site.send(`/en/readouts/${other}/restore`, {})).status).toBe(303);
  expect(await text('/en/readouts')).toContain(other);
});
