/** Topics of statements: languages/<code>/topics.cases.yaml, every folder found. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadPack } from '../language/load.ts';
import type { Pack } from '../language/pack.ts';
import type { Talks } from '../record/reading.ts';
import { alone } from './abreast.ts';
import { findMentions } from './mentions.ts';
import type { Passage } from './outline.ts';
import { findSentences } from './sentences.ts';
import { findStatements } from './statements.ts';

interface Case {
  readonly text: string;
  readonly under?: string;
  readonly finds: readonly (readonly string[])[];
}

const languages = resolve(import.meta.dirname, '../../languages');
const talks: Talks = { id: 't-1', kind: 'meeting', parties: ['JP', 'RU'], participants: [] };
const PEOPLE: Record<string, string> = { 東山: 'JP', オルロフ: 'RU', Mori: 'JP', Orlov: 'RU' };

function topicsOf({ text: words, under = '' }: Case, pack: Pack): readonly string[][] {
  const text = `${under}\n${words}`;
  const span = [under.length + 1, text.length] as const;
  const passage: Passage = { index: 0, kind: 'paragraph', path: '1', span, headings: under ? [[0, under.length]] : [] };
  const sentences = findSentences(text, [passage], pack);
  const mentions = findMentions(text, sentences, pack).value.map((mention) => {
    const party = mention.name && PEOPLE[mention.name];
    return party ? { ...mention, party } : mention;
  });
  const outline = { nodes: [], passages: [passage] };
  const told = { text, outline, sentences, dates: [], mentions, talks: { talks: [talks], ofPassage: [0], mentions } };
  return alone(findStatements(told, pack)).value.map(({ topics }) => topics);
}

for (const code of readdirSync(languages)) {
  const file = join(languages, code, 'topics.cases.yaml');
  if (!existsSync(file)) continue;
  const pack = loadPack(join(languages, code));
  describe(`topics of ${code}`, () => {
    test.each(parse(readFileSync(file, 'utf8')) as Case[])('$under $text', (one) => {
      expect(topicsOf(one, pack)).toEqual(one.finds);
    });
  });
}
