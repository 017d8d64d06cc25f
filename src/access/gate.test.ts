import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../fault.ts';
import { type Door, gate, isLoopback, STRICTEST, withHeaders } from './gate.ts';

function appOf(door: Door) {
  const app = new Hono();
  app.use(withHeaders, gate(door));
  app.all('/', (context) => context.text('in', 200, { 'Content-Security-Policy': "default-src 'self'" }));
  app.all('/plain', (context) => context.text('in'));
  app.onError((error, context) => context.text((error as Fault).code, 403));
  return app;
}
const ask = async (door: Door, init: RequestInit & { headers?: Record<string, string> }, path = '/') =>
  (await appOf(door).request(`http://127.0.0.1:4870${path}`, { ...init, headers: { host: '127.0.0.1:4870', ...init.headers } })).text();

describe('the name that is asked for', () => {
  const LOOPBACK = { host: '127.0.0.1' };
  const OPEN = { host: '0.0.0.0', names: ['desk.example'] };
  const NAMED = { host: 'records.example' };
  const rows: [door: Door, host: string, in_: boolean][] = [
    [LOOPBACK, '127.0.0.1:4870', true],
    [LOOPBACK, '127.0.0.1', true],
    [LOOPBACK, 'localhost:9000', true],
    [LOOPBACK, 'LocalHost', true],
    [LOOPBACK, '[::1]:4870', true],
    [LOOPBACK, 'evil.example', false],
    [LOOPBACK, '127.0.0.1.evil.example', false],
    [LOOPBACK, 'localhost.evil.example:4870', false],
    [LOOPBACK, 'evil.example#@127.0.0.1', false],
    [LOOPBACK, 'user@127.0.0.1', false],
    [LOOPBACK, '192.168.1.5:4870', false],
    [LOOPBACK, '', false],
    [{ ...LOOPBACK, names: ['desk.example'] }, 'desk.example', true],
    [OPEN, '192.168.1.5:4870', true],
    [OPEN, '[2001:db8::5]:4870', true],
    [OPEN, 'desk.example:4870', true],
    [OPEN, 'desk.example.:4870', true],
    [OPEN, 'localhost', true],
    [OPEN, 'evil.example', false],
    [OPEN, 'desk.example.evil.example', false],
    [NAMED, 'records.example', true],
    [NAMED, 'evil.example', false],
  ];
  test.each(rows)('%j asked as "%s": %s', async (door, host, in_) => {
    expect(await ask(door, { headers: { host } })).toBe(in_ ? 'in' : 'door/other-host');
  });
  test.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['localhost', true],
    ['::1', true],
    ['[::1]', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.0.1', false],
    ['127.evil.example', false],
  ])('%s is loopback: %s', (host, is) => expect(isLoopback(host)).toBe(is));
});

describe('from where it comes', () => {
  const page = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  const rows: [method: string, headers: Record<string, string>, in_: boolean][] = [
    ['POST', {}, true],
    ['POST', { 'sec-fetch-site': 'same-origin' }, true],
    ['POST', { 'sec-fetch-site': 'none' }, true],
    ['POST', { 'sec-fetch-site': 'same-site' }, false],
    ['POST', { 'sec-fetch-site': 'cross-site' }, false],
    ['POST', { 'sec-fetch-site': 'cross-site', ...page }, false],
    ['POST', { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:4870' }, false],
    ['POST', { origin: 'http://127.0.0.1:4870' }, true],
    ['POST', { origin: 'http://evil.example' }, false],
    ['POST', { origin: 'http://127.0.0.1:5000' }, false],
    ['POST', { origin: 'null' }, false],
    ['DELETE', { origin: 'http://evil.example' }, false],
    ['PUT', { 'sec-fetch-site': 'cross-site' }, false],
    ['OPTIONS', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['GET', {}, true],
    ['GET', { 'sec-fetch-site': 'cross-site', ...page }, true],
    ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, false],
    ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }, false],
    ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, false],
    ['GET', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'style' }, true],
    ['GET', { origin: 'http://evil.example' }, false],
  ];
  test.each(rows)('%s %j: %s', async (method, headers, in_) => {
    expect(await ask({ host: '127.0.0.1' }, { method, headers })).toBe(in_ ? 'in' : 'door/other-site');
  });
});

test('every answer has the headers, a refusal too, and what an answer says itself stays', async () => {
  const app = appOf({ host: '127.0.0.1' });
  const of = async (path: string, host = '127.0.0.1') => (await app.request(`http://${host}${path}`, { headers: { host } })).headers;
  for (const headers of [await of('/plain'), await of('/absent'), await of('/', 'evil.example')]) {
    expect(headers.get('content-security-policy')).toBe(STRICTEST);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.has('access-control-allow-origin')).toBe(false);
  }
  expect((await of('/')).get('content-security-policy')).toBe("default-src 'self'");
});
