/** One telling: which talks, which words. */
import type { Extract, MetExtract, PromiseExtract, Told, VisitExtract } from '../record/extract.ts';
import type { Cited } from './line.ts';

/** Talks with what was promised at them. */
export interface Happened {
  readonly extract: Extract;
  readonly met: MetExtract;
  readonly day: string | undefined;
  /** The same for both tellings of a meeting that is told twice. */
  readonly meeting: string;
  readonly promises: readonly PromiseExtract[];
  /** Visits of which was spoken as past. */
  readonly visits: readonly VisitExtract[];
}

export function citedAt(extract: Extract, met: MetExtract | undefined, { statement, path, quote }: Told): Cited {
  const { document, title, language, publisher } = extract;
  const date = met?.date ?? extract.published;
  return {
    document,
    ...(title && { title }),
    language,
    ...(publisher && { publisher }),
    ...(date && { date }),
    ...(statement && { statement }),
    path,
    quote,
  };
}

/** The words of the undertaking, in the place of its first telling. */
export function citedPromise(extract: Extract, met: MetExtract, promise: PromiseExtract): Cited {
  const [first] = promise.tellings;
  return citedAt(extract, met, { ...(first && { statement: first.statement }), path: first?.path ?? '', quote: promise.what });
}

/** The words that tell who met where. */
export function citedTalks(extract: Extract, met: MetExtract): Cited {
  return citedAt(extract, met, met.words ?? { path: '', quote: met.place?.name ?? '' });
}

/** Who says it: the parties of all speakers. */
export function speakersOf({ tellings, by }: PromiseExtract): readonly string[] {
  const parties = new Set(tellings.flatMap(({ speakers }) => speakers.map(({ party }) => party)));
  return parties.size > 0 ? [...parties].sort() : by;
}
