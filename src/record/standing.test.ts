import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TALKS, TALKS_EDITED } from '../archive/test-readouts.ts';
import { readDocument } from '../desk/read.ts';
import { loadPack } from '../language/load.ts';
import type { Change, Correction, Subject } from './correction.ts';
import type { Reading } from './reading.ts';
import { record } from './schema.ts';
import { inForce, standing } from './standing.ts';
import { subjectOfCommitment, subjectOfDate, subjectOfStatement, subjectOfTalks, subjectOfWords } from './subject.ts';

const languages = [loadPack(resolve(import.meta.dirname, '../../languages/ja'))];
const read = (text: string): Reading => readDocument(text, { languages, mediaType: 'text/plain' });
const reading = read(TALKS);

let n = 0;
function correct(on: Subject | undefined, change: Change): Correction {
  if (!on) throw new Error('the words do not stand in the reading');
  return { id: `k-${++n}`, document: reading.document.id, on, change, who: 'tester', when: '2031-04-09T00:00:00Z', why: 'because' };
}
const statement = (of: Reading, words: string) => {
  const one = of.statements.find(({ quote }) => quote.includes(words));
  if (!one) throw new Error(`no statement holds ${words}`);
  return one;
};
const on = (words: string, of = reading) => subjectOfStatement(of, statement(of, words).id);

