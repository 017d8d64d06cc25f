/** The brief of a relation: what the archive and the ledgers hold of it before a day, at a length, in a format. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Archive, ToldTalks } from '../archive/archive.ts';
import { dyadFrom } from '../archive/listing.ts';
import type { Brief } from '../briefing/brief.ts';
import { fitted } from '../briefing/fitted.ts';
import { briefOf } from '../briefing/make.ts';
import type { BriefDocument, BriefRecord, BriefTalks, Owed, Ref, Treaty } from '../briefing/record.ts';
import { placeName } from '../drawing/sides.ts';
import type { Voice } from '../language/voice.ts';
import { FONTS, type FontName } from '../publishing/brief/fonts.ts';
import { pagesOf } from '../publishing/brief/layout.ts';
import { VERSION } from '../reading/version.ts';
import type { Extract, MetExtract } from '../record/extract.ts';
import type { Topic } from '../record/reading.ts';
import { TOPICS } from '../record/topics.generated.ts';
import { extentOf } from '../time/extent.ts';
import { isDay, makeFault } from './faults.ts';

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
  const make = briefOf(record, voice, { ...(wanted.topics && { topics: wanted.topics }), placeOf: (path) => placeWords(path, voice) });
  return fitted(make, wanted.pages, pagesOf);
}

function placeWords(path: string, voice: Voice): string {
  return path === 'title' ? voice.label('briefTitlePlace') : placeName(path, voice);
}

/** All talks that a brief looks at: a relation has some hundreds. */
const MOST_TALKS = 5_000;

export async function briefRecord(archive: Archive, asked: string, before: string, voice: Voice): Promise<BriefRecord> {
  const dyad = dyadFrom(asked);
  const parties = dyad.split('-') as [string, string];
  const [told, extracts, documents] = await Promise.all([
    archive.told({ dyad, order: 'newest', limit: MOST_TALKS }),
    archive.extracts({ dyad }),
    documentsOf(archive, dyad),
  ]);
  if (told.items.length === 0) throw makeFault(voice, 'brief/no-such-dyad', { name: dyad });
  // The day of the talks decides, not that of the page: a brief knows nothing of the talks it is for.
  const earlier = told.items.filter(({ day }) => day === undefined || day < before);
  const ids = new Set(earlier.map(({ document }) => document));
  const known = extracts.filter(({ document }) => ids.has(document));
  const met = new Map(known.flatMap(({ document, talks }) => talks.map((each) => [`${document} ${each.id}`, each] as const)));
  const own = ownOf(parties, told.items);
  const other = parties.find((party) => party !== own) as string;
  return {
    dyad,
    own,
    other,
    asOf: before,
    talks: earlier.map((each) => talksOf(each, met.get(`${each.document} ${each.id}`))),
    owed: known
      .flatMap((extract) => owedOf(extract, before, dateOf(extract)))
      .sort((a, b) => ((a.told[0]?.date ?? '') < (b.told[0]?.date ?? '') ? 1 : -1)),
    treaties: treatiesOf(known),
    formulas: [],
    documents,
  };
}

/** The party seen as one's own: that which published most of it. */
function ownOf(parties: readonly [string, string], talks: readonly ToldTalks[]): string {
  const [one, two] = parties.map((party) => talks.filter(({ publisher }) => publisher === party).length) as [number, number];
  return two > one ? parties[1] : parties[0];
}

function talksOf(told: ToldTalks, met: MetExtract | undefined): BriefTalks {
  const { title: _, publisher: __, language: ___, ...talks } = told;
  return { ...talks, participants: met?.participants ?? [], ...(met?.words && { words: { document: told.document, ...met.words } }) };
}

function dateOf({ talks }: Extract): string | undefined {
  return talks.find(({ date }) => date !== undefined)?.date;
}

/** Promises as one document tells them; an invitation that is answered in it is told by its answer. */
function owedOf({ document, commitments }: Extract, asOf: string, date: string | undefined): Owed[] {
  const answered = new Set(commitments.flatMap(({ answers }) => answers ?? []));
  return commitments.flatMap(({ id, kind, by, to, what, stage, due, tellings }): Owed[] => {
    if (answered.has(id) || tellings.length === 0) return [];
    const past = due !== undefined && (extentOf(due.edtf)?.last ?? '9999') < asOf;
    const settled = stage === 'done' || stage === 'declined' || stage === 'deferred';
    return [
      {
        kind,
        by,
        to,
        ...(due && { due: due.edtf }),
        state: settled ? stage : past ? 'past' : 'open',
        stage,
        told: tellings.map(({ statement, path, quote }) => ({ document, statement, path, quote, what, ...(date && { date }) })),
      },
    ];
  });
}

/** Steps of one treaty over all documents, in the order of their dates. */
function treatiesOf(extracts: readonly Extract[]): Treaty[] {
  const byEntity = new Map<string, { name: string; language: string; steps: Map<string, { event: string; date?: string; refs: Ref[] }> }>();
  for (const { document, language, instruments } of extracts)
    for (const { entity, name, events } of instruments) {
      if (events.length === 0) continue;
      const key = entity ?? name;
      const treaty = byEntity.get(key) ?? { name, language, steps: new Map() };
      byEntity.set(key, treaty);
      for (const { event, date, told } of events) {
        const step = treaty.steps.get(`${event} ${date ?? ''}`) ?? { event, ...(date && { date }), refs: [] };
        step.refs.push({ document, ...told });
        treaty.steps.set(`${event} ${date ?? ''}`, step);
      }
    }
  return [...byEntity.values()].map(({ name, language, steps }) => ({
    name,
    language,
    steps: [...steps.values()].sort((a, b) => ((a.date ?? '9999') < (b.date ?? '9999') ? -1 : 1)),
  }));
}

/** The readouts of a relation, by id. */
async function documentsOf(archive: Archive, dyad: string): Promise<Map<string, BriefDocument>> {
  const found = new Map<string, BriefDocument>();
  for (let cursor: string | undefined; ; ) {
    const page = await archive.list({ dyad, limit: 500, ...(cursor !== undefined && { cursor }) });
    for (const row of page.items) found.set(row.id, row);
    if (page.next === undefined) return found;
    cursor = page.next;
  }
}

// ── Formats ────────────────────────────────────────────────────────────────

/** Each format is loaded when it is asked for. */
export async function publishBrief(brief: Brief, format: BriefFormat, voice: Voice): Promise<Uint8Array<ArrayBuffer>> {
  const utf8 = (words: string) => new TextEncoder().encode(words);
  switch (format) {
    case 'json':
      return utf8(`${JSON.stringify(brief, null, 2)}\n`);
    case 'markdown':
      return utf8((await import('../publishing/brief/markdown.ts')).toBriefMarkdown(brief));
    case 'html':
      return utf8((await import('../publishing/brief/html.ts')).toBriefHtml(brief));
    case 'docx':
      return (await import('../publishing/brief/docx.ts')).toDocx(brief, voice);
    case 'pdf': {
      const { toPdf } = await import('../publishing/brief/pdf.ts');
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
