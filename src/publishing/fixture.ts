/** For tests: a record made by hand, with one of everything that a page may have to show. The meeting is invented. */
import type { Act, DateMention, OutlineNode, Reading, Statement } from '../record/reading.ts';

const TEXT = `トップ > 会談
日露外相会談(概要)
平成32年4月9日
 4月9日15時から約1時間、春日外務大臣は、訪日中のソコロフ・ロシア外務大臣と会談した。会談後、昨年6月に署名した漁業協定の批准書を交換した(同協定は5月9日に発効する。)。
【ポイント】
・両外相は、次官級協議を続けることで一致。
・双方が島に関する自らの立場を述べた。
1 二国間関係
(1)両外相は、次官級協議を続けていくことを確認した。
(2)春日大臣から、1)観光を増やすこと、2)直行便を戻すことが大切である旨述べ、ソコロフ外相はこれに賛同した。
2 島の問題
(1)双方が、それぞれの立場を述べた。
(2)これに対し、先方からは、<原則>に基づく主張が行われた。
(3)ソコロフ外相から訪露招待があり、春日大臣から、来年ロシアを訪問したい旨述べた。
このページの先頭へ
`;

function at(words: string, after = 0): [number, number] {
  const start = TEXT.indexOf(words, after);
  if (start < 0) throw new Error(`the fixture has no "${words}"`);
  return [start, start + words.length];
}

function node(kind: OutlineNode['kind'], path: string, words: string, more: Partial<OutlineNode> = {}): OutlineNode {
  return { kind, path, span: at(words), children: [], ...more };
}

function group(kind: OutlineNode['kind'], path: string, children: OutlineNode[], more: Partial<OutlineNode> = {}): OutlineNode {
  return { kind, path, span: [children[0]?.span[0] ?? 0, children.at(-1)?.span[1] ?? 0], children, ...more };
}

function day(words: string, edtf: string, more: Partial<DateMention> = {}): DateMention {
  return { edtf, text: words, span: at(words), basis: 'stated', ...more };
}

let count = 0;
function said(path: string, act: Act, parties: string[], words: string, verb: string, more: Partial<Statement> = {}): Statement {
  const span = at(words);
  const verbSpan: [number, number] = [span[1] - verb.length, span[1]];
  count++;
  return {
    id: `s-${String(count).padStart(2, '0')}`,
    talks: 't-1',
    path,
    span,
    quote: words,
    act,
    verb: { text: verb, span: verbSpan },
    speakers: parties.map((party) => ({ party, basis: 'stated' as const, span: [span[0], span[0] + 2] as [number, number] })),
    mode: parties.length > 1 ? 'joint' : 'one',
    addressees: [],
    content: [span[0], verbSpan[0]],
    topics: [],
    dates: [],
    mentions: [],
    rule: `xx.acts/${act}`,
    confidence: 'high',
    ...more,
  };
}