describe('laid over', () => {
  const rows: [words: string, change: Change, wanted: object][] = [
    ['一致', { set: 'act', act: 'confirm' }, { act: 'confirm' }],
    [
      '来年',
      { set: 'speakers', speakers: [{ party: 'GB', person: 'スミス' }] },
      { mode: 'one', speakers: [{ party: 'GB', person: 'スミス', basis: 'inferred' }] },
    ],
    ['来年', { set: 'speakers', speakers: [{ party: 'GB' }, { party: 'JP' }] }, { mode: 'joint' }],
    ['一致', { set: 'mode', mode: 'each' }, { mode: 'each' }],
    ['協力を求め', { set: 'topics', topics: ['abductions', 'economy'] }, { topics: ['abductions', 'economy'] }],
    ['一致', { set: 'withheld', withheld: true }, { withheld: true }],
    ['一致', { set: 'addressees', addressees: ['FR'] }, { addressees: ['FR'] }],
  ];
  test.each(rows)('%s %j', (words, change, wanted) => {
    const made = correct(on(words), change);
    const { reading: stands, corrected, orphans } = standing(reading, [made]);
    const one = stands.statements.find(({ id }) => id === statement(reading, words).id);
    expect(one).toMatchObject({ ...wanted, rule: `correction/${made.id}`, confidence: 'high' });
    expect(corrected.get(one?.id ?? '')).toEqual([made]);
    expect(orphans).toEqual([]);
    expect(record.safeParse(stands).error).toBeUndefined();
    // Nothing else moved, and the machine's reading is as it was.
    expect(stands.statements.filter(({ id }) => id !== one?.id)).toEqual(reading.statements.filter(({ id }) => id !== one?.id));
    expect(reading).toEqual(read(TALKS));
  });

  test('the kind of the text: what is no account of talks holds none, with no orphan of what was corrected in it', () => {
    const earlier = correct(on('一致'), { set: 'act', act: 'confirm' });
    const made = correct({ of: 'document' }, { set: 'kind', kind: 'press-conference' });
    const { reading: stands, corrected, orphans } = standing(reading, [earlier, made]);
    expect(stands.document.kind).toMatchObject({ value: 'press-conference', basis: 'inferred', rule: `correction/${made.id}` });
    expect([stands.talks, stands.statements, stands.commitments]).toEqual([[], [], []]);
    expect(JSON.stringify(stands.instruments)).not.toMatch(/"(?:talks|statement)"/);
    expect([corrected.get('document'), orphans]).toEqual([[made], []]);
    expect(record.safeParse(stands).error).toBeUndefined();
    // A joint statement is an account too, and what is undone has taken nothing.
    const joint = correct({ of: 'document' }, { set: 'kind', kind: 'joint-statement' });
    expect(standing(reading, [joint]).reading.statements).toEqual(reading.statements);
    const undone = correct({ of: 'document' }, { set: 'undone', correction: made.id });
    expect(standing(reading, [made, undone]).reading).toEqual(reading);
  });

  test('approved: as it was read, and sure', () => {
    const { reading: stands } = standing(reading, [correct(on('来年'), { set: 'approved' })]);
    expect(statement(stands, '来年')).toEqual({ ...statement(reading, '来年'), confidence: 'high' });
  });

  test('struck: gone, with every link to it', () => {
    const asked = correct(on('来年'), { set: 'struck' });
    const { reading: stands, struck } = standing(reading, [asked]);
    const id = statement(reading, '来年').id;
    expect(struck.map((one) => one.id)).toEqual([id]);
    expect(JSON.stringify({ ...stands, document: undefined })).not.toContain(id);
    expect(record.safeParse(stands).error).toBeUndefined();
  });

  test('a missing statement, in the order of the text', () => {
    const quote = '拉致問題の早期解決に向けた理解と協力を求め';
    const at = TALKS.indexOf(quote);
    const added = correct(subjectOfWords(reading, [at, at + quote.length]), {
      set: 'added',
      act: 'demand',
      verb: '求め',
      speakers: [{ party: 'JP' }],
      mode: 'one',
      addressees: ['GB'],
      topics: ['abductions'],
    });
    const { reading: stands, orphans } = standing(reading, [added]);
    expect(orphans).toEqual([]);
    expect(record.safeParse(stands).error).toBeUndefined();
    const one = stands.statements.find((each) => each.rule === `correction/${added.id}`);
    expect(one).toMatchObject({ quote, path: '2', act: 'demand', speakers: [{ party: 'JP' }] });
    expect(stands.statements.map(({ span }) => span[0])).toEqual([...stands.statements.map(({ span }) => span[0])].sort((a, b) => a - b));
    expect(standing(reading, [correct(subjectOfWords(reading, [at, at + 4]), { ...added.change, verb: '断った' } as Change)]).orphans.length).toBe(1);
  });

  test('a missing commitment: on words, told by the statements on them, and there whatever becomes of these', () => {
    const quote = '拉致問題の早期解決に向けた理解と協力を求め';
    const at = TALKS.indexOf(quote);
    const promise: Extract<Change, { set: 'promised' }> = {
      set: 'promised',
      kind: 'action',
      stage: 'intended',
      by: ['GB'],
      to: ['JP'],
      due: '2018-06',
    };
    const added = correct(subjectOfWords(reading, [at, at + quote.length]), promise);
    const { reading: stands, corrected, orphans } = standing(reading, [added]);
    expect(orphans).toEqual([]);
    expect(record.safeParse(stands).error).toBeUndefined();
    expect(stands.commitments.length).toBe(reading.commitments.length + 1);
    const one = stands.commitments.find(({ rule }) => rule === `correction/${added.id}`);
    const told = statement(reading, quote).id;
    expect(one).toMatchObject({
      what: quote,
      kind: 'action',
      by: ['GB'],
      to: ['JP'],
      stage: 'intended',
      due: { edtf: '2018-06' },
      statements: [told],
    });
    expect(corrected.get(one?.id ?? '')).toEqual([added]);
    const struck = standing(reading, [added, correct(on(quote), { set: 'struck' })]);
    expect(struck.reading.commitments.find(({ id }) => id === one?.id)?.statements).toEqual([]);
    // What is read there by now is not there twice.
    const [read] = reading.commitments;
    const { kind, by, to, span } = read ?? { kind: 'visit', by: [], to: [], span: [0, 1] as const };
    const again = standing(reading, [correct(subjectOfWords(reading, span), { ...promise, kind, by: [...by], to: [...to], stage: 'agreed' })]);
    expect(again.reading.commitments.length).toBe(reading.commitments.length);
    expect(again.reading.commitments[0]).toMatchObject({ id: read?.id, stage: 'agreed', due: { edtf: '2018-06' } });
  });

  test('a date: everywhere it is told', () => {
    const date = reading.talks[0]?.date;
    const { reading: stands } = standing(reading, [correct(subjectOfDate(reading, date?.span ?? [0, 0]), { set: 'date', edtf: '2018-05-10' })]);
    expect(stands.talks[0]?.date?.edtf).toBe('2018-05-10');
    expect(stands.dates.filter(({ span }) => span[0] === date?.span[0]).map(({ edtf }) => edtf)).toEqual(['2018-05-10']);
    expect(stands.document.published?.edtf).toBe('2018-05-09');
  });

  test('facts of the talks, set and taken away', () => {
    const subject = subjectOfTalks(reading, reading.talks[0]?.id ?? '');
    const { reading: stands } = standing(reading, [
      correct(subject, {
        set: 'talks',
        kind: 'call',
        level: null,
        start: '2018-05-09T10:00',
        place: { name: '東京', party: 'JP' },
        ordinal: 3,
        duration: 'PT1H',
      }),
    ]);
    expect(stands.talks[0]).toMatchObject({
      kind: 'call',
      start: { edtf: '2018-05-09T10:00' },
      place: { name: '東京' },
      ordinal: { value: 3 },
      duration: { duration: 'PT1H' },
    });
    expect(stands.talks[0]).not.toHaveProperty('level');
    expect(record.safeParse(stands).error).toBeUndefined();
  });

  test('who met: a name in the text rests on its places, another on the words that name the talks', () => {
    const [talks] = reading.talks;
    const [first] = talks?.participants ?? [];
    const { reading: stands, corrected } = standing(reading, [
      correct(subjectOfTalks(reading, talks?.id ?? ''), {
        set: 'talks',
        participants: [
          { party: 'JP', name: '甲野', office: '外務大臣' },
          { party: 'GB', name: 'ジョーンズ', office: '次官', role: 'vice-minister' },
        ],
        format: ['working-lunch'],
      }),
    ]);
    expect(corrected.has(talks?.id ?? '')).toBe(true);
    expect(stands.talks[0]?.participants).toMatchObject([
      { party: 'JP', name: '甲野', spans: first?.spans, role: first?.role },
      { party: 'GB', name: 'ジョーンズ', office: '次官', role: 'vice-minister', spans: [talks?.date?.span] },
    ]);
    expect(stands.talks[0]?.format).toMatchObject([{ value: 'working-lunch', basis: 'inferred' }]);
    expect(record.safeParse(stands).error).toBeUndefined();
  });

  test('the other fields of a commitment: kind, who owes it to whom, and when, a window too', () => {
    const [one] = reading.commitments;
    const subject = subjectOfCommitment(reading, one?.id ?? '');
    const made = correct(subject, { set: 'commitment', kind: 'action', by: ['GB'], to: ['JP'], due: '2019-01/2019-06' });
    const { reading: stands } = standing(reading, [made]);
    const rule = `correction/${made.id}`;
    expect(stands.commitments[0]).toMatchObject({ kind: 'action', by: ['GB'], to: ['JP'], due: { edtf: '2019-01/2019-06', rule }, rule });
    expect(stands.commitments[0]?.stage).toBe(one?.stage);
    expect(record.safeParse(stands).error).toBeUndefined();
    const none = standing(reading, [made, correct(subject, { set: 'commitment', due: null })]).reading.commitments[0];
    expect(none).not.toHaveProperty('due');
    expect(none?.by).toEqual(['GB']);
  });

  test('the stage of a commitment', () => {
    const [one] = reading.commitments;
    const { reading: stands } = standing(reading, [correct(subjectOfCommitment(reading, one?.id ?? ''), { set: 'stage', stage: 'scheduled' })]);
    expect(stands.commitments[0]?.stage).toBe('scheduled');
  });

  test('the later holds over the earlier; undone it does not, and an undone undoing lets it hold', () => {
    const first = correct(on('一致'), { set: 'act', act: 'confirm' });
    const second = correct(on('一致'), { set: 'act', act: 'share' });
    const act = (...all: Correction[]) => statement(standing(reading, all).reading, '一致').act;
    expect(act(first, second)).toBe('share');
    const undo = correct(first.on, { set: 'undone', correction: second.id });
    expect(act(first, second, undo)).toBe('confirm');
    const again = correct(first.on, { set: 'undone', correction: undo.id });
    expect(act(first, second, undo, again)).toBe('share');
    expect(inForce([first, second, undo, again]).map(({ id }) => id)).toEqual([first.id, second.id]);
  });
});

