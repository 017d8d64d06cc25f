import { describe, expect, test } from 'vitest';
import { testVoice } from '../language/test-voice.ts';
import { CITATIONS, citeOfPage } from './citation.ts';

const page = { title: 'Talks & {more}', address: 'http://127.0.0.1:4870/en/ledger?on=2011-01-20', asOf: '2011-01-20' };
const cited = (form: (typeof CITATIONS)[number], code = 'en') => citeOfPage(form, page, testVoice(code));

describe('a page of the archive', () => {
  test.each(CITATIONS)('as %s names the page, the day it speaks of, and its address', (form) => {
    for (const code of ['en', 'ja']) {
      expect(cited(form, code)).toContain('http://127.0.0.1:4870/en/ledger?on=2011-01-20');
      expect(cited(form, code)).toMatch(/2011|20 Jan/);
      expect(cited(form, code)).not.toMatch(/\{(title|date|address)\}/);
    }
  });

  test('the day is said as each reader expects', () => {
    expect(cited('plain')).toBe('Talks & {more}, archive of Memcon, as of 20 Jan 2011, http://127.0.0.1:4870/en/ledger?on=2011-01-20');
    expect(cited('sourceLine', 'ja')).toContain('2011年1月20日現在');
  });

  test('BibTeX reads no sign of the title as a command; CSL-JSON is JSON', () => {
    expect(cited('bibtex')).toContain('title = {{Talks \\& \\{more\\}}}');
    const [item] = JSON.parse(cited('csl')) as [{ title: string; issued: object; URL: string }];
    expect(item).toMatchObject({ title: page.title, issued: { 'date-parts': [[2011, 1, 20]] }, URL: page.address });
  });

  test('two pages have two keys', () => {
    const key = (address: string) => /@online\{([^,]+),/.exec(citeOfPage('bibtex', { ...page, address }, testVoice('en')))?.[1];
    expect(key(page.address)).not.toBe(key('http://127.0.0.1:4870/en/'));
  });
});
