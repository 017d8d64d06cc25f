/** The archive in one SQLite file. Each method is one transaction or one consistent view; the work stands in the file of its concern. */
import { standing } from '../record/standing.ts';
import type { Archive, SourceBytes } from './archive.ts';
import { extracts } from './asking/extracts.ts';
import { beginning, commitments, document, dyads, happenings, known, list, steps, talks, textKinds, totals, versions } from './asking/listing.ts';
import { entities, entity, proposals, readings, spelled, topics } from './asking/names.ts';
import { search } from './asking/search.ts';
import { searchTexts } from './asking/search-texts.ts';
import { stamp, told } from './asking/telling.ts';
import { unpack } from './changing/content.ts';
import { correct } from './changing/correcting.ts';
import { corrections, correctionsOf, orphans } from './changing/corrections.ts';
import { findDocument, newestReading } from './changing/documents.ts';
import { keepAll, makeReady, type Ready } from './changing/keeping.ts';
import { removeAll, restoreAll } from './changing/removing.ts';
import { replaceReading } from './changing/replacing.ts';
import { backup, verify } from './changing/upkeep.ts';
import { fetched, remember } from './changing/watching.ts';
import { patiently } from './file/patience.ts';
import { openStore, type StoreOptions } from './opening.ts';

/** How long views follow one another before the rest of the program has a turn. */
const TURN_MS = 8;

export interface SqliteArchive extends Archive {
  /** `keep` for documents made ready by `makeReady`, in another thread perhaps. */
  keepReady(batch: readonly Ready[]): ReturnType<Archive['keep']>;
  /** Another connection of this program wrote: what is there now counts as written through this one. */
  wroteBeside(): Promise<void>;
}

/** @throws Fault `archive/…`; see opening.ts. */
export function openSqlite(place: string, options: StoreOptions = {}): SqliteArchive {
  const store = openStore(place, options);
  /** The key and the number of a version; of the newest where no number is given. */
  const versionOf = (id: string, n?: number) => {
    const found = findDocument(store, id);
    return found && { ...found, n: n ?? found.n, there: n === undefined || (n >= 1 && n <= found.n) };
  };
  // Not `async work()`: what throws at once must reject, and the work must be done in one go.
  const now = async <R>(work: () => R): Promise<R> => work();
  /** Of what asks for much others are answered in between. */
  let turn = performance.now();
  const view = async <R>(work: () => R): Promise<R> => {
    if (performance.now() - turn > TURN_MS) {
      await new Promise((next) => setImmediate(next));
      turn = performance.now();
    }
    return patiently(store, () => store.read(work));
  };
  return {
    place,
    writable: store.writable,
    get written() {
      return store.written;
    },
    wroteBeside: () =>
      view(() => {
        store.written = Number(stamp(store));
      }),
    keep: (batch) => patiently(store, () => keepAll(store, batch.map(makeReady))),
    keepReady: (batch) => patiently(store, () => keepAll(store, batch)),
    list: (query) => view(() => list(store, query)),
    document: (id) => view(() => document(store, id)),
    known: (ids) => view(() => known(store, ids)),
    beginning: (id) => view(() => beginning(store, id)),
    versions: (id) => view(() => versions(store, id)),
    reading: (id, n) =>
      view(() => {
        const of = versionOf(id, n);
        return of?.there ? newestReading(store, of.key, of.n) : undefined;
      }),
    standing: (id, n) =>
      view(() => {
        const of = versionOf(id, n);
        return of?.there ? standing(newestReading(store, of.key, of.n), correctionsOf(store, of.key)) : undefined;
      }),
    source: (id, n) =>
      view((): SourceBytes | undefined => {
        const of = versionOf(id, n);
        if (!of?.there) return undefined;
        const row = store
          .sql(
            'SELECT c.bytes, v.media_type AS mediaType, v.name, v.sha256, v.given FROM version v JOIN content c ON c.version = v.key WHERE v.document = ? AND v.n = ?',
          )
          .get(of.key, of.n) as { bytes: Uint8Array; mediaType: string; name: string | null; sha256: string; given: string };
        return {
          bytes: new Uint8Array(unpack(row.bytes)),
          mediaType: row.mediaType,
          sha256: row.sha256,
          given: JSON.parse(row.given) as SourceBytes['given'],
          ...(row.name !== null && { name: row.name }),
        };
      }),
    replace: (id, n, reading, signed) => patiently(store, () => replaceReading(store, id, n, reading, signed)),
    remove: (ids, signed) => patiently(store, () => removeAll(store, ids, signed)),
    restore: (ids, signed) => patiently(store, () => restoreAll(store, ids, signed)),
    happenings: (query) => view(() => happenings(store, query)),
    correct: (draft) => patiently(store, () => correct(store, draft)),
    corrections: (query) => view(() => corrections(store, query)),
    readings: () => view(() => readings(store)),
    orphans: (query) => view(() => orphans(store, query)),
    fetched: (address) => view(() => fetched(store, address)),
    remember: (all) => patiently(store, () => remember(store, all)),
    talks: (query) => view(() => talks(store, query)),
    dyads: () => view(() => dyads(store)),
    commitments: (query) => view(() => commitments(store, query)),
    steps: (query) => view(() => steps(store, query)),
    extracts: (query = {}) => view(() => extracts(store, query)),
    entities: (query) => view(() => entities(store, query)),
    entity: (id) => view(() => entity(store, id)),
    spelled: (ids, language) => view(() => spelled(store, ids, language)),
    proposals: (query) => view(() => proposals(store, query)),
    topics: (query) => view(() => topics(store, query)),
    told: (query) => view(() => told(store, query)),
    stamp: (query) => view(() => stamp(store, query)),
    textKinds: () => view(() => textKinds(store)),
    totals: () => view(() => totals(store)),
    search: (query) => view(() => search(store, query)),
    searchTexts: (query) => view(() => searchTexts(store, query)),
    verify: (progress) => verify(store, progress),
    backup: (to, progress) => backup(store, to, progress),
    close: () => now(() => store.close()),
  };
}
