/** What search over texts that are no accounts of talks must hold, whatever the store. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Given, signed } from './archive.contract.ts';
import type { Archive, Incoming, TextQuery } from './archive.ts';
import { CALL, JOINT, PRESS, TALKS } from './test-readouts.ts';

export function textsContract(name: string, { open, read }: Given): void {
  describe(`${name}: texts that are no accounts of talks`, () => {
    let archive: Archive;
    const incoming = (text: string): Incoming => ({ ...read(text), signed: signed(0) });
    beforeEach(async () => {
      archive = await open();
      await archive.keep([TALKS, CALL, JOINT, PRESS].map(incoming));
    });
    afterEach(() => archive.close());
    const marked = async (query: TextQuery) =>
      (await archive.searchTexts(query)).items.map(({ kind, passages }) => [
        kind,
        ...passages.map(({ path, quote, marks }) => `${path}: ${marks.map(([start, end]) => quote.slice(start, end)).join('|')}`),
      ]);

    const rows: [query: TextQuery, found: string[][]][] = [
      [{ words: '火山' }, [['joint-statement', '2(b): 火山']]],
      [
        { words: '津波 観測' },
        [
          ['press-conference', 's2: 津波|観測', 's2: 津波|観測'],
          ['joint-statement', '2(a): 津波|観測'],
        ],
      ],
      [{ words: '"津波の観測"' }, [['press-conference', 's2: 津波の観測', 's2: 津波の観測']]],
      [{ words: '津波 -観測について -早期' }, [['press-conference', 's2: 津波']]],
      [{ words: '觀測 窓口' }, []],
      [{ words: '観測 窓口', within: 'talks' }, [['press-conference', 's1: 窓口', 's2: 観測', 's2: 観測']]],
      [{ words: '観測 火山 窓口', within: 'talks' }, []],
      [{ words: '観測', facets: { textKind: ['joint-statement'] } }, [['joint-statement', '2(a): 観測']]],
      [{ words: '観測', facets: { textKind: ['schedule'] } }, []],
      [{ words: '観測', facets: { side: ['joint'] } }, []],
      [{ words: '観測', from: '2018-04' }, [['joint-statement', '2(a): 観測']]],
      [{ words: '観測', to: '2018-04' }, [['press-conference', 's2: 観測', 's2: 観測', 's2: 観測']]],
      [{ words: '観測', facets: { year: ['2017'] } }, []],
      [{ words: '観測', facets: { language: ['en'] } }, []],
      [{ words: '次官級' }, []],
      [{ words: '謎語' }, []],
    ];
    test.each(rows)('%j', async (query, found) => expect(await marked(query)).toEqual(found));

    test('a quote is the words at its span, and says whether its passage goes on', async () => {
      const { items } = await archive.searchTexts({});
      expect(items.length).toBe(2);
      for (const { document, passages } of items) {
        const text = (await archive.reading(document))?.document.text ?? '';
        for (const { span, quote, more } of passages) {
          expect(text.slice(...span)).toBe(quote);
          expect(more).toEqual([false, false]);
        }
      }
    });

    test('of a long passage the words around what was found', async () => {
      const long = `${'観測所の設置を進める。'.repeat(60)}灯台の補修を行う。${'研究者の交流を続ける。'.repeat(60)}`;
      const [kept] = await archive.keep([incoming(JOINT.replace('日本国及び英国は、自然災害', `${long}自然災害`))]);
      const [found] = (await archive.searchTexts({ words: '灯台' })).items;
      expect(found?.document).toBe(kept?.id);
      const [passage] = found?.passages ?? [];
      expect(passage?.more).toEqual([true, true]);
      expect(passage?.quote.length).toBeLessThan(400);
      expect(passage?.quote.slice(...(passage.marks[0] ?? [0, 0]))).toBe('灯台');
      expect(/^(?:観測所|の設置を進める。|進める。)/.test(passage?.quote ?? '')).toBe(true);
      const text = (await archive.reading(found?.document ?? ''))?.document.text ?? '';
      expect(text.slice(...(passage?.span ?? [0, 0]))).toBe(passage?.quote);
    });

    test('kinds are counted, a chosen one left out of account; so are passages and texts', async () => {
      const answer = await archive.searchTexts({ words: '観測', facets: { textKind: ['joint-statement'] } });
      expect([answer.total, answer.documents]).toEqual([1, 1]);
      expect(answer.kinds).toEqual([
        { value: 'press-conference', count: 3, chosen: false },
        { value: 'joint-statement', count: 1, chosen: true },
      ]);
    });

    test('pages that hold each text once, in every order', async () => {
      for (const order of ['rank', 'newest', 'oldest'] as const) {
        const first = await archive.searchTexts({ words: '観測', order, limit: 1 });
        const second = await archive.searchTexts({ words: '観測', order, limit: 1, cursor: first.next as string });
        const kinds = [first, second].map(({ items }) => items.map(({ kind }) => kind).join());
        expect(kinds).toEqual(order === 'newest' ? ['joint-statement', 'press-conference'] : ['press-conference', 'joint-statement']);
        expect(second.next).toBeUndefined();
      }
    });

    test('what is taken out is not found, and is found again when it is put back', async () => {
      const [found] = (await archive.searchTexts({ words: '火山' })).items;
      await archive.remove([found?.document ?? ''], signed(1));
      expect((await archive.searchTexts({ words: '火山' })).total).toBe(0);
      await archive.restore([found?.document ?? ''], signed(2));
      expect((await archive.searchTexts({ words: '火山' })).total).toBe(1);
      expect(await archive.verify()).toEqual([]);
    });

    test('the kind that a person says counts, also in the facet of statements', async () => {
      const count = async () => (await archive.search({ count: ['textKind'] })).facets.textKind;
      expect(await count()).toEqual([{ value: 'readout', count: 7, chosen: false }]);
      const [talks] = (await archive.list({ words: '電話' })).items;
      const on = { of: 'document' as const };
      await archive.correct({ document: talks?.id ?? '', on, change: { set: 'kind', kind: 'joint-statement' }, ...signed(3), why: 'it is one' });
      expect(await count()).toEqual([
        { value: 'readout', count: 5, chosen: false },
        { value: 'joint-statement', count: 2, chosen: false },
      ]);
      expect((await archive.search({ facets: { textKind: ['joint-statement'] } })).items.map(({ act }) => act)).toEqual(['confirm', 'expect']);
      // What stands in no statement of it is found now too, and only that.
      expect((await marked({ words: '電話' })).flat()).toContain('title: 電話');
      expect((await archive.searchTexts({ words: '漁業' })).total).toBe(0);
    });
  });
}
