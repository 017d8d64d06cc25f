/** Wording and positions as they leave: tables for a spreadsheet, and a feed of what a formula did in the talks that came last. */
import { noteWords, rangeWords } from '../../drawing/wording.ts';
import type { Voice } from '../../language/voice.ts';
import { type FeedEntry, toFeed } from '../../publishing/atom.ts';
import { csvLine } from '../../publishing/csv.ts';
import type { Archive } from '../held.ts';
import type { PositionsTold } from './positions.ts';
import type { FormulaTold, TalksHead, Wording } from './wording.ts';

const WORDING = ['formula', 'language', 'topics', 'date', 'document', 'state', 'variant', 'by', 'act', 'statement', 'place', 'words'] as const;

/** A line for each telling of a formula, and one for each talks that raised its topic without it. */
export function wordingCsv({ talks, items }: Pick<Wording, 'talks' | 'items'>): string {
  const lines = items.flatMap((formula) => {
    const head = [formula.words, formula.language, formula.topics.join(';')];
    return formula.cells.flatMap(({ state, variant }, i) => {
      const { date, document } = talks[i] as TalksHead;
      const tellings = formula.tellings.filter((one) => one.talks === i);
      if (tellings.length > 0)
        return tellings.map(({ document: of, by, act, statement, path, quote, variant: letter }) =>
          csvLine([...head, date, of, letter === undefined ? 'full' : 'variant', letter, by, act, statement, path, quote]),
        );
      return state === 'none' ? [] : [csvLine([...head, date, document, state, variant])];
    });
  });
  return [csvLine(WORDING), ...lines].join('');
}

const POSITIONS = ['date', 'document', 'by', 'act', 'verb', 'strength', 'withheld', 'topics', 'statement', 'place', 'words'] as const;

export function positionsCsv({ talks }: PositionsTold): string {
  return [
    csvLine(POSITIONS),
    ...talks.flatMap(({ date, by }) =>
      Object.entries(by).flatMap(([sayer, list]) =>
        list.map(({ document, act, verb, strength, withheld, topics, id, path, quote }) =>
          csvLine([date, document, sayer, act, verb, strength, withheld, topics.join(';'), id, path, quote]),
        ),
      ),
    ),
  ].join('');
}

/** Talks that a feed looks back over, and the entries it holds at most. */
const LAST = 12;
const ENTRIES = 60;

export interface WordingFeed {
  /** What the feed is of: a relation, a publisher. */
  readonly about: string;
  readonly title: string;
  /** Addresses of the feed and of its page, and of a readout. */
  readonly self: string;
  readonly page: string;
  readonly readout: (document: string, statement?: string) => string;
  /** Instant that stands for an empty feed. */
  readonly when: string;
}

/** What each formula did in the last talks: said, varied, left out though its topic was raised. An entry is dated by the day its readout came. */
export async function wordingFeed(archive: Archive, wording: Wording, feed: WordingFeed, voice: Voice): Promise<string> {
  const { about, title, self, page, when } = feed;
  const came = new Map<string, string>();
  const from = Math.max(0, wording.talks.length - LAST);
  for (const { document } of wording.talks.slice(from)) came.set(document, (await archive.document(document))?.changed ?? when);
  const entries = wording.items
    .flatMap((formula) => formula.cells.slice(from).flatMap((cell, i) => entryOf(formula, cell.state, from + i)))
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
    .slice(0, ENTRIES);
  return toFeed(entries, { id: `wording ${voice.code} ${about}`, title, language: voice.code, self, page, when });

  function entryOf(formula: FormulaTold, state: FormulaTold['cells'][number]['state'], i: number): FeedEntry[] {
    if (state === 'none') return [];
    const { document, date } = wording.talks[i] as TalksHead;
    const telling = formula.tellings.find(({ talks }) => talks === i);
    return [
      {
        id: `wording ${about} ${formula.id} ${document} ${state}`,
        title: [formula.words, voice.label(STATES[state]), date && voice.date(date)].filter(Boolean).join(' · '),
        updated: came.get(document) as string,
        summary: [
          rangeWords(formula.first, formula.last, voice),
          voice.label('inTalks', { n: formula.talks }),
          ...formula.notes.map((note) => noteWords(note, voice)),
        ].join(' · '),
        ...(telling && { quote: { words: telling.quote, language: formula.language } }),
        url: feed.readout(document, telling?.statement),
        category: state,
      },
    ];
  }
}

const STATES = { full: 'squareFull', variant: 'squareVariant', missing: 'squareMissing' } as const;
