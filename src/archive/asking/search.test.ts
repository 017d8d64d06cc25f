/** Search against looking at every statement: totals, pages and counts. */
import { resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readDocument } from '../../desk/read.ts';
import { loadPack } from '../../language/load.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Act } from '../../record/reading.ts';
import { searchForm } from '../../text/search-form.ts';
import { FACETS, type Facet, type SearchQuery } from '../archive.ts';
import { keepAll, makeReady } from '../changing/keeping.ts';
import type { Store } from '../file/store.ts';
import { openStore } from '../opening.ts';
import { readTerms } from './asking.ts';
import { search } from './search.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const languages = [loadPack(resolve(import.meta.dirname, '../../../languages/ja'))];
const PARTIES = ['英国', 'フランス', 'ドイツ'];
const NAMES = ['スミス', 'デュポン', 'ミュラー'];
const SAID = [
  '両外相は、次官級協議を続けていくことで一致した。',
  '甲野大臣から、拉致問題の早期解決に向けた協力を求めた。',
  '先方から、漁業協定の早期署名への期待を表明した。',
  '双方は、それぞれの立場を述べた。',
  '両外相は、国際社会の諸課題について意見交換を行った。',
  '甲野大臣から、投資協定の署名を歓迎する旨述べた。',
];

let store: Store;
let everything: ReturnType<typeof statements>;
beforeAll(() => {
  store = openStore(':memory:');
  let a = 7;
  const pick = (n: number) => {
    a = (Math.imul(a, 1664525) + 1013904223) >>> 0;
    return (a >>> 8) % n;
  };
  const texts = Array.from({ length: 60 }, (_, i) => {
    const who = pick(3);
    const [year, month] = [21 + pick(6), 1 + pick(12)];
    const head = `日${PARTIES[who]}外相会談(概要その${i})\n\n平成${year}年${month}月9日\n\n ${month}月9日、甲野外務大臣は、${NAMES[who]}・${PARTIES[who]}外務大臣と会談した。\n`;
    const sections = ['二国間関係', '拉致問題', '経済'].map(
      (title, n) => `\n${n + 1} ${title}\n\n ${SAID[pick(6)]}${pick(2) ? SAID[pick(6)] : ''}\n`,
    );
    return head + sections.join('');
  });
  const ready = texts.map((text) => {
    const bytes = new TextEncoder().encode(text);
    return makeReady({
      bytes,
      reading: readDocument(bytes, { languages, mediaType: 'text/plain' }),
      signed: { who: 'x', when: '2031-01-01T00:00:00.000Z' },
    });
  });
  keepAll(store, ready);
  everything = statements();
});

/** All statements as their rows have them. */
function statements() {
  const rows = store.db
    .prepare(
      `SELECT s.key, s.id, s.path, s.quote, s.heading, s.act, s.side, s.speakers, s.topics, s.withheld, d.language, d.kind AS text, t.kind, t.level, t.day,
        (SELECT json_group_array(dyad) FROM talks_dyad WHERE talks = t.key) AS dyads
       FROM statement s JOIN document d ON d.key = s.document LEFT JOIN talks t ON t.key = s.talks ORDER BY s.key`,
    )
    .all() as Record<string, string | number | null>[];
  const person = store.db.prepare("SELECT e.id FROM entity e WHERE e.kind = 'person' AND e.party = ? AND e.folded = ?").pluck();
  return rows.map((row) => {
    const speakers = JSON.parse(row.speakers as string) as { party: string; person?: string }[];
    const values: Record<Facet, string[]> = {
      dyad: JSON.parse(row.dyads as string),
      side: [row.side as string],
      family: [ACTS[row.act as Act].family],
      act: [row.act as string],
      topic: JSON.parse(row.topics as string),
      person: [
        ...new Set(speakers.flatMap((one) => (one.person === undefined ? [] : [person.get(one.party, searchForm(one.person).form) as string]))),
      ].filter(Boolean),
      level: row.level === null ? [] : [row.level as string],
      kind: [row.kind as string],
      textKind: [row.text as string],
      language: [row.language as string],
      year: row.day === null ? [] : [(row.day as string).slice(0, 4)],
      withheld: [row.withheld === 1 ? 'yes' : 'no'],
      part: [(row.path as string).startsWith('points') ? 'points' : (row.path as string).startsWith('lede') ? 'lede' : 'body'],
    };
    return {
      key: row.key as number,
      id: row.id as string,
      text: searchForm(`${row.quote}\n${row.heading ?? ''}`).form,
      day: row.day as string | null,
      values,
    };
  });
}

