/** All routes and all faults: whatever goes wrong, and wherever, is told in one shape. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadVoice } from '../desk/languages.ts';
import { Fault } from '../fault.ts';
import { makeApi } from './api.ts';
import type { Description, Operation } from './openapi.ts';
import { STATUSES, typeOf } from './problem.ts';
import { openTestApi, TALKS, type TestApi } from './test-desk.ts';

/** Faults that other doors make for themselves. */
const ELSEWHERE = /^(?:cli|web|dates)\//;

test.each(['en', 'ja'])('in %s every fault that may come here has its status and its words', async (code) => {
  const { faults, api } = (await loadVoice(code)).phrases;
  expect(
    Object.keys(faults)
      .filter((fault) => !ELSEWHERE.test(fault))
      .sort(),
  ).toEqual(Object.keys(STATUSES).sort());
  expect(Object.keys(api.titles).sort()).toEqual([...new Set(Object.values(STATUSES).map(String))].sort());
});

/** A body of the form that an operation asks for. */
const BODIES: Record<string, object> = {
  addDocuments: { text: TALKS },
  mergeNames: { change: { set: 'same', names: ['p-1', 'p-2'] }, why: 'x' },
  undoCorrection: { why: 'x' },
  decidePair: { statements: ['s-1', 's-2'], set: 'paired', why: 'x' },
  judgeContradiction: { verdict: 'none', why: 'x' },
  correctDocument: { on: { of: 'document' }, change: { set: 'published', edtf: null }, why: 'x' },
};

function expectProblem(response: Response, words: string, code: string, place: string) {
  expect(response.headers.get('content-type'), `${place}: ${words}`).toBe('application/problem+json; charset=utf-8');
  const problem = JSON.parse(words);
  expect(problem, place).toMatchObject({ type: typeOf(code), status: STATUSES[code] });
  expect(response.status).toBe(STATUSES[code]);
  const { type, title, status, detail, cure, instance, errors, ...rest } = problem;
  expect(rest).toEqual({});
  for (const said of [type, title, detail, cure, instance]) expect(said).toMatch(/^\S/);
  expect([typeof status, errors === undefined || Array.isArray(errors)]).toEqual(['number', true]);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
}

describe('every route', () => {
  let description: Description;
  let operations: { path: string; method: string; operation: Operation }[] = [];
  beforeAll(async () => {
    description = (await (await (await openTestApi()).ask('/openapi.json')).json()) as Description;
    operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path: path.replace('{n}', '1').replace(/\{\w+\}/g, 'x-1'), method, operation })),
    );
  });
  const ask = (api: TestApi['ask'], { path, method, operation }: (typeof operations)[number], language: string) =>
    api(path, {
      method: method.toUpperCase(),
      headers: { 'accept-language': language, ...(BODIES[operation.operationId] && { 'content-type': 'application/json' }) },
      ...(BODIES[operation.operationId] && { body: JSON.stringify(BODIES[operation.operationId]) }),
    });

  test.each(Object.keys(STATUSES))('tells %s in one shape', async (code) => {
    const fails = async () => {
      throw new Fault(code, 'inside', '', { path: '/home/someone/archive.memcon', id: 'x', reason: 'R' });
    };
    const archive = new Proxy({}, { get: () => fails }) as never;
    const api = makeApi({ archive, network: {} as never, sign: () => ({ who: 'x', when: 'x' }), report: () => {} });
    for (const one of operations) {
      const response = await ask(async (path, init) => api.request(path, init), one, 'ja');
      const words = await response.text();
      expectProblem(response, words, code, one.operation.operationId);
      expect(response.headers.get('content-language')).toBe('ja');
      expect(words).not.toMatch(/\/home\/someone|inside/);
    }
  });

  test('tells a failure of our own without what is inside, and reports it', async () => {
    const reported: unknown[] = [];
    const archive = new Proxy({}, { get: () => async () => Promise.reject(new TypeError('secret inside')) }) as never;
    const api = makeApi({ archive, network: {} as never, sign: () => ({ who: 'x', when: 'x' }), report: (error) => reported.push(error) });
    for (const one of operations) {
      const response = await ask(async (path, init) => api.request(path, init), one, 'en');
      const words = await response.text();
      expectProblem(response, words, 'api/failed', one.operation.operationId);
      expect(words).not.toContain('secret');
    }
    expect(reported.length).toBe(operations.length);
  });

  test('refuses parameters that it does not know, a body that is none, and a type that it does not take', async () => {
    const { ask: api } = await openTestApi();
    for (const one of operations) {
      const { operation, method, path } = one;
      if (operation.parameters?.some((each) => 'in' in each && each.in === 'query')) {
        const response = await ask(api, { ...one, path: `${path}?nonsense=1` }, 'en');
        const words = await response.text();
        expectProblem(response, words, 'api/bad-input', operation.operationId);
        expect(JSON.parse(words).errors).toEqual([{ parameter: 'nonsense', detail: 'This is not known here.' }]);
      }
      if (!operation.requestBody) continue;
      const send = (type: string, body: string) => api(path, { method: method.toUpperCase(), headers: { 'content-type': type }, body });
      const broken = await send('application/json', '{"a":');
      expectProblem(broken, await broken.text(), 'api/bad-json', operation.operationId);
      const other = await send('text/csv', 'a,b');
      expectProblem(other, await other.text(), 'api/media-type', operation.operationId);
      const unknown = await send('application/json', JSON.stringify({ ...BODIES[operation.operationId], nonsense: 1 }));
      const words = await unknown.text();
      expectProblem(unknown, words, 'api/bad-input', operation.operationId);
      expect(JSON.parse(words).errors).toContainEqual({ pointer: '#/nonsense', detail: 'This is not known here.' });
    }
  });
});

