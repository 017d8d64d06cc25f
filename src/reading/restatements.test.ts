import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import { read } from './read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../languages/ja'));
const HEAD = '日・デンマーク外相会談\n令和4年2月12日\n12日、東山外務大臣は、ハンセン・デンマーク外相と会談した。\n';

/** The last words of each statement that tells another again, and of that one. */
function told(text: string): string[] {
  const { statements } = read(fromText(HEAD + text, { mediaType: 'text/plain' }), pack);
  const byId = new Map(statements.map((each) => [each.id, each]));
  return statements.flatMap(({ path, restates = [] }) => restates.map((id) => `${path} ${byId.get(id)?.path}`));
}

test('what a section tells as another did is told again', () =>
  expect(told('1 総論\n両外相は、航路の安全を守ることで一致した。\n2 その他\n両外相は、航路の安全を守ることで一致した。\n')).toEqual(['2 1']));

const answers =
  '1 航路\n東山大臣から、航路を増やしたい旨述べ、ハンセン外相はこれに同意した。\n2 漁業\n東山大臣から、資源を守りたい旨述べ、ハンセン外相もこれに同意した。\n';

test('an answer that says nothing of its own tells no other again', () => expect(told(answers)).toEqual([]));

test('but the summary tells it', () =>
  expect(
    told(
      '【ポイント】\n・東山大臣から、訪問を招請し、ハンセン外相は、検討したい旨述べた。\n1 総論\n東山大臣から、訪問を招請し、ハンセン外相は、検討したい旨述べた。\n',
    ),
  ).toContain('1 points/1'));
