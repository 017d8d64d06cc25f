/** The brief of a relation: what the archive and the ledgers hold of it before a day, at a length, in a format. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Archive, ToldTalks } from '../../archive/archive.ts';
import { dyadFrom } from '../../archive/asking/listing.ts';
import type { Brief } from '../../briefing/brief.ts';
import { fitted } from '../../briefing/fitted.ts';
import { briefOf } from '../../briefing/make.ts';
import type { BriefDocument, BriefRecord, BriefTalks, Formula, Ref } from '../../briefing/record.ts';
import { placeName } from '../../drawing/sides.ts';
import type { Voice } from '../../language/voice.ts';
import { followCommitments, type Line as Promised } from '../../ledgers/commitments.ts';
import { type Clock, followInstruments } from '../../ledgers/instruments.ts';
import { findFormulas } from '../../ledgers/wording.ts';
import { FONTS, type FontName } from '../../publishing/brief/fonts.ts';
import { pagesOf, wordPagesOf } from '../../publishing/brief/layout.ts';
import { VERSION } from '../../reading/version.ts';
import type { Extract, MetExtract } from '../../record/extract.ts';
import { type Parting, partingsOf } from '../../record/lives.ts';
import type { Topic } from '../../record/reading.ts';
import { TOPICS } from '../../record/topics.generated.ts';
import { extentOf } from '../../time/extent.ts';
import { isDay, makeFault } from '../faults.ts';
import { type MeetingTold, meetingsOf } from '../meetings.ts';

export const BRIEF_FORMATS = ['markdown', 'html', 'docx', 'pdf', 'json'] as const;
export type BriefFormat = (typeof BRIEF_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<BriefFormat, string>> = {
  markdown: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
};
export const ENDINGS: Readonly<Record<BriefFormat, string>> = { markdown: 'md', html: 'html', docx: 'docx', pdf: 'pdf', json: 'json' };

/** A name for the file: `brief-JP-RU-2011-02-11.pdf`. */
export function briefFile({ dyad, asOf }: Brief, format: BriefFormat): string {
  return `brief-${dyad}-${asOf}.${ENDINGS[format]}`;
}

/** What a brief has where nobody says otherwise. */
export const USUAL_PAGES = 2;
const MOST_PAGES = 50;

export interface BriefAsked {
  /** The day of the talks, YYYY-MM-DD; only what was told of earlier talks is used. */
  readonly before?: string | undefined;
  /** Codes of topics, or their names in the language of the brief, apart by commas. */
  readonly topics?: string | undefined;
  /** Pages of A4, as typed. */
  readonly pages?: string | undefined;
}

export interface BriefWanted {
  readonly before: string;
  readonly topics?: readonly Topic[];
  readonly pages: number;
  /** What it is made for: a word processor needs more room for the same lines. */
  readonly format?: BriefFormat;
}

/** @throws Fault `brief/…` in the user's language. */
export function briefWanted(asked: BriefAsked, today: string, voice: Voice): BriefWanted {
  const { before = today, topics, pages = String(USUAL_PAGES) } = asked;
  if (!isDay(before)) throw makeFault(voice, 'brief/bad-day', { name: before });
  const n = /^\d{1,3}$/.test(pages) ? Number(pages) : 0;
  if (n < 1 || n > MOST_PAGES) throw makeFault(voice, 'brief/bad-pages', { name: pages, most: MOST_PAGES });
  if (topics === undefined || topics.trim() === '') return { before, pages: n };
  return { before, pages: n, topics: [...new Set(topics.split(/[,、，]/).map((words) => topicFrom(words.trim(), voice)))] };
}

function topicFrom(words: string, voice: Voice): Topic {
  const found = (Object.keys(TOPICS) as Topic[]).find(
    (code) => code === words || Object.values(TOPICS[code] as Record<string, string>).some((name) => name.toLowerCase() === words.toLowerCase()),
  );
  if (!found) throw makeFault(voice, 'brief/unknown-topic', { name: words, topics: Object.keys(TOPICS).join(', ') });
  return found;
}

export function isBriefFormat(words: string): words is BriefFormat {
  return BRIEF_FORMATS.includes(words as BriefFormat);
}

