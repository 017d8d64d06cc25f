import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OpenArchive } from './archive.ts';
import { briefRecord } from './following/brief.ts';
import { makeLedger } from './following/ledger.ts';
import { positionsOf } from './following/positions.ts';
import { stateOfPlay } from './following/state-of-play.ts';
import { formulasOf } from './following/wording.ts';
import { sampleArchive } from './incoming/test-samples.ts';
import { loadVoice } from './languages.ts';
import { twiceIn } from './meetings.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const voice = await loadVoice('en');
/** Six meetings of Japan and the United States, three of which both tell; and two with Russia, one told twice. */
let archive: OpenArchive;
let told: number;
beforeAll(async () => {
  ({ archive } = await sampleArchive(['2022-', '2010-11-13-ru']));
  told = (await archive.told({ dyad: 'JP-US' })).items.length;
});
afterAll(() => archive.close());

describe('a meeting told by both sides is one', () => {
  test('and both readouts are known', async () => {
    const pairs = await twiceIn(archive, 'JP-US');
    expect(pairs.map(({ first, other }) => [first.parties[0], other.publisher])).toEqual(Array(3).fill(['JP', 'US']));
    expect(await twiceIn(archive, 'JP-RU')).toHaveLength(1);
  });

  test('in matrices of formulas: a column with both, and each telling with its own place', async () => {
    const { talks, items } = await formulasOf(archive, { dyad: 'JP-US', least: '2' }, voice);
    expect(talks).toHaveLength(told - 3);
    expect(talks.filter(({ also }) => also)).toHaveLength(3);
    for (const { cells, tellings, language } of items) {
      expect(cells).toHaveLength(talks.length);
      for (const one of tellings) {
        const column = talks[one.talks];
        const place = [column, column?.also].find((each) => each?.document === one.document);
        expect(place?.language).toBe(language);
      }
    }
  });

  test('in positions: what both tell of it stands side by side, cited to its own readout', async () => {
    const { talks, sayers } = await positionsOf(archive, { dyad: 'JP-US' }, voice);
    expect(talks.length).toBeLessThanOrEqual(told - 3);
    const both = talks.find(({ also, by }) => also && new Set(Object.values(by).flatMap((all) => all.map(({ document }) => document))).size === 2);
    expect(both).toBeDefined();
    for (const { talks: n } of Object.values(sayers)) expect(n).toBeLessThanOrEqual(talks.length);
    for (const all of Object.values(both?.by ?? {}))
      for (const { document, id, quote } of all) {
        const standing = await archive.standing(document);
        expect(standing?.reading.statements.find((one) => one.id === id)?.quote).toBe(quote);
      }
  });

  test('in the ledger, the state of play and the brief, with both cited', async () => {
    expect((await makeLedger(archive, { dyad: 'JP-US', asOf: '2023-01-01' }, voice)).talks).toBe(told - 3);
    const { talks, twice } = await stateOfPlay(archive, { dyad: 'JP-US', asOf: '2023-01-01' }, voice);
    expect([talks.length, twice]).toEqual([told - 3, 3]);
    const record = await briefRecord(archive, 'JP-US', '2023-01-01', voice);
    expect(record.talks).toHaveLength(told - 3);
    const both = record.talks.filter(({ also }) => also);
    expect(both).toHaveLength(3);
    for (const { document, also, statements } of both) {
      const ours = statements.findIndex((one) => one.document === document);
      expect(statements.slice(0, ours).every((one) => one.document === also?.document)).toBe(true);
      expect(statements.slice(ours).every((one) => one.document === document)).toBe(true);
    }
  });
});
