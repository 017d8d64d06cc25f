/** https, over a real TLS server on loopback: who it is must be shown by a certificate for the name that was asked for. */
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectTo } from '../../outside.ts';
import { fetchDocument, type Network } from '../fetch.ts';
import { makeCertificate } from './test-certificate.ts';

const PUBLIC = '93.184.216.34';
const PAGE = '<!doctype html><title>概要</title><p>両外相は一致した。</p>';

describe('https', () => {
  const ours = makeCertificate('mofa.example');
  const expired = makeCertificate('mofa.example', 1);
  let server: Server;
  let asked: string[] = [];
  let names: string[] = [];
  beforeAll(async () => {
    const SNICallback = (name: string, done: (error: null) => void) => {
      names.push(name);
      done(null);
    };
    server = createServer({ ...ours, SNICallback }, (request, response) => {
      asked.push(`${request.headers.host} ${request.url}`);
      if (request.url === '/to-http') return response.writeHead(302, { location: 'http://127.0.0.1/secret' }).end();
      if (request.url === '/moved') return response.writeHead(301, { location: '/page.html' }).end();
      return response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' }).end(PAGE);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => new Promise((done) => server.close(done)));

  /** The real connector, led to the server on loopback whatever address was checked. */
  const network = (ca: string | undefined): Network => ({
    resolve: async () => [PUBLIC],
    connect: (to) => connectTo({ ...to, address: '127.0.0.1', port: (server.address() as AddressInfo).port }, ca === undefined ? {} : { ca }),
    deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
  });

  test('a page comes, under its name, also after it moved', async () => {
    [asked, names] = [[], []];
    const page = await fetchDocument('https://mofa.example/moved', network(ours.cert));
    expect(new TextDecoder().decode(page.bytes)).toBe(PAGE);
    expect(page).toMatchObject({ mediaType: 'text/html', encoding: 'UTF-8', url: 'https://mofa.example/page.html' });
    expect(asked).toEqual(['mofa.example /moved', 'mofa.example /page.html']);
    expect(names).toEqual(['mofa.example', 'mofa.example']);
  });

  test('it leads to no address of this machine', async () => {
    await expect(fetchDocument('https://mofa.example/to-http', network(ours.cert))).rejects.toMatchObject({ code: 'fetch/not-public' });
  });

  const refused: [what: string, host: string, ca: string | undefined, reason: RegExp][] = [
    ['of another name', 'other.example', ours.cert, /ERR_TLS_CERT_ALTNAME_INVALID/],
    ['that nobody known has signed', 'mofa.example', undefined, /SELF_SIGNED|UNABLE_TO_VERIFY/],
    ['signed by another', 'mofa.example', expired.cert, /SELF_SIGNED|UNABLE_TO_VERIFY|SIGNATURE/],
  ];
  test.each(refused)('a certificate %s is refused, and nothing is asked', async (_, host, ca, reason) => {
    asked = [];
    await expect(fetchDocument(`https://${host}/page.html`, network(ca))).rejects.toMatchObject({
      code: 'fetch/cannot-connect',
      values: { host, reason: expect.stringMatching(reason) },
    });
    expect(asked).toEqual([]);
  });

  test('a certificate that is out of date is refused', async () => {
    const old = createServer(expired, (_, response) => response.end(PAGE));
    await new Promise<void>((done) => old.listen(0, '127.0.0.1', done));
    const { port } = old.address() as AddressInfo;
    const outside = {
      ...network(undefined),
      connect: (to: Parameters<Network['connect']>[0]) => connectTo({ ...to, address: '127.0.0.1', port }, { ca: expired.cert }),
    };
    await expect(fetchDocument('https://mofa.example/', outside)).rejects.toMatchObject({ values: { reason: 'CERT_HAS_EXPIRED' } });
    await new Promise((done) => old.close(done));
  });
});