describe('input that does not fit', () => {
  const rows: [method: string, path: string, body: object | undefined, error: object][] = [
    ['GET', '/documents?limit=0', undefined, { parameter: 'limit', detail: 'This must be at least 1.' }],
    ['GET', '/documents?limit=501', undefined, { parameter: 'limit', detail: 'This must be at most 500.' }],
    ['GET', '/documents?limit=x', undefined, { parameter: 'limit', detail: 'This must be of the type number.' }],
    ['GET', '/documents?order=x', undefined, { parameter: 'order', detail: 'This must be one of: talks, added, title.' }],
    ['GET', '/documents/d-1/versions/0', undefined, { parameter: 'n', detail: 'This must be at least 1.' }],
    ['GET', `/search?q=${'a'.repeat(401)}`, undefined, { parameter: 'q', detail: 'This must be at most 400.' }],
    ['GET', `/search?${'act=agree&'.repeat(51)}`, undefined, { parameter: 'act', detail: 'This must be at most 50.' }],
    ['GET', '/search?count=nonsense', undefined, { parameter: 'count' }],
    ['POST', '/documents', { text: 'x', published: '2010-02-30' }, { pointer: '#/published', detail: 'This is not of the form asked for.' }],
    ['POST', '/documents', { text: 'x', url: 'http://a.example/' }, { pointer: '#/url', detail: 'This does not fit.' }],
    ['POST', '/documents', { text: 1 }, { pointer: '#/text', detail: 'This must be of the type string.' }],
    ['POST', '/corrections', { why: 'x' }, { pointer: '#/change' }],
    [
      'POST',
      '/corrections',
      { change: { set: 'nonsense' }, why: 'x' },
      { pointer: '#/change/set', detail: 'This names no kind that is known here.' },
    ],
    ['POST', '/documents/d-1/corrections', { on: { of: 'document' }, change: { set: 'act', act: 'x' }, why: '' }, { pointer: '#/why' }],
    [
      'POST',
      '/documents/d-1/corrections',
      { on: { of: 'words', span: [1] }, change: { set: 'struck' }, why: 'x' },
      { pointer: '#/on/span', detail: 'This must be at least 2.' },
    ],
  ];
  test.each(rows)('%s %s %j', async (method, path, body, error) => {
    const { ask } = await openTestApi();
    const response = await ask(path, { method, headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
    const words = await response.text();
    expectProblem(response, words, 'api/bad-input', path);
    expect(JSON.parse(words).errors).toContainEqual(expect.objectContaining(error));
  });

  test('a correction of what is not there, or of what cannot be so corrected', async () => {
    const { ask, add } = await openTestApi();
    const [id] = await add(TALKS);
    const correct = async (body: object) => {
      const response = await ask(`/documents/${id}/corrections`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ why: 'x', ...body }),
      });
      return [response.status, ((await response.json()) as { errors?: object[] }).errors];
    };
    expect(await correct({ on: { of: 'statement', id: 's-0' }, change: { set: 'struck' } })).toMatchObject([400, [{ pointer: '#/on/id' }]]);
    expect(await correct({ on: { of: 'words', span: [5, 5] }, change: { set: 'struck' } })).toMatchObject([400, [{ pointer: '#/on/span' }]]);
    expect(await correct({ on: { of: 'words', span: [0, 1e9] }, change: { set: 'struck' } })).toMatchObject([400, [{ pointer: '#/on/span' }]]);
    expect(await correct({ on: { of: 'document' }, change: { set: 'struck' } })).toMatchObject([400, [{ pointer: '#/change/set' }]]);
    expect(await correct({ on: { of: 'document' }, change: { set: 'undone', correction: 'k-1' } })).toMatchObject([
      400,
      [{ pointer: '#/change/set' }],
    ]);
  });
});

