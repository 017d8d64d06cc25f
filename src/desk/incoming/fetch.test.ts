import type http from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../fault.ts';
import { openTestNetwork, type TestNetwork } from './fetch/test-network.ts';
import { FETCH_LIMITS, fetchDocument } from './fetch.ts';

const GOOD = '93.184.216.34';
const PAGE = '<!doctype html><title>概要</title><p>両外相は一致した。</p>';
const HTML = { 'content-type': 'text/html; charset=UTF-8' };
const HOSTS = {
  'mofa.example': [[GOOD]],
  'six.example': [['2606:2800:21f:cb07:6820:80da:af6b:8b2c', GOOD]],
  'inside.example': [['10.0.0.7']],
  'metadata.example': [['169.254.169.254']],
  'mixed.example': [[GOOD, '127.0.0.1']],
  'mapped.example': [['::ffff:127.0.0.1']],
  'translated.example': [['64:ff9b::7f00:1']],
  'nothing.example': [[]],
  // DNS that changes: public at first, this machine from then on.
  'changing.example': [[GOOD], ['127.0.0.1']],
};

/** What the server says to a path. */
const ANSWERS: Record<string, (request: http.IncomingMessage, response: http.ServerResponse) => void> = {
  '/page.html': (_, response) => response.writeHead(200, HTML).end(PAGE),
  '/a%2f..%2f..%2fetc%2fpasswd': (_, response) => response.writeHead(200, HTML).end(PAGE),
  '/plain': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('概要'),
  '/sjis': (_, response) => response.writeHead(200, { 'content-type': 'text/html;charset="Shift_JIS"' }).end(PAGE),
  '/packed': (_, response) => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync(PAGE)),
  '/bomb': (_, response) => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(30 * 1024 * 1024))),
  '/broken-pack': (_, response) => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end('no gzip'),
  '/other-pack': (_, response) => response.writeHead(200, { ...HTML, 'content-encoding': 'zstd' }).end('x'),
  '/absent': (_, response) => response.writeHead(404, HTML).end(PAGE),
  '/image': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/untyped': (_, response) => response.writeHead(200).end(PAGE),
  '/told-large': (_, response) => {
    response.writeHead(200, { ...HTML, 'content-length': String(FETCH_LIMITS.bytes + 1) });
    response.flushHeaders();
  },
  '/endless': (_, response) => {
    response.writeHead(200, HTML);
    const piece = Buffer.alloc(256 * 1024);
    const more = () => {
      if (!response.destroyed) response.write(piece, () => setImmediate(more));
    };
    more();
  },
  '/dripping': (_, response) => {
    response.writeHead(200, HTML);
    const timer = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => {},
  '/cut': (_, response) => {
    response.writeHead(200, { ...HTML, 'content-length': '1000' });
    response.write('abc', () => response.destroy());
  },
  '/hang-up': (request) => request.socket.destroy(),
};
const to =
  (location: string, status = 302) =>
  (_: unknown, response: http.ServerResponse) =>
    response.writeHead(status, { location }).end();
for (const [path, location] of Object.entries({
  '/to-page': '/page.html',
  '/to-loopback': 'http://127.0.0.1/secret',
  '/to-six': 'http://[::1]/secret',
  '/to-mapped': 'http://[::ffff:7f00:1]/secret',
  '/to-decimal': 'http://2130706433/secret',
  '/to-inside': 'http://inside.example/secret',
  '/to-metadata': 'http://metadata.example/latest/meta-data',
  '/to-file': 'file:///etc/passwd',
  '/to-port': 'http://mofa.example:25/',
  '/to-again': 'http://changing.example/page.html',
  '/to-itself': '/to-itself',
  '/to-nowhere': 'http://',
}))
  ANSWERS[path] = to(location);
for (let i = 1; i <= 6; i++) ANSWERS[`/hop${i}`] = to(i === 1 ? '/page.html' : `/hop${i - 1}`, [301, 302, 303, 307, 308, 302][i - 1] as number);

