import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../language/load.ts';
import type { Passage } from './outline.ts';
import { findSentences } from './sentences.ts';

const languages = resolve(import.meta.dirname, '../../languages');
const whole = (text: string): Passage => ({ index: 0, kind: 'paragraph', path: 'lede', span: [0, text.length], headings: [] }) as unknown as Passage;
const codes = readdirSync(languages).filter((code) => !code.startsWith('_') && !code.includes('.'));

/** What runs on without a stop: with commas, with blanks behind them, with nothing to part it, with signs of two units. */
const endless = ['協力を進め、', 'they met, ', '進', 'x', '𠮷'];

describe.each(codes)('sentences of %s', (code) => {
  const pack = loadPack(join(languages, code));

  test.each(endless)('what runs on without a stop is cut, and nothing of it is lost: %s', (words) => {
    const text = words.repeat(Math.ceil(25_000 / words.length));
    const sentences = findSentences(text, [whole(text)], pack);
    expect(sentences.length).toBeGreaterThan(2);
    expect(
      sentences
        .map(({ span }) => text.slice(...span))
        .join('')
        .replaceAll(' ', ''),
    ).toBe(text.replaceAll(' ', ''));
    for (const { span } of sentences) {
      expect(span[1] - span[0]).toBeLessThanOrEqual(10_000);
      expect(text.slice(...span)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });

  test('a long sentence that ends is whole', () => {
    const text = `${'協力を進め、'.repeat(1_000)}進めた。`;
    expect(findSentences(text, [whole(text)], pack).map(({ span }) => text.slice(...span))).toEqual([text]);
  });
});
