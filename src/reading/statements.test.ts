import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadPack } from '../language/load.ts';
import type { Pack } from '../language/pack.ts';
import type { Mention, Statement, Talks } from '../record/reading.ts';
import { alone } from './abreast.ts';
import { findMentions } from './mentions.ts';
import type { Passage } from './outline.ts';
import { findSentences } from './sentences.ts';
import { findStatements } from './statements.ts';

interface Expected {
  readonly has: string;
  readonly act: string;
  readonly speakers: readonly string[];
  readonly mode: string;
  readonly withheld?: boolean;
  readonly replies?: boolean;
  readonly points?: number;
  readonly doubt?: boolean;
  readonly voice?: string;
}
interface Case {
  readonly text: string;
  /** Of the talks, where they are not Japan and Russia. */
  readonly parties?: readonly string[];
  readonly finds: readonly Expected[];
  readonly gap?: string;
}

const languages = resolve(import.meta.dirname, '../../languages');
const talks: Talks = { id: 't-1', kind: 'meeting', parties: ['JP', 'RU'], participants: [] };
/** The persons of the cases. */
const PEOPLE: Record<string, string> = { 東山: 'JP', オルロフ: 'RU', Mori: 'JP', Orlov: 'RU' };

function statementsOf(text: string, pack: Pack, parties: readonly string[] = talks.parties): Statement[] {
  const passage: Passage = { index: 0, kind: 'paragraph', path: '1', span: [0, text.length], headings: [] };
  const sentences = findSentences(text, [passage], pack);
  const mentions = findMentions(text, sentences, pack).value.map((mention): Mention => {
    const party = mention.name && PEOPLE[mention.name];
    return party ? { ...mention, party } : mention;
  });
  const outline = { nodes: [], passages: [passage] };
  const found = { talks: [{ ...talks, parties: [...parties] }], ofPassage: [0], mentions };
  return alone(findStatements({ text, outline, sentences, dates: [], mentions, talks: found }, pack)).value;
}

function told(statement: Statement, want: Expected | undefined) {
  return {
    has: want && statement.quote.includes(want.has) ? want.has : statement.quote,
    act: statement.act,
    speakers: statement.speakers.map(({ party, basis }) => (basis === 'inferred' ? `${party}?` : party)),
    mode: statement.mode,
    ...(statement.withheld && { withheld: true }),
    ...(statement.repliesTo && { replies: true }),
    ...(statement.points && { points: statement.points.length }),
    ...(statement.confidence === 'low' && { doubt: true }),
    ...(statement.voice && { voice: statement.voice }),
  };
}

for (const code of readdirSync(languages)) {
  const file = join(languages, code, 'speakers.cases.yaml');
  if (!existsSync(file)) continue;
  const cases = parse(readFileSync(file, 'utf8')) as Case[];
  const pack = loadPack(join(languages, code));
  describe(`speakers of ${code}`, () => {
    test.each(cases.filter(({ gap }) => !gap))('$text', ({ text, parties, finds }) => {
      expect(statementsOf(text, pack, parties).map((statement, i) => told(statement, finds[i]))).toEqual(finds);
    });
    test.each(cases.filter(({ gap }) => gap))('gap still open: $text', ({ text, finds }) => {
      expect(statementsOf(text, pack).map((statement, i) => told(statement, finds[i]))).not.toEqual(finds);
    });
    test('whatever stands between the words, spans are exact and in order', () => {
      const words = cases.flatMap(({ text }) => text.split(/(?<=[、。]|から|は|旨|こと)/));
      fc.assert(
        fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }), (parts) => {
          const text = parts.join('');
          let last = 0;
          const ids = new Set<string>();
          for (const statement of statementsOf(text, pack)) {
            expect(statement.quote).toBe(text.slice(...statement.span));
            expect(statement.verb.text).toBe(text.slice(...statement.verb.span));
            expect(statement.span[0]).toBeGreaterThanOrEqual(last);
            expect(statement.span[0]).toBeLessThanOrEqual(statement.verb.span[0]);
            expect(statement.verb.span[1]).toBeLessThanOrEqual(statement.span[1]);
            for (const { basis, rule, span } of statement.speakers) {
              expect(span).toBeDefined();
              if (basis === 'inferred') expect(rule).toBeDefined();
            }
            expect(ids.has(statement.id)).toBe(false);
            ids.add(statement.id);
            last = statement.span[0];
          }
        }),
        { seed: 20240607, numRuns: 200 },
      );
    });
  });
}