let network: TestNetwork;
const requests: http.IncomingMessage[] = [];
beforeEach(async () => {
  requests.length = 0;
  await network?.close();
  network = await openTestNetwork(HOSTS, (request, response) => {
    requests.push(request);
    const answer = ANSWERS[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(500).end();
  });
});
beforeAll(() => expect(Object.keys(ANSWERS).length).toBeGreaterThan(20));
afterAll(() => network.close());

const faultOf = (address: string, limits?: Partial<typeof FETCH_LIMITS>): Promise<Fault> =>
  fetchDocument(address, network, { ...FETCH_LIMITS, ...limits }).then(
    (fetched) => expect.unreachable(`fetched ${fetched.url}`),
    (fault: Fault) => fault,
  );

describe('what is fetched', () => {
  test('a page: its bytes, type, encoding, address and name', async () => {
    const fetched = await fetchDocument('http://mofa.example/page.html#top', network);
    expect(new TextDecoder().decode(fetched.bytes)).toBe(PAGE);
    expect(fetched).toMatchObject({ mediaType: 'text/html', encoding: 'UTF-8', url: 'http://mofa.example/page.html', name: 'page.html' });
    expect(network.connected).toEqual([{ address: GOOD, port: 80, secure: false, host: 'mofa.example' }]);
    expect(requests[0]?.headers).toMatchObject({ host: 'mofa.example', 'accept-encoding': 'identity' });
    expect(requests[0]?.headers).not.toHaveProperty('cookie');
  });
  const rows: [address: string, more: object][] = [
    ['http://mofa.example/plain', { mediaType: 'text/plain', name: 'plain' }],
    ['http://mofa.example/sjis', { encoding: 'Shift_JIS' }],
    ['http://mofa.example/packed', { bytes: Buffer.from(PAGE) }],
    ['http://mofa.example/to-page', { url: 'http://mofa.example/page.html' }],
    ['http://mofa.example/hop5', { url: 'http://mofa.example/page.html' }],
    ['http://MOFA.example:8080/page.html', { url: 'http://mofa.example:8080/page.html' }],
    ['http://93.184.216.34/page.html', { url: 'http://93.184.216.34/page.html' }],
    ['http://1572395042/page.html', { url: 'http://93.184.216.34/page.html' }],
    ['http://changing.example/page.html', { name: 'page.html' }],
  ];
  test.each(rows)('%s', async (address, more) => {
    expect(await fetchDocument(address, network)).toMatchObject(more);
    expect(network.connected.every(({ address: to }) => to === GOOD)).toBe(true);
  });
  test('IPv4 is tried first, then the rest', async () => {
    let tries = 0;
    const flaky = {
      ...network,
      connect: (target: Parameters<typeof network.connect>[0]) => {
        const socket = network.connect(target);
        if (tries++ === 0) setImmediate(() => socket.destroy(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })));
        return socket;
      },
    };
    await fetchDocument('http://six.example/page.html', flaky);
    expect(network.connected.map(({ address }) => address)).toEqual([GOOD, '2606:2800:21f:cb07:6820:80da:af6b:8b2c']);
  });
});

describe('what is refused, before any connection', () => {
  const rows: [address: string, code: string][] = [
    ['', 'bad-address'],
    ['mofa.example', 'bad-address'],
    ['file:///etc/passwd', 'bad-address'],
    ['ftp://mofa.example/', 'bad-address'],
    ['gopher://mofa.example/', 'bad-address'],
    ['data:text/html,x', 'bad-address'],
    ['javascript:alert(1)', 'bad-address'],
    ['http://user:secret@mofa.example/', 'bad-address'],
    ['http://mofa.example:22/', 'bad-address'],
    ['http://mofa.example:0/', 'bad-address'],
    ['http://mofa.example:99999/', 'bad-address'],
    ['http://999.1.1.1/', 'bad-address'],
    ['http://[fe80::1%25eth0]/', 'bad-address'],
    ['http://127.0.0.1/', 'not-public'],
    ['http://localhost/', 'no-such-host'],
    ['http://2130706433/', 'not-public'],
    ['http://0x7f000001/', 'not-public'],
    ['http://0177.0.0.1/', 'not-public'],
    ['http://127.1/', 'not-public'],
    ['http://127.0.0.1./', 'not-public'],
    ['http://0/', 'not-public'],
    ['http://①②⑦.0.0.1/', 'not-public'],
    ['http://127。0。0。1/', 'not-public'],
    ['http://169.254.169.254/latest/meta-data', 'not-public'],
    ['http://100.100.100.200/', 'not-public'],
    ['http://[::1]/', 'not-public'],
    ['http://[::]/', 'not-public'],
    ['http://[::ffff:127.0.0.1]/', 'not-public'],
    ['http://[64:ff9b::127.0.0.1]/', 'not-public'],
    ['http://[2002:7f00:1::]/', 'not-public'],
    ['http://[fd00::1]/', 'not-public'],
    ['https://inside.example/', 'not-public'],
    ['http://metadata.example/', 'not-public'],
    ['http://mixed.example/', 'not-public'],
    ['http://mapped.example/', 'not-public'],
    ['http://translated.example/', 'not-public'],
    ['http://absent.example/', 'no-such-host'],
    ['http://nothing.example/', 'no-such-host'],
  ];
  test.each(rows)('%s: %s', async (address, code) => {
    expect((await faultOf(address)).code).toBe(`fetch/${code}`);
    expect(network.connected).toEqual([]);
  });
});

