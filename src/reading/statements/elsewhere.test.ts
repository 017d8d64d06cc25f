import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));

/** Of each statement its act and sides, in the account of talks of Japan and the United States. */
function said(below: string): string[] {
  const head = `日米首脳会談
令和6年6月15日
14日、東山総理大臣は、ハリス米国大統領と会談しました。
`;
  const { statements } = read(fromText(head + below, { mediaType: 'text/plain' }), pack);
  return statements.map(({ act, speakers }) => `${act} ${speakers.map(({ party }) => party).join('+')}`);
}

test('one of these talks beside one of another country: said elsewhere', () => {
  expect(said('両首脳は、連携を確認しました。\n東山総理とイタリアのロッシ首相は、交渉を開始することで一致しました。')).toEqual(['confirm JP+US']);
  expect(said('東山総理とハリス大統領は、交渉を開始することで一致しました。')).toEqual(['agree JP+US']);
});

test('below a heading that names talks of others nothing was said at these', () => {
  expect(said('1 日米関係\n両首脳は、連携を確認しました。\n2 日伊首脳による懇談\n行動計画の発表を歓迎し、協力することで一致しました。')).toEqual([
    'confirm JP+US',
  ]);
  expect(said('1 日米首脳会談の成果\n両首脳は、連携を確認しました。')).toEqual(['confirm JP+US']);
});
