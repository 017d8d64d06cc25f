/** Whatever a mailer or a browser wraps around talks, their title, day, sides and words are read as they were published. */
import { describe, expect, test, vi } from 'vitest';
import { openSource } from '../../intake/open.ts';
import { makeMail } from '../../intake/test-mail.ts';
import { SAMPLES, type Sample } from '../../intake/test-mailers.ts';
import { read } from '../../reading/read.ts';
import type { OutlineNode, Reading } from '../../record/reading.ts';
import { loadLanguage } from '../languages.ts';

// The knowledge of a language is loaded with the first of its mails.
vi.setConfig({ testTimeout: 60_000 });

async function recordOf({ lines, record }: Sample): Promise<Reading> {
  return read(await openSource(makeMail(lines)), await loadLanguage(record.language));
}

function furnitureOf({ document: { text, outline } }: Reading): string[] {
  const found: string[] = [];
  const walk = (node: OutlineNode): void => {
    if (node.kind === 'furniture' || node.kind === 'dateline') found.push(text.slice(...node.span));
    node.children.forEach(walk);
  };
  outline.forEach(walk);
  return found;
}

describe.each(Object.entries(SAMPLES))('%s', (_, sample) => {
  test('title, day, sides and words', async () => {
    const { document, talks, statements, issues } = await recordOf(sample);
    const { title, published, parties, said } = sample.record;
    expect(document.title?.value).toBe(title);
    expect(document.published?.edtf?.slice(0, 10)).toBe(published);
    expect(talks.map((one) => [...one.parties].sort())).toEqual([parties]);
    expect(statements.map(({ act, speakers }) => `${act} ${speakers.map(({ party }) => party).join('+')}`)).toEqual(said);
    for (const { quote, span } of statements) expect(document.text.slice(...span)).toBe(quote);
    expect(issues.map(({ code }) => code)).toEqual(sample.issues ?? []);
  });

  test('what the mailer wrote around them is no part of them', async () => {
    const furniture = furnitureOf(await recordOf(sample));
    for (const words of sample.around ?? []) expect(furniture).toContain(words);
  });
});
