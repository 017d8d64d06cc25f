/** What every archive must hold, whatever the store. A store's own test calls this with a way to make one and a reader of texts. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Subject } from '../record/correction.ts';
import type { Reading } from '../record/reading.ts';
import { subjectOfCommitment, subjectOfTalks } from '../record/subject.ts';
import { type Archive, FACETS, type Incoming, type SearchQuery } from './archive.ts';
import { CALL, TALKS, TALKS_EDITED, TREATY } from './test-readouts.ts';

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

    describe('what was told', () => {
      test('talks by talks, oldest first, with content and names of each statement', async () => {
        await archive.keep([incoming(CALL), incoming(TALKS)]);
        const { items } = await archive.told({ dyad: 'GB-JP' });
        expect(items.map(({ date, kind }) => [date, kind])).toEqual([
          ['2018-05-09', 'meeting'],
          ['2018-07-02', 'call'],
        ]);
        const [first] = items[0]?.statements ?? [];
        expect(first).toMatchObject({ path: '1(1)', act: 'agree', side: 'joint', strength: 0 });
        expect(first?.quote.slice(...(first?.content ?? [0, 0]))).toBe('次官級協議を続けていく');
        const named = items.flatMap(({ statements }) =>
          statements.flatMap((one) => one.named.map(([start, end, changes]) => [one.quote.slice(start, end), changes])),
        );
        expect(named).toContainEqual(['来年', 1]);
        expect(named).toContainEqual(['甲野大臣', 1]);
        expect((await archive.told({ dyad: 'GB-JP', order: 'newest', limit: 1 })).items[0]?.date).toBe('2018-07-02');
        expect((await archive.told({ dyad: 'JP-RU' })).items).toEqual([]);
      });

      test('by topic and by publisher, page by page', async () => {
        await archive.keep([incoming(CALL), incoming(TALKS)]);
        const on = await archive.told({ topic: 'korean-peninsula' });
        expect(on.items.flatMap(({ statements }) => statements.map(({ path }) => path))).toEqual(['2', '2']);
        const page = await archive.told({ publisher: 'JP', limit: 1 });
        const rest = await archive.told({ publisher: 'JP', limit: 1, cursor: page.next as string });
        expect([...page.items, ...rest.items].map(({ date }) => date)).toEqual(['2018-05-09', '2018-07-02']);
        expect(rest.next).toBeUndefined();
      });

      test('the stamp of a relation is another one when anything told is another', async () => {
        const { id } = await keep(TALKS);
        const seen = new Set([await archive.stamp({ dyad: 'GB-JP' })]);
        const again = async () => {
          const stamp = await archive.stamp({ dyad: 'GB-JP' });
          expect(seen).not.toContain(stamp);
          seen.add(stamp);
        };
        expect(seen).toContain(await archive.stamp({ dyad: 'GB-JP' }));
        await keep(CALL);
        await again();
        await archive.remove([id], signed(1));
        await again();
        await archive.restore([id], signed(2));
        await again();
        await keep(TALKS_EDITED, { from: '/a/x.txt' });
        await again();
        const [extract] = await archive.extracts({ document: id });
        const reading = (await archive.standing(id))?.reading as Reading;
        const on = subjectOfTalks(reading, extract?.talks[0]?.id ?? '') as Subject;
        await archive.correct({ document: id, on, change: { set: 'talks', place: null }, ...signed(4), why: 'elsewhere' });
        await again();
      });

      test('and the same one as long as only others change', async () => {
        await keep(TALKS);
        const before = await archive.stamp({ dyad: 'GB-JP' });
        expect((await keep(CALL.replaceAll('英', '豪').replaceAll('スミス', 'ブラウン'))).how).toBe('added');
        expect(await archive.stamp({ dyad: 'GB-JP' })).toBe(before);
        expect(await archive.stamp()).not.toBe(before);
      });
    });

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

      test('what was fetched is remembered, the newest of an address', async () => {
        expect(await archive.fetched('https://a.example/')).toBeUndefined();
        await archive.remember([
          { address: 'https://a.example/', etag: '"1"', checked: '2031-04-01T00:00:00Z' },
          { address: 'https://b.example/', modified: 'x', stamp: 'y', checked: '2031-04-01T00:00:00Z' },
        ]);
        await archive.remember([{ address: 'https://a.example/', modified: 'z', checked: '2031-04-02T00:00:00Z' }]);
        expect(await archive.fetched('https://a.example/')).toEqual({
          address: 'https://a.example/',
          modified: 'z',
          checked: '2031-04-02T00:00:00Z',
        });
        expect(await archive.fetched('https://b.example/')).toEqual({
          address: 'https://b.example/',
          modified: 'x',
          stamp: 'y',
          checked: '2031-04-01T00:00:00Z',
        });
      });

      test('by kind of text', async () => {
        const { id } = await keep(TALKS);
        const other = incoming(CALL);
        const [press] = await archive.keep([
          {
            ...other,
            reading: {
              ...other.reading,
              document: { ...other.reading.document, kind: { value: 'press-conference', basis: 'stated', span: [0, 1] } },
            },
          },
        ]);
        expect((await archive.textKinds()).map(({ value, count }) => [value, count])).toEqual([
          ['press-conference', 1],
          ['readout', 1],
        ]);
        expect((await archive.list({ kinds: ['press-conference'] })).items.map((row) => [row.id, row.kind])).toEqual([
          [press?.id, 'press-conference'],
        ]);
        expect((await archive.list({ kinds: ['readout'] })).items.map((row) => row.id)).toEqual([id]);
        // A person's word counts: its talks are no longer in any relation, and are again once it is taken back.
        expect((await archive.dyads()).length).toBeGreaterThan(0);
        const change = { on: { of: 'document' as const }, change: { set: 'kind' as const, kind: 'schedule' as const } };
        const correction = await archive.correct({ document: id, ...change, ...signed(1), why: 'an announcement' });
        expect((await archive.textKinds()).map(({ value }) => value).sort()).toEqual(['press-conference', 'schedule']);
        expect((await archive.document(id))?.talks).toEqual([]);
        await archive.correct({
          document: id,
          on: { of: 'document' },
          change: { set: 'undone', correction: correction.id },
          ...signed(2),
          why: 'it was none',
        });
        expect((await archive.document(id))?.talks.length).toBe(1);
        await archive.remove([id], signed(3));
        expect((await archive.textKinds()).map(({ value }) => value)).toEqual(['press-conference']);
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
      expect(dyad).toMatchObject({ dyad: 'GB-JP', talks: 2, documents: 2, newest: { kind: 'call', date: '2018-07-02', parties: ['JP', 'GB'] } });
      const talks = await archive.talks({ dyad: 'JP-GB' });
      expect(talks.items.length).toBe(2);
      const [person] = (await archive.entities({ kind: 'person' })).items;
      expect(person?.documents).toBe(2);
      expect((await archive.talks({ person: person?.id ?? '' })).items.length).toBe(2);
      expect((await archive.entity(person?.id ?? ''))?.offices.length).toBeGreaterThan(0);
    });

    test('relations are counted anew after each change', async () => {
      await keep(TALKS);
      expect(await archive.dyads()).toMatchObject([{ talks: 1, newest: { date: '2018-05-09' } }]);
      const { id } = await keep(CALL);
      expect(await archive.dyads()).toMatchObject([{ talks: 2, newest: { document: id } }]);
      await archive.remove([id], signed(1));
      expect(await archive.dyads()).toMatchObject([{ talks: 1, newest: { date: '2018-05-09' } }]);
    });

    test('commitments by their date, from either end; steps of instruments by their day', async () => {
      await archive.keep([incoming(TALKS), incoming(TREATY)]);
      const due = async (order: 'due' | 'latest') => (await archive.commitments({ order })).items.map((row) => row.due);
      const soonest = (await due('due')).filter((each) => each !== undefined);
      expect(soonest).toContain('2019');
      expect(await due('latest')).toEqual([...soonest].reverse());
      const { items } = await archive.steps();
      expect(items).toMatchObject([
        { name: '日英漁業協定', event: 'signed', date: '2018-03-04', parties: ['GB', 'JP'], told: '2018-06-01' },
        { event: 'instruments-exchanged', date: '2018-06-01' },
        { name: '日英漁業協定', event: 'entered-into-force', date: '2018-09-01' },
      ]);
      expect((await archive.steps({ from: '2018-06-02' })).items.map(({ date }) => date)).toEqual(['2018-09-01']);
      const first = await archive.steps({ limit: 1 });
      expect((await archive.steps({ limit: 2, ...(first.next && { cursor: first.next }) })).items).toEqual(items.slice(1));
    });

    test('a list that is asked again is what stands then, also of a document without statements', async () => {
      const { id } = await keep('日英外相会談(概要)\n\n平成30年5月9日\n');
      const seen = async () => {
        const [row] = (await archive.list({ dyad: 'GB-JP' })).items;
        const [met] = (await archive.talks({ dyad: 'GB-JP' })).items;
        const [extract] = await archive.extracts({ dyad: 'GB-JP' });
        expect(row?.talks).toEqual([met]);
        expect((await archive.document(id))?.talks).toEqual([met]);
        return [row?.statements, met?.kind, extract?.talks[0]?.kind];
      };
      expect(await seen()).toEqual([0, 'meeting', 'meeting']);
      const stands = (await archive.standing(id))?.reading as Reading;
      const on = subjectOfTalks(stands, stands.talks[0]?.id ?? '') as Subject;
      const draft = { document: id, on, ...signed(1), why: 'x' };
      // Nobody looks between the undoing and the next correction.
      for (const kind of ['call', 'summit', 'call'] as const) {
        const { id: correction } = await archive.correct({ ...draft, change: { set: 'talks', kind } });
        expect(await seen()).toEqual([0, kind, kind]);
        await archive.correct({ ...draft, change: { set: 'undone', correction } });
      }
      expect(await seen()).toEqual([0, 'meeting', 'meeting']);
      expect(await archive.verify()).toEqual([]);
    });

    describe('extracts', () => {
      test('what goes into the ledgers: who met, what was promised, with words and place, oldest talks first', async () => {
        await keep(CALL);
        const { id } = await keep(TALKS);
        const all = await archive.extracts({ dyad: 'GB-JP' });
        expect(all.map(({ talks }) => talks[0]?.date)).toEqual(['2018-05-09', '2018-07-02']);
        const [first] = all;
        expect(first).toMatchObject({ document: id, publisher: 'JP', language: 'ja' });
        expect(first?.talks[0]).toMatchObject({ visiting: [{ party: 'GB', host: 'JP', person: 'スミス' }], parties: ['JP', 'GB'] });
        const visit = first?.commitments.find(({ kind }) => kind === 'visit');
        expect(visit).toMatchObject({ by: ['JP'], to: ['GB'], stage: 'intended', due: { edtf: '2019', text: '来年', basis: 'inferred' } });
        const [telling] = visit?.tellings ?? [];
        expect(read(TALKS).reading.statements.find((one) => one.id === telling?.statement)).toMatchObject({ path: '1(2)', quote: telling?.quote });
        const ids = first?.talks[0]?.participants.map(({ person }) => person);
        expect(ids?.every((one) => one?.startsWith('p-'))).toBe(true);
        expect(await archive.extracts({ dyad: 'JP-RU' })).toEqual([]);
        expect(await archive.extracts({ document: id })).toEqual([first]);
        expect((await archive.extracts()).length).toBe(2);
      });

      test('what is asked again is what stands then: a document more, names made one and parted, a correction', async () => {
        const { id } = await keep(TALKS);
        const ofPersons = async () =>
          (await archive.extracts({ dyad: 'GB-JP' })).map(({ talks }) => talks[0]?.participants.map(({ person }) => person));
        const alone = (await archive.extracts())[0];
        expect(await archive.extracts({ dyad: 'GB-JP' })).toEqual([alone]);
        await keep(CALL.replaceAll('スミス', 'スミツ'));
        const apart = await ofPersons();
        expect(await archive.extracts({ dyad: 'GB-JP' })).toEqual(await archive.extracts());
        const ids = (await archive.entities({ kind: 'person', party: 'GB' })).items.map((one) => one.id) as [string, string];
        const draft = { on: { of: 'archive' as const }, ...signed(3), why: 'one man' };
        const before = await archive.stamp({ dyad: 'GB-JP' });
        const { id: same } = await archive.correct({ ...draft, change: { set: 'same', names: ids } });
        expect(await archive.stamp({ dyad: 'GB-JP' })).not.toBe(before);
        expect(await ofPersons()).toEqual(apart.map((of) => of?.map((person) => (person === ids[1] ? ids[0] : person))));
        expect(await archive.extracts({ dyad: 'GB-JP' })).toEqual(await archive.extracts());
        await archive.correct({ ...draft, change: { set: 'undone', correction: same } });
        expect(await ofPersons()).toEqual(apart);
        await keep(TALKS_EDITED, { from: '/x' });
        await archive.remove([id], signed(4));
        expect(await archive.extracts({ dyad: 'GB-JP' })).toEqual(await archive.extracts());
      });

      test('a person’s stage comes with who, when and why; what is removed is out', async () => {
        const { id } = await keep(TALKS);
        const stands = (await archive.standing(id))?.reading as Reading;
        const visit = stands.commitments.find(({ kind }) => kind === 'visit');
        const on = subjectOfCommitment(stands, visit?.id ?? '') as Subject;
        await archive.correct({ document: id, on, change: { set: 'stage', stage: 'accepted' }, ...signed(1), why: '確認済み' });
        const [one] = await archive.extracts({ dyad: 'JP-GB' });
        expect(one?.commitments.find(({ kind }) => kind === 'visit')).toMatchObject({
          stage: 'accepted',
          decided: [{ stage: 'accepted', who: 'tester', why: '確認済み' }],
        });
        expect(await archive.verify()).toEqual([]);
        await archive.remove([id], signed(2));
        expect(await archive.extracts({ dyad: 'JP-GB' })).toEqual([]);
      });
    });

    describe('search', () => {
      beforeEach(() => archive.keep([incoming(TALKS), incoming(CALL)]));
      const found = async (query: SearchQuery) =>
        (await archive.search(query)).items.map(({ quote, marks }) => marks.map(([start, end]) => quote.slice(start, end)).join('|'));

      const rows: [words: string, marks: string[]][] = [
        ['拉致', ['', '拉致']],
        ['一致', ['一致']],
        ['致', ['', '致', '致']],
        ['協定 署名', ['協定|署名']],
        ['"漁業協定の早期署名"', ['漁業協定の早期署名']],
        ['漁業協定の早期署名', ['漁業協定の早期署名']],
        ['"漁業の協定"', []],
        ['両外相 -国際', ['両外相']],
        ['両外相　－国際', ['両外相']],
        ['-"両外相は"', ['', '', '', '', '']],
        ['國際', ['国際']],
        ['拉 問', ['', '拉|問']],
        ['ｽﾐｽ', ['スミス', 'スミス']],
        ['致 は', ['は', 'は|致']],
        ['謎語', []],
      ];
      test.each(rows)('%s', async (words, marks) => expect((await found({ words })).sort()).toEqual(marks.sort()));

      test('a heading above is found, said so, and comes after own words', async () => {
        const { items } = await archive.search({ words: '拉致' });
        expect(items.map(({ act, byHeading }) => [act, byHeading])).toEqual([
          ['request', undefined],
          ['support', '2 拉致問題'],
        ]);
      });

      test('words of one statement, or anywhere in the talks', async () => {
        expect(await found({ words: '次官級 拉致' })).toEqual([]);
        expect((await archive.search({ words: '次官級 拉致', within: 'talks' })).total).toBe(3);
        expect((await archive.search({ words: '漁業 拉致', within: 'talks' })).total).toBe(0);
      });

      test('facets with counts: each without its own choice', async () => {
        const { total, facets } = await archive.search({
          facets: { side: ['joint'] },
          count: ['side', 'act', 'dyad', 'year', 'withheld', 'kind', 'family', 'part'],
        });
        expect(total).toBe(2);
        expect(facets.side).toEqual([
          { value: 'own', count: 3, chosen: false },
          { value: 'joint', count: 2, chosen: true },
          { value: 'other', count: 2, chosen: false },
        ]);
        expect(facets.act?.map(({ value, count }) => [value, count])).toEqual([
          ['agree', 1],
          ['confirm', 1],
        ]);
        expect(facets.dyad).toEqual([{ value: 'GB-JP', count: 2, chosen: false }]);
        expect(facets.year).toEqual([{ value: '2018', count: 2, chosen: false }]);
        expect(facets.kind?.length).toBe(2);
      });

      test('all facets together, dates, one document', async () => {
        expect(
          (await archive.search({ facets: { dyad: ['JP-GB'], act: ['agree', 'confirm'] }, from: '2018-07' })).items.map(({ act }) => act),
        ).toEqual(['confirm']);
        expect((await archive.search({ facets: { dyad: ['JP-RU'] } })).total).toBe(0);
        const [document] = (await archive.list()).items;
        expect((await archive.search({ document: document?.id ?? '' })).total).toBe(2);
        expect((await archive.search({ document: 'd-none' })).total).toBe(0);
        await expect(archive.search({ facets: { colour: ['red'] } as never })).rejects.toMatchObject({ code: 'archive/bad-facet' });
        await expect(archive.search({ from: 'soon' })).rejects.toMatchObject({ code: 'archive/bad-date' });
      });

      test('orders, and pages that hold each once', async () => {
        for (const order of ['newest', 'oldest', 'rank'] as const) {
          const whole = (await archive.search({ words: '大臣', order })).items.map(({ id }) => id);
          const paged: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await archive.search({ words: '大臣', order, limit: 2, ...(cursor && { cursor }) });
            paged.push(...page.items.map(({ id }) => id));
            cursor = page.next;
          } while (cursor);
          expect(paged).toEqual(whole);
          expect(whole.length).toBe(5);
        }
        expect((await archive.search({ order: 'newest' })).items[0]?.talks.date).toBe('2018-07-02');
        expect((await archive.search({ order: 'oldest' })).items[0]?.talks.date).toBe('2018-05-09');
      });

      test('what found nothing says what kept it out', async () => {
        expect((await archive.search({ words: '拉致', facets: { side: ['joint'] }, lacking: true })).lacking).toEqual([
          { without: 'words', total: 2 },
          { without: 'side', total: 2 },
        ]);
      });

      test('whatever is typed, nothing breaks', async () => {
        const hostile = [
          '"',
          '""',
          'AND',
          'NOT',
          'a" OR "b',
          '*',
          '拉致*',
          '^拉致',
          'own:拉致',
          '{own heading} : x',
          'NEAR(a b)',
          '(((',
          '-',
          '--',
          "'; DROP TABLE words;--",
          '拉致\u0000',
          '\ud800',
          '\udfff拉',
          '拉致"',
          '%',
          '_',
          '\\',
          'x'.repeat(5000),
          '拉'.repeat(5000),
          '" '.repeat(3000),
        ];
        for (const words of hostile)
          for (const within of ['statement', 'talks'] as const)
            expect((await archive.search({ words, within, count: ['act'] })).total).toBeGreaterThanOrEqual(0);
        for (const value of ["' OR 1=1", '"', '\u0000', '9'.repeat(400)])
          for (const facet of FACETS) if (facet !== 'dyad') expect((await archive.search({ facets: { [facet]: [value] } })).total).toBe(0);
      });

      test('other spellings of a name that somebody said is one', async () => {
        await keep(CALL.replaceAll('スミス', 'スミツ').replace('7月2日、', '7月2日午後、'));
        const people = (await archive.entities({ kind: 'person', party: 'GB' })).items;
        expect(people.map(({ name }) => name).sort()).toEqual(['スミス', 'スミツ']);
        expect((await archive.search({ words: 'スミツ' })).total).toBe(0);
        const ids = people.map(({ id }) => id) as [string, string];
        const draft = { on: { of: 'archive' as const }, ...signed(3), why: 'one man' };
        const { id } = await archive.correct({ ...draft, change: { set: 'same', names: ids } });
        const answer = await archive.search({ words: 'スミツ' });
        expect(answer.items.length).toBe(2);
        expect(answer.along).toEqual([{ word: 'スミツ', also: ['スミス'] }]);
        expect((await archive.search({ words: 'スミツ', without: ['スミス'] })).total).toBe(0);
        // Two names of one person are one value of the facet, and either finds what both said.
        const { facets } = await archive.search({ count: ['person'], facets: { person: [ids[1]] } });
        expect(facets.person?.filter((one) => ids.includes(one.value)).map((one) => one.value)).toEqual([ids[0]]);
        expect((await archive.entities({ kind: 'person', party: 'GB' })).items.length).toBe(1);
        expect((await archive.entity(ids[1]))?.id).toBe(ids[0]);
        expect(new Set((await archive.spelled([ids[1]], 'ja')).get(ids[1]))).toEqual(new Set(people.map(({ name }) => name)));
        expect((await archive.spelled(ids, 'ru')).size).toBe(0);
        await archive.correct({ ...draft, change: { set: 'undone', correction: id } });
        expect((await archive.search({ words: 'スミツ' })).total).toBe(0);
        expect((await archive.entity(ids[1]))?.id).toBe(ids[1]);
      });

      test('how a name is read aloud: the newest decision holds, also on a name that was merged, and is undone', async () => {
        const [one, other] = (await archive.entities({ kind: 'person' })).items as unknown as [{ id: string }, { id: string }];
        const draft = { on: { of: 'archive' as const }, ...signed(3), why: 'told by the embassy' };
        const say = (name: string, reading: string | null) => archive.correct({ ...draft, change: { set: 'reading', name, reading } });
        await say(one.id, 'こうの');
        const { id } = await say(one.id, 'かわの');
        expect((await archive.entity(one.id))?.reading).toBe('かわの');
        expect(await archive.readings()).toEqual(new Map([[one.id, 'かわの']]));
        await archive.correct({ ...draft, change: { set: 'undone', correction: id } });
        expect((await archive.entity(one.id))?.reading).toBe('こうの');
        await say(other.id, 'すみす');
        const merged = await archive.correct({ ...draft, change: { set: 'same', names: [one.id, other.id] } });
        expect(await archive.readings()).toEqual(new Map([[one.id, 'すみす']]));
        await archive.correct({ ...draft, change: { set: 'undone', correction: merged.id } });
        await say(one.id, null);
        await say(other.id, null);
        expect(await archive.entity(one.id)).not.toHaveProperty('reading');
        await expect(say('p-none', 'x')).rejects.toMatchObject({ code: 'archive/no-such-names' });
      });

      test('what is removed, or changed, is no longer found', async () => {
        const [call] = (await archive.list({ words: '電話' })).items;
        await archive.remove([call?.id ?? ''], signed(1));
        expect(await found({ words: '漁業' })).toEqual([]);
        await archive.restore([call?.id ?? ''], signed(2));
        expect(await found({ words: '漁業' })).toEqual(['漁業']);
        await keep(TALKS_EDITED);
        expect(await found({ words: '続けて' })).toEqual([]);
        expect(await found({ words: '早期に開催' })).toEqual(['早期に開催']);
        expect((await archive.search({})).total).toBe(7);
      });
    });
  });
}
