import { describe, expect, test } from 'vitest';
import { lineEdits } from '../../comparison/edits.ts';
import { joinNames } from '../incoming/samples.ts';
import { sampleArchive } from '../incoming/test-samples.ts';
import { firstEdit, tellNews } from './news.ts';

describe('the first words that changed', () => {
  const rows: [what: string, before: string, after: string, edit: ReturnType<typeof firstEdit>][] = [
    [
      'one word struck, another in its place',
      '一\n双方は早期に第2回協議を開く。',
      '一\n双方は適切な時期に第2回協議を開く。',
      { before: '双方は', gone: '早期', come: '適切な時期', after: 'に第2回協議を開く。' },
    ],
    ['a line that came', '一\n二', '一\n新しい行\n二', { before: '', gone: '', come: '新しい行', after: '' }],
    ['a line that went', '一\n古い行\n二', '一\n二', { before: '', gone: '古い行', come: '', after: '' }],
    ['empty lines only', '一\n\n二', '一\n二', undefined],
    ['nothing', '一', '一', undefined],
  ];
  test.each(rows)('%s', (_, before, after, edit) => expect(firstEdit(lineEdits(before, after))).toEqual(edit));

  test('a long line is cut to the change, and says so', () => {
    const line = 'あ'.repeat(40);
    const edit = firstEdit(lineEdits(`${line}早期に${line}`, `${line}直ちに${line}`));
    expect(edit?.before).toBe(`…${'あ'.repeat(14)}`);
    expect(edit?.after).toBe(`${'あ'.repeat(14)}…`);
  });
});

test('names that were made one after another are one piece of news, told with all of them', async () => {
  const { archive } = await sampleArchive(['2010-11-13-ru-leaders']);
  await joinNames(archive, [{ party: 'JP', names: ['菅', 'Naoto Kan', 'Kan'], role: 'head-of-government', why: 'both met' }], 'tester');
  const { items } = await archive.happenings({ kinds: ['merged'] });
  expect(items.length).toBe(2);
  const news = await tellNews(archive, items);
  expect(news.map(({ merged }) => merged?.spellings.map(({ name }) => name).sort())).toEqual([['Kan', 'Naoto Kan', '菅']]);
  await archive.close();
}, 60_000);
