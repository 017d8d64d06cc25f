/** What happened in the archive, with the words in it: the first words that a new version changed, what a correction says. */
import type { Archive, Entity, Happening } from '../../archive/archive.ts';
import { changedSpans, type LineEdit } from '../../comparison/edits.ts';
import type { Correction } from '../../record/correction.ts';
import { compareVersions } from '../comparing/compare-versions.ts';

export interface News {
  readonly item: Happening;
  readonly edit?: Edit;
  readonly correction?: Correction;
  /** What was made one, under all its names. */
  readonly merged?: Pick<Entity, 'id' | 'kind' | 'spellings'>;
  /** Language of the document's words. */
  readonly language?: string;
}

/** One place of a text that changed: words before it, those that are gone, those that came, words after it. */
export interface Edit {
  readonly before: string;
  readonly gone: string;
  readonly come: string;
  readonly after: string;
}

/** Signs of a line shown around a change. */
const AROUND = 14;
/** Signs shown of what changed. */
const CHANGED = 40;
/** Versions compared at most: each is the reading of two records. */
const COMPARED = 3;

export async function tellNews(archive: Archive, items: readonly Happening[]): Promise<News[]> {
  let compared = 0;
  const told = await Promise.all(
    items.map(async (item): Promise<News> => {
      if (item.kind === 'merged') return { item, ...(await mergedBy(archive, item)) };
      if (item.document === undefined) return { item };
      if (item.kind === 'version' && item.n !== undefined && compared++ < COMPARED) {
        const versions = await compareVersions(archive, item.document, item.n);
        const edit = versions && firstEdit(versions.edits);
        return edit ? { item, edit, language: versions.language } : { item };
      }
      if (item.kind === 'corrected' && item.correction !== undefined) {
        const correction = (await archive.corrections({ document: item.document })).find(({ id }) => id === item.correction);
        const language = (await archive.document(item.document))?.language;
        return correction ? { item, correction, ...(language && { language }) } : { item };
      }
      return { item };
    }),
  );
  // Names that were made one after another are one piece of news.
  const seen = new Set<string>();
  return told.filter(({ merged }) => merged === undefined || (!seen.has(merged.id) && seen.add(merged.id)));
}

async function mergedBy(archive: Archive, { correction }: Happening): Promise<Pick<News, 'merged'>> {
  const change = correction === undefined ? undefined : (await archive.corrections()).find(({ id }) => id === correction)?.change;
  const merged = change?.set === 'same' ? await archive.entity(change.names[0]) : undefined;
  return merged ? { merged } : {};
}

/** The first line that changed, cut to the change. Undefined where only empty lines did. */
export function firstEdit(edits: readonly LineEdit[]): Edit | undefined {
  const at = edits.findIndex(({ kind, words }) => kind !== 'kept' && words.trim() !== '');
  if (at < 0) return undefined;
  let end = at;
  while (end < edits.length && edits[end]?.kind !== 'kept') end++;
  const run = edits.slice(at, end).filter(({ words }) => words.trim() !== '');
  const gone = run.find(({ kind }) => kind === 'gone')?.words ?? '';
  const come = run.find(({ kind }) => kind === 'come')?.words ?? '';
  const spans = changedSpans(gone, come);
  const [start] = spans.before;
  return {
    before: shortened(gone.slice(0, start), -AROUND),
    gone: shortened(gone.slice(...spans.before), CHANGED),
    come: shortened(come.slice(...spans.after), CHANGED),
    after: shortened(gone.slice(spans.before[1]), AROUND),
  };
}

/** The beginning of words, or with a negative length their end; cut words say so. */
function shortened(words: string, length: number): string {
  const most = Math.abs(length);
  if (words.length <= most) return length < 0 ? words.trimStart() : words.trimEnd();
  return length < 0 ? `…${words.slice(-most)}` : `${words.slice(0, most)}…`;
}