/** @param dyad in either order. @throws Fault `brief/no-such-dyad`. */
export async function makeBrief(archive: Archive, dyad: string, wanted: BriefWanted, voice: Voice): Promise<Brief> {
  const record = await briefRecord(archive, dyad, wanted.before, voice);
  const options = { ...(wanted.topics && { topics: wanted.topics }), placeOf: (path: string) => placeWords(path, voice) };
  let make = briefOf(record, voice, options);
  const measure = wanted.format === 'docx' ? wordPagesOf : pagesOf;
  let found = fitted(make, wanted.pages, measure);
  if (!found.fits && wanted.topics) {
    // Topics that were asked for are cut only where the pages do not hold them all.
    make = briefOf(record, voice, { ...options, cut: true });
    found = fitted(make, wanted.pages, measure);
  }
  // Only now is it known which readouts are cited: their versions and addresses are looked up.
  for (const row of await Promise.all(found.brief.documents.map(({ id }) => archive.document(id)))) if (row) record.documents.set(row.id, row);
  return make(found.keep);
}

function placeWords(path: string, voice: Voice): string {
  return path === 'title' ? voice.label('briefTitlePlace') : placeName(path, voice);
}

/** All talks that a brief looks at: a relation has some hundreds. */
const MOST_TALKS = 5_000;

export async function briefRecord(
  archive: Archive,
  asked: string,
  before: string,
  voice: Voice,
): Promise<BriefRecord & { readonly documents: Map<string, BriefDocument> }> {
  const [told, extracts] = await Promise.all([archive.told({ dyad: asked, order: 'newest', limit: MOST_TALKS }), archive.extracts({ dyad: asked })]);
  const dyad = dyadFrom(asked);
  const parties = dyad.split('-') as [string, string];
  if (told.items.length === 0) throw makeFault(voice, 'brief/no-such-dyad', { name: dyad });
  // The day of the talks decides, not that of the page: a brief knows nothing of the talks it is for.
  const earlier = told.items.filter(({ day }) => day === undefined || day < before);
  const meetings = await meetingsOf(archive, dyad, earlier);
  const ids = new Set(earlier.map(({ document }) => document));
  const known = extracts.filter(({ document }) => ids.has(document)).map((extract) => cutOff(extract, before));
  const met = new Map(known.flatMap(({ document, talks }) => talks.map((each) => [`${document} ${each.id}`, each] as const)));
  const own = ownOf(parties, told.items);
  const other = parties.find((party) => party !== own) as string;
  const treaties = treatiesOf(known, before, parties, partingsOf(await archive.corrections()));
  return {
    dyad,
    own,
    other,
    asOf: before,
    talks: meetings.map((each) => talksOf(each, met)),
    owed: followCommitments(known, { parties, asOf: before }).lines.filter((line) => !toldByClock(line, treaties)),
    treaties,
    formulas: formulasOf(meetings),
    documents: documentsOf(earlier, known),
  };
}

/** The party seen as one's own: that which published most of it. */
function ownOf(parties: readonly [string, string], talks: readonly ToldTalks[]): string {
  const [one, two] = parties.map((party) => talks.filter(({ publisher }) => publisher === party).length) as [number, number];
  return two > one ? parties[1] : parties[0];
}

function talksOf(told: MeetingTold, met: ReadonlyMap<string, MetExtract>): BriefTalks {
  const { title: _, publisher: __, language: ___, also, statements, ...talks } = told;
  const own = met.get(`${told.document} ${told.id}`);
  const words = own?.words && { document: told.document, ...own.words };
  const theirs = also && met.get(`${also.document} ${also.id}`)?.words;
  return {
    ...talks,
    participants: own?.participants ?? [],
    ...(words && { words }),
    ...(also && { also: { document: also.document, ...(theirs && { words: { document: also.document, ...theirs } }) } }),
    statements: also ? [...statements].sort((a, b) => Number(a.document === told.document) - Number(b.document === told.document)) : statements,
  };
}

/** Without talks on the day of the brief or later, and what was told at them. */
function cutOff(extract: Extract, before: string): Extract {
  const talks = extract.talks.filter(({ date }) => (date === undefined ? '' : (extentOf(date)?.first ?? '')) < before);
  if (talks.length === extract.talks.length) return extract;
  const kept = new Set(talks.map(({ id }) => id));
  return { ...extract, talks, commitments: extract.commitments.filter(({ talks: of }) => of === undefined || kept.has(of)) };
}

/** Treaties before declarations; that with a step ahead first, then that whose day passed untold, then that which moved last. */
function treatiesOf(extracts: readonly Extract[], asOf: string, parties: readonly [string, string], partings: readonly Parting[]): Clock[] {
  const rank = ({ kind, steps }: Clock) =>
    (['treaty', 'agreement', 'protocol'].includes(kind) ? 0 : 4) +
    (steps.some(({ status }) => status === 'ahead') ? 0 : steps.some(({ status }) => status === 'passed') ? 1 : 2);
  const clocks = followInstruments(extracts, { asOf, parties, partings }).filter(({ steps }) => steps.some(({ cited }) => cited.length > 0));
  return clocks
    .map((clock, i) => ({ clock, i }))
    .sort((a, b) => rank(a.clock) - rank(b.clock) || a.i - b.i)
    .map(({ clock }) => clock);
}