export function makeFixture(): Reading {
  count = 0;
  const both = ['JP', 'RU'];
  const nextYear = day('来年', '2021', { basis: 'inferred', rule: 'dates/relative-year', anchor: '2020-04-09' });
  const statements: Statement[] = [
    said('lede', 'conclude', both, '昨年6月に署名した漁業協定の批准書を交換した', 'を交換した', {
      speakers: both.map((party) => ({ party, basis: 'inferred', rule: 'speakers/outcome' })),
      dates: [2],
    }),
    said('points/1', 'agree', both, '両外相は、次官級協議を続けることで一致', 'で一致', { restates: ['s-04'] }),
    said('points/2', 'hold', both, '双方が島に関する自らの立場を述べた', 'を述べた', { mode: 'each', withheld: true, topics: ['territory'] }),
    said('1(1)', 'confirm', both, '両外相は、次官級協議を続けていくことを確認した', '確認した', { restates: ['s-02'] }),
    said('1(2)', 'state', ['JP'], '春日大臣から、1)観光を増やすこと、2)直行便を戻すことが大切である旨述べ', '旨述べ', {
      addressees: ['RU'],
      points: [
        { number: '1)', span: at('観光を増やすこと') },
        { number: '2)', span: at('直行便を戻すこと') },
      ],
    }),
    said('1(2)', 'concur', ['RU'], 'ソコロフ外相はこれに賛同した', '賛同した', { repliesTo: 's-05', addressees: ['JP'] }),
    said('2(1)', 'hold', both, '双方が、それぞれの立場を述べた', 'を述べた', { mode: 'each', withheld: true, topics: ['territory'] }),
    said('2(2)', 'hold', ['RU'], '先方からは、<原則>に基づく主張が行われた', '主張が行われた', {
      repliesTo: 's-07',
      withheld: true,
      confidence: 'low',
      verb: { text: '主張が行われた', span: at('主張が行われた'), strength: 2 },
    }),
    said('2(3)', 'invite', ['RU'], 'ソコロフ外相から訪露招待があり', 'があり', { addressees: ['JP'] }),
    said('2(3)', 'intend', ['JP'], '春日大臣から、来年ロシアを訪問したい旨述べた', 'したい旨述べた', { dates: [4], addressees: ['RU'] }),
  ];
  return {
    memcon: '1',
    reader: { version: '0.0.0', languages: { ja: '0.0.0' } },
    document: {
      id: 'd-0123456789abcdef',
      language: 'ja',
      title: { value: '日露外相会談(概要)', basis: 'stated', span: at('日露外相会談(概要)') },
      publisher: { party: 'JP', name: '外務省' },
      published: day('平成32年4月9日', '2020-04-09'),
      source: { mediaType: 'text/plain', encoding: 'utf-8', sha256: '0123456789abcdef'.repeat(4) },
      offsets: 'utf-16',
      text: TEXT,
      outline: [
        node('furniture', 'furniture/1', 'トップ > 会談'),
        node('title', 'title', '日露外相会談(概要)'),
        node('dateline', 'dateline', '平成32年4月9日'),
        node('lede', 'lede', TEXT.slice(TEXT.indexOf(' 4月9日15時'), TEXT.indexOf('【'))),
        group('points', 'points', [
          node('heading', 'points', '【ポイント】'),
          node('item', 'points/1', '・両外相は、次官級協議を続けることで一致。'),
          node('item', 'points/2', '・双方が島に関する自らの立場を述べた。'),
        ]),
        group(
          'section',
          '1',
          [
            node('heading', '1', '1 二国間関係'),
            node('item', '1(1)', '(1)両外相は、次官級協議を続けていくことを確認した。', { number: '(1)' }),
            node('item', '1(2)', TEXT.slice(TEXT.indexOf('(2)春日'), TEXT.indexOf('\n2 島')), { number: '(2)' }),
          ],
          { number: '1' },
        ),
        group(
          'section',
          '2',
          [
            node('heading', '2', '2 島の問題'),
            node('item', '2(1)', '(1)双方が、それぞれの立場を述べた。', { number: '(1)' }),
            node('item', '2(2)', '(2)これに対し、先方からは、<原則>に基づく主張が行われた。', { number: '(2)' }),
            node('item', '2(3)', TEXT.slice(TEXT.indexOf('(3)ソコロフ'), TEXT.indexOf('\nこのページ')), { number: '(3)' }),
          ],
          { number: '2' },
        ),
        node('furniture', 'furniture/2', 'このページの先頭へ'),
      ],
    },
    talks: [
      {
        id: 't-1',
        kind: 'meeting',
        level: 'foreign-ministers',
        date: day('4月9日', '2020-04-09', {
          span: at('4月9日15時').slice(0, 2) as [number, number],
          text: '4月9日15時',
          basis: 'inferred',
          rule: 'dates/day',
          anchor: '2020-04-09',
        }),
        start: day('4月9日15時', '2020-04-09T15:00', { basis: 'inferred', rule: 'dates/day', anchor: '2020-04-09' }),
        duration: { duration: 'PT1H', text: '約1時間', span: at('約1時間'), basis: 'stated', approximate: true },
        place: { name: '日本', party: 'JP', basis: 'inferred', span: at('訪日中'), rule: 'talks/host' },
        parties: both,
        participants: [
          { name: '春日', party: 'JP', office: '外務大臣', role: 'foreign-minister', spans: [at('春日外務大臣')] },
          { name: 'ソコロフ', party: 'RU', office: '外務大臣', role: 'foreign-minister', spans: [at('ソコロフ・ロシア外務大臣')] },
        ],
      },
    ],
    statements,
    commitments: [
      {
        id: 'c-1',
        kind: 'invitation',
        by: ['RU'],
        to: ['JP'],
        what: 'ソコロフ外相から訪露招待があり',
        span: at('ソコロフ外相から訪露招待があり'),
        stage: 'invited',
        statements: ['s-09'],
        rule: 'commitments/invite',
      },
      {
        id: 'c-2',
        kind: 'visit',
        by: ['JP'],
        to: ['RU'],
        what: '来年ロシアを訪問したい',
        span: at('来年ロシアを訪問したい'),
        due: nextYear,
        stage: 'intended',
        statements: ['s-10'],
        answers: 'c-1',
        rule: 'commitments/visit',
      },
    ],
    instruments: [
      {
        id: 'i-1',
        name: '漁業協定',
        kind: 'agreement',
        parties: both,
        spans: [at('漁業協定')],
        events: [
          {
            event: 'signed',
            date: day('昨年6月', '2019-06', { basis: 'inferred', rule: 'dates/relative-month', anchor: '2020-04-09' }),
            span: at('昨年6月に署名した'),
          },
          {
            event: 'instruments-exchanged',
            date: day('4月9日', '2020-04-09', { basis: 'inferred', rule: 'dates/day', anchor: '2020-04-09' }),
            talks: 't-1',
            statement: 's-01',
            span: at('批准書を交換した'),
          },
          {
            event: 'entered-into-force',
            date: day('5月9日', '2020-05-09', { basis: 'inferred', rule: 'dates/day', anchor: '2020-04-09' }),
            span: at('5月9日に発効する'),
          },
        ],
        intervals: [{ from: 'instruments-exchanged', to: 'entered-into-force', days: 30 }],
      },
    ],
    mentions: [],
    dates: [
      day('平成32年4月9日', '2020-04-09'),
      day('4月9日15時', '2020-04-09T15:00', { basis: 'inferred', rule: 'dates/day', anchor: '2020-04-09' }),
      day('昨年6月', '2019-06', { basis: 'inferred', rule: 'dates/relative-month', anchor: '2020-04-09' }),
      day('5月9日', '2020-05-09', { basis: 'inferred', rule: 'dates/day', anchor: '2020-04-09' }),
      nextYear,
    ],
    issues: [{ code: 'dates/beyond-era', severity: 'warning', message: 'Heisei has no year 32', span: at('平成32年4月9日'), values: {} }],
  };
}
