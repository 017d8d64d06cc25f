import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openTestApi } from './api/test-desk.ts';
import { openServer, type Server, type ServerOptions } from './server.ts';

let server: Server | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const open = async (options: Partial<ServerOptions> = {}) => openServer({ port: 0, ...(await openTestApi()).desk, ...options });
const portOf = (one: Server) => Number(new URL(one.address).port);

/** Writes pieces, as long as they are taken, and gives what came back before the other side hung up. */
function talk(port: number, head: string, piece?: Buffer, most = Number.POSITIVE_INFINITY): Promise<{ answer: string; sent: number }> {
  return new Promise((done) => {
    let answer = '';
    let sent = 0;
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(head);
      const more = () => {
        if (!piece || socket.destroyed || sent >= most || answer !== '') return;
        sent += piece.length;
        socket.write(piece, () => setImmediate(more));
      };
      more();
    });
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('error', () => {});
    socket.on('close', () => done({ answer, sent }));
  });
}

describe('a server', () => {
  test('listens on this machine only, unless told otherwise', async () => {
    server = await open();
    expect(server.open).toBe(false);
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(`${server.address}api/v1/health`)).status).toBe(200);
    expect((await fetch(`${server.address}api/v1`, { redirect: 'manual' })).headers.get('location')).toBe('/api/v1/');
  });

  test('says when others can reach it', async () => {
    server = await open({ host: '0.0.0.0' });
    expect(server.open).toBe(true);
  });

  test('tells a port that is taken and an address that this machine has not', async () => {
    server = await open();
    await expect(open({ port: portOf(server) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(open({ host: '192.0.2.1' })).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  });

  test.each([
    ['/ja/', /「evil\.example」という名前では応答しません/],
    ['/api/v1/totals', /"type": "\/api\/v1\/#door\/other-host"/],
  ])('refuses a name that was made lead here: %s, in the words of the browser, with all headers', async (path, words) => {
    server = await open();
    const { answer } = await talk(portOf(server), `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nAccept-Language: ja\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
    expect(answer).toMatch(words);
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  });

  test('lets a request in hand end when it is told to stop, and takes no new one', async () => {
    let finish = () => {};
    const { desk } = await openTestApi();
    const archive = {
      ...desk.archive,
      totals: () =>
        new Promise<never>((done) => {
          finish = () => done({ documents: 7 } as never);
        }),
    };
    const stopping = await open({ archive });
    const asked = fetch(`${stopping.address}api/v1/totals`);
    await new Promise((done) => setTimeout(done, 100));
    const closed = stopping.close();
    await expect(fetch(`${stopping.address}api/v1/health`)).rejects.toThrow();
    finish();
    expect(((await (await asked).json()) as { documents: number }).documents).toBe(7);
    await closed;
  });
});

describe('an upload of a gigabyte', () => {
  const GIGABYTE = 1024 ** 3;
  const head = (length: string, type = 'multipart/form-data; boundary=x') =>
    `POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\n${length}\r\n\r\n`;
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n';
  const piece = Buffer.alloc(1024 * 1024, 0x61);
  const chunk = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);

  test('that says how long it is, is refused before its body', async () => {
    server = await open();
    const { answer, sent } = await talk(portOf(server), head(`Content-Length: ${GIGABYTE}`) + part, piece, GIGABYTE);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"type": "/api/v1/#api/too-large"');
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  test('that does not say so, is refused as it comes, and not held', async () => {
    server = await open();
    const before = process.memoryUsage().arrayBuffers;
    const { answer, sent } = await talk(portOf(server), head('Transfer-Encoding: chunked'), chunk, GIGABYTE);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeGreaterThan(30 * 1024 * 1024);
    expect(sent).toBeLessThan(128 * 1024 * 1024);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * 1024 * 1024);
    expect((await fetch(`${server.address}api/v1/health`)).status).toBe(200);
  });

  test('of JSON for a correction is refused much sooner', async () => {
    server = await open();
    const { answer, sent } = await talk(
      portOf(server),
      'POST /api/v1/corrections HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      chunk,
      GIGABYTE,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });
});