type One = ReturnType<typeof statements>[number];

function holds(one: One, words: string): boolean {
  return readTerms(words).every(({ form, not }) => one.text.includes(form) !== not);
}

function passes(one: One, query: SearchQuery, but?: Facet): boolean {
  if (!holds(one, query.words ?? '')) return false;
  if (query.from !== undefined && (one.day === null || one.day < query.from)) return false;
  if (query.to !== undefined && (one.day === null || one.day > query.to)) return false;
  return (Object.entries(query.facets ?? {}) as [Facet, string[]][]).every(
    ([facet, values]) => facet === but || values.length === 0 || one.values[facet].some((value) => values.includes(value)),
  );
}

const word = fc.constantFrom('拉致', '一致', '協定', '署名', '致', '外相', '"漁業協定の早期"', '-歓迎', '-拉致', '国際 意見', '経済', '謎語', '');
const facets = fc.record(
  {
    side: fc.subarray(['own', 'other', 'joint', 'each']),
    act: fc.subarray(['agree', 'request', 'expect', 'exchange', 'hold']),
    dyad: fc.subarray(['GB-JP', 'FR-JP', 'DE-JP']),
    year: fc.subarray(['2009', '2010', '2011', '2013']),
    withheld: fc.subarray(['yes', 'no']),
    family: fc.subarray(['outcome', 'position', 'asking']),
    topic: fc.subarray(['abductions', 'food-agriculture', 'economy']),
    part: fc.subarray(['body', 'points']),
  },
  { requiredKeys: [] },
);

describe('search', () => {
  test('totals, counts and the first page', () => {
    expect(everything.length).toBeGreaterThan(200);
    fc.assert(
      fc.property(
        fc.tuple(word, word),
        facets,
        fc.constantFrom('newest', 'oldest', 'rank'),
        fc.option(fc.constantFrom('2010-06-01', '2012-01-01')),
        (words, chosen, order, from) => {
          const query: SearchQuery = {
            words: words.join(' '),
            facets: chosen,
            count: FACETS,
            yearSides: true,
            order,
            limit: 10,
            ...(from !== null && { from }),
          };
          const answer = search(store, query);
          const wanted = everything.filter((one) => passes(one, query));
          expect(answer.total).toBe(wanted.length);
          for (const facet of FACETS) {
            const counts = new Map<string, number>();
            for (const one of everything)
              if (passes(one, query, facet)) for (const value of one.values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
            const given = new Map((answer.facets[facet] ?? []).filter(({ count }) => count > 0).map(({ value, count }) => [value, count]));
            expect([facet, Object.fromEntries([...given].sort())]).toEqual([facet, Object.fromEntries([...counts].sort())]);
          }
          const bySide = new Map<string, number>();
          for (const one of everything)
            if (passes(one, query, 'year'))
              for (const year of one.values.year) bySide.set(`${year} ${one.values.side}`, (bySide.get(`${year} ${one.values.side}`) ?? 0) + 1);
          const drawn = (answer.yearSides ?? []).flatMap(({ value, sides }) =>
            Object.entries(sides).map(([side, count]) => [`${value} ${side}`, count]),
          );
          expect(Object.fromEntries(drawn.sort())).toEqual(Object.fromEntries([...bySide].sort()));
          const ids = answer.items.map(({ id }) => id);
          for (const id of ids) expect(wanted.some((one) => one.id === id)).toBe(true);
          if (order !== 'rank') {
            const days = wanted.map(({ day }) => day ?? '').sort();
            if (order === 'newest') days.reverse();
            expect(answer.items.map((hit) => hit.talks.date)).toEqual(days.slice(0, 10));
          } else expect(ids.length).toBe(Math.min(10, wanted.length));
        },
      ),
      { seed: 21, numRuns: 150 },
    );
  });

  test('pages hold each once, in every order', () => {
    for (const words of ['', '外相', '一致 -拉致'])
      for (const order of ['newest', 'oldest', 'rank'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = search(store, { words, order, limit: 17, ...(cursor !== undefined && { cursor }) });
          seen.push(...page.items.map(({ document, id }) => `${document} ${id}`));
          cursor = page.next;
        } while (cursor !== undefined);
        expect(new Set(seen).size).toBe(seen.length);
        const wanted = everything.filter((one) => holds(one, words)).length;
        expect(seen.length).toBe(wanted);
      }
  });
});