describe('conditions', () => {
  test('what one has is not sent again', async () => {
    const { ask, add } = await openTestApi();
    const [id] = await add(TALKS);
    for (const path of [
      '/documents',
      `/documents/${id}`,
      `/records/${id}`,
      `/documents/${id}/versions/1/source`,
      '/totals',
      '/dyads',
      '/',
      '/openapi.json',
      '/style.css',
    ]) {
      const first = await ask(path);
      const etag = first.headers.get('etag') as string;
      expect(etag, path).toMatch(/^"[\w-]{22}"$/);
      expect(first.headers.get('cache-control')).toBe('private, no-cache');
      for (const list of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await ask(path, { headers: { 'if-none-match': list } });
        expect([again.status, await again.text(), again.headers.get('etag')], path).toEqual([304, '', etag]);
      }
      expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    }
  });

  test('what has changed since it was seen is left alone', async () => {
    const { ask, add } = await openTestApi();
    const [id] = await add(TALKS);
    const seen = (await ask(`/documents/${id}`)).headers.get('etag') as string;
    await ask(`/documents/${id}/corrections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': (await ask(`/documents/${id}/corrections`)).headers.get('etag') as string },
      body: JSON.stringify({ on: { of: 'document' }, change: { set: 'published', edtf: '2018-05-10' }, why: 'x' }),
    });
    const refused = await ask(`/documents/${id}`, { method: 'DELETE', headers: { 'if-match': seen } });
    expect(refused.status).toBe(412);
    expect(await (await ask(`/documents/${id}`)).json()).not.toHaveProperty('removed');
    const now = (await ask(`/documents/${id}`)).headers.get('etag') as string;
    expect((await ask(`/documents/${id}`, { method: 'DELETE', headers: { 'if-match': now } })).status).toBe(200);
  });
});

describe('methods', () => {
  test('HEAD is GET without its body', async () => {
    const { ask } = await openTestApi();
    const [head, get] = await Promise.all([ask('/totals', { method: 'HEAD' }), ask('/totals')]);
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', get.headers.get('etag')]);
    const absent = await ask('/documents/d-1', { method: 'HEAD' });
    expect([absent.status, await absent.text()]).toEqual([404, '']);
  });
  const rows: [method: string, path: string, status: number, allow: string | null][] = [
    ['OPTIONS', '/documents', 204, 'GET, HEAD, OPTIONS, POST'],
    ['OPTIONS', '/documents/d-1', 204, 'DELETE, GET, HEAD, OPTIONS'],
    ['OPTIONS', '/', 204, 'GET, HEAD, OPTIONS'],
    ['OPTIONS', '/nonsense', 404, null],
    ['PUT', '/documents/d-1', 405, 'DELETE, GET, HEAD, OPTIONS'],
    ['PATCH', '/totals', 405, 'GET, HEAD, OPTIONS'],
    ['GET', '/corrections/k-1/undo', 405, 'OPTIONS, POST'],
    ['POST', '/nonsense', 404, null],
    ['GET', '/documents/d-1/nonsense', 404, null],
    ['GET', '/documents/', 404, null],
  ];
  test.each(rows)('%s %s: %i', async (method, path, status, allow) => {
    const response = await (await openTestApi()).ask(path, {
      method,
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'DELETE' },
    });
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
