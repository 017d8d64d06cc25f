/** Citations in the order in which they are first made, each with one number. */
import type { Voice } from '../language/voice.ts';
import type { Run, Source, SourceDocument } from './brief.ts';
import type { BriefRecord, BriefTalks, Ref } from './record.ts';

export interface Register {
  /** The run that names where words stand; the same place has the same number wherever it is cited. */
  cite(...refs: readonly Ref[]): Run;
  languageOf(ref: Pick<Ref, 'document'>): string;
  readonly sources: readonly Source[];
  readonly documents: readonly SourceDocument[];
}

/** @param placeOf names an outline path in words. */
export function makeRegister({ talks, documents: known }: BriefRecord, voice: Voice, placeOf: (path: string) => string): Register {
  const sources: Source[] = [];
  const documents: SourceDocument[] = [];
  const numbers = new Map<string, number>();
  const places = new Map<string, number>();
  const byDocument = new Map<string, BriefTalks>();
  for (const each of talks)
    for (const id of [each.document, each.also?.document]) if (id !== undefined && !byDocument.has(id)) byDocument.set(id, each);

  function documentOf(id: string): number {
    const at = places.get(id);
    if (at !== undefined) return at;
    const row = known.get(id);
    const publisher = row?.publisher?.party ? voice.party(row.publisher.party) : row?.publisher?.name;
    documents.push({
      id,
      version: row?.n ?? 1,
      ...(row?.title !== undefined && { title: row.title }),
      name: row?.name ?? voice.label('untitled'),
      language: row?.language ?? 'und',
      about: [
        publisher ? voice.label('publishedBy', { party: publisher }) : '',
        row?.published ? voice.label('published', { date: voice.date(row.published) }) : '',
        voice.label('versionN', { n: row?.n ?? 1 }),
      ]
        .filter(Boolean)
        .join(voice.label('comma')),
      ...(row?.url !== undefined && { url: row.url }),
    });
    places.set(id, documents.length - 1);
    return documents.length - 1;
  }

  function numberOf(ref: Ref): number {
    const key = `${ref.document} ${ref.statement ?? `${ref.path} ${ref.quote}`}`;
    const found = numbers.get(key);
    if (found !== undefined) return found;
    const number = sources.length + 1;
    const of = byDocument.get(ref.document);
    sources.push({
      number,
      document: documentOf(ref.document),
      ...(ref.statement !== undefined && { statement: ref.statement }),
      path: ref.path,
      place: placeOf(ref.path),
      date: of?.date ? voice.date(of.date) : '',
      quote: ref.quote,
      language: known.get(ref.document)?.language ?? 'und',
    });
    numbers.set(key, number);
    return number;
  }

  return {
    cite: (...refs) => ({ kind: 'cite', numbers: [...new Set(refs.map(numberOf))] }),
    languageOf: ({ document }) => known.get(document)?.language ?? 'und',
    sources,
    documents,
  };
}

/** A statement as what is cited. */
export function refOf(
  talks: Pick<BriefTalks, 'document'>,
  { id, document, path, quote }: { readonly id: string; readonly document?: string; readonly path: string; readonly quote: string },
) {
  return { document: document ?? talks.document, statement: id, path, quote };
}

/** The talks as a whole are cited by the words that tell who met, else by the title of their readout, else by their first statement; a meeting told twice by both. */
export function talksRefs(talks: BriefTalks, record: Pick<BriefRecord, 'documents'>): readonly Ref[] {
  const { also, ...own } = talks;
  const ref = talksRef(own, record);
  return also === undefined
    ? [ref]
    : [ref, talksRef({ ...also, statements: talks.statements.filter(({ document }) => document === also.document) }, record)];
}

export function talksRef(talks: Pick<BriefTalks, 'document' | 'words' | 'statements'>, { documents }: Pick<BriefRecord, 'documents'>): Ref {
  if (talks.words) return talks.words;
  const title = documents.get(talks.document)?.title;
  const first = talks.statements[0];
  if (title !== undefined || !first) return { document: talks.document, path: 'title', quote: title ?? '' };
  return refOf(talks, first);
}