describe('where a redirection leads is checked as if a person had asked for it', () => {
  const rows: [path: string, code: string][] = [
    ['/to-loopback', 'not-public'],
    ['/to-six', 'not-public'],
    ['/to-mapped', 'not-public'],
    ['/to-decimal', 'not-public'],
    ['/to-inside', 'not-public'],
    ['/to-metadata', 'not-public'],
    ['/to-file', 'bad-address'],
    ['/to-port', 'bad-address'],
    ['/to-nowhere', 'bad-address'],
  ];
  test.each(rows)('%s: %s', async (path, code) => {
    expect((await faultOf(`http://mofa.example${path}`)).code).toBe(`fetch/${code}`);
    expect(requests.map(({ url }) => url)).toEqual([path]);
  });
  test('no more than five', async () => {
    expect((await faultOf('http://mofa.example/hop6')).code).toBe('fetch/too-many-redirects');
    expect((await faultOf('http://mofa.example/to-itself')).code).toBe('fetch/too-many-redirects');
    expect(requests.filter(({ url }) => url === '/to-itself').length).toBe(6);
  });
});

describe('DNS that changes', () => {
  test('between the check and the connection is not asked again', async () => {
    await fetchDocument('http://changing.example/page.html', network);
    expect(network.asked).toEqual(['changing.example']);
    expect(network.connected.map(({ address }) => address)).toEqual([GOOD]);
  });
  test('between two requests of one fetch is checked anew', async () => {
    ANSWERS['/first'] = to('http://changing.example/page.html');
    expect((await faultOf('http://changing.example/first')).code).toBe('fetch/not-public');
    expect(requests.map(({ url }) => url)).toEqual(['/first']);
  });
});

describe('limits', () => {
  const rows: [path: string, code: string, limits?: Partial<{ bytes: number; milliseconds: number }>][] = [
    ['/absent', 'bad-answer'],
    ['/image', 'unreadable-type'],
    ['/untyped', 'unreadable-type'],
    ['/other-pack', 'unreadable-type'],
    ['/broken-pack', 'cannot-connect'],
    ['/cut', 'cannot-connect'],
    ['/hang-up', 'cannot-connect'],
    ['/told-large', 'too-large'],
    ['/endless', 'too-large'],
    ['/bomb', 'too-large'],
    ['/dripping', 'too-slow', { milliseconds: 150 }],
    ['/silent', 'too-slow', { milliseconds: 150 }],
  ];
  test.each(rows)('%s: %s', async (path, code, limits) => {
    expect((await faultOf(`http://mofa.example${path}`, limits as never)).code).toBe(`fetch/${code}`);
  });
  test('just the limit is taken, one byte more is not', async () => {
    const size = Buffer.byteLength(PAGE);
    expect((await fetchDocument('http://mofa.example/page.html', network, { ...FETCH_LIMITS, bytes: size })).bytes.length).toBe(size);
    expect((await faultOf('http://mofa.example/page.html', { bytes: size - 1 } as never)).code).toBe('fetch/too-large');
    expect((await faultOf('http://mofa.example/packed', { bytes: size - 1 } as never)).code).toBe('fetch/too-large');
  });
  test('a resolver without an answer counts too', async () => {
    const stuck = { ...network, resolve: () => new Promise<never>(() => {}) };
    await expect(fetchDocument('http://mofa.example/', stuck, { ...FETCH_LIMITS, milliseconds: 100 })).rejects.toMatchObject({
      code: 'fetch/too-slow',
    });
  });
});
