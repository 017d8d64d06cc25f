/** What is remembered of addresses that are watched. */
import type { Fetched } from '../archive.ts';
import type { Store } from '../file/store.ts';
import { told } from '../paging.ts';

export function fetched(store: Store, address: string): Fetched | undefined {
  const row = store.sql('SELECT address, etag, modified, stamp, checked FROM fetched WHERE address = ?').get(address) as
    | { address: string; etag: string | null; modified: string | null; stamp: string | null; checked: string }
    | undefined;
  if (!row) return undefined;
  const { etag, modified, stamp } = row;
  return { address: row.address, ...told({ etag, modified, stamp }), checked: row.checked };
}

export function remember(store: Store, all: readonly Fetched[]): void {
  store.write(() => {
    const put = store.sql(
      `INSERT INTO fetched (address, etag, modified, stamp, checked) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (address) DO UPDATE SET etag = excluded.etag, modified = excluded.modified, stamp = excluded.stamp, checked = excluded.checked`,
    );
    for (const { address, etag, modified, stamp, checked } of all) put.run(address, etag ?? null, modified ?? null, stamp ?? null, checked);
  });
}
