/** What was said stands before its verb in one language and behind it in another. */
import { expect, test } from 'vitest';
import type { Statement } from '../record/reading.ts';
import { contentSpan, verbLeads } from './facts.ts';

const statement = (text: string, verb: string, content?: string): Statement => {
  const at = text.indexOf(verb);
  const from = content === undefined ? -1 : text.indexOf(content);
  return {
    span: [0, text.length],
    quote: text,
    verb: { text: verb, span: [at, at + verb.length] },
    ...(content !== undefined && { content: [from, from + content.length] }),
  } as Statement;
};

const rows: [text: string, verb: string, content: string | undefined, leads: boolean, said: string][] = [
  ['両外相は、協議を続けていくことで一致した', '一致した', '協議を続けていくこと', false, '協議を続けていくことで'],
  ['先方は、謝意を表明した', '謝意を表明した', undefined, false, '先方は'],
  ['The two ministers confirmed that talks would go on', 'confirmed', 'that talks would go on', true, 'that talks would go on'],
  ['They welcomed  the signature of the agreement', 'welcomed', undefined, true, 'the signature of the agreement'],
];

test.each(rows)('%s', (text, verb, content, leads, said) => {
  const one = statement(text, verb, content);
  expect(verbLeads(one)).toBe(leads);
  expect(text.slice(...contentSpan(one, text)).replace(/、$/, '')).toBe(said);
});
