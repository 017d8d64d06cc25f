/** For tests: a certificate that signs itself, made anew each time, so that no key lies in the repository. X.509 in DER, no more of it than TLS asks for. */
import { generateKeyPairSync, sign } from 'node:crypto';

export interface TestCertificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
}

/** @param name DNS name it is good for. @param years from 2020 on: those that have passed make it out of date. */
export function makeCertificate(name: string, years = 60): TestCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = sequence(set(sequence(COMMON_NAME, utf8(name))));
  const validity = sequence(time('20200101000000Z'), time(`${2020 + years}0101000000Z`));
  const altNames = sequence(ALT_NAME, octets(sequence(der(0x82, Buffer.from(name)))));
  const body = sequence(
    der(0xa0, integer(2)),
    integer(1),
    sequence(ECDSA_SHA256),
    issuer,
    validity,
    issuer,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(altNames)),
  );
  const signature = sign('sha256', body, privateKey);
  const cert = sequence(body, sequence(ECDSA_SHA256), der(0x03, Buffer.from([0]), signature));
  const lines = cert.toString('base64').match(/.{1,64}/g) as string[];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const set = (...parts: readonly Uint8Array[]) => der(0x31, ...parts);
const octets = (part: Uint8Array) => der(0x04, part);
const utf8 = (words: string) => der(0x0c, Buffer.from(words));
const time = (words: string) => der(0x18, Buffer.from(words));
const integer = (n: number) => der(0x02, Buffer.from([n]));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const COMMON_NAME = oid('550403');
const ALT_NAME = oid('551d11');
const ECDSA_SHA256 = oid('2a8648ce3d040302');
