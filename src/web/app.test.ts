import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { TO_THE_PRESS } from '../archive/test-readouts.ts';
import { testArchive } from './test-archive.ts';

let site: Awaited<ReturnType<typeof testArchive>>;
let yokohama: string;
beforeAll(async () => {
  site = await testArchive('2010-11-13-ru', '2009-', '2012-01-28');
  yokohama = site.added.find(({ name }) => name.includes('2010-11-13-ru-foreign'))?.id ?? '';
}, 60_000);
const text = async (path: string, init?: RequestInit) => (await site.ask(path, init)).text();
const WORDS = '日英外相会談(概要)\n\n平成30年5月9日\n\n 5月9日、甲野外務大臣は、スミス英国外務大臣と会談し、両外相は協力することで一致した。\n';

describe('pages', () => {
  const rows: [path: string, status: number, words: RegExp][] = [
    ['/ja/', 200, /<h1>書庫<\/h1>/],
    ['/en/', 200, /<h1>Archive<\/h1>/],
    ['/ja/readouts', 200, /横浜APEC/],
    ['/en/readouts?words=zzz', 200, /No title holds “zzz”/],
    ['/en/relations', 200, /Japan–Russia/],
    ['/en/relations/RU-JP', 200, /State of play/],
    ['/en/relations/JP-RU/brief?before=2011-02-11&pages=2', 200, /Record as of Fri 11 Feb 2011/],
    ['/ja/relations/ru-jp/brief', 200, /会談用資料/],
    ['/en/relations/JP-RU/brief?before=soon', 422, /is no day/],
    ['/en/relations/JP-XX/brief', 404, /./],
    ['/en/relations/JP-RU?level=leaders&from=2009', 200, /<option value="leaders" selected/],
    ['/en/relations/JP-XX', 404, /no such page/],
    ['/en/relations/RU-JP/wording', 200, /No phrase repeats in these talks \(10\)/],
    ['/ja/relations/JP-RU/wording?q=%E8%A7%A3%E6%B1%BA%E7%AD%96', 200, /<mark>解決策<\/mark>/],
    ['/en/relations/JP-RU/wording?q=%E7%81%AB%E6%98%9F%3Cb%3E', 200, /Nobody said “火星&lt;b&gt;”/],
    ['/en/wording?q=%E8%A7%A3%E6%B1%BA%E7%AD%96', 200, /Japan–Russia/],
    ['/en/relations/JP-RU/positions?topic=territory', 200, /Said again|class="b b-hatch-other"/],
    ['/en/relations/RU-JP/wording.csv', 200, /^\ufeff?formula,language,topics,date/],
    ['/en/relations/JP-RU/wording.atom', 200, /<feed xmlns=.*Wording · Japan–Russia/s],
    ['/en/relations/JP-XX/wording.csv', 404, /no such page/],
    ['/en/relations/JP-RU/positions.csv?topic=territory', 200, /^\ufeff?date,document,by,act/],
    ['/en/relations/JP-RU/contradictions.csv', 200, /^\ufeff?candidate,kind/],
    ['/en/relations/JP-RU/accounts.atom', 200, /<feed xmlns=/],
    ['/en/relations/JP-RU/contradictions.atom', 200, /<feed xmlns=/],
    ['/en/relations/JP-XX/contradictions.atom', 404, /no such page/],
    [
      '/en/relations/JP-RU/contradictions',
      200,
      /Looked through: 11 readouts.*contradictions\.atom|contradictions\.atom.*Looked through: \d+ readouts/s,
    ],
    ['/en/wording', 200, /href="\/en\/wording\?publisher=JP"/],
    ['/en/wording?publisher=JP', 200, /published by Japan.*wording\.atom\?publisher=JP/s],
    ['/en/wording.csv?publisher=JP', 200, /^\ufeff?formula/],
    ['/en/wording.csv', 404, /no such page/],
    ['/en/compare.csv?before=d-none&after=d-none', 404, /no such page/],
    ['/en/accounts.csv', 404, /no such page/],
    ['/en/relations/JP-RU/positions?topic=taiwan', 200, /Taiwan was not raised/],
    ['/ja/relations/JP-XX/positions', 404, /このページはありません/],
    ['/ja/search?q=%E9%A0%98%E5%9C%9F', 200, /<mark class="found">領土<\/mark>/],
    ['/ja/search?q=%E9%A0%98%E5%9C%9F&side=own', 200, /aria-current="true"[^>]*>.*発表側/],
    ['/en/search?q=zzzz&side=own', 200, /No statement holds “zzzz”.*Without “Side”/],
    ['/ja/search?q=%E9%A0%98%E5%9C%9F%E9%96%80%E9%A1%8C', 200, /近い表記:.*q=%E9%A0%98%E5%9C%9F%E5%95%8F%E9%A1%8C/],
    ['/en/search?q=%E9%A0%98%E5%9C%9F&side=own&person=p-x', 200, /export\/statements\?q=%E9%A0%98%E5%9C%9F&amp;side=own&amp;person=p-x/],
    ['/en/search?q=%22%22%28%29*%20NEAR%20-', 200, /statements/],
    ['/ja/people', 200, /メドヴェージェフ/],
    ['/ja/people/p-none', 404, /このページはありません/],
    ['/ja/topics/territory', 200, /<h1>領土問題<\/h1>/],
    ['/ja/topics/constructor', 404, /このページはありません/],
    ['/ja/instruments', 200, /日露刑事共助条約/],
    ['/en/mechanisms', 200, /APEC/],
    ['/en/mechanisms/m-none', 404, /no such page/],
    ['/en/review', 200, /<h1>To check<\/h1>/],
    ['/en/help', 200, /Two typefaces/],
    ['/en/settings', 200, /as the system/],
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

  test('a language typed without its stroke leads to its first page', async () => {
    const response = await site.ask('/ja?at=2012-01-28');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/ja/?at=2012-01-28']);
    expect((await site.ask('/fr')).status).toBe(404);
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

  test('two readouts beside one another; a pair by hand is kept and shown', async () => {
    const leaders = site.added.find(({ name }) => name.includes('2010-11-13-ru-leaders'))?.id ?? '';
    const compared = await text(`/en/compare?before=${yokohama}&after=${leaders}`);
    expect(compared).toMatch(/softened.*<b>1<\/b>/);
    expect(compared).toContain('<del>');
    expect((await site.ask(`/en/compare?before=${yokohama}&after=d-0`)).status).toBe(404);
    const accounts = await text(`/en/accounts?first=${yokohama}&other=${leaders}`);
    expect(accounts).toContain('Two accounts of one meeting');
    const ids = (name: string) => /<option value="(s-[0-9a-f]+)"/.exec(accounts.slice(accounts.indexOf(`name="${name}"`)))?.[1] ?? '';
    const fields = { first: yokohama, other: leaders, one: ids('one'), two: ids('two'), who: '山田', why: '同じ件', set: 'paired' };
    expect((await site.send('/en/accounts/pairs', { ...fields, why: '' })).status).toBe(422);
    const kept = await site.send('/en/accounts/pairs', fields);
    expect(kept.status).toBe(303);
    expect(await text(kept.headers.get('location') ?? '')).toContain('paired by hand');
    const points = await text(`/en/readouts/${yokohama}/points`);
    expect(points).toMatch(/left out.*<del>[^<]*<\/del>/s);
    const page = await text(`/en/readouts/${yokohama}`);
    expect(page).toContain(`<a class="note" href="/en/readouts/${yokohama}/points">`);
    expect(page).toMatch(/check-sign told.*check-sign dropped/s);
    expect(await text('/en/relations/RU-JP/contradictions')).toContain('Candidates for contradiction');
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

test('a search can be followed as a feed, each statement under its permanent address', async () => {
  const response = await site.ask('/en/search.atom?q=%E9%A0%98%E5%9C%9F&side=joint');
  expect(response.headers.get('content-type')).toMatch(/^application\/atom\+xml/);
  const feed = await response.text();
  const { total, items } = await site.archive.search({ words: '領土', facets: { side: ['joint'] }, limit: 50 });
  expect(feed.match(/<entry>/g)?.length).toBe(Math.min(50, total));
  for (const { document, id } of items.slice(0, 5)) expect(feed).toContain(`http://127.0.0.1:4870/en/readouts/${document}#s-${id}`);
  expect(new Set(feed.match(/<id>[^<]+/g)).size).toBe(Math.min(50, total) + 1);
});

test('the page of a relation is made anew when the archive, the day, the language or the theme is another, and only then', async () => {
  const ask = (path: string, cookie = '') => text(path, { headers: { cookie } });
  const first = await ask('/ja/relations/JP-RU');
  expect(await ask('/ja/relations/JP-RU')).toBe(first);
  expect(await ask('/en/relations/JP-RU')).not.toBe(first);
  expect(await ask('/ja/relations/JP-RU?on=2010-11-20')).not.toBe(first);
  expect(await ask('/ja/relations/JP-RU', 'memcon-theme=dark')).toContain('data-theme="dark"');
  const signed = { who: 'x', when: '2026-01-01T00:00:00Z' };
  await site.archive.remove([yokohama], signed);
  expect(await ask('/ja/relations/JP-RU')).not.toContain(yokohama);
  await site.archive.restore([yokohama], signed);
  expect(await ask('/ja/relations/JP-RU')).toContain(yokohama);
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

  test('of an archive all documents are told, and what of it was not looked at; what is the matter is said in words, of an empty file too', async () => {
    const zip = zipSync({ 'a.txt': strToU8(WORDS.replaceAll('英', '仏')), 'b.txt': strToU8('x'), 'c.hwp': strToU8('x') });
    const file = [new File([zip as Uint8Array<ArrayBuffer>], 'mixed.zip'), new File(['PK\u0003\u0004'], 'cut.zip'), new File([], 'none.txt')];
    const { items, passed } = (await (await site.send('/en/add', { file } as never, { accept: 'application/json' })).json()) as {
      items: { name: string; words: string }[];
      passed: string[];
    };
    expect(items.map(({ name, words }) => [name, words])).toEqual([
      ['mixed.zip/a.txt', '1 statement'],
      ['mixed.zip/b.txt', 'No talks were found in this document'],
      ['cut.zip', 'the ZIP file is damaged (no list of files); get it again from where it came'],
      ['none.txt', 'there is no word in it; see whether it is the file you meant'],
    ]);
    expect(passed).toEqual([expect.stringMatching(/^in mixed\.zip, 1 file was passed over.*: c\.hwp\./)]);
    // One document, and something beside it: the page that tells both, not the document.
    const beside = zipSync({ 'a.txt': strToU8(WORDS.replaceAll('英', '仏')), 'c.hwp': strToU8('x') });
    const page = await (await site.send('/en/add', { file: new File([beside as Uint8Array<ArrayBuffer>], 'one.zip') })).text();
    expect(page).toMatch(/▲ in one\.zip, 1 file was passed over/);
  });

  const wrong: [what: string, fields: Record<string, string>, status: number, words: RegExp][] = [
    ['nothing', {}, 422, /本文もファイルもありません/],
    ['only spaces', { words: ' \n ' }, 422, /本文もファイルもありません/],
    ['no date', { words: WORDS, published: '昨日' }, 422, /「昨日」は日付ではありません/],
    ['too much', { words: 'あ'.repeat(8_000_000) }, 413, /文書が大きすぎます.*20 MB/s],
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

  test('of addressees and of the person who spoke, and of a date', async () => {
    const one = await statement();
    const [party] = one.speakers.map((each) => each.party);
    const fields = { ...fieldsOf(one), whole: 'yes', addressee: ['JP'], [`person-${party}`]: '丁野', ...SIGNED };
    const kept = await site.send(`/ja/readouts/${yokohama}/correct`, fields);
    expect(kept.status).toBe(303);
    const read = async () => {
      const record = JSON.parse(await text(`/ja/readouts/${yokohama}/record.json`)) as {
        statements: { id: string; addressees: string[]; speakers: { party: string; person?: string }[] }[];
        dates: { span: [number, number]; edtf?: string }[];
      };
      return { ...record, statement: record.statements.find(({ id }) => id === one.id) };
    };
    const { statement: now, dates } = await read();
    expect(now).toMatchObject({ addressees: ['JP'], speakers: [{ party, person: '丁野' }] });
    const date = dates[1];
    const id = date?.span.join('-') ?? '';
    expect(await text(`/ja/readouts/${yokohama}?correct=date&id=${id}`)).toContain(`value="${date?.edtf}"`);
    const change = (edtf: string) => site.send(`/ja/readouts/${yokohama}/correct`, { of: 'date', id, edtf, ...SIGNED });
    expect((await change('2010-11')).status).toBe(303);
    expect((await read()).dates[1]?.edtf).toBe('2010-11');
    expect((await change('昨日')).status).toBe(422);
    expect((await change('')).status).toBe(303);
    expect((await read()).dates[1]?.edtf).toBeUndefined();
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

describe('a correction of a commitment or of who met', () => {
  const SIGNED = { who: '乙川', why: '正しくは' };
  const read = async () =>
    JSON.parse(await text(`/ja/readouts/${yokohama}/record.json`)) as {
      talks: {
        id: string;
        kind: string;
        parties: string[];
        participants: { name: string; party: string; office?: string }[];
        format?: { value: string }[];
      }[];
      commitments: { id: string; kind: string; stage: string; by: string[]; to: string[]; due?: { edtf?: string } }[];
    };

  test('one that is missing is added on a statement or on words, stands in the ledger, and is undone', async () => {
    const { commitments, statements } = (await read()) as Awaited<ReturnType<typeof read>> & { statements: { id: string; quote: string }[] };
    const told = statements.find(({ quote }) => quote.includes('歓迎'));
    expect(await text(`/ja/readouts/${yokohama}?correct=promise&id=${told?.id}`)).toMatch(/約束を加える.*name="by" .*value="JP"/s);
    const fields = { of: 'promise', id: told?.id ?? '', kind: 'aid', stage: 'intended', by: 'jp', to: 'RU', due: '2011-04', ...SIGNED };
    expect(await (await site.send(`/ja/readouts/${yokohama}/correct`, { ...fields, by: '' })).text()).toContain('href="#by"');
    expect((await site.send(`/ja/readouts/${yokohama}/correct`, fields)).headers.get('location')).toContain(told?.id);
    const added = (await read()).commitments.find(({ kind }) => kind === 'aid');
    expect(added).toMatchObject({ by: ['JP'], to: ['RU'], stage: 'intended', due: { edtf: '2011-04' } });
    expect(await text('/ja/ledger?dyad=JP-RU&kind=aid&on=2011-01-20')).toContain('2011年4月');
    const page = await text(`/ja/readouts/${yokohama}`);
    expect(page).toContain('抜けていた約束 種類 ');
    const words = { ...fields, id: '', quote: 'この語句はない' };
    expect((await site.send(`/ja/readouts/${yokohama}/correct`, words)).status).toBe(422);
    const made = (await site.archive.corrections({ document: yokohama })).find(({ change }) => change.set === 'promised');
    expect(page).toContain(`name="correction" value="${made?.id}"`);
    expect((await site.send(`/ja/readouts/${yokohama}/undo`, { correction: made?.id ?? '', who: '丙', why: '誤り' })).status).toBe(303);
    expect((await read()).commitments).toEqual(commitments);
  });

  test('debtor, creditor and window; the ledger goes by it, and the page says it in words', async () => {
    const visit = (await read()).commitments.find(({ kind }) => kind === 'visit');
    const form = await text(`/ja/readouts/${yokohama}?correct=commitment&id=${visit?.id}`);
    expect(form).toContain('約束を負う側');
    const fields = {
      of: 'commitment',
      id: visit?.id ?? '',
      kind: 'visit',
      stage: visit?.stage ?? '',
      by: 'ru',
      to: 'JP',
      due: '2011-01/2011-06',
      ...SIGNED,
    };
    expect(await (await site.send(`/ja/readouts/${yokohama}/correct`, { ...fields, due: '2011-13' })).text()).toContain('href="#due"');
    expect((await site.send(`/ja/readouts/${yokohama}/correct`, fields)).status).toBe(303);
    const now = (await read()).commitments.find(({ id }) => id === visit?.id);
    expect(now).toMatchObject({ by: ['RU'], to: ['JP'], due: { edtf: '2011-01/2011-06' }, stage: visit?.stage });
    expect(await text(`/ja/readouts/${yokohama}`)).toContain('約束を負う側 ロシア、相手 日本、期限 2011年1月〜2011年6月');
    expect(await text('/ja/ledger?dyad=JP-RU&on=2011-01-20')).toContain('2011年6月');
  });

  test('who met, line by line; a line without a name is left out, and the person has a page', async () => {
    const [talks] = (await read()).talks;
    const form = await text(`/ja/readouts/${yokohama}?correct=talks&id=${talks?.id}`);
    expect(form.match(/name="participant-name"/g)).toHaveLength((talks?.participants.length ?? 0) + 2);
    const lines = [...(talks?.participants ?? []), { party: 'ru', name: 'コワリョフ', office: '外務次官' }, { party: '', name: '', office: '' }];
    const fields = {
      of: 'talks',
      id: talks?.id ?? '',
      formats: 'yes',
      format: ['working-dinner'],
      'participant-party': lines.map(({ party }) => party),
      'participant-name': lines.map(({ name }) => name),
      'participant-office': lines.map(({ office = '' }) => office),
      ...SIGNED,
    };
    expect((await site.send(`/ja/readouts/${yokohama}/correct`, fields)).status).toBe(303);
    const [now] = (await read()).talks;
    expect(now?.participants.map(({ name, party }) => [party, name])).toEqual([
      ...(talks?.participants ?? []).map(({ name, party }) => [party, name]),
      ['RU', 'コワリョフ'],
    ]);
    expect(now?.format?.map(({ value }) => value)).toEqual(['working-dinner']);
    expect(now?.kind).toBe(talks?.kind);
    expect(await text('/ja/people?words=コワリョフ')).toContain('コワリョフ');
    const wrong = await site.send(`/ja/readouts/${yokohama}/correct`, { ...fields, 'participant-party': lines.map(() => '?') });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="コワリョフ"');
  });
});

test('a text that a person says is an account of talks shows its talks', async () => {
  const { addDocuments } = await import('../desk/incoming/add.ts');
  const { loadLanguages } = await import('../desk/languages.ts');
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  const sign = () => ({ who: 'test', when: '2026-02-03T04:05:06Z' });
  const document = { name: 'told.txt', bytes: new TextEncoder().encode(TO_THE_PRESS), mediaType: 'text/plain' };
  let id = '';
  for await (const one of addDocuments(site.archive, [document], { languages, sign })) id = 'id' in one ? one.id : '';
  expect(await text(`/en/readouts/${id}`)).not.toMatch(/ id="s-/);
  const kept = await site.send(`/en/readouts/${id}/correct`, {
    of: 'document',
    edtf: '2031-03-07',
    kind: 'readout',
    who: 'tester',
    why: 'it tells of talks',
  });
  expect(kept.status).toBe(303);
  const page = await text(`/en/readouts/${id}`);
  expect(page).toContain('stressed that the port is open');
  expect(page).toMatch(/ id="s-/);
});

test('a readout leaves the archive and comes back', async () => {
  const other = site.added.find(({ name }) => name.startsWith('2012-01-28'))?.id ?? '';
  expect((await site.send(`/en/readouts/${other}/remove`, {})).status).toBe(303);
  expect(await text('/en/readouts')).not.toContain(other);
  expect(await text(`/en/readouts/${other}`)).toContain('Removed from the archive');
  expect((await site.send(`/en/readouts/${other}/restore`, {})).status).toBe(303);
  expect(await text('/en/readouts')).toContain(other);
});

describe('versions', () => {
  test('a page that changed without a new date is told, with the words that went and came', async () => {
    const page = (words: string) => ({ name: 'a.txt', from: '/tmp/a.txt', bytes: new TextEncoder().encode(WORDS.replace('協力する', words)) });
    const add = async (words: string) => {
      const { addDocuments } = await import('../desk/incoming/add.ts');
      const { loadLanguages } = await import('../desk/languages.ts');
      async function* one() {
        yield page(words);
      }
      let last: { id?: string } = {};
      for await (const each of addDocuments(site.archive, one(), {
        languages: (await loadLanguages()).filter((pack) => pack.language?.detect),
        sign: () => ({ who: 'test', when: '2026-02-03T04:05:06Z' }),
      }))
        last = 'id' in each ? each : {};
      return last.id ?? '';
    };
    await add('早期に協議を行う');
    const id = await add('適切な時期に協議を行う');
    const versions = await text(`/ja/readouts/${id}/versions`);
    expect(versions).toContain('断りなく書き換えられた原文');
    expect(versions).toMatch(/<del>早期<\/del>/);
    expect(versions).toMatch(/<ins>適切な時期<\/ins>/);
    expect(await text(`/ja/readouts/${id}?v=1`)).toContain('最新ではありません');
    expect(await text('/ja/')).toContain('断りなく書き換えられた原文');
  });
});

test('every form of citation, of a readout and of a statement', async () => {
  const { statements } = JSON.parse(await text(`/en/readouts/${yokohama}/record.json`)) as { statements: { id: string; quote: string }[] };
  const page = await text(`/en/readouts/${yokohama}/cite?s=${statements[0]?.id}`);
  for (const words of ['@online{', '&quot;issued&quot;', 'Source: ', `#s-${statements[0]?.id}`, statements[0]?.quote ?? '?'])
    expect(page).toContain(words);
});

test('a ranked search: each meeting stands once, where its best statement does; years are drawn; one meeting can be searched alone', async () => {
  const page = await text('/ja/search?q=領土');
  const headings = [...page.matchAll(/<h3[^>]*><a href="\/ja\/readouts\/(d-[0-9a-f]+)"/g)].map(([, id]) => id);
  expect(headings.length).toBeGreaterThan(1);
  expect(new Set(headings).size).toBe(headings.length);
  const { items, facets } = await site.archive.search({ words: '領土', order: 'rank', limit: 30, count: ['year'] });
  expect(headings[0]).toBe(items[0]?.document);
  expect(page.match(/<li class="hit /g)).toHaveLength(items.length);
  const years = facets.year ?? [];
  expect(years.length).toBeGreaterThan(1);
  for (const { value, count } of years) expect(page).toContain(`<title>${value}: ${count} (`);
  const alone = await text(`/ja/search?q=領土&document=${yokohama}`);
  expect(new Set([...alone.matchAll(/class="hit [\s\S]*?readouts\/(d-[0-9a-f]+)#/g)].map(([, id]) => id))).toEqual(new Set([yokohama]));
  expect(alone).toContain(`/api/v1/search?q=%E9%A0%98%E5%9C%9F&amp;document=${yokohama}`);
});

test('a page that shows something of the archive says how it is cited, with the day it speaks of; others do not', async () => {
  for (const path of ['', 'readouts', 'relations', 'people', 'topics/territory', 'relations/JP-RU', 'ledger']) {
    const page = await text(`/en/${path}?on=2011-01-20`);
    expect(page, path).toContain('id="cite"');
    expect(page, path).toContain(`as of 20 Jan 2011, http://127.0.0.1:4870/en/${path}?on=2011-01-20`);
  }
  for (const path of ['help', 'settings', 'absent']) expect(await text(`/en/${path}`), path).not.toContain('id="cite"');
  for (const path of [`readouts/${yokohama}`, 'search?q=x']) expect((await text(`/en/${path}`)).match(/id="cite"/g), path).toHaveLength(1);
});

test('two names are made one, and the page of either leads to it', async () => {
  const { items } = await site.archive.entities({ kind: 'person', limit: 2 });
  const [one, other] = items.map(({ id }) => id) as [string, string];
  const unsigned = await site.send(`/ja/people/${one}/names`, { other, verdict: 'same', who: '', why: '' });
  expect(unsigned.status).toBe(422);
  expect((await site.send(`/ja/people/${one}/names`, { other, verdict: 'same', who: '乙川', why: '同じ人' })).status).toBe(303);
  const name = items[0]?.name ?? '?';
  expect(await text(`/ja/people/${other}`)).toContain(`<h1 class="src-words">${name}</h1>`);
});

test('all decisions stand in one list, the newest first, and each is undone there: of a readout, and of two names', async () => {
  const items = (await site.archive.entities({ kind: 'person', limit: 6 })).items.slice(-2);
  const [one, other] = items as [(typeof items)[0], (typeof items)[0]];
  await site.send(`/ja/people/${one.id}/names`, { other: other.id, verdict: 'same', who: '戊山', why: '同じ人' });
  const list = await text('/ja/corrections');
  const made = (await site.archive.corrections({ who: '戊山' }))[0]?.id ?? '';
  expect(/<li id="(k-[0-9a-f]+)"/.exec(list)?.[1]).toBe(made);
  expect(list).toContain(one.name);
  expect(await text(`/ja/people/${one.id}`)).toContain('/ja/corrections');
  expect((await site.send('/ja/corrections/undo', { correction: made, who: '', why: '' })).status).toBe(422);
  expect((await site.send('/ja/corrections/undo', { correction: 'k-none', who: '戊山', why: 'x' })).status).toBe(404);
  const undone = await site.send('/ja/corrections/undo', { correction: made, who: '己川', why: '別人' });
  expect(undone.headers.get('location')).toBe(`/ja/corrections#${made}`);
  expect((await site.archive.entity(other.id))?.id).toBe(other.id);
  expect(await text('/ja/corrections?who=戊山')).toMatch(new RegExp(`<li id="${made}" class="undone"`));
  expect(await text('/ja/corrections?who=誰')).toContain('まだ訂正はありません');
});

test('how a name is read stands above it, on its page and where it met somebody, and can be switched off', async () => {
  const readout = await text(`/ja/readouts/${yokohama}`);
  const id = /href="\/ja\/people\/(p-[0-9a-f]+)"/.exec(readout)?.[1] ?? '';
  expect((await site.send(`/ja/people/${id}/reading`, { reading: 'よみ', who: '', why: '' })).status).toBe(422);
  expect((await site.send('/ja/people/p-none/reading', { reading: 'よみ', who: '乙川', why: '名簿' })).status).toBe(404);
  expect((await site.send(`/ja/people/${id}/reading`, { reading: 'よみ<b>', who: '乙川', why: '名簿' })).status).toBe(303);
  expect(await text(`/ja/people/${id}`)).toMatch(/<ruby>[^<]+<rt>よみ&lt;b&gt;<\/rt><\/ruby>/);
  expect(await text(`/ja/readouts/${yokohama}`)).toMatch(/<ruby>[^<]+<rt>よみ&lt;b&gt;<\/rt><\/ruby>/);
  expect(await text('/ja/corrections')).toContain('読み方 よみ&lt;b&gt;');
  const off = await text(`/ja/readouts/${yokohama}`, { headers: { cookie: 'memcon-aids=speakers' } });
  expect(off).toContain('data-readings="off"');
  expect(off).toMatch(/class="aid-marks">/);
  expect(off).toMatch(/class="aid-who" checked>/);
  await site.send(`/ja/people/${id}/reading`, { reading: '', who: '乙川', why: '違った' });
  expect(await text(`/ja/readouts/${yokohama}`)).not.toContain('<ruby>');
});

test('a treaty is parted from another of its name on its page, and joined again', async () => {
  const id = /href="\/ja\/instruments\/(n-[0-9a-f]+)">[^<]*刑事共助/.exec(await text('/ja/clock/JP-RU'))?.[1] ?? '';
  const page = `/ja/instruments/${id}`;
  expect(await text(page)).toContain(`action="${page}/parting"`);
  const part = { set: 'parted', day: '2010-11-01', who: '乙川', why: '後の条約' };
  expect((await site.send(`${page}/parting`, { ...part, who: '' })).status).toBe(422);
  expect((await site.send(`${page}/parting`, { ...part, day: '2010' })).status).toBe(422);
  expect((await site.send('/ja/instruments/n-none/parting', part)).status).toBe(404);
  expect((await site.send(`${page}/parting`, part)).headers.get('location')).toBe(page);
  expect(await text(page)).toMatch(/この名の条約2件の2件目 · 人が2010年11月1日以降を分けました/);
  expect(await text('/ja/clock/JP-RU')).toContain('この名の条約2件の1件目');
  expect(await text('/ja/corrections')).toContain('2010年11月1日以降は別の条約');
  await site.send(`${page}/parting`, { ...part, set: 'rejoined' });
  expect(await text(page)).not.toContain('この名の条約');
});

test('settings are kept in cookies', async () => {
  const saved = await site.send('/ja/settings', { language: 'en', theme: 'dark', who: '乙川' });
  expect(saved.headers.get('location')).toBe('/en/settings?saved=1');
  const cookies = saved.headers.getSetCookie().join('\n');
  expect(cookies).toMatch(/memcon-theme=dark;.*HttpOnly; SameSite=Lax/);
  expect(cookies).toContain('memcon-keys=off');
  expect(cookies).toContain('memcon-aids=none');
  const page = await text('/en/help', { headers: { cookie: 'memcon-theme=dark; memcon-keys=off' } });
  expect(page).toContain('<html lang="en" data-theme="dark" data-keys="off">');
});
