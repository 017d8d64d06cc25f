/** Every resource once: what it answers is what its description says, no more and no less. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JOINT, PRESS, TO_THE_PRESS } from '../archive/test-readouts.ts';
import { openTestNetwork, type TestNetwork } from '../desk/incoming/fetch/test-network.ts';
import { loadVoice } from '../desk/languages.ts';
import { record } from '../record/schema.ts';
import type { Description, Operation, Schema } from './openapi.ts';
import { CALL, openTestApi, TALKS, TALKS_EDITED, type TestApi } from './test-desk.ts';

let network: TestNetwork;
let api: TestApi;
let description: Description;
/** Names of the operations that answered with success. */
const seen = new Set<string>();

beforeAll(async () => {
  network = await openTestNetwork({ 'mofa.example': [['93.184.216.34']] }, (_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<h1>日豪外相電話会談</h1><p>平成31年2月3日</p><p>両外相は、連携していくことで一致した。</p>`),
  );
  api = await openTestApi(network);
  description = (await (await api.ask('/openapi.json')).json()) as Description;
});
afterAll(() => network.close());

/** Without room for fields that are not described. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const made = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  return 'properties' in made && !('allOf' in made) ? { ...made, additionalProperties: false } : made;
}

const validators = new Map<string, ValidateFunction>();
function validatorOf(schema: Schema): ValidateFunction {
  const key = JSON.stringify(schema);
  let found = validators.get(key);
  if (!found) {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    found = ajv.compile({ ...(strict(schema) as object), components: strict(description.components) } as object);
    validators.set(key, found);
  }
  return found;
}

function operationOf(method: string, path: string): Operation {
  const bare = (path.split('?')[0] as string).split('/');
  for (const [template, methods] of Object.entries(description.paths)) {
    const parts = template.split('/');
    const operation = methods[method.toLowerCase()];
    if (operation && parts.length === bare.length && parts.every((part, i) => part.startsWith('{') || part === bare[i])) return operation;
  }
  throw new Error(`${method} ${path} is not described`);
}

/** Asks, holds the answer against its description, and gives it. */
async function ask(method: string, path: string, body?: object | FormData, headers: Record<string, string> = {}, status?: number) {
  const isForm = body instanceof FormData;
  const response = await api.ask(path, {
    method,
    headers: { ...(body && !isForm && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  // Not text(), which takes the mark of UTF-8 away.
  const words = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  const operation = operationOf(method, path);
  if (status !== undefined) expect(response.status, words).toBe(status);
  const described = operation.responses[String(response.status)];
  expect(described, `${method} ${path}: ${response.status} ${words}`).toBeDefined();
  seen.add(operation.operationId);
  const [type, content] = Object.entries(described?.content ?? {})[0] ?? [];
  if (!type || !content) return { response, value: undefined as never, words };
  expect(response.headers.get('content-type')).toContain(type);
  if (type !== 'application/json') return { response, value: words as never, words };
  const value = JSON.parse(words);
  const validate = validatorOf(content.schema);
  expect(validate(value) ? [] : validate.errors, `${method} ${path}`).toEqual([]);
  return { response, value, words };
}

describe('every resource answers as it is described', () => {
  let id = '';
  let statement = '';
  test('adding', async () => {
    const first = await ask('POST', '/documents', { text: TALKS, name: '../概要.txt', who: '山田' }, {}, 201);
    id = first.value.items[0].id;
    expect(first.value.items[0]).toMatchObject({ how: 'added', n: 1, name: '概要.txt', talks: 1 });
    expect(first.response.headers.get('location')).toBe(`/api/v1/documents/${id}`);
    expect((await ask('POST', '/documents', { text: TALKS }, {}, 200)).value.items[0]).toMatchObject({ how: 'same', id });
    expect((await ask('POST', '/documents', { text: TALKS_EDITED }, {}, 201)).value.items[0]).toMatchObject({
      how: 'version',
      id,
      n: 2,
      silent: true,
    });
    const form = new FormData();
    form.append('file', new File([CALL], '電話.txt', { type: 'text/plain' }));
    form.append('file', new File([readFileSync(new URL('../../samples/2010-11-13-ru-foreign-ministers.txt', import.meta.url))], 'sample.txt'));
    expect((await ask('POST', '/documents', form, {}, 201)).value.items.map((each: { name: string }) => each.name)).toEqual([
      '電話.txt',
      'sample.txt',
    ]);
    const page = await ask('POST', '/documents', { url: 'http://mofa.example/kaidan/gaiyo.html' }, {}, 201);
    expect(page.value.items[0]).toMatchObject({ name: 'gaiyo.html', title: '日豪外相電話会談' });
  });

  test('readouts beside one another', async () => {
    const [call, talks] = [(await ask('GET', '/documents?words=電話&dyad=JP-GB')).value.items[0].id, id];
    const compared = (await ask('GET', `/comparisons/${call}/${talks}`)).value;
    expect(compared.before.document).toBe(talks);
    expect(compared.counts.dropped).toBeGreaterThan(0);
    expect((await api.ask(`/comparisons/${call}/d-0000000000000000`)).status).toBe(404);
    expect((await ask('GET', '/dyads/JP-GB/accounts?date=2018-05-09')).value.items).toEqual([]);
    const told = (await ask('GET', `/accounts/${talks}/${call}`)).value;
    const [one, two] = [
      told.rows.find((row: { first?: object }) => row.first).first.id,
      told.rows.find((row: { other?: object }) => row.other).other.id,
    ];
    await ask('POST', `/accounts/${talks}/${call}/pairs`, { statements: [one, two], set: 'paired', why: '同じ' }, {}, 201);
    const again = (await ask('GET', `/accounts/${talks}/${call}`)).value;
    expect(again.rows.find((row: { byHand?: boolean }) => row.byHand)).toMatchObject({ first: { id: one }, other: { id: two } });
    expect((await ask('GET', `/documents/${id}/points`)).value.rows).toEqual([]);
    expect((await ask('GET', '/dyads/JP-GB/contradictions')).value.items).toEqual([]);
  });

  test('wording and positions', async () => {
    const formulas = (await ask('GET', '/formulas?dyad=JP-GB')).value;
    expect(formulas.talks.length).toBe(2);
    const { value } = await ask('GET', `/phrases/${encodeURIComponent('次官級協議')}`);
    expect(value).toMatchObject({ dyad: 'GB-JP', items: [{ words: '次官級協議', talks: 1, cells: [{ state: 'full' }, {}] }], elsewhere: [] });
    expect((await ask('GET', `/phrases/${encodeURIComponent('未知の表現')}`)).value.items).toEqual([]);
    const positions = (await ask('GET', '/dyads/GB-JP/positions?topic=abductions')).value;
    expect(positions.talks).toMatchObject([{ date: '2018-05-09', by: { JP: [{ act: 'request' }], GB: [{ act: 'support' }] } }]);
    expect(positions.sayers).toMatchObject({ JP: { talks: 1 }, GB: { talks: 1 } });
  });

  test('documents, their records and versions', async () => {
    expect((await ask('GET', '/documents?limit=2')).value.items.length).toBe(2);
    const page = (await ask('GET', '/documents?limit=2')).value;
    expect((await ask('GET', `/documents?limit=2&cursor=${page.next}`)).value.items[0].id).not.toBe(page.items[0].id);
    expect((await ask('GET', '/documents?dyad=JP-GB&needsLook=no&order=added&from=2018&to=2018-06')).value.items.length).toBe(1);
    expect((await ask('GET', `/documents/${id}`)).value).toMatchObject({ id, n: 2 });
    const stands = record.parse((await ask('GET', `/records/${id}`)).value);
    statement = stands.statements[0]?.id as string;
    record.parse((await ask('GET', `/records/${id}?as=read&version=1`)).value);
    expect((await ask('GET', `/documents/${id}/versions`)).value.items.length).toBe(2);
    expect((await ask('GET', `/documents/${id}/versions/2`)).value).toMatchObject({ n: 2, silent: true });
    const changed = (await ask('GET', `/documents/${id}/versions/2/difference`)).value;
    expect(changed.come[0].quote).toContain('早期に開催');
    expect((await ask('GET', `/documents/${id}/versions/1/difference?against=2`)).value.gone).toEqual(changed.come);
    const source = await ask('GET', `/documents/${id}/versions/1/source`);
    expect(source.words).toBe(TALKS);
    expect(source.response.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('概要.txt')}`);
  });

  test('statements and search', async () => {
    expect((await ask('GET', '/statements?act=agree&act=confirm&limit=1')).value.items.length).toBe(1);
    expect((await ask('GET', `/statements/${id}/${statement}`)).value).toMatchObject({
      statement: { id: statement },
      struck: false,
      talks: { kind: 'meeting' },
    });
    const found = (await ask('GET', `/search?q=${encodeURIComponent('拉致')}&count=act&count=side&count=dyad`)).value;
    expect(found.total).toBeGreaterThan(0);
    expect(Object.keys(found.facets).sort()).toEqual(['act', 'dyad', 'side']);
    expect((await ask('GET', `/search?q=${encodeURIComponent('存在しない語')}&act=agree&from=2018`)).value.total).toBe(0);
  });

  test('texts that are no accounts of talks are searched apart', async () => {
    const other = await openTestApi(network);
    const on = async (path: string) => (await (await other.ask(path)).json()) as never;
    const names = encodeURIComponent('観測');
    for (const text of [JOINT, PRESS])
      await other.ask('/documents', { method: 'POST', body: JSON.stringify({ text }), headers: { 'content-type': 'application/json' } });
    const listed: { items: { kind: string }[] } = await on('/documents?kind=joint-statement&kind=schedule');
    expect(listed.items.map(({ kind }) => kind)).toEqual(['joint-statement']);
    expect((await (await other.ask('/export/records?kind=press-conference')).text()).trim().split('\n').length).toBe(1);
    const described = validatorOf({ $ref: '#/components/schemas/SearchAnswer' } as Schema);
    const answer: { total: number; texts: { total: number; next?: string }; facets: { textKind: unknown } } = await on(
      `/search?q=${names}&count=textKind`,
    );
    expect(described(answer), JSON.stringify(described.errors)).toBe(true);
    expect([answer.total, answer.texts.total]).toEqual([0, 4]);
    expect(answer.facets.textKind).toEqual([
      { value: 'press-conference', count: 3, chosen: false },
      { value: 'joint-statement', count: 1, chosen: false },
    ]);
    const first: { items: { kind: string }[]; next: string } = await on(`/search/texts?q=${names}&limit=1`);
    const second: typeof first = await on(`/search/texts?q=${names}&limit=1&cursor=${first.next}`);
    expect([first, second].map(({ items }) => items.map(({ kind }) => kind))).toEqual([['press-conference'], ['joint-statement']]);
    expect((await ask('GET', `/search/texts?q=${names}&textKind=joint-statement`)).value.total).toBe(0);
  });

  test('persons, instruments, mechanisms, relations, talks, topics, commitments', async () => {
    const person = (await ask('GET', '/persons?dyad=JP-GB&limit=1')).value.items[0].id;
    expect((await ask('GET', `/persons/${person}`)).value).toMatchObject({ id: person, kind: 'person' });
    const instrument = (await ask('GET', '/instruments')).value.items[0];
    expect((await ask('GET', `/instruments/${instrument.id}`)).value.kind).toBe('instrument');
    const mechanism = (await ask('GET', '/mechanisms')).value.items[0];
    expect((await ask('GET', `/mechanisms/${mechanism.id}`)).value.kind).toBe('mechanism');
    await ask('GET', '/proposals?kind=person&limit=5');
    expect((await ask('GET', '/dyads')).value.items.map(({ dyad }: { dyad: string }) => dyad)).toContain('GB-JP');
    const dyad = (await ask('GET', '/dyads/jp-gb')).value;
    expect(dyad).toMatchObject({ dyad: 'GB-JP', parties: ['GB', 'JP'] });
    expect(dyad.topics.length).toBeGreaterThan(1);
    expect((await ask('GET', '/dyads/jp-gb/brief?pages=1')).value).toMatchObject({ dyad: 'GB-JP' });
    await ask('GET', '/topics?dyad=GB-JP');
    expect((await ask('GET', `/talks?person=${person}&order=oldest`)).value.items.length).toBeGreaterThan(0);
    expect((await ask('GET', '/commitments?order=told')).value.items.length).toBeGreaterThan(0);
  });

  test('the ledger, as JSON, CSV, calendar and feed; the treaty clock', async () => {
    const told = (await ask('GET', '/ledger?dyad=jp-gb&asOf=2018-06-01')).value;
    expect(told).toMatchObject({ dyad: 'GB-JP', asOf: '2018-06-01' });
    const visit = told.items.find(({ kind }: { kind: string }) => kind === 'visit');
    expect(visit).toMatchObject({ by: ['JP'], to: ['GB'], stage: 'intended', state: 'open', due: { edtf: '2019' } });
    expect((await ask('GET', `/ledger?line=${visit.id}&asOf=2018-06-01`)).value.items).toEqual([visit]);
    expect((await ask('GET', '/ledger?kind=aid&state=done')).value.items).toEqual([]);
    const wrong = async (query: string) => (await (await api.ask(`/ledger?${query}`)).json()) as { status: number; type: string; detail: string };
    expect(await wrong('kind=gift')).toMatchObject({ status: 400, type: '/api/v1/#api/bad-input' });
    expect(await wrong('asOf=2018-02-30')).toMatchObject({ status: 400 });
    expect(await wrong('due=soon')).toMatchObject({ status: 400, type: '/api/v1/#archive/bad-date', detail: expect.stringContaining('soon') });
    expect(await wrong('dyad=Japan')).toMatchObject({ status: 400, type: '/api/v1/#archive/bad-dyad' });
    expect((await ask('GET', '/ledger.csv?dyad=JP-GB')).words.split('\r\n').length).toBe(told.items.length + 2);
    expect((await ask('GET', '/ledger.ics')).words).toContain('END:VCALENDAR');
    expect((await ask('GET', '/ledger.atom?dyad=JP-GB')).words.match(/<entry>/g)?.length).toBeGreaterThan(0);
    await ask('GET', '/clocks/JP-GB?asOf=2019-01-01');
    const instrument = (await ask('GET', '/instruments')).value.items[0].id;
    expect((await ask('GET', `/instruments/${instrument}/clock`)).value.items[0].steps.length).toBeGreaterThan(0);
    expect((await api.ask('/instruments/n-none/clock')).status).toBe(404);
  });

  test('corrections: made, listed, undone, orphaned', async () => {
    const draft = { on: { of: 'statement', id: statement }, change: { set: 'act', act: 'confirm' }, who: '山田', why: '確認である' };
    const before = await ask('GET', `/documents/${id}/corrections`);
    const etag = before.response.headers.get('etag') as string;
    const made = (await ask('POST', `/documents/${id}/corrections`, draft, { 'if-match': etag }, 201)).value;
    expect(made).toMatchObject({ document: id, who: '山田', change: { act: 'confirm' }, on: { of: 'statement', anchor: {} } });
    expect((await ask('GET', `/statements/${id}/${statement}`)).value).toMatchObject({
      statement: { act: 'confirm' },
      corrections: [{ id: made.id }],
    });
    expect((await ask('GET', `/corrections/${made.id}`)).value).toEqual(made);
    const undone = (await ask('POST', `/corrections/${made.id}/undo`, { why: '誤り' }, {}, 201)).value;
    expect(undone).toMatchObject({ change: { set: 'undone', correction: made.id }, who: 'tester' });
    expect((await ask('GET', `/corrections?document=${id}`)).value.items.length).toBe(2);
    const { span } = (await ask('GET', `/statements/${id}/${statement}`)).value.statement;
    const promised = { set: 'promised', kind: 'action', stage: 'intended', by: ['JP'], to: ['RU'] };
    const promise = (await ask('POST', `/documents/${id}/corrections`, { on: { of: 'words', span }, change: promised, why: '抜け' }, {}, 201)).value;
    expect(promise).toMatchObject({ on: { of: 'words' }, change: promised });
    await ask('POST', `/corrections/${promise.id}/undo`, { why: '誤り' }, {}, 201);
    await ask(
      'POST',
      `/documents/${id}/corrections`,
      { on: { of: 'document' }, change: { set: 'published', edtf: '2018-05-10' }, why: '発表日' },
      {},
      201,
    );
    await ask(
      'POST',
      `/documents/${id}/corrections`,
      { on: { of: 'statement', id: statement }, change: { set: 'struck' }, why: '発言ではない' },
      {},
      201,
    );
    expect((await ask('GET', `/statements/${id}/${statement}`)).value.struck).toBe(true);
    await ask('GET', '/orphans');
  });

  test('a text that a person says is an account of talks gives its talks', async () => {
    const other = await openTestApi(network);
    const [which] = await other.add(TO_THE_PRESS);
    const row = async () => (await (await other.ask(`/documents/${which}`)).json()) as { kind: string; talks: unknown[]; statements: number };
    expect(await row()).toMatchObject({ kind: 'other', talks: [], statements: 0 });
    const { etag } = Object.fromEntries((await other.ask(`/documents/${which}/corrections`)).headers);
    const body = JSON.stringify({ on: { of: 'document' }, change: { set: 'kind', kind: 'readout' }, why: '会談の記録である' });
    const headers = { 'content-type': 'application/json', 'if-match': etag as string };
    expect((await other.ask(`/documents/${which}/corrections`, { method: 'POST', headers, body })).status).toBe(201);
    const now = await row();
    expect([now.kind, now.talks.length]).toEqual(['readout', 1]);
    expect(now.statements).toBeGreaterThan(0);
  });

  test('names that are one', async () => {
    const [one, other] = (await ask('GET', '/persons')).value.items;
    const same = { change: { set: 'same', names: [one.id, other.id] }, why: '同一人物' };
    const made = (await ask('POST', '/corrections', same, {}, 201)).value;
    expect(made.document).toBeUndefined();
    expect((await ask('GET', `/persons/${other.id}`)).value).toMatchObject({ id: one.id, merged: [other.id] });
    await ask('POST', `/corrections/${made.id}/undo`, { why: '別人' }, {}, 201);
    expect((await ask('GET', `/persons/${other.id}`)).value.id).toBe(other.id);
  });

  test('removing and restoring, and what happened', async () => {
    const row = await ask('GET', `/documents/${id}`);
    const etag = row.response.headers.get('etag') as string;
    expect((await ask('DELETE', `/documents/${id}?who=${encodeURIComponent('山田')}`, undefined, { 'if-match': etag })).value.removed).toBeTruthy();
    expect((await ask('GET', '/documents?removed=removed')).value.items.map((each: { id: string }) => each.id)).toEqual([id]);
    expect((await ask('POST', `/documents/${id}/restore`)).value.removed).toBeUndefined();
    const kinds = (await ask('GET', `/happenings?document=${id}&limit=500`)).value.items.map((each: { kind: string }) => each.kind);
    expect(new Set(kinds)).toEqual(new Set(['added', 'version', 'corrected', 'undone', 'removed', 'restored']));
    expect((await ask('GET', '/happenings?kind=removed&kind=restored')).value.items.length).toBe(2);
  });

  test('exports, totals, health', async () => {
    const { words } = await ask('GET', '/export/records?dyad=JP-GB');
    const records = words
      .trimEnd()
      .split('\n')
      .map((line) => record.parse(JSON.parse(line)));
    expect(records.length).toBeGreaterThan(1);
    const csv = (await ask('GET', `/export/statements?q=${encodeURIComponent('拉致')}&bom=yes`)).words;
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv.split('\r\n')[1]).toContain('拉致');
    expect((await ask('GET', '/totals')).value.documents).toBe(4);
    expect((await ask('GET', '/health')).value.status).toBe('ok');
  });

  test('a candidate for contradiction, judged', async () => {
    const text = (day: number, year: number) =>
      `日仏外相会談(概要)\n\n平成${year}年5月9日\n\n 5月9日、甲野外務大臣は、デュボワ仏外務大臣と会談した。\n\n両外相は、2012年4月${day}日に署名した日仏漁業協定の重要性を確認した。\n`;
    for (const [day, year] of [
      [3, 28],
      [13, 29],
    ] as const)
      await ask('POST', '/documents', { text: text(day, year) }, {}, 201);
    const [found] = (await ask('GET', '/dyads/FR-JP/contradictions')).value.items;
    expect(found).toMatchObject({ kind: 'event-date', event: 'signed' });
    expect([found.first.says, found.other.says].sort()).toEqual(['2012-04-03', '2012-04-13']);
    const judged = await ask('POST', `/dyads/JP-FR/contradictions/${found.id}/verdict`, { verdict: 'none', why: '誤記' }, {}, 201);
    const [again] = (await ask('GET', '/dyads/FR-JP/contradictions')).value.items;
    expect(again).toMatchObject({ verdict: 'none', correction: judged.value.id });
    const undo = await api.ask('/dyads/JP-FR/contradictions/c-0/verdict', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ verdict: 'none', why: 'x' }),
    });
    expect(undo.status).toBe(404);
  });

  test('none was left out', () => {
    const all = Object.values(description.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(all.filter((name) => !seen.has(name))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the description', () => {
  test.each(['en', 'ja'])('in %s every operation and parameter is explained, and nothing else is', async (code) => {
    const { phrases } = await loadVoice(code);
    const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods));
    expect(Object.keys(phrases.api.operations).sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
    const known = Object.keys(phrases.api.parameters);
    const parameters = new Set(
      operations.flatMap(({ operationId, parameters = [] }) =>
        parameters.flatMap((one) => ('name' in one ? [known.includes(`${operationId}.${one.name}`) ? `${operationId}.${one.name}` : one.name] : [])),
      ),
    );
    expect(known.sort()).toEqual([...parameters].sort());
  });

  test('is in the language that was asked for', async () => {
    const ja = (await (await api.ask('/openapi.json', { headers: { 'accept-language': 'fr;q=0.9, ja;q=0.8, en;q=0.1' } })).json()) as Description;
    expect(ja.paths['/search']?.get?.summary).toBe('語と条件で発言を探します。');
  });

  test('the kept copy is what the routes say', async () => {
    expect(JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'))).toEqual(description);
  });

  test('the page has no script, and a policy under which none would run', async () => {
    for (const code of ['en', 'ja']) {
      const response = await api.ask('/', { headers: { 'accept-language': code } });
      const page = await response.text();
      expect(page).not.toMatch(/<script|style="|<style|\son\w+=/i);
      expect(page.match(/(?:href|src)="(?!#|\/)/g)).toBeNull();
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/);
      expect(response.headers.get('content-language')).toBe(code);
      const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
      expect(links.filter((link) => !page.includes(`id="${link}"`))).toEqual([]);
      expect(page).not.toMatch(/undefined|\[object/);
    }
    expect((await api.ask('/style.css')).headers.get('content-type')).toContain('text/css');
  });
});
