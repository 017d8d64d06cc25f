/** From a source to its record: the whole way, in order. Pure: no clock, no network, no files; it runs in a browser too. */
import type { Pack } from '../language/pack.ts';
import type { Issue, Reading } from '../record/reading.ts';
import type { Source } from '../text/source.ts';
import { findCommitments } from './commitments.ts';
import { findDates } from './dates.ts';
import { findInstruments } from './instruments.ts';
import { findKind } from './kinds.ts';
import { findMentions } from './mentions.ts';
import { findOutline } from './outline.ts';
import { findPublication } from './publication.ts';
import { findSentences } from './sentences.ts';
import { findStatements } from './statements.ts';
import { findTalks } from './talks.ts';
import { VERSION } from './version.ts';
import { findVisits } from './visits.ts';

export interface Given {
  /** EDTF of the day of publication, where the caller knows it. It outweighs the page's own. */
  readonly published?: string;
}

export function read(source: Source, pack: Pack, given: Given = {}): Reading {
  const { text } = source;
  const outline = findOutline(source, pack);
  const sentences = findSentences(text, outline.value.passages, pack);
  const publication = findPublication(text, outline.value, pack, given);
  const { published: { edtf: day } = {}, year } = publication.value;
  const dates = findDates(text, pack, { ...(day && { published: day }), ...(year && { year }) });
  const mentions = findMentions(text, sentences, pack);
  const talks = findTalks(text, outline.value, sentences, mentions.value, dates.value, pack, source.url);
  const told = { text, outline: outline.value, sentences, dates: dates.value, mentions: talks.value.mentions, talks: talks.value };
  const statements = findStatements(told, pack);
  const commitments = findCommitments(
    text,
    statements.value,
    talks.value.talks,
    dates.value,
    talks.value.mentions,
    pack,
    sentences,
    talks.value.ofPassage,
  );
  const visits = findVisits(text, sentences, statements.value, talks.value.talks, dates.value, talks.value.mentions, pack);
  const instruments = findInstruments(text, sentences, statements.value, talks.value, dates.value, pack);
  const kind = findKind(text, outline.value, publication.value.title, talks.value.talks, pack);
  const issues: Issue[] = [
    ...(source.issues as Issue[]),
    ...outline.issues,
    ...publication.issues,
    ...dates.issues,
    ...mentions.issues,
    ...talks.issues,
    ...statements.issues,
    ...commitments.issues,
    ...instruments.issues,
  ];
  const { title, published } = publication.value;
  return {
    memcon: '1',
    reader: { version: VERSION, languages: { [pack.code]: pack.version } },
    document: {
      id: `d-${source.sha256.slice(0, 16)}`,
      language: pack.code,
      ...(title && { title }),
      ...(kind && { kind }),
      ...(talks.value.publisher && { publisher: talks.value.publisher }),
      ...(published && { published }),
      source: {
        ...(source.url && { url: source.url }),
        mediaType: source.mediaType,
        ...(source.encoding && { encoding: source.encoding }),
        sha256: source.sha256,
        ...(source.pages && { pages: source.pages.map(([start, end]): [number, number] => [start, end]) }),
      },
      offsets: 'utf-16',
      text,
      outline: outline.value.nodes,
    },
    talks: talks.value.talks,
    statements: statements.value,
    commitments: commitments.value,
    ...(visits.length > 0 && { visits }),
    instruments: instruments.value,
    mentions: [...talks.value.mentions],
    dates: dates.value,
    issues,
  };
}
