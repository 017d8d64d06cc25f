/** From a source to its record: the whole way, in order. Pure: no clock, no network, no files; it runs in a browser too. */
import type { Pack } from '../language/pack.ts';
import type { DocumentKind, Issue, Reading, Readout } from '../record/reading.ts';
import type { Source } from '../text/source.ts';
import { alone, type Stages } from './abreast.ts';
import { findCommitments } from './commitments.ts';
import { findDates } from './dates.ts';
import { findInstruments } from './instruments.ts';
import { findKind, withinKind } from './kinds.ts';
import { findMentions } from './mentions.ts';
import { findOutline } from './outline.ts';
import { findPublication, isMereName } from './publication.ts';
import { findSentences } from './sentences.ts';
import { findStatements } from './statements.ts';
import { findTalks, partTalks } from './talks.ts';
import { VERSION } from './version.ts';
import { findVisits } from './visits.ts';

export interface Given {
  /** EDTF of the day of publication, where the caller knows it. It outweighs the page's own. */
  readonly published?: string;
  /** What kind of text a person says it is: one that is an account of talks holds them, whatever it is taken for. */
  readonly kind?: DocumentKind;
}

/** One page. */
export function read(source: Source, pack: Pack, given: Given = {}): Reading {
  return alone(reading(source, pack, given));
}

/**
 * The stages one after another; between two of them another page may go through the same one (`abreast.ts`).
 * What a stage needs is what those before it found, and nothing of another page.
 */
export function* reading(source: Source, pack: Pack, given: Given = {}): Stages<Reading> {
  const { text } = source;
  const outline = findOutline(source, pack);
  yield;
  const found = findSentences(text, outline.value.passages, pack);
  yield;
  const publication = findPublication(text, outline.value, pack, given);
  const { title, published, year } = publication.value;
  const day = published?.edtf;
  yield;
  const dates = findDates(text, pack, { ...(day && { published: day }), ...(year && { year }) });
  yield;
  const mentions = findMentions(text, found, pack);
  const scanned = { text, outline: outline.value, sentences: found, mentions: mentions.value, dates: dates.value, url: source.url, published: day };
  yield;
  const told = yield* findTalks(partTalks(scanned, pack), pack);
  const parted = { ...scanned, ...told.value.parted };
  const { sentences } = parted;
  const page = { ...parted, mentions: told.value.mentions, talks: told.value };
  yield;
  const said = yield* findStatements(page, pack);
  yield;
  const kind = findKind({ text, outline: parted.outline, sentences, title, talks: told.value.talks, statements: said.value }, pack);
  const talks = withinKind(told, given.kind ?? kind?.value);
  const statements = talks === told ? said : { value: [], issues: [] };
  yield;
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
  yield;
  const visits = findVisits(text, sentences, statements.value, talks.value.talks, dates.value, talks.value.mentions, pack);
  yield;
  const instruments = findInstruments(text, sentences, statements.value, talks.value, dates.value, pack);
  const issues = (source.issues as Issue[]).slice();
  // One after the other: a call takes only so many at once.
  for (const stage of [outline, publication, dates, mentions, talks, statements, commitments, instruments])
    for (const issue of stage.issues) issues.push(issue);
  const document = { id: `d-${source.sha256.slice(0, 16)}`, language: pack.code } as Readout;
  if (title && !isMereName(title, talks.value.mentions, pack)) document.title = title;
  if (kind) document.kind = kind;
  if (talks.value.publisher) document.publisher = talks.value.publisher;
  if (published) document.published = published;
  document.source = sourceOf(source);
  document.offsets = 'utf-16';
  document.text = text;
  document.outline = outline.value.nodes;
  const reading = {
    memcon: '1',
    reader: { version: VERSION, languages: { [pack.code]: pack.version } },
    document,
    talks: talks.value.talks,
    statements: statements.value,
    commitments: commitments.value,
  } as Reading;
  if (visits.length > 0) reading.visits = visits;
  reading.instruments = instruments.value;
  reading.mentions = talks.value.mentions.slice();
  reading.dates = dates.value;
  reading.issues = issues;
  return reading;
}

function sourceOf({ url, mediaType, encoding, sha256, pages }: Source): NonNullable<Readout['source']> {
  const source = {} as NonNullable<Readout['source']>;
  if (url) source.url = url;
  source.mediaType = mediaType;
  if (encoding) source.encoding = encoding;
  source.sha256 = sha256;
  if (pages) source.pages = pages.map(([start, end]): [number, number] => [start, end]);
  return source;
}
