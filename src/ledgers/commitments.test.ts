import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fromText } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import { read } from '../reading/read.ts';
import { type Extract, extractOf } from '../record/extract.ts';
import { followCommitments, type Ledger, type Line } from './commitments.ts';

interface Case {
  readonly name: string;
  readonly told: readonly { readonly on: string; readonly at: string; readonly from?: string; readonly says: readonly string[] }[];
  readonly asOf?: string;
  readonly finds: readonly Record<string, unknown>[];
  readonly others?: readonly Record<string, unknown>[];
  readonly gap?: string;
}

const root = resolve(import.meta.dirname, '../..');
const pack = loadPack(`${root}/languages/ja`);
const { ledes, cases } = parse(readFileSync(`${import.meta.dirname}/commitments.cases.yaml`, 'utf8')) as {
  ledes: Record<string, { title: string; lede: string }>;
  cases: Case[];
};

function readoutOf({ on, at, from = 'JP', says }: Case['told'][number]): Extract {
  const met = ledes[at];
  if (!met) throw new Error(`there is no lede "${at}"`);
  const [, month, day] = on.split('-').map(Number);
  const lines = says.map((one, i) => `${i + 1} ${one}`).join('\n\n');
  const reading = read(fromText(`${met.title}\n\n ${month}月${day}日、${met.lede}概要以下のとおり。\n\n${lines}\n`), pack, { published: on });
  const { unsigned: _, ...extract } = extractOf({ reading, corrected: new Map() }, reading.document.id);
  return { ...extract, publisher: from };
}

function ledgerOf({ told, asOf }: Case): Ledger {
  const last =
    told
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? '';
  return followCommitments(told.map(readoutOf), { parties: ['JP', 'RU'], asOf: asOf ?? `${Number(last.slice(0, 4)) + 3}-12-31` });
}

/** A line as the cases write it: no more than the row asks for. */
function said(line: Line, want: Record<string, unknown> = {}): Record<string, unknown> {
  const done = line.steps.find(({ stage }) => stage === 'done');
  return {
    [line.kind]: `${[...line.by].sort().join('+')}>${[...line.to].sort().join('+')}`,
    stage: line.stage,
    state: line.state,
    ...('visitor' in want && { visitor: line.visitor?.name }),
    ...('told' in want && { told: new Set(line.tellings.map(({ document }) => document)).size }),
    ...('by' in want && { by: done?.reason }),
    ...('due' in want && { due: line.due?.edtf ?? 'none' }),
    ...('steps' in want && { steps: line.steps.map(({ stage }) => stage) }),
    ...('searched' in want && { searched: line.searched?.until }),
    ...('again' in want && { again: line.after !== undefined }),
    ...('looked' in want && { looked: line.searched?.looked.map(({ why }) => why) ?? [] }),
  };
}

const isVisit = (line: Line) => line.kind === 'visit';

describe('small relations', () => {
  test.each(cases.filter(({ gap }) => !gap))('$name', (row) => {
    const { lines } = ledgerOf(row);
    expect(lines.filter(isVisit).map((line, i) => said(line, row.finds[i]))).toEqual(row.finds);
    if (row.others) expect(lines.filter((line) => !isVisit(line)).map((line, i) => said(line, row.others?.[i]))).toEqual(row.others);
  });

  test('there are enough of them, and more traps than true chains', () => {
    const kept = cases.filter(({ finds, others }) => [...finds, ...(others ?? [])].some(({ state }) => state === 'done'));
    expect(cases.length).toBeGreaterThanOrEqual(75);
    expect(cases.length - kept.length).toBeGreaterThanOrEqual(50);
  });

  test('no step without a citation whose words stand in the text, and the order of the readouts does not matter', () => {
    for (const row of cases) {
      const extracts = row.told.map(readoutOf);
      const ledger = ledgerOf(row);
      for (const line of ledger.lines) {
        expect(line.tellings.length).toBeGreaterThan(0);
        for (const step of line.steps) expect(step.cited.length).toBeGreaterThan(0);
      }
      expect(followCommitments([...extracts].reverse(), { parties: ['RU', 'JP'], asOf: ledger.asOf })).toEqual(ledger);
    }
  });

  test('a meeting told by both sides is one of those that were looked through', () => {
    const told = [
      { on: '2010-11-13', at: 'fm-new-york', says: ['東山大臣から、来年1月にロシアを訪問したい旨述べた。'] },
      { on: '2011-03-01', at: 'fm-tokyo', says: ['両外相は、国際場裡における協力について意見交換を行った。'] },
      { on: '2011-03-02', at: 'fm-tokyo', from: 'RU', says: ['両外相は、地域情勢について意見交換を行った。'] },
    ].map(readoutOf);
    const { lines, talks, until } = followCommitments(told, { parties: ['JP', 'RU'], asOf: '2011-06-01' });
    expect([talks, until, lines[0]?.state, lines[0]?.searched?.talks]).toEqual([2, '2011-03-02', 'lapsed', 1]);
  });

  test('a later day of the ledger takes no stage back, and an earlier one knows nothing of what came after it', () => {
    for (const row of cases) {
      const extracts = row.told.map(readoutOf);
      const days = row.told.map(({ on }) => on).sort();
      const first = days[0] as string;
      const { lines } = followCommitments(extracts, { parties: ['JP', 'RU'], asOf: first });
      for (const line of lines)
        for (const { document } of line.tellings) expect(extracts.find((one) => one.document === document)?.published).toBe(first);
    }
  });
});
