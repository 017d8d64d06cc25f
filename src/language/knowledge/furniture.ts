import { z } from 'zod';

const words = z.array(z.string().min(1));

/** `languages/<code>/furniture.yaml`: what stands on a page and is no part of its text. */
export const furnitureKnowledge = z.strictObject({
  opens: words.default([]).describe('openings of such lines: (写真)'),
  whole: words.default([]).describe('such lines as a whole: トップページ'),
  holds: words.default([]).describe('what only such lines hold: ページのトップへ'),
  links: words.optional().describe('what the words of a link hold: a line with one that ends without a stop is such a line: 別ウィンドウで開く'),
  closes: words.default([]).describe('ends of such lines: へ戻る'),
  captions: words.optional().describe('what short lines without a stop hold that stand under a picture: 握手する'),
  pictures: words.optional().describe('ends of the words for a picture; a line of them has several, with blanks between: の写真'),
  images: words.optional().describe('words for a picture, with or without a number; what it shows stands below it: 画像2'),
  lists: words.default([]).describe('headings of lists of links: 関連リンク; the lines after one are furniture as long as they are no sentences'),
});
