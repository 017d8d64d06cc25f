/**
 * A readout, or one statement of it, as it is cited: a line, Chicago, the line of a source as reports print it, BibTeX, CSL-JSON.
 * Pure; the day on which it was looked at is handed in.
 */
import type { Voice } from '../language/voice.ts';
import { pageAt, smallest } from '../record/place.ts';
import type { Reading, Statement } from '../record/reading.ts';
import { digest } from '../text/digest.ts';

export interface Cited {
  /** `d-…` of the document. */
  readonly document: string;
  readonly version: number;
  readonly reading: Reading;
  /** A statement's id; without it the whole readout is cited. */
  readonly statement?: string | undefined;
  /** Where no statement is cited: words of the text, in its units. */
  readonly words?: readonly [start: number, end: number] | undefined;
  /** Permanent address of what is cited. */
  readonly address: string;
  /** YYYY-MM-DD. */
  readonly seen: string;
}

/** A statement of a page that stands in no archive: where it was published takes the place of a permanent address, else the sum of its bytes. */
export function citeBare(reading: Reading, { id }: Statement, voice: Voice, placeOf: (path: string) => string): string {
  const { source } = reading.document;
  const address = source?.url ?? (source ? `sha256 ${source.sha256.slice(0, 12)}` : '');
  return cite('bare', { document: '', version: 0, reading, statement: id, address, seen: '1970-01-01' }, voice, placeOf);
}

export const CITATIONS = ['plain', 'chicago', 'sourceLine', 'bibtex', 'csl'] as const;
export type CitationForm = (typeof CITATIONS)[number] | 'bare';

/** @param placeOf names a path in words. */
export function cite(form: CitationForm, cited: Cited, voice: Voice, placeOf: (path: string) => string): string {
  const { document } = cited.reading;
  const of = wordsOf(cited);
  const publisher = document.publisher;
  const page = of && pageAt(cited.reading, of.span[0]);
  const said = {
    title: document.title?.value ?? voice.label('untitled'),
    publisher: publisher?.name || (publisher?.party ? voice.party(publisher.party) : voice.label('publisherUnknown')),
    edtf: document.published?.edtf ?? '',
    date: document.published?.edtf ? voice.date(document.published.edtf) : voice.label('noDate'),
    place: of ? [placeOf(of.path), page === undefined ? '' : voice.label('pageN', { n: page })].filter(Boolean).join(voice.label('comma')) : '',
    quote: of?.quote ?? '',
    url: document.source?.url ?? '',
    address: cited.address,
    seen: voice.date(cited.seen),
    version: cited.version,
    sha: document.source?.sha256.slice(0, 12) ?? '',
  };
  switch (form) {
    case 'plain':
    case 'bare':
    case 'chicago':
    case 'sourceLine': {
      const name = `cite${form[0]?.toUpperCase()}${form.slice(1)}`;
      return voice.label(of ? `${name}Statement` : name, { ...said, url: said.url || said.address });
    }
    case 'bibtex': {
      const fields: [string, string][] = [
        ['title', `{${tex(said.title)}}`],
        ['author', `{${tex(said.publisher)}}`],
        ...(said.edtf ? ([['date', said.edtf.slice(0, 10)]] as [string, string][]) : []),
        ['langid', document.language],
        ['url', said.url || said.address],
        ['urldate', cited.seen],
        ['note', tex([said.place, `Memcon ${cited.document} v${cited.version}`, said.sha && `sha256 ${said.sha}`].filter(Boolean).join(', '))],
      ];
      const key = keyOf(cited);
      return `@online{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
    }
    case 'csl':
      return JSON.stringify(
        [
          {
            id: keyOf(cited),
            type: 'webpage',
            title: said.title,
            author: [{ literal: said.publisher }],
            ...(said.edtf && { issued: { 'date-parts': [parts(said.edtf)] } }),
            accessed: { 'date-parts': [parts(cited.seen)] },
            language: document.language,
            URL: said.url || said.address,
            ...(said.place && { section: said.place }),
            note: `Memcon ${cited.document} v${cited.version}${said.sha && `, sha256 ${said.sha}`}`,
          },
        ],
        null,
        2,
      );
  }
}

/** The words that are cited: of a statement, or a stretch of the text at its place in the outline. */
function wordsOf({ reading, statement, words }: Cited): Pick<Statement, 'path' | 'span' | 'quote'> | undefined {
  if (statement !== undefined) return reading.statements.find(({ id }) => id === statement);
  if (!words) return undefined;
  const span: [number, number] = [words[0], words[1]];
  return { path: smallest(reading.document.outline, span)?.path ?? '', span, quote: reading.document.text.slice(...span) };
}

function keyOf({ document, statement, words }: Cited): string {
  return [document, statement ?? words?.join('-')].filter(Boolean).join('-');
}

function parts(edtf: string): number[] {
  return edtf.slice(0, 10).split('-').map(Number);
}

/** A page that tells of many readouts, as it is cited: what it shows may change, so the day it speaks of is said. */
export interface CitedPage {
  readonly title: string;
  /** Address under which the page tells the same of the same day. */
  readonly address: string;
  /** YYYY-MM-DD: the day from which it counts. */
  readonly asOf: string;
}

export function citeOfPage(form: (typeof CITATIONS)[number], { title, address, asOf }: CitedPage, voice: Voice): string {
  const said = { title, address, date: voice.date(asOf) };
  switch (form) {
    case 'plain':
    case 'chicago':
    case 'sourceLine':
      return voice.label(`citePage${form[0]?.toUpperCase()}${form.slice(1)}`, said);
    case 'bibtex': {
      const fields = [
        ['title', `{${tex(title)}}`],
        ['author', `{${tex(voice.label('archiveOfMemcon'))}}`],
        ['date', asOf],
        ['langid', voice.code],
        ['url', address],
        ['urldate', asOf],
      ];
      const key = `memcon-${digest(address).slice(0, 12)}`;
      return `@online{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
    }
    case 'csl': {
      const item = {
        id: `memcon-${digest(address).slice(0, 12)}`,
        type: 'webpage',
        title,
        author: [{ literal: voice.label('archiveOfMemcon') }],
        issued: { 'date-parts': [parts(asOf)] },
        accessed: { 'date-parts': [parts(asOf)] },
        language: voice.code,
        URL: address,
      };
      return JSON.stringify([item], null, 2);
    }
  }
}

/** Signs that TeX reads as commands. */
function tex(words: string): string {
  return words.replace(/[\\{}&%$#_^~]/g, (sign) =>
    sign === '\\' ? '\\textbackslash{}' : sign === '^' ? '\\textasciicircum{}' : sign === '~' ? '\\textasciitilde{}' : `\\${sign}`,
  );
}
