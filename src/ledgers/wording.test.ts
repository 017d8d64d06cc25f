import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeTalks, type Said } from './test-told.ts';
import { findFormulas, historyOf } from './wording.ts';

const F = '双方にとって受入れ可能な解決策';
const words = (talks: Parameters<typeof findFormulas>[0], wishes = {}) => findFormulas(talks, wishes).map((one) => one.words);

describe('formulas', () => {
  test('a phrase of three talks is found whole, from word to word, whatever stands around it', () => {
    const talks = makeTalks([
      [`漁場について、${F}を探っていく`],
      [`今後も${F}が重要である`],
      [`次回までに${F}に向けて作業する`],
      ['海洋に関する別の話'],
    ]);
    const [first, ...more] = findFormulas(talks, { least: 3 });
    expect(first).toMatchObject({ words: F, talks: 3, first: 0, last: 2, states: ['full', 'full', 'full', 'missing'], by: { joint: 3 } });
    expect(more).toEqual([]);
    for (const { talks: i, statement, span } of first?.tellings ?? []) expect(talks[i]?.statements[statement]?.quote.slice(...span)).toBe(F);
  });

  test('not every part of it, and no part that never stands alone', () => {
    const talks = makeTalks([[F, '静かな環境の下で協議を進める'], [F, '静かな環境の下で協議を続ける'], [F]]);
    expect(words(talks, { least: 2 })).toEqual([F, '静かな環境の下で協議']);
  });

  test('in two talks of three it is none where three are asked for; in two it is where two are', () => {
    const talks = makeTalks([[F], [F], ['別の話']]);
    expect(words(talks, { least: 3 })).toEqual([]);
    expect(words(talks, { least: 2 })).toEqual([F]);
  });

  test('twice in one talks is once', () => expect(words(makeTalks([[F, F], ['別の話']]), { least: 2 })).toEqual([]));

  const none: [why: string, all: Said[][]][] = [
    ['thanks', [1, 2, 3].map(() => [{ quote: '温かいもてなしに対する心からの感謝', act: 'thank', side: 'own' as const }])],
    ['a name', [1, 2, 3].map(() => [{ quote: '太平洋漁業管理委員会', named: [[0, 10, 0]] as const }])],
    ['a person within', [1, 2, 3].map(() => [{ quote: '解決に[甲野大臣]の努力' }])],
    ['kana alone', [1, 2, 3].map(() => [{ quote: 'これからもともにやっていくということ' }])],
    ['two signs', [1, 2, 3].map(() => [{ quote: '漁業' }])],
    ['over a stop', [1, 2, 3].map(() => [{ quote: '漁場。条約' }])],
    ['in the frame', [1, 2, 3].map(() => [{ quote: '双方は海洋法の原則的立場で一致', content: [0, 2] as const }])],
  ];
  test.each(none)('none: %s', (_, all) => expect(words(makeTalks(all), { least: 2 })).toEqual([]));

  test('a small change is a variant, with a letter for each; another thing is none', () => {
    const talks = makeTalks([[F], [F], ['双方が受け入れ可能な解決策'], ['両国の漁業者にとって重要な資源'], ['双方にとって受入れ可能な解決']]);
    const formula = historyOf(F, talks);
    expect(formula?.states).toEqual(['full', 'full', 'variant', 'missing', 'variant']);
    expect(formula?.variants.map(({ letter, words: form }) => [letter, form])).toEqual([
      ['a', '双方が受け入れ可能な解決策'],
      ['b', '双方にとって受入れ可能な解決'],
    ]);
  });

  test('what is told under a narrower topic counts for the wider, which is named where more tellings are of it', () => {
    const of = (...topics: ('territory' | 'peace-treaty')[]): Said => ({ quote: F, topics });
    const raised: Said = { quote: '領土の話', topics: ['territory'] };
    const mixed = historyOf(F, makeTalks([[of('peace-treaty')], [of('peace-treaty')], [of('territory')], [raised]]));
    expect(mixed).toMatchObject({ topics: ['territory'], states: ['full', 'full', 'full', 'missing'] });
    const narrow = historyOf(F, makeTalks([[of('peace-treaty')], [of('peace-treaty')], [raised]]));
    expect(narrow).toMatchObject({ topics: ['peace-treaty'], states: ['full', 'full', 'none'] });
  });

  test('widths, old forms and brackets make no other phrase', () => {
    const formula = historyOf('ＡＰＥＣ沢田構想', makeTalks([['「APEC澤田構想」を進める'], ['APEC沢田構想']]));
    expect(formula?.states).toEqual(['full', 'full']);
  });

  test('missing only where the topic was raised, in its language', () => {
    const talks = [
      ...makeTalks([[F], [F], [{ quote: '経済の話', topics: ['economy'] }], [{ quote: '平和の話', topics: ['peace-treaty'] }], []]),
      ...makeTalks([['Something else']], { language: 'en' }),
    ];
    expect(historyOf(F, talks)?.states).toEqual(['full', 'full', 'none', 'missing', 'none', 'none']);
  });

  const notes: [why: string, present: string, wanted: string[]][] = [
    ['missing since', '##..', ['missing-lately']],
    ['new', '...#', ['new']],
    ['never missing', '###', ['never-missing']],
    ['back again', '#.#', ['dropped-back']],
    ['neither', '#.##', []],
  ];
  test.each(notes)('note: %s', (_, present, wanted) => {
    const formula = historyOf(F, makeTalks([...present].map((sign) => [sign === '#' ? F : '漁場の話'])));
    expect(formula?.notes.map(({ code }) => code)).toEqual(wanted);
    if (present === '##..') expect(formula?.notes[0]).toEqual({ code: 'missing-lately', n: 2 });
  });

  test('in the body and not in the points of the last talks', () => {
    const points = (quote: string) => [
      { quote, path: 'points/1' },
      { quote: F, path: '1(1)' },
    ];
    const codes = (quote: string) => historyOf(F, makeTalks([points(F), points(quote)]))?.notes.map(({ code }) => code);
    expect(codes('漁場の話')).toContain('not-in-points');
    expect(codes(F)).not.toContain('not-in-points');
  });

  test('who says it', () => {
    const by = (party: string) => ({ quote: F, side: party === 'JP' ? ('own' as const) : ('other' as const), speakers: [{ party }] });
    const formula = historyOf(F, makeTalks([[by('JP'), F], [by('NZ')]]));
    expect(formula?.by).toEqual({ JP: 1, joint: 1, NZ: 1 });
    expect(formula?.notes.map(({ code }) => code)).toContain('both-sides');
  });

  test('words of a script with spaces: from one word that says something to another', () => {
    const en = (quote: string) => [{ quote, speakers: [{ party: 'US' }] }];
    const talks = makeTalks(
      [
        en('to seek a mutually acceptable solution to the issue'),
        en('that a mutually acceptable solution for all'),
        en('of a mutually acceptable solution'),
      ],
      { language: 'en' },
    );
    expect(words(talks, { least: 3 })).toEqual(['mutually acceptable solution']);
    // "security" stands beside ever other words: it joins, and the comma behind it goes with it
    const said = 'security, economic, and humanitarian support';
    const listed = makeTalks(
      [
        [...en(`additional ${said}`), ...en('border security remains'), ...en('energy security matters')],
        [...en(`further ${said}`), ...en('their security depends'), ...en('food security worsens')],
        [...en(`lasting ${said}`), ...en('maritime security improves')],
      ],
      { language: 'en' },
    );
    expect(words(listed, { least: 3 })).toEqual(['economic, and humanitarian support']);
  });

  test('words that are all written large are a name; one small word among them makes a phrase', () => {
    const en = (quote: string) => [{ quote }];
    const talks = (quote: string) =>
      makeTalks(
        [1, 2, 3].map(() => en(quote)),
        { language: 'en' },
      );
    expect(words(talks('the Joint Fisheries Consultative Committee met'), { least: 2 })).toEqual([]);
    expect(words(talks('the complete Joint Fisheries Consultative Committee'), { least: 2 })).toEqual([
      'complete Joint Fisheries Consultative Committee',
    ]);
  });

  test('agreed by both, in more talks and longer comes first', () => {
    const said = (quote: string, side: 'joint' | 'own') => ({ quote, side, act: side === 'joint' ? ('agree' as const) : ('state' as const) });
    const talks = makeTalks([1, 2, 3].map(() => [said('漁場の保護に関する作業', 'own'), said('資源の管理に関する協議', 'joint')]));
    expect(words(talks, { least: 2 })).toEqual(['資源の管理に関する協議', '漁場の保護に関する作業']);
  });

  test('a phrase that nobody said has no history; nor has nothing', () => {
    expect(historyOf('未知の表現', makeTalks([[F]]))).toBeUndefined();
    expect(historyOf('。', makeTalks([[F]]))).toBeUndefined();
    expect(findFormulas([])).toEqual([]);
  });

  test('any texts: words at their spans, every exact telling the same, no formula inside another with the same tellings', () => {
    const piece = fc.constantFrom(
      '双方',
      'にとって',
      '受入れ',
      '可能な',
      '解決策',
      'を',
      '協議',
      '、',
      '。',
      'APEC',
      ' ',
      '𠮷野',
      'ｶﾞｽ',
      '「',
      'resolve',
      '海洋',
      'て',
      '',
    );
    const quote = fc.array(piece, { maxLength: 14 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(fc.array(quote, { maxLength: 3 }), { maxLength: 6 }), (all) => {
        const talks = makeTalks(all);
        const formulas = findFormulas(talks, { least: 2 });
        for (const formula of formulas) {
          expect(formula.talks).toBeGreaterThanOrEqual(2);
          for (const { talks: i, statement, span, variant } of formula.tellings) {
            const there = talks[i]?.statements[statement]?.quote.slice(...span);
            expect(there?.length).toBeGreaterThan(0);
            expect(there).not.toMatch(/^[\s,、「]|[\s,、「]$/);
            expect(formula.states[i]).not.toBe('missing');
            if (variant !== undefined) expect(formula.variants.some(({ letter }) => letter === variant)).toBe(true);
          }
        }
        expect(new Set(formulas.map(({ id }) => id)).size).toBe(formulas.length);
        expect(findFormulas(talks, { least: 2 })).toEqual(formulas);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  test('the same sign over and over is looked at once for each place', () => {
    const talks = makeTalks([1, 2, 3, 4].map(() => ['国'.repeat(20_000)]));
    expect(words(talks, { least: 2 })).toEqual([]);
  });
});
