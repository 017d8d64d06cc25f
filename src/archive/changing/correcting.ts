/** Making a correction: only ever added; what it changes is derived anew. */
import { CHANGES_ON, type Correction, correction as schema } from '../../record/correction.ts';
import { standing } from '../../record/standing.ts';
import { digest } from '../../text/digest.ts';
import type { CorrectionDraft } from '../archive.ts';
import { beginDraft, endDraft } from '../deriving/derived.ts';
import { archiveFault } from '../fault.ts';
import type { Store } from '../file/store.ts';
import { corrections, correctionsOf } from './corrections.ts';
import { findDocument, newestReading } from './documents.ts';
import { happened } from './happenings.ts';
import { mergeAgain } from './merging.ts';
import { rederive } from './rederiving.ts';

export function correct(store: Store, draft: CorrectionDraft): Correction {
  return store.write((stamp) => {
    const document = draft.document === undefined ? undefined : findDocument(store, draft.document);
    if (draft.document !== undefined && !document) throw archiveFault('no-such-document', { id: draft.document });
    if (document && document.removed !== null) throw archiveFault('document-removed', { id: document.id });
    const earlier = store.sql('SELECT count(*) AS n FROM correction').get() as { n: number };
    const id = `k-${digest(document?.id ?? '', draft.when, draft.who, draft.why, JSON.stringify(draft.on), JSON.stringify(draft.change), String(earlier.n))}`;
    const parsed = schema.safeParse({ id, ...draft, ...(document && { document: document.id }) });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw archiveFault('bad-correction', { field: issue?.path.join('.') ?? '', message: issue?.message ?? '' });
    }
    const made = parsed.data;
    if (!CHANGES_ON[made.on.of].includes(made.change.set))
      throw archiveFault('bad-correction', { field: 'change', message: `${made.change.set} / ${made.on.of}` });
    if ((made.on.of === 'archive') === (document !== undefined) && made.change.set !== 'undone')
      throw archiveFault('bad-correction', { field: 'document', message: made.on.of });
    checkUndone(store, made);
    store
      .sql('INSERT INTO correction (id, document, subject, change, who, at, why) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(made.id, document?.key ?? null, JSON.stringify(made.on), JSON.stringify(made.change), made.who, made.when, made.why);
    const signed = { who: made.who, when: made.when };
    if (document) {
      const all = correctionsOf(store, document.key);
      const stands = standing(newestReading(store, document.key, document.n), all);
      if (stands.orphans.some(({ correction }) => correction.id === made.id)) throw archiveFault('no-such-words', { id: document.id });
      const work = beginDraft(store, stamp);
      rederive(work, document.key, all);
      endDraft(work);
    } else mergeAgain(store, stamp);
    const kind = made.change.set === 'undone' ? 'undone' : made.change.set === 'same' ? 'merged' : 'corrected';
    happened(store, { kind, signed, correction: made.id, ...(document && { document: document.key, n: document.n }) });
    return made;
  });
}

/** What is undone must be there, be of the same document, and not be undone already. */
function checkUndone(store: Store, { change, document }: Correction): void {
  if (change.set !== 'undone') return;
  const all = corrections(store, document === undefined ? {} : { document });
  const target = all.find(({ id }) => id === change.correction);
  if (!target || target.document !== document) throw archiveFault('no-such-correction', { id: change.correction });
  const undone = new Set<string>();
  for (let i = all.length - 1; i >= 0; i--) {
    const one = all[i] as Correction;
    if (one.change.set === 'undone' && !undone.has(one.id)) undone.add(one.change.correction);
  }
  if (undone.has(target.id)) throw archiveFault('already-undone', { id: target.id });
}
