import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import { findOutline } from './outline.ts';
import { findPublication } from './publication.ts';
import { read } from './read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../languages/ja'));
const BODY =
  '東山外務大臣は、25日午後1時から約1時間、オルロフ外務大臣と会談したところ、概要以下のとおり。\n1 二国間関係\n両外相は、協力を進めることで一致した。';

function published(text: string, given: { published?: string } = {}): [string, string] | undefined {
  const source = fromText(text, { mediaType: 'text/plain' });
  const found = findPublication(source.text, findOutline(source, pack).value, pack, given).value.published;
  return found?.edtf === undefined ? undefined : [found.edtf, found.text];
}

test.each<[string, string, [string, string] | undefined]>([
  ['a dateline', `日露外相会談(概要)\n平成12年8月25日\n${BODY}`, ['2000-08-25', '平成12年8月25日']],
  ['the end of the title', `日露外相会談(概要) 平成12年8月25日\n${BODY}`, ['2000-08-25', '平成12年8月25日']],
  ['the beginning of the title', `平成12年8月25日 日露外相会談(概要)\n${BODY}`, ['2000-08-25', '平成12年8月25日']],
  ['a day in figures', `日露外相会談(概要)\n2000-08-25\n${BODY}`, ['2000-08-25', '2000-08-25']],
  ['a day in figures in brackets', `日露外相会談(概要)\n（2000/8/25）\n${BODY}`, ['2000-08-25', '2000/8/25']],
  ['no day that stands in other figures', `日露外相会談(概要)\n2000-08-25-3\n${BODY}`, undefined],
  ['the last of the days that a dateline lists', `日露外相会談(概要)\n平成12年8月25日、26日\n${BODY}`, ['2000-08-26', '26日']],
  ['a day before an hour', `日露外相会談(概要)\n平成12年8月25日、10時30分\n${BODY}`, ['2000-08-25', '平成12年8月25日']],
  ['a month', `平成12年8月 日露外相会談(概要)\n${BODY}`, ['2000-08', '平成12年8月']],
  ['a day before a month', `平成12年8月 日露外相会談(概要)\n平成12年8月25日\n${BODY}`, ['2000-08-25', '平成12年8月25日']],
  ['no day of which the title only speaks', `昭和31年10月19日の共同宣言に関する日露外相会談(概要)について\n${BODY}`, undefined],
  [
    'a day in one line with the sentence that tells another',
    '日露外相会談(概要)\n平成12年8月26日 8月25日、東山外務大臣は、オルロフ外務大臣と会談したところ、概要以下のとおり。',
    ['2000-08-26', '平成12年8月26日'],
  ],
  ['no day that the sentence tells alone', `平成12年8月26日、東山外務大臣は、オルロフ外務大臣と会談した。`, undefined],
  ['nothing', `日露外相会談(概要)\n${BODY}`, undefined],
])('a page is of %s', (_, text, wanted) => {
  expect(published(text)).toEqual(wanted);
});

test.each<[string, string | undefined]>([
  ['2016年海洋会議の際の日露外相会談', '2016'],
  ['2016年海洋会議に際する日露外相会談(概要)', '2016'],
  ['主な要人の来日(平成12年)', '2000'],
  ['2017年の海洋会議に向けた日露外相会談', undefined],
  ['2016年海洋会議及び2018年大洋会議の際の日露外相会談', '2016'],
  ['日露外相会談(平成12年8月25日)', undefined],
])('the year that a title tells: %s', (title, year) => {
  const source = fromText(`${title}\n${BODY}`, { mediaType: 'text/plain' });
  expect(findPublication(source.text, findOutline(source, pack).value, pack, {}).value.year).toBe(year);
});

test('the day that was given outweighs the page', () => {
  expect(published(`日露外相会談(概要)\n平成12年8月25日\n${BODY}`, { published: '2000-08-26' })).toEqual(['2000-08-26', '']);
});

test.each<[string, string | undefined]>([
  ['日露外相会談(概要)', '日露外相会談(概要)'],
  ['ロシア連邦', undefined],
  ['エジプト・アラブ共和国', undefined],
  ['東山外務大臣', undefined],
  ['ロシア連邦との関係', 'ロシア連邦との関係'],
])('the country or the person under whom a page is filed is no title: %s', (line, title) => {
  const { document } = read(fromText(`${line}\n平成12年8月25日\n${BODY}`, { mediaType: 'text/plain' }), pack);
  expect(document.title?.value).toBe(title);
});
