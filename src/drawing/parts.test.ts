import { expect, test } from 'vitest';
import type { OutlineNode, Reading, Statement } from '../record/reading.ts';
import { makeParts } from './parts.ts';

const TEXT = '外相会談\n1 経済\n双方は一致した。\n夕食会\n1 文化\n先方は歓迎した。\n';

function node(kind: OutlineNode['kind'], path: string, words: string, from: number, children: OutlineNode[] = [], number?: string): OutlineNode {
  const start = TEXT.indexOf(words, from);
  const end = children.at(-1)?.span[1] ?? start + words.length;
  return { kind, path, span: [start, end], children, ...(number && { number }) } as OutlineNode;
}

function talks(path: string, title: string, numbered: string, sentence: string): OutlineNode {
  const from = TEXT.indexOf(title);
  const heading = node('heading', path, title, from);
  const section = node(
    'section',
    `${path}/1`,
    numbered,
    from,
    [node('heading', `${path}/1`, numbered, from, [], '1'), node('paragraph', `${path}/1`, sentence, from)],
    '1',
  );
  return node('section', path, title, from, [heading, section]);
}

const outline = [talks('s1', '外相会談', '1 経済', '双方は一致した。'), talks('s2', '夕食会', '1 文化', '先方は歓迎した。')];
const statements = ['双方は一致した。', '先方は歓迎した。'].map(
  (words) => ({ span: [TEXT.indexOf(words), TEXT.indexOf(words) + words.length] }) as unknown as Statement,
);
const parts = makeParts({ document: { text: TEXT, outline }, statements } as unknown as Reading);

test('a heading without a number stands above its numbered sections, each a part of its own', () => {
  expect(parts.map(({ heading, number, leads, statements }) => [heading && TEXT.slice(...heading), number, leads, statements.length])).toEqual([
    [undefined, undefined, undefined, 0],
    ['外相会談', undefined, true, 0],
    ['経済', '1', undefined, 1],
    ['夕食会', undefined, true, 0],
    ['文化', '1', undefined, 1],
  ]);
});

test('parts follow each other without a gap', () => {
  expect(parts.map(({ span }) => span[0]).slice(1)).toEqual(parts.map(({ span }) => span[1]).slice(0, -1));
  expect(parts.at(-1)?.span[1]).toBe(TEXT.length);
});
