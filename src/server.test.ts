import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openArchive } from './desk/archive.ts';
import { loadVoice } from './desk/languages.ts';
import { openServer, type Server } from './server.ts';

const archive = await openArchive(':memory:', await loadVoice(), { create: true });

let server: Server | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('a server', () => {
  test('listens on this machine only, unless told otherwise', async () => {
    server = await openServer({ archive, port: 0 });
    expect(server.open).toBe(false);
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(`${server.address}en/`)).status).toBe(200);
  });

  test('says when others can reach it', async () => {
    server = await openServer({ archive, port: 0, host: '0.0.0.0' });
    expect(server.open).toBe(true);
  });

  test('tells a port that is taken and an address that this machine has not', async () => {
    server = await openServer({ archive, port: 0 });
    const port = Number(new URL(server.address).port);
    await expect(openServer({ archive, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(openServer({ archive, port: 0, host: '192.0.2.1' })).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  });

  test('refuses a name that was made lead here, in the words of the browser, with all headers', async () => {
    server = await openServer({ archive, port: 0 });
    const answer = await new Promise<string>((done) => {
      let words = '';
      const socket = connect(Number(new URL(server?.address as string).port), '127.0.0.1', () =>
        socket.write('GET /ja/ HTTP/1.1\r\nHost: evil.example\r\nAccept-Language: ja\r\nConnection: close\r\n\r\n'),
      );
      socket.on('data', (piece) => {
        words += piece.toString();
      });
      socket.on('close', () => done(words));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
    expect(answer).toContain('「evil.example」という名前では応答しません');
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  });
});
