/** The brief as a resource: its formats, how one asks for them, and what is wrong told in one shape. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { CALL, openTestApi, TALKS, type TestApi } from './test-desk.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.add(TALKS, CALL);
});

const ask = (query = '', headers: Record<string, string> = {}) => api.ask(`/dyads/GB-JP/brief${query}`, { headers });

describe('the brief', () => {
  test('is JSON where nothing else is asked for, in the language of the reader', async () => {
    const answer = await ask('?before=2018-08-01', { 'accept-language': 'ja' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-language')).toBe('ja');
    const brief = (await answer.json()) as { dyad: string; asOf: string; kicker: string; sources: { quote: string }[] };
    expect(brief).toMatchObject({ dyad: 'GB-JP', asOf: '2018-08-01', kicker: '会談用資料' });
    expect(brief.sources.some(({ quote }) => quote.includes('次官級協議を続けていくことで一致した'))).toBe(true);
  });

  test('knows nothing of talks on its day or later', async () => {
    const words = async (before: string) => JSON.stringify(await (await ask(`?before=${before}&locale=en`)).json());
    expect(await words('2018-07-02')).not.toContain('漁業協定');
    expect(await words('2018-07-03')).toContain('漁業協定');
  });

  test.each([
    ['?format=markdown', '', 'text/markdown; charset=utf-8', '# Brief for talks'],
    ['', 'text/html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['', 'application/pdf;q=0.9, text/html;q=0.5', 'application/pdf', '%PDF-1.7'],
    ['?format=pdf', 'text/html', 'application/pdf', '%PDF-1.7'],
    [
      '',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'PK',
    ],
    ['', '*/*', 'application/json; charset=utf-8', '{'],
  ])('%s with Accept "%s" is %s', async (query, accept, type, begins) => {
    const answer = await ask(query, { accept, 'accept-language': 'en' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('vary')).toBe('Accept, Accept-Language');
    expect(
      new TextDecoder('latin1')
        .decode(await answer.arrayBuffer())
        .trimStart()
        .slice(0, begins.length),
    ).toBe(begins);
  });

  test('a file has a name', async () => {
    const answer = await ask('?format=docx&before=2018-08-01');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="brief-GB-JP-2018-08-01.docx"');
  });

  test.each([
    ['/dyads/GB-JP/brief?before=2018-02-30', 400, 'brief/bad-day'],
    ['/dyads/GB-JP/brief?pages=0', 400, 'brief/bad-pages'],
    ['/dyads/GB-JP/brief?topics=weather', 400, 'brief/unknown-topic'],
    ['/dyads/GB-JP/brief?locale=xx', 400, 'brief/unknown-locale'],
    ['/dyads/FR-JP/brief', 404, 'brief/no-such-dyad'],
    ['/dyads/JP-JP/brief', 400, 'archive/bad-dyad'],
    ['/dyads/GB-JP/brief?colour=red', 400, 'api/bad-input'],
  ])('%s is %i, %s', async (path, status, code) => {
    const answer = await api.ask(path);
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { type: string }).type).toContain(code.split('/')[1]);
  });

  test('only the topics asked for, by code or by name', async () => {
    for (const topics of ['abductions', '拉致問題']) {
      const brief = (await (await ask(`?topics=${encodeURIComponent(topics)}&locale=ja`)).json()) as {
        sections: { id: string; blocks: { groups?: { head: { runs: { words?: string }[] }[] }[] }[] }[];
      };
      const groups = brief.sections.find(({ id }) => id === 'topics')?.blocks[0]?.groups ?? [];
      expect(groups.map(({ head }) => head[0]?.runs[0]?.words)).toEqual(['拉致問題']);
    }
  });
});
