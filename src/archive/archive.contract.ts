/** What every archive must hold, whatever the store. A store's own test calls this with a way to make one and a reader of texts. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reading } from '../record/reading.ts';
import type { Archive, Incoming } from './archive.ts';
import { CALL, TALKS, TALKS_EDITED } from './test-readouts.ts';

export interface Given {
  /** An empty archive of its own. */
  open(): Promise<Archive>;
  /** Reads a text as the desk would. */
  read(text: string): { readonly reading: Reading; readonly bytes: Uint8Array };
}

vi.setConfig({ testTimeout: 60_000 });

export const signed = (n: number) => ({ who: 'tester', when: `2031-04-${String(10 + n).padStart(2, '0')}T09:00:00.000Z` });

export function archiveContract(name: string, { open, read }: Given): void {
  describe(name, () => {
    let archive: Archive;
    beforeEach(async () => {
      archive = await open();
    });
    afterEach(() => archive.close());
    const incoming = (text: string, more: Partial<Incoming> = {}): Incoming => ({ ...read(text), signed: signed(0), ...more });
    const keep = async (text: string, more: Partial<Incoming> = {}) => {
      const [kept] = await archive.keep([incoming(text, more)]);
      if (!kept) throw new Error('nothing was kept');
      return kept;
    };

    describe('documents', () => {
      test('what is put in comes out, equal, bytes and record', async () => {
        const { id, n, how } = await keep(TALKS);
        expect({ n, how }).toEqual({ n: 1, how: 'added' });
        expect(await archive.reading(id)).toEqual(read(TALKS).reading);
        expect((await archive.source(id))?.bytes).toEqual(new Uint8Array(read(TALKS).bytes));
        expect((await archive.standing(id))?.reading).toEqual(read(TALKS).reading);
      });

      test('the same bytes twice are one document', async () => {
        const first = await keep(TALKS, { from: '/a/one.txt' });
        expect(await keep(TALKS, { from: '/b/two.txt' })).toMatchObject({ id: first.id, n: 1, how: 'same' });
        expect((await archive.list()).items.length).toBe(1);
        expect((await archive.totals()).versions).toBe(1);
      });

      test('a page changed is a new version, with what changed; its date did not: a silent edit', async () => {
        const first = await keep(TALKS, { from: '/a/one.txt' });
        const second = await keep(TALKS_EDITED, { from: '/a/one.txt', signed: signed(1) });
        expect(second).toMatchObject({ id: first.id, n: 2, how: 'version', silent: true });
        expect(second.difference).toMatchObject({ lines: { gone: 1, come: 1 } });
        expect((await archive.versions(first.id)).map(({ n, silent }) => [n, silent])).toEqual([
          [1, false],
          [2, true],
        ]);
        expect(await archive.reading(first.id, 1)).toEqual(read(TALKS).reading);
        expect(await archive.reading(first.id)).toEqual(read(TALKS_EDITED).reading);
        expect(await archive.document(read(TALKS_EDITED).reading.document.id)).toMatchObject({ id: first.id, n: 2, silent: true });
        expect(await archive.reading(first.id, 3)).toBeUndefined();
      });

      test('an edited page is known by title, date and publisher too; another page of that day is not taken for it', async () => {
        const first = await keep(TALKS);
        expect(await keep(TALKS_EDITED)).toMatchObject({ id: first.id, how: 'version' });
        expect((await keep(CALL)).how).toBe('added');
      });

      test('all of a batch, or nothing', async () => {
        const broken = { ...incoming(CALL), reading: { ...read(CALL).reading, statements: undefined as never } };
        await expect(archive.keep([incoming(TALKS), broken])).rejects.toThrow();
        expect((await archive.totals()).documents).toBe(0);
      });

      test('removed is out of the list and back again', async () => {
        const { id } = await keep(TALKS);
        expect(await archive.remove([id, 'd-none'], signed(1))).toBe(1);
        expect((await archive.list()).items).toEqual([]);
        expect((await archive.list({ removed: 'removed' })).items.map((row) => row.id)).toEqual([id]);
        expect((await archive.talks()).items).toEqual([]);
        expect(await archive.restore([id], signed(2))).toBe(1);
        expect((await archive.list()).items.map((row) => row.id)).toEqual([id]);
        expect((await archive.happenings({ document: id })).items.map(({ kind }) => kind)).toEqual(['restored', 'removed', 'added']);
      });

      test('pages of a list hold each once, in order', async () => {
        for (const text of [TALKS, CALL]) await keep(text);
        for (const order of ['talks', 'added', 'title'] as const) {
          const whole = (await archive.list({ order })).items.map(({ id }) => id);
          const first = await archive.list({ order, limit: 1 });
          const second = await archive.list({ order, limit: 1, ...(first.next && { cursor: first.next }) });
          expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole);
          expect(second.next).toBeUndefined();
        }
        await expect(archive.list({ cursor: 'x' })).rejects.toMatchObject({ code: 'archive/bad-cursor' });
      });
    });

    test('relations, talks, persons', async () => {
      await archive.keep([incoming(TALKS), incoming(CALL)]);
      const [dyad] = await archive.dyads();
      expect(dyad).toMatchObject({ dyad: 'GB-JP', talks: 2, documents: 2 });
      const talks = await archive.talks({ dyad: 'JP-GB' });
      expect(talks.items.length).toBe(2);
      const [person] = (await archive.entities({ kind: 'person' })).items;
      expect(person?.documents).toBe(2);
      expect((await archive.talks({ person: person?.id ?? '' })).items.length).toBe(2);
      expect((await archive.entity(person?.id ?? ''))?.offices.length).toBeGreaterThan(0);
    });
  });
}
