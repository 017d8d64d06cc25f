import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../language/load.ts';
import { makeVoice, type Voice } from '../language/voice.ts';
import { type Brief, linesOf, wordsOf } from './brief.ts';
import { fitted, keepOf } from './fitted.ts';
import { briefOf, EVERYTHING } from './make.ts';
import { quote } from './phrase.ts';
import type { BriefRecord } from './record.ts';
import { findPlays } from './state-of-play.ts';
import { RECORD, statement, TALKS } from './test-record.ts';

function voiceOf(code: string): Voice {
  const { phrases } = loadPack(resolve(import.meta.dirname, '../../languages', code));
  if (!phrases) throw new Error(`no phrases in ${code}`);
  return makeVoice(code, phrases);
}
const EN = voiceOf('en');
const JA = voiceOf('ja');
const make = (record: BriefRecord = RECORD, voice = EN, topics?: readonly ('economy' | 'maritime')[]) =>
  briefOf(record, voice, { placeOf: (path) => path, ...(topics && { topics }) })(EVERYTHING);
const words = (brief: Brief, section: string) => [...linesOf(brief)].filter((each) => each.section === section).map(({ line }) => wordsOf(line));

describe('a brief', () => {
  test.each([EN, JA])('every line cites a place, or says that nothing is on record', (voice) => {
    for (const record of [RECORD, { ...RECORD, talks: [], owed: [], treaties: [] }])
      for (const { section, line } of linesOf(make(record, voice))) {
        const cites = line.runs.filter((run) => run.kind === 'cite');
        expect(cites.length > 0 || line.absent === true, `${section}: ${wordsOf(line)}`).toBe(true);
      }
  });

  test('numbers begin at 1, rise in the order of the page, and each leads to its document', () => {
    const brief = make();
    const numbers = [...linesOf(brief)].flatMap(({ line }) => line.runs.flatMap((run) => (run.kind === 'cite' ? run.numbers : [])));
    expect([...new Set(numbers)]).toEqual(brief.sources.map(({ number }) => number));
    expect(brief.sources.map(({ number }) => number)).toEqual(brief.sources.map((_, i) => i + 1));
    for (const { document } of brief.sources) expect(brief.documents[document]?.id).toMatch(/^d-/);
  });

  test('a quote is words of one of the sources of its line, letter for letter', () => {
    for (const { line } of linesOf(make()))
      for (const [i, run] of line.runs.entries()) {
        if (run.kind !== 'quote') continue;
        const cited = line.runs.slice(i).find((each) => each.kind === 'cite');
        const sources = [
          ...RECORD.treaties.map(({ name }) => name),
          ...TALKS.flatMap(({ place, participants }) => [place, ...participants.map(({ name }) => name)]),
        ];
        const quotes = make()
          .sources.filter(({ number }) => cited?.kind === 'cite' && cited.numbers.includes(number))
          .map(({ quote }) => quote);
        expect(
          [...sources, ...quotes].some((each) => each?.includes(run.words)),
          run.words,
        ).toBe(true);
      }
  });

  test('what is withheld is told as withheld, with the words that tell it', () => {
    const row = words(make(), 'topics').find((each) => each.includes('立場'));
    expect(row).toContain('content withheldスミス大臣は自国の立場を述べた'.replace('withheldス', 'withheld ス'));
  });

  test('the record is told from the day of the brief', () => {
    expect(words(make(), 'glance')[0]).toBe(
      'Talks 3 on record since May 2030; the last 9 Apr 2031 meeting, foreign ministers, 53 days before this brief. Leaders last met on May 2030.',
    );
    expect(words(make(), 'ahead')).toEqual(['1 Jul 2031 in 30 days in force 日英漁業協定', 'spring 2032 meeting 次官級協議を来年春に開催する']);
  });

  test('past its date without evidence is not called undone', () => {
    const [line] = words(make(), 'questions').filter((each) => each.includes('年内に訪日'));
    expect(line).toBe('Past its date. United Kingdom visit to Japan 年内に訪日したい due Dec 2030 Nothing found in 1 later talks until 9 Apr 2031.');
  });

  test('an invitation without an answer is told as that, and only once it is open', () => {
    expect(words(make(), 'questions').filter((each) => each.startsWith('Invitation'))).toEqual([
      'Invitation without an answer. Japan invitation to United Kingdom 訪日の招待 20 Nov 2030 No answer is on record.',
    ]);
    const done = { ...RECORD, owed: RECORD.owed.map((each) => ({ ...each, state: 'done' as const, stage: 'done' as const })) };
    expect(words(make(done), 'questions').filter((each) => /^(Invitation|Past)/.test(each))).toEqual([]);
    expect(words(make(done), 'owed')[0]).toBe('No open commitment is on record');
  });

  test('a step that nothing tells is absent, one dated ahead is ahead', () => {
    const clock = make()
      .sections.flatMap(({ blocks }) => blocks)
      .find(({ kind }) => kind === 'clock');
    expect(clock?.kind === 'clock' && clock.steps.map(({ state }) => state)).toEqual(['done', 'absent', 'ahead']);
  });

  test('wording that moved: the same side and topic with another act', () => {
    expect(words(make(), 'moved').some((each) => each.includes('concern 漁船の拿捕') && each.includes('protested, strong 漁船の拿捕'))).toBe(true);
  });

  test('only the topics asked for, in their order; one that nothing tells says so', () => {
    const table = make(RECORD, EN, ['maritime', 'economy']).sections.find(({ id }) => id === 'topics')?.blocks[0];
    expect(table?.kind === 'table' && table.groups.map(({ head }) => wordsOf(head[0] as never))).toEqual(['Maritime affairs', 'Economic relations']);
  });

  test('the frame is Japanese where asked for; quotes stay what they are', () => {
    const brief = make(RECORD, JA);
    expect(brief.kicker).toBe('会談用資料');
    expect(wordsOf(brief.sections[0]?.blocks[0]?.kind === 'list' ? (brief.sections[0].blocks[0].lines[0] as never) : (null as never))).toContain(
      '2030年5月以来3件',
    );
  });
});

