import { beforeAll, describe, expect, test } from 'vitest';
import { noticedIn } from '../finding/noticed.ts';
import { sampleArchive } from '../incoming/test-samples.ts';
import { loadVoice } from '../languages.ts';
import { datesAhead } from './ahead.ts';
import { makeLedger } from './ledger.ts';
import { openCounts } from './owed.ts';

let site: Awaited<ReturnType<typeof sampleArchive>>;
beforeAll(async () => {
  site = await sampleArchive(['2010-11-13-ru-foreign', '2011-02-11-ru', '2009-05-12-ru']);
});

describe('dates ahead', () => {
  const told = async (today: string, past = true) =>
    (await datesAhead(site.archive, { today, past })).map(({ date, commitment, step }) => `${date} ${commitment?.kind ?? step?.event}`);

  test('a treaty that is set to enter into force, then a year that has begun, as long as they last', async () => {
    expect(await told('2010-11-20')).toEqual(['2011-02-11 entered-into-force', '2011 visit']);
    expect(await told('2011-02-11')).toContain('2011-02-11 entered-into-force');
    expect(await told('2011-02-12')).not.toContain('2011-02-11 entered-into-force');
    expect(await told('2011-12-31')).toContain('2011 visit');
    expect(await told('2012-01-01')).toEqual([]);
  });

  test('seen from a day of the past, what was told later is not known', async () => {
    expect(await told('2010-11-12')).toEqual([]);
  });

  test('each leads to the readout that tells it, and names the parties', async () => {
    for (const one of await datesAhead(site.archive, { today: '2010-11-20', past: true })) {
      expect([...one.parties].sort()).toEqual(['JP', 'RU']);
      const standing = await site.archive.standing(one.document);
      if (one.statement) expect(standing?.reading.statements.some(({ id }) => id === one.statement)).toBe(true);
    }
  });
});

test('what is open in a relation: the lines of its ledger of that day, counted anew when something changes', async () => {
  const voice = await loadVoice('en');
  const of = async (asOf: string) => (await openCounts(site.archive, ['JP-RU'], asOf, voice)).get('JP-RU');
  const lines = (await makeLedger(site.archive, { dyad: 'JP-RU', asOf: '2010-11-20' }, voice)).lines.filter(({ state }) =>
    /^(open|no-evidence)$/.test(state),
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(await of('2010-11-20')).toBe(lines.length);
  expect(await of('2010-11-01')).toBeLessThan(lines.length);
  const { items } = await site.archive.list();
  const ids = items.map(({ id }) => id);
  await site.archive.remove(ids, { who: 'x', when: '2026-01-01T00:00:00Z' });
  expect(await of('2010-11-20')).toBe(0);
  await site.archive.restore(ids, { who: 'x', when: '2026-01-01T00:00:00Z' });
  expect(await of('2010-11-20')).toBe(lines.length);
});

describe('what is noticed in new readouts', () => {
  test('by the words of the statements themselves, at most one of each kind', async () => {
    const { items } = await site.archive.list();
    const noticed = await noticedIn(site.archive, items);
    expect(noticed.map(({ kind }) => kind)).toContain('not-in-points');
    for (const { document, statements, kind } of noticed) {
      const text = (await site.archive.standing(document))?.reading.document.text;
      for (const { quote, span } of statements) expect(text?.slice(...span)).toBe(quote);
      if (kind === 'two-verbs') expect(statements[0]?.act).not.toBe(statements[1]?.act);
      if (kind === 'not-in-points') expect(statements[0]?.path).not.toMatch(/^points/);
    }
    expect(await noticedIn(site.archive, items)).toEqual(noticed);
  });
});
