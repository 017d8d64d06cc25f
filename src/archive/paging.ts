import type { Page, Paged } from './archive.ts';
import { archiveFault } from './fault.ts';

const USUAL = 50;
const MOST = 500;

export function limitOf({ limit }: Paged): number {
  if (limit === undefined) return USUAL;
  return Math.min(MOST, Math.max(1, Math.floor(limit) || 1));
}

/** What a cursor holds: the sort key and the row key of the last item. */
export type After = readonly [sort: string | number | null, key: number];

export function afterOf({ cursor }: Paged): After | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(parsed) &&
      parsed.length === 2 &&
      Number.isSafeInteger(parsed[1]) &&
      (parsed[0] === null || ['string', 'number'].includes(typeof parsed[0]))
    )
      return parsed as unknown as After;
  } catch {
    // Told below, as any other cursor that is none of ours.
  }
  throw archiveFault('bad-cursor', { cursor: cursor.slice(0, 60) });
}

export function cursorOf(after: After): string {
  return Buffer.from(JSON.stringify(after)).toString('base64url');
}

/** @param rows one more than the limit, where there is one. */
export function pageOf<R, T>(rows: readonly R[], limit: number, item: (row: R) => T, after: (row: R) => After): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), ...(rows.length > limit && last !== undefined && { next: cursorOf(after(last)) }) };
}

/** A row without its empty columns. */
export function told<T extends object>(row: T): { [K in keyof T]?: Exclude<T[K], null> } {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) if (value !== null && value !== undefined) result[key] = value;
  return result as never;
}
