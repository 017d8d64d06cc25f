/** Two accounts of one meeting: the labels are sound, and pairing is no worse by cell than the figures kept with the corpus. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CellFigure, type LabelledAccounts, scoreAccounts } from '../scripts/accounts.ts';
import { CELLS } from '../src/comparison/accounts.ts';
import { intake } from '../src/intake/intake.ts';

const root = resolve(import.meta.dirname, '..');
const corpus = join(root, 'corpus');
const meetings = readdirSync(corpus).filter((name) => existsSync(join(corpus, name, 'accounts.yaml')));
const labelsOf = (name: string) => parse(readFileSync(join(corpus, name, 'accounts.yaml'), 'utf8')) as LabelledAccounts;

test('at least ten meetings are told by two sides, in one language and in two', () => {
  const two = meetings.filter((name) => new Set(labelsOf(name).sides.map((side) => side.slice(0, 2))).size === 2);
  expect(meetings.length).toBeGreaterThanOrEqual(10);
  expect(two.length).toBeGreaterThanOrEqual(4);
  expect(meetings.length - two.length).toBeGreaterThanOrEqual(6);
});

describe.each(meetings)('%s', (name) => {
  const { sides, rows } = labelsOf(name);
  const texts = sides.map((side) => {
    const source = readdirSync(join(corpus, name, side)).find((each) => each.startsWith('source.')) as string;
    return intake(readFileSync(join(corpus, name, side, source)), { mediaType: source.endsWith('.html') ? 'text/html' : 'text/plain' }).text;
  });

  test('cells are those there are, and their words stand in the accounts', () => {
    for (const [cell, one, two] of rows) {
      expect(CELLS).toContain(cell);
      if (cell === 'only-first' || cell === 'only-other') {
        expect(two).toBeUndefined();
        expect(texts[cell === 'only-first' ? 0 : 1]).toContain(one);
      } else {
        expect(texts[0]).toContain(one);
        expect(texts[1]).toContain(two);
      }
    }
  });
});

test('no cell has a lower precision or recall than is kept', async () => {
  const kept = JSON.parse(readFileSync(join(corpus, 'accounts.json'), 'utf8')) as { cells: Record<string, Record<string, CellFigure>> };
  const { cells, meetings: compared } = await scoreAccounts(root);
  expect(compared).toBeGreaterThanOrEqual(7);
  const share = (right: number, of: number) => (of === 0 ? 1 : right / of);
  const worse = Object.entries(kept.cells).flatMap(([group, tally]) =>
    Object.entries(tally).flatMap(([cell, was]) => {
      const now = cells[group as 'all'][cell as 'both'];
      const lower =
        share(now.right, now.found) < share(was.right, was.found) - 1e-9 || share(now.right, now.expected) < share(was.right, was.expected) - 1e-9;
      return lower && was.expected > 0
        ? [`${group} ${cell}: ${now.right}/${now.found}/${now.expected}, was ${was.right}/${was.found}/${was.expected}`]
        : [];
    }),
  );
  expect(worse, 'mend it, or keep the new figures (npm run score -- accounts --keep) and say why').toEqual([]);
}, 60_000);
