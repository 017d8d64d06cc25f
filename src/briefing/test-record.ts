/** For tests: the record of an invented relation, three talks long. */
import type { Act, Topic } from '../record/reading.ts';
import type { Side } from './brief.ts';
import type { BriefRecord, BriefStatement, BriefTalks, Promised } from './record.ts';

/** `[` and `]` part the content from its frame. */
export function statement(path: string, side: Side, act: Act, marked: string, more: Partial<BriefStatement> = {}): BriefStatement {
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
  const quote = marked.replace(/[[\]]/g, '');
  return {
    id: `s-${path}-${side}-${act}`,
    path,
    quote,
    content: start < 0 ? [0, quote.length] : [start, end],
    act,
    strength: 0,
    side,
    speakers: side === 'own' ? [{ party: 'JP' }] : side === 'other' ? [{ party: 'GB' }] : [{ party: 'JP' }, { party: 'GB' }],
    topics: [],
    withheld: false,
    low: false,
    ...more,
  };
}

const on = (...topics: Topic[]) => ({ topics });

export const TALKS: readonly BriefTalks[] = [
  {
    document: 'd-3',
    id: 't-3',
    kind: 'meeting',
    level: 'foreign-ministers',
    date: '2031-04-09',
    day: '2031-04-09',
    place: '東京',
    duration: 'PT1H30M',
    parties: ['JP', 'GB'],
    participants: [
      { name: '甲野', party: 'JP', role: 'foreign-minister' },
      { name: 'スミス', party: 'GB', role: 'foreign-minister' },
    ],
    words: { document: 'd-3', path: 'lede', quote: '4月9日、甲野外務大臣は、東京でスミス英国外務大臣と会談した。' },
    statements: [
      statement('1(1)', 'joint', 'agree', '両外相は、[次官級協議を来年春に開催する]ことで一致した', on('political-dialogue')),
      statement('2(1)', 'own', 'protest', '甲野大臣から、[漁船の拿捕]について抗議した', { ...on('maritime'), strength: 2 }),
      statement('2(2)', 'other', 'hold', 'スミス大臣は自国の立場を述べた', { ...on('maritime'), withheld: true }),
    ],
  },
  {
    document: 'd-2',
    id: 't-2',
    kind: 'call',
    level: 'foreign-ministers',
    date: '2030-11-20',
    day: '2030-11-20',
    parties: ['JP', 'GB'],
    participants: [],
    statements: [
      statement('1', 'joint', 'confirm', '両外相は、[緊密に連携していく]ことを確認した', on('political-dialogue')),
      statement('2', 'own', 'concern', '甲野大臣から、[漁船の拿捕]について懸念を表明した', on('maritime')),
      statement('3', 'other', 'expect', 'スミス大臣から、[漁業協定の早期署名]への期待を表明した', on('economy')),
    ],
  },
  {
    document: 'd-1',
    id: 't-1',
    kind: 'meeting',
    level: 'leaders',
    date: '2030-05',
    day: '2030-05-01',
    parties: ['JP', 'GB'],
    participants: [],
    statements: [statement('1', 'joint', 'agree', '両首脳は、[貿易を拡大する]ことで一致した', on('economy'))],
  },
];

function cited(document: string, path: string, quote: string, date?: string): Promised['what'] {
  return { document, language: 'ja', statement: `s-${document}-${path}-${quote.length}`, path, quote, ...(date && { date }) };
}

function promised(kind: Promised['kind'], by: readonly string[], what: Promised['what'], more: Partial<Promised>): Promised {
  const stage = more.stage ?? 'intended';
  return {
    id: `c-${what.path}`,
    kind,
    by,
    to: by,
    what,
    stage,
    state: 'open',
    group: 'undated',
    conditions: [],
    steps: [{ stage, ...(what.date && { day: what.date }), by, reason: 'told', cited: [what] }],
    tellings: [what],
    of: [],
    ...more,
  };
}

export const RECORD: BriefRecord = {
  dyad: 'GB-JP',
  own: 'JP',
  other: 'GB',
  asOf: '2031-06-01',
  talks: TALKS,
  owed: [
    promised('meeting', ['JP', 'GB'], cited('d-3', '1(1)', '次官級協議を来年春に開催する', '2031-04-09'), {
      stage: 'agreed',
      state: 'open',
      group: 'vague',
      due: { edtf: '2032-21', text: '来年春', basis: 'inferred' },
    }),
    promised('visit', ['GB'], cited('d-2', '4', '年内に訪日したい', '2030-11-20'), {
      to: ['JP'],
      state: 'lapsed',
      group: 'past',
      due: { edtf: '2030-12', text: '年内', basis: 'inferred' },
      searched: { from: '2030-11-20', until: '2031-04-09', talks: 1, looked: [] },
    }),
    promised('invitation', ['JP'], cited('d-2', '5', '訪日の招待', '2030-11-20'), {
      to: ['GB'],
      stage: 'invited',
      state: 'no-evidence',
      group: 'undated',
    }),
  ],
  treaties: [
    {
      id: 'n-1',
      name: '日英漁業協定',
      names: [{ name: '日英漁業協定', language: 'ja', documents: 1 }],
      kind: 'agreement',
      parties: ['GB', 'JP'],
      steps: [
        { event: 'signed', date: '2030-09', status: 'told', cited: [cited('d-3', '3', '昨年9月に署名した日英漁業協定')], at: [] },
        { event: 'entered-into-force', date: '2031-07-01', status: 'ahead', cited: [cited('d-3', '3', '日英漁業協定が7月1日に発効する')], at: [] },
      ],
      missing: ['approved'],
      next: [],
      clauses: [],
      contradictions: [],
    },
  ],
  formulas: [],
  documents: new Map(
    [
      { id: 'd-3', n: 2, title: '日英外相会談(概要)', publisher: { party: 'JP', name: '外務省' }, published: '2031-04-09', language: 'ja' },
      { id: 'd-2', n: 1, title: '日英外相電話会談', publisher: { party: 'JP', name: '外務省' }, published: '2030-11-20', language: 'ja' },
      { id: 'd-1', n: 1, title: '日英首脳会談', publisher: { party: 'JP', name: '外務省' }, published: '2030-05-02', language: 'ja' },
    ].map((each) => [each.id, each]),
  ),
};
