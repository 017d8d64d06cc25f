import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grams, phraseOf } from './grams.ts';
import { searchForm } from './search-form.ts';
import { VARIANTS } from './variants.generated.ts';

describe('search form', () => {
  const same: [one: string, other: string][] = [
    ['國後島', '国後島'],
    ['澤田', '沢田'],
    ['髙橋', '高橋'],
    ['𠮷田', '吉田'],
    ['ＡＰＥＣ２０１０', 'apec2010'],
    ['ｶﾞｽﾌﾟﾛﾑ', 'ガスプロム'],
    ['Café', 'CAFE'],
    ['Ёлка', 'елка'],
    ['會談', '会談'],
    ['会谈', '会談'],
    ['⼀致', '一致'],
    ['神', '神'],
  ];
  test.each(same)('%s = %s', (one, other) => expect(searchForm(one).form).toBe(searchForm(other).form));

  const different: [one: string, other: string][] = [
    ['大', '太'],
    ['ガ', 'カ'],
    ['й', 'и'],
    ['は', 'ば'],
    ['会見', '会談'],
  ];
  test.each(different)('%s is not %s', (one, other) => expect(searchForm(one).form).not.toBe(searchForm(other).form));

  test('each unit of the form leads to a place in the text, in order', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom('ｶ', 'ﾞ', 'ﾟ', '𠮷', '國', 'Ａ', '\ud842', 'ﬁ', 'é'),
            fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
          ),
          maxLength: 40,
        }),
        (text) => {
          const { form, at } = searchForm(text);
          if (!at) expect(form.length).toBe(text.length);
          else {
            expect(at.length).toBe(form.length + 1);
            expect(at[form.length]).toBe(text.length);
            for (let i = 1; i < at.length; i++) expect(at[i]).toBeGreaterThanOrEqual(at[i - 1] as number);
          }
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });

  test('no variant leads to a variant', () => {
    for (const group of VARIANTS.split(' ')) for (const sign of group) expect(searchForm(searchForm(sign).form).form).toBe(searchForm(group).form[0]);
  });
});

describe('grams', () => {
  const rows: [text: string, grams: string][] = [
    ['拉致', '拉致 致'],
    ['日露関係', '日露 露関 関係 係'],
    ['APEC首脳', 'apec 首脳 脳'],
    ['日露、米国', '日露 露 米国 国'],
    ['露', '露'],
    ['Lavrov’s', 'lavrov s'],
    ['2月11日', '2 月 11 日'],
    ['Лавров', 'лавров'],
    ['ラヴロフ・ロシア', 'ラヴ ヴロ ロフ フ ロシ シア ア'],
    ['…、。', ''],
    ['', ''],
  ];
  test.each(rows)('%s', (text, wanted) => expect(grams(searchForm(text).form).trim()).toBe(wanted));

  test('a phrase stands in the grams of any text that holds its words', () => {
    const word = fc.constantFrom('拉致', '日露', '関係', 'APEC', '2010', '年', 'は', 'Лавров', '署名', '國', 'ﾌﾟ');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '、', '年', 'では'),
        fc.constantFrom('', '。', '的', '等'),
        (words, before, after) => {
          // Words of scripts with spaces need them, as they have them in texts.
          const asked = words.join(' ').replace(/(?<=[\u3040-\u9fff\uff66-\uff9f]) | (?=[\u3040-\u9fff\uff66-\uff9f])/g, '');
          const phrase = phraseOf(searchForm(asked).form);
          const inText = ` ${grams(searchForm(before + asked + after).form)}`;
          const needle = ` ${phrase?.grams.join(' ')}${phrase?.open ? '' : ' '}`;
          expect(inText).toContain(needle);
        },
      ),
      { seed: 12, numRuns: 500 },
    );
  });

  test('a phrase of nothing but signs is none', () => expect(phraseOf('、。-"')).toBeUndefined());
});