/** A signature or an entry into force that a treaty's clock tells is no promise beside it. */
function toldByClock({ kind, what }: Promised, clocks: readonly Clock[]): boolean {
  if (kind !== 'signature' && kind !== 'entry-into-force') return false;
  return clocks.some(({ steps }) => steps.some(({ cited }) => cited.some((one) => one.document === what.document && one.path === what.path)));
}

/** Among how many of the last talks phrases are looked for that they repeat. */
const FORMULA_TALKS = 40;
const NOTED = { 'missing-lately': 'missing', new: 'new', 'dropped-back': 'back' } as const;

/** @param newest first. */
function formulasOf(newest: readonly MeetingTold[]): Formula[] {
  const talks = newest.slice(0, FORMULA_TALKS).reverse();
  return findFormulas(talks, { most: 24 }).flatMap(({ words, language, notes, tellings, talks: n }): Formula[] => {
    const note = notes.find(({ code }) => code in NOTED);
    const [first, last] = [tellings[0], tellings.at(-1)];
    if (!note || !first || !last) return [];
    const refOf = ({ talks: i, statement: k }: { talks: number; statement: number }): Ref => {
      const { id, document, path, quote } = (talks[i] as MeetingTold).statements[k] as MeetingTold['statements'][number];
      return { document, statement: id, path, quote };
    };
    return [
      {
        words,
        language,
        first: refOf(first),
        last: refOf(last),
        talks: n,
        of: talks.length,
        state: NOTED[note.code as 'new'],
        ...('n' in note && { n: note.n }),
      },
    ];
  });
}

/** The readouts of a relation by id, as far as their talks tell of them. */
function documentsOf(talks: readonly ToldTalks[], extracts: readonly Extract[]): Map<string, BriefDocument> {
  const published = new Map(extracts.map((extract) => [extract.document, extract.published]));
  return new Map(
    talks.map(({ document, title, publisher, language }): [string, BriefDocument] => {
      const day = published.get(document);
      return [
        document,
        {
          id: document,
          n: 1,
          ...(title !== undefined && { title }),
          ...(publisher && { publisher: { party: publisher, name: '' } }),
          ...(day && { published: day }),
          language,
        },
      ];
    }),
  );
}

// ── Formats ────────────────────────────────────────────────────────────────

/** Each format is loaded when it is asked for. */
export async function publishBrief(brief: Brief, format: BriefFormat, voice: Voice): Promise<Uint8Array<ArrayBuffer>> {
  const utf8 = (words: string) => new TextEncoder().encode(words);
  switch (format) {
    case 'json':
      return utf8(`${JSON.stringify(brief, null, 2)}\n`);
    case 'markdown':
      return utf8((await import('../../publishing/brief/markdown.ts')).toBriefMarkdown(brief));
    case 'html':
      return utf8((await import('../../publishing/brief/html.ts')).toBriefHtml(brief));
    case 'docx':
      return (await import('../../publishing/brief/docx.ts')).toDocx(brief, voice);
    case 'pdf': {
      const { toPdf } = await import('../../publishing/brief/pdf.ts');
      return toPdf(brief, {
        fonts: loadFonts(),
        pageWords: (n, all) => voice.label('briefPage', { n, all }),
        creator: `Memcon ${VERSION}`,
      });
    }
  }
}

/** True in a build, where the fonts stand beside the program; in a checkout they are among its packages. */
declare const MEMCON_BUILT: boolean | undefined;
const fonts = new Map<FontName, Uint8Array>();

function loadFonts(): Record<FontName, Uint8Array> {
  const built = typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT;
  return Object.fromEntries(
    (Object.keys(FONTS) as FontName[]).map((name) => {
      const { file } = FONTS[name];
      const known = fonts.get(name);
      if (known) return [name, known];
      const beside = fileURLToPath(new URL(`./fonts/${file.slice(file.lastIndexOf('/') + 1)}`, import.meta.url));
      const bytes = readFileSync(built && existsSync(beside) ? beside : createRequire(import.meta.url).resolve(file));
      fonts.set(name, bytes);
      return [name, bytes];
    }),
  ) as Record<FontName, Uint8Array>;
}
