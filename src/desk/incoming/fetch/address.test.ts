import { describe, expect, test } from 'vitest';
import { isPublic } from './address.ts';

const PUBLIC = [
  '93.184.216.34',
  '8.8.8.8',
  '1.1.1.1',
  '172.15.255.255',
  '172.32.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '169.253.0.1',
  '192.167.1.1',
  '223.255.255.254',
  '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
  '2001:4860:4860::8888',
  '2a00:1450:4001::1',
];
const NOT: Record<string, readonly string[]> = {
  'this machine': ['127.0.0.1', '127.1.2.3', '::1', '0.0.0.0', '0.1.2.3', '::'],
  'its networks': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
  'its links': ['169.254.0.1', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', '2606:4700::1%1'],
  'shared by a carrier': ['100.64.0.1', '100.127.255.255'],
  'groups and everyone': ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1'],
  'tests, papers, not given out': [
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.9',
    '240.0.0.1',
    '2001:db8::1',
    '3fff::1',
    '2001:2::1',
    '100::1',
    '4000::1',
    '5f00::1',
  ],
  'others inside': [
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '::8.8.8.8',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '64:ff9b::8.8.8.8',
    '2002:7f00:1::1',
    '2002:808:808::1',
    '2001::1',
    '2001:0:53aa:64c:0:0:80ff:fffe',
  ],
  'no address, or one that systems read differently': [
    '',
    'localhost',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '8.8.8.8.8',
    '1.2.3',
    '08.8.8.8',
    '[::1]',
    ' 8.8.8.8',
    '8.8.8.8 ',
  ],
};

describe('public addresses', () => {
  test.each(PUBLIC)('%s', (address) => expect(isPublic(address)).toBe(true));
});

describe.each(Object.entries(NOT))('%s', (_, addresses) => {
  test.each(addresses)('"%s" is not public', (address) => expect(isPublic(address)).toBe(false));
});
