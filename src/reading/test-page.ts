/** For tests of late stages: the stages before them, over lines of text that are passages of given talks. No outline, no page. */
import type { Pack } from '../language/pack.ts';
import type { Commitment, DateMention, Instrument, Issue, Mention, Statement, Talks } from '../record/reading.ts';
import { alone } from './abreast.ts';
import { findCommitments } from './commitments.ts';
import { findDates } from './dates.ts';
import { findInstruments } from './instruments.ts';
import { findMentions } from './mentions.ts';
import type { Passage } from './outline.ts';
import { findSentences } from './sentences.ts';
import { findStatements } from './statements.ts';

/** The persons of the cases and the sides they stand for. */
const PEOPLE: Record<string, string> = { 東山: 'JP', オルロフ: 'RU', ハリス: 'US', 朴: 'KR', Mori: 'JP', Orlov: 'RU', Harris: 'US', Park: 'KR' };
const HELD = '2010-11-13';

export interface Page {
  readonly statements: Statement[];
  readonly dates: DateMention[];
  readonly commitments: Commitment[];
  readonly instruments: Instrument[];
  readonly issues: readonly Issue[];
}

/** @param text each line is a passage, cited as 1, 2, …; @param parties of the talks, held on 13 November 2010. */
export function pageOf(text: string, pack: Pack, parties: readonly string[] = ['JP', 'RU']): Page {
  const passages: Passage[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const index = passages.length;
    passages.push({ index, kind: 'paragraph', path: String(index + 1), span: [from, from + line.length], headings: [] });
    from += line.length + 1;
  }
  const date: DateMention = { edtf: HELD, text: '', span: [0, 0], basis: 'inferred', rule: 'test/held' };
  const met: Talks = { id: 't-1', kind: 'meeting', date, parties: [...parties], participants: [] };
  const sentences = findSentences(text, passages, pack);
  const dates = findDates(text, pack, { published: HELD }).value;
  const mentions = findMentions(text, sentences, pack).value.map((mention): Mention => {
    const party = mention.name && PEOPLE[mention.name];
    return party && parties.includes(party) ? { ...mention, party } : mention;
  });
  const talks = { talks: [met], ofPassage: passages.map(() => 0), mentions };
  const statements = alone(findStatements({ text, outline: { nodes: [], passages }, sentences, dates, mentions, talks }, pack)).value;
  const commitments = findCommitments(text, statements, [met], dates, mentions, pack, sentences, talks.ofPassage);
  const instruments = findInstruments(text, sentences, statements, talks, dates, pack);
  return {
    statements,
    dates,
    commitments: commitments.value,
    instruments: instruments.value,
    issues: [...commitments.issues, ...instruments.issues],
  };
}
