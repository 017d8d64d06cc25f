import { expect, test } from 'vitest';
import { countryOfAddress, publisherOfAddress } from './hosts.ts';

test.each([
  ['https://www.mofa.go.jp/mofaj/kaidan/1.html', 'JP', 'www.mofa.go.jp'],
  ['http://www.china-embassy.or.jp/jpn/t1.htm', 'CN', 'www.china-embassy.or.jp'],
  ['https://tokyo.mid.ru/web/ja', 'RU', 'tokyo.mid.ru'],
  ['https://GOV.UK/news', 'GB', 'gov.uk'],
])('%s is of %s', (url, party, name) => expect(publisherOfAddress(url)).toEqual({ party, name }));

test.each([undefined, '', 'mofa.go.jp', 'file:///go.jp/a.html', 'https://go.jp.example.org/', 'https://notgo.jp/'])('%s is nobody’s', (url) =>
  expect(publisherOfAddress(url)).toBeUndefined(),
);

test('a government’s own domain is of its country', () => {
  expect(publisherOfAddress('https://mfa.gov.ge/en/1')).toEqual({ party: 'GE', name: 'mfa.gov.ge' });
  expect(publisherOfAddress('https://example.gov.uk/')).toEqual({ party: 'GB', name: 'example.gov.uk' });
  expect(publisherOfAddress('https://gov.example.com/')).toBeUndefined();
});

test('a domain of a country, and of anybody', () => {
  expect(countryOfAddress('https://news.example.no/a')).toBe('NO');
  expect(countryOfAddress('https://example.co.uk/')).toBe('GB');
  expect(countryOfAddress('https://example.tv/')).toBeUndefined();
  expect(countryOfAddress('https://example.com/no')).toBeUndefined();
  expect(countryOfAddress(undefined)).toBeUndefined();
});
