/** For tests: a voice from its phrases alone, so that other knowledge of the language plays no part. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { phrasesKnowledge } from './knowledge/phrases.ts';
import { makeVoice, type Voice } from './voice.ts';

export function testVoice(code: string): Voice {
  const file = new URL(`../../languages/${code}/phrases.yaml`, import.meta.url);
  return makeVoice(code, phrasesKnowledge.parse(parse(readFileSync(file, 'utf8'))));
}
