/** Pages and sentences: languages/<code>/{furniture,outline,sentences}.cases.yaml, every folder found. Each text is a page by itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fromText } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import type { Pack } from '../language/pack.ts';
import type { OutlineNode } from '../record/reading.ts';
import { findOutline, type Passage } from './outline.ts';
import { findSentences } from './sentences.ts';

interface Case {
  readonly text: string;
  readonly finds: readonly string[];
  readonly gap?: string;
}

const FINDERS: Readonly<Record<string, (text: string, pack: Pack) => string[]>> = {
  'furniture.cases.yaml': (text, pack) =>
    nodesOf(text, pack)
      .filter(({ kind }) => kind === 'furniture')
      .map(({ span }) => text.slice(...span)),
  'outline.cases.yaml': (text, pack) =>
    outlineOf(text, pack)
      .passages.filter(({ kind, path }) => (kind !== 'lede' && kind !== 'paragraph') || path.startsWith('note'))
      .map(({ kind, path, span }) => `${kind} ${path} ${text.slice(...span)}`),
  'sentences.cases.yaml': (text, pack) => {
    const passage: Passage = { index: 0, kind: 'paragraph', path: '1', span: [0, text.length], headings: [] };
    return findSentences(text, [passage], pack)
      .slice(1)
      .map(({ span }) => text.slice(...span));
  },
};

const outlineOf = (text: string, pack: Pack) => findOutline(fromText(text, { mediaType: 'text/plain' }), pack).value;

function nodesOf(text: string, pack: Pack): OutlineNode[] {
  const found: OutlineNode[] = [];
  const walk = (node: OutlineNode): void => {
    found.push(node);
    node.children.forEach(walk);
  };
  outlineOf(text, pack).nodes.forEach(walk);
  return found;
}

const languages = resolve(import.meta.dirname, '../../languages');

for (const code of readdirSync(languages))
  for (const [name, find] of Object.entries(FINDERS)) {
    const file = join(languages, code, name);
    if (!existsSync(file)) continue;
    const pack = loadPack(join(languages, code));
    const cases = parse(readFileSync(file, 'utf8')) as Case[];

    describe(`${name} of ${code}`, () => {
      test.each(cases.filter(({ gap }) => !gap))('$text', ({ text, finds }) => expect(find(text, pack)).toEqual(finds));
      test.each(cases.filter(({ gap }) => gap))('gap still open: $text', ({ text, finds }) => expect(find(text, pack)).not.toEqual(finds));
    });
  }