describe('over another reading', () => {
  const change: Change = { set: 'act', act: 'confirm' };

  test('holds where the words stand in their place, although the machine names them otherwise', () => {
    const other: Reading = { ...reading, statements: reading.statements.map((one) => ({ ...one, id: `s-new-${one.id}`, act: 'state' as const })) };
    const { reading: stands, orphans } = standing(other, [correct(on('来年'), change)]);
    expect(orphans).toEqual([]);
    expect(statement(stands, '来年').act).toBe('confirm');
  });

  test('holds in a new version where the words still stand', () => {
    const { orphans, reading: stands } = standing(read(TALKS_EDITED), [correct(on('来年'), change)]);
    expect(orphans).toEqual([]);
    expect(statement(stands, '来年').act).toBe('confirm');
  });

  const orphaned: [why: string, text: string, reason: string][] = [
    ['the words changed', TALKS_EDITED, 'words-gone'],
    [
      'the words stand in another place',
      TALKS.replace('(1)両外相は、次官級協議を続けていくことで一致した。', '').replace(
        '2 拉致問題\n\n',
        '2 拉致問題\n\n 両外相は、次官級協議を続けていくことで一致した。',
      ),
      'words-gone',
    ],
    ['the same words stand there twice', TALKS.replace('一致した。', '一致した。両外相は、次官級協議を続けていくことで一致した。'), 'words-gone'],
  ];
  test.each(orphaned)('an orphan where %s', (_, text, reason) => {
    const other = read(text);
    const made = correct(on('一致'), change);
    const { reading: stands, orphans, corrected } = standing(other, [made]);
    expect(orphans).toEqual([{ correction: made, reason }]);
    expect(corrected.size).toBe(0);
    expect(stands.statements).toEqual(other.statements);
    expect(stands.issues.at(-1)).toMatchObject({ code: 'correction/orphan', values: { correction: made.id, reason } });
    expect(record.safeParse(stands).error).toBeUndefined();
  });

  test('an orphan where the machine no longer makes a statement of the words', () => {
    const other: Reading = { ...reading, statements: reading.statements.filter(({ quote }) => !quote.includes('一致')) };
    expect(standing(other, [correct(on('一致'), change)]).orphans[0]?.reason).toBe('no-longer-read');
  });

  test('two acts on the same words are told apart by their predicate', () => {
    const one = statement(reading, '一致');
    const twin = { ...one, id: 's-twin', act: 'thank' as const, verb: { ...one.verb, text: '次官' } };
    const made = correct(subjectOfStatement({ ...reading, statements: [one, twin] }, 's-twin'), change);
    const renamed: Reading = {
      ...reading,
      statements: [
        { ...one, id: 's-a' },
        { ...twin, id: 's-b' },
      ],
    };
    expect(standing(renamed, [made]).reading.statements.map(({ act }) => act)).toEqual([one.act, 'confirm']);
  });

  test('whatever is done to the text, a correction holds on its own words or is an orphan', () => {
    const corrections = reading.statements.map((one) => correct(subjectOfStatement(reading, one.id), { set: 'topics', topics: ['economy'] }));
    const quotes = new Map(corrections.map((one, i) => [one.id, reading.statements[i]?.quote]));
    fc.assert(
      fc.property(
        fc.nat(TALKS.length),
        fc.nat(30),
        fc.constantFrom('', '両外相は、次官級協議を続けていくことで一致した。', '\n3 その他\n', '(2)', 'ア'),
        (at, length, put) => {
          const other = read(TALKS.slice(0, at) + put + TALKS.slice(at + length));
          const { reading: stands, orphans, corrected } = standing(other, corrections);
          const held = [...corrected].flatMap(([id, list]) => list.map((one) => [id, one.id] as const));
          expect(held.length + orphans.length).toBe(corrections.length);
          for (const [id, correction] of held) expect(stands.statements.find((one) => one.id === id)?.quote).toBe(quotes.get(correction));
        },
      ),
      { seed: 13, numRuns: 200 },
    );
  });
});