describe('topics', () => {
  test('topics whose last words are the same words are one', () => {
    const both = {
      ...RECORD,
      talks: [{ ...TALKS[0], statements: [statement('1', 'joint', 'agree', '[協力する]ことで一致した', { topics: ['economy', 'energy'] })] }],
    };
    expect(findPlays(both as BriefRecord).map(({ topics }) => topics)).toEqual([['economy', 'energy']]);
  });

  test('sides are those of the brief, whoever published', () => {
    const theirs = statement('1', 'own', 'state', '先方から[協力したい]旨述べた', { topics: ['economy'], speakers: [{ party: 'GB' }] });
    const [play] = findPlays({ ...RECORD, talks: [{ ...(TALKS[0] as (typeof TALKS)[number]), statements: [theirs] }] });
    expect(play?.other?.statement).toBe(theirs);
    expect(play?.own).toBeUndefined();
  });
});

describe('length', () => {
  test('as much as fits, and what is left out is said', () => {
    const made = briefOf(RECORD, EN, { placeOf: (path) => path });
    const size = (brief: Brief) => [...linesOf(brief)].length;
    const all = size(made(EVERYTHING));
    for (const most of [size(made(keepOf(-64))), all - 1, all]) expect(size(fitted(made, most, size).brief)).toBeLessThanOrEqual(most);
    expect(size(fitted(made, all, size).brief)).toBe(all);
    const short = made(keepOf(-64));
    expect(short.sections.find(({ id }) => id === 'talks')?.note).toBe('1 of 3; the rest is left out for length');
    expect(made(EVERYTHING).sections.find(({ id }) => id === 'talks')?.note).toBeUndefined();
  });

  test('a quote is cut after a rest, never inside a sign, and says so', () => {
    expect(quote('一二三四五、六七八', 'ja', 7)).toEqual({ kind: 'quote', words: '一二三四五', language: 'ja', cut: true });
    expect(quote('短い', 'ja', 7)).toEqual({ kind: 'quote', words: '短い', language: 'ja' });
    expect(quote('𠮷𠮷𠮷𠮷', 'ja', 3)).toMatchObject({ words: '𠮷', cut: true });
  });
});
