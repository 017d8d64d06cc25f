import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type Server } from '../../server.ts';
import { type OpenArchive, openArchive } from '../archive.ts';
import { loadVoice } from '../languages.ts';

const LINE = '(1)甲野外務大臣から、漁業分野での協力を進めたい旨述べ、スミス大臣から、歓迎する旨述べた。\n';
const large = (bytes: number) => `日英外相会談(概要)\n\n平成30年5月9日\n\n1 二国間関係\n\n${LINE.repeat(Math.ceil(bytes / Buffer.byteLength(LINE)))}`;

describe('a large document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'memcon-large-'));
  let archive: OpenArchive;
  let server: Server;
  beforeAll(async () => {
    archive = await openArchive(join(folder, 'a.memcon'), await loadVoice(), { create: true });
    server = await openServer({ archive, port: 0 });
  }, 60_000);
  afterAll(async () => {
    await server?.close();
    await archive?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('holds up no page while it is read and written, and is then there', async () => {
    const text = large(400_000);
    let done = false;
    const body = new FormData();
    body.append('file', new File([text], 'large.txt'));
    const sent = fetch(`${server.address}api/v1/documents`, { method: 'POST', body }).then(async (answer) => {
      done = true;
      return (await answer.json()) as { items: { id: string; how: string; statements: number }[] };
    });
    let pages = 0;
    let longest = 0;
    while (!done) {
      const began = performance.now();
      expect((await fetch(`${server.address}api/v1/health`)).status).toBe(200);
      longest = Math.max(longest, performance.now() - began);
      pages++;
      await new Promise((next) => setTimeout(next, 20));
    }
    const [item] = (await sent).items;
    expect(item).toMatchObject({ how: 'added', id: expect.stringMatching(/^d-/) });
    expect(item?.statements).toBeGreaterThan(5_000);
    expect((await archive.document(item?.id ?? ''))?.statements).toBe(item?.statements);
    // Another connection wrote it, and yet it is of this program: whoever added it sees it on the next page.
    expect(String(archive.written)).toBe(await archive.stamp());
    // Reading it takes seconds; were it done here, one page in all would have been answered.
    expect(pages).toBeGreaterThan(10);
    expect(longest).toBeLessThan(5_000);
    // Its page is one of statements by the hundred: all of it in one page would hold up the rest again.
    const page = await (await fetch(`${server.address}en/readouts/${item?.id}`)).text();
    expect(page.match(/<li class="hit /g)?.length).toBe(100);
    const next = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await (await fetch(new URL(next, server.address))).text()).toContain('class="hit ');
    const again = new FormData();
    again.append('file', new File([text], 'large.txt'));
    expect(await (await fetch(`${server.address}api/v1/documents`, { method: 'POST', body: again })).json()).toMatchObject({
      items: [{ how: 'same' }],
    });
  }, 240_000);
});
