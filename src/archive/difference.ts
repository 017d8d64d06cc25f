import type { Reading } from '../record/reading.ts';
import type { Difference } from './archive.ts';

/** What a newer version of a page changed. Statements are the same by their id, which comes from words and place. */
export function differenceOf(before: Reading, after: Reading): Difference {
  const old = new Set(before.statements.map(({ id }) => id));
  const now = new Set(after.statements.map(({ id }) => id));
  const lines = count(linesOf(before));
  let come = 0;
  for (const line of linesOf(after)) {
    const left = lines.get(line) ?? 0;
    if (left > 0) lines.set(line, left - 1);
    else come++;
  }
  return {
    gone: [...old].filter((id) => !now.has(id)),
    come: [...now].filter((id) => !old.has(id)),
    lines: { gone: [...lines.values()].reduce((sum, n) => sum + n, 0), come },
  };
}

/** Share of the shorter text's lines that both have, 0 to 1. */
export function likeness(one: Reading, other: Reading): number {
  const [a, b] = [linesOf(one), linesOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  const left = count(a);
  let both = 0;
  for (const line of b) {
    const n = left.get(line) ?? 0;
    if (n === 0) continue;
    left.set(line, n - 1);
    both++;
  }
  return both / Math.min(a.length, b.length);
}

function linesOf({ document }: Reading): string[] {
  return document.text.split('\n').flatMap((line) => {
    const bare = line.trim();
    return bare === '' ? [] : [bare];
  });
}

function count(lines: readonly string[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const line of lines) all.set(line, (all.get(line) ?? 0) + 1);
  return all;
}
