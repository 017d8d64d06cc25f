/** The documents of the archive, as a person asks for them. */
import type { Archive, DocumentQuery, DocumentRow, Page } from '../../archive/archive.ts';
import type { Voice } from '../../language/voice.ts';
import { makeFault } from '../faults.ts';

const ORDERS = ['talks', 'added', 'title'] as const;

export interface ListWishes {
  readonly dyad?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly words?: string | undefined;
  readonly order?: string | undefined;
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
  /** Kinds of texts, apart by commas. */
  readonly kind?: string | undefined;
  readonly look?: boolean | undefined;
  readonly removed?: boolean | undefined;
}

export async function listDocuments(archive: Archive, wishes: ListWishes, voice: Voice): Promise<Page<DocumentRow>> {
  const { dyad, from, to, words, cursor, look, removed } = wishes;
  const order = ORDERS.find((one) => one === (wishes.order ?? 'talks'));
  if (!order) throw makeFault(voice, 'cli/unknown-order', { name: wishes.order ?? '', orders: ORDERS.join(', ') });
  const known = Object.keys(voice.phrases.textKinds);
  const kinds = wishes.kind?.split(',').map((kind) => kind.trim());
  const wrong = kinds?.find((kind) => !known.includes(kind));
  if (wrong !== undefined) throw makeFault(voice, 'cli/unknown-kind', { name: wrong, kinds: known.join(', ') });
  const query: DocumentQuery = {
    order,
    limit: toNumber(wishes.limit, voice),
    ...(dyad !== undefined && { dyad }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(words !== undefined && { words }),
    ...(cursor !== undefined && { cursor }),
    ...(kinds && { kinds }),
    ...(look && { needsLook: true }),
    ...(removed && { removed: 'removed' as const }),
  };
  return archive.list(query);
}

/** How many a list shows: 1 to 500. */
export function toNumber(words: string | undefined, voice: Voice): number {
  if (words === undefined) return 50;
  const n = Number(words);
  if (!/^\d{1,4}$/.test(words) || n < 1 || n > 500) throw makeFault(voice, 'cli/bad-limit', { name: words });
  return n;
}
