/**
 * A brief as a tree that no format owns: sections of lines, tables and treaty clocks, made of runs. Memcon's own words and
 * words of a source are different runs, so that no format can set one as the other, and every line that tells something
 * names the numbers of its sources.
 */
export interface Brief {
  /** BCP 47 of Memcon's own words. */
  readonly language: string;
  /** `JP-RU`. */
  readonly dyad: string;
  /** YYYY-MM-DD: days are counted from it. */
  readonly asOf: string;
  readonly kicker: string;
  readonly title: string;
  /** Under the title: as of when, out of how much. */
  readonly facts: readonly string[];
  /** What the marks mean, in the order own, other, jointly, withheld. */
  readonly key: readonly Line[];
  readonly keyNote: string;
  readonly sections: readonly Section[];
  /** In the order of their numbers, from 1. */
  readonly sources: readonly Source[];
  readonly documents: readonly SourceDocument[];
  readonly sourcesTitle: string;
  readonly documentsTitle: string;
  readonly foot: string;
}

export interface Section {
  /** Of this kind of section, for addresses: `glance`. */
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly blocks: readonly Block[];
}

export type Block = List | Table | Clock;

export interface List {
  readonly kind: 'list';
  readonly numbered: boolean;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly runs: readonly Run[];
  /** Says that nothing is on record: the only lines that cite nothing. */
  readonly absent?: true;
}

/** Rows in groups that have a head of their own; all groups have the columns of the table. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  /** The first column is that of the groups' heads. */
  readonly columns: readonly Column[];
  readonly groups: readonly Group[];
}

export interface Column {
  readonly head: string;
  /** Shares of the width of the page, of 1 in all. */
  readonly share: number;
}

export interface Group {
  /** Lines under one another. */
  readonly head: readonly Line[];
  readonly rows: readonly (readonly Line[])[];
}

/** The steps of one treaty in their order. */
export interface Clock {
  readonly kind: 'clock';
  readonly name: Line;
  readonly steps: readonly Step[];
  /** What does not fit together, or is missing. */
  readonly notes: readonly Line[];
}

export interface Step {
  readonly label: string;
  /** Happened, is dated ahead of the day of the brief, or not on record. */
  readonly state: 'done' | 'ahead' | 'absent';
  readonly date: Line;
  readonly note?: Line;
}

export type Side = 'own' | 'other' | 'joint' | 'each' | 'unknown';

export type Run =
  /** `whole`: a date, which no line end parts. */
  | { readonly kind: 'own'; readonly words: string; readonly strong?: true; readonly small?: true; readonly whole?: true }
  /** Words of a source, exactly. `cut`: more of them stand there. */
  | { readonly kind: 'quote'; readonly words: string; readonly language: string; readonly cut?: true }
  /** A side's mark; a word of the side always follows. */
  | { readonly kind: 'mark'; readonly side: Side }
  | { readonly kind: 'hatch' }
  | { readonly kind: 'cite'; readonly numbers: readonly number[] };

/** One numbered citation. */
export interface Source {
  readonly number: number;
  /** Index into `documents`. */
  readonly document: number;
  readonly statement?: string;
  /** Outline path, as the record has it. */
  readonly path: string;
  /** The place in words of the brief's language. */
  readonly place: string;
  /** Day of the talks in words; empty where none is known. */
  readonly date: string;
  readonly quote: string;
  readonly language: string;
}

export interface SourceDocument {
  /** `d-…` */
  readonly id: string;
  readonly version: number;
  readonly title?: string;
  readonly name: string;
  readonly language: string;
  /** Publisher, day of publication, version, in words of the brief's language. */
  readonly about: string;
  readonly url?: string;
}

/** What a line says, without marks and numbers. */
export function wordsOf(line: Line): string {
  return line.runs.map((run) => (run.kind === 'own' ? run.words : run.kind === 'quote' ? `${run.words}${run.cut ? '…' : ''}` : '')).join('');
}

/** Every line of a brief, with where it stands. */
export function* linesOf(brief: Brief): Generator<{ readonly section: string; readonly line: Line }> {
  for (const section of brief.sections)
    for (const block of section.blocks) {
      const lines =
        block.kind === 'list'
          ? block.lines
          : block.kind === 'table'
            ? // A row is one line of the brief, however many cells it has.
              block.groups.flatMap(({ head, rows }) =>
                rows.map(
                  (cells): Line => ({
                    runs: [...head, ...cells].flatMap(({ runs }) => runs),
                    ...(cells.some(({ absent }) => absent) && { absent: true }),
                  }),
                ),
              )
            : [...block.steps.map((step): Line => ({ runs: step.date.runs, ...(step.state === 'absent' && { absent: true }) })), ...block.notes];
      for (const line of lines) yield { section: section.id, line };
    }
}
