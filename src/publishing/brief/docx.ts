/**
 * A brief as a Word document: real styles and headings, tables with header rows, citations as footnotes. A source that is cited again
 * is cited by the number of its footnote, which leads there.
 */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Table as DocxTable,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, Brief, Clock, Line, Run, Side, Table } from '../../briefing/brief.ts';
import { MARKS } from '../../drawing/sides.ts';
import type { Voice } from '../../language/voice.ts';
import { letterOf } from './layout.ts';

/** Fonts that Windows, macOS and LibreOffice have or know a stand-in for. */
const SANS = { ascii: 'Yu Gothic', hAnsi: 'Yu Gothic', eastAsia: 'Yu Gothic', cs: 'Yu Gothic' };
const SERIF = { ascii: 'Yu Mincho', hAnsi: 'Yu Mincho', eastAsia: 'Yu Mincho', cs: 'Yu Mincho' };
const INK2 = '4B4F56';
const COLOURS: Readonly<Record<Side, string>> = { own: '1C5A9E', other: '9A4308', joint: '4B3A72', each: '4B4F56', unknown: '656970' };
const SIGNS: Readonly<Record<Side, string>> = { own: MARKS.own, other: MARKS.other, joint: MARKS.joint, each: MARKS.each, unknown: MARKS.none };
/** Width of the text on A4, in twentieths of a point. */
const WIDTH = 11906 - 2 * 964;

export async function toDocx(brief: Brief, voice: Voice): Promise<Uint8Array<ArrayBuffer>> {
  const cited = new Set<number>();
  const document = new Document({
    title: `${brief.kicker}: ${brief.title}`,
    creator: 'Memcon',
    description: brief.facts.join(' · '),
    styles: {
      default: {
        document: {
          run: { font: SANS, size: 17, language: { value: languageTag(brief.language), eastAsia: languageTag(brief.language) } },
          paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font: SANS, size: 38, bold: true },
          paragraph: { spacing: { before: 0, after: 60, line: 288, lineRule: LineRuleType.AUTO } },
        },
        heading1: {
          run: { font: SANS, size: 23, bold: true, color: '1B1D20' },
          paragraph: {
            spacing: { before: 200, after: 60 },
            keepNext: true,
            border: { top: { style: BorderStyle.SINGLE, size: 10, space: 4, color: '1B1D20' } },
          },
        },
        heading2: { run: { font: SANS, size: 18, bold: true, color: '1B1D20' }, paragraph: { spacing: { before: 80, after: 20 }, keepNext: true } },
        footnoteText: { run: { size: 13 }, paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 0 } } },
      },
      characterStyles: [
        { id: 'SourceWords', name: 'Source words', basedOn: 'DefaultParagraphFont', run: { font: SERIF } },
        { id: 'SmallNote', name: 'Small note', basedOn: 'DefaultParagraphFont', run: { size: 15, color: INK2 } },
      ],
      paragraphStyles: [
        { id: 'BriefLine', name: 'Brief line', basedOn: 'Normal', paragraph: { spacing: { after: 20 } } },
        { id: 'BriefSource', name: 'Brief source', basedOn: 'Normal', run: { size: 15 } },
        { id: 'TableHead', name: 'Table head', basedOn: 'Normal', run: { size: 14, color: INK2 } },
        {
          id: 'BriefNote',
          name: 'Brief note',
          basedOn: 'Normal',
          run: { size: 15, color: INK2 },
          paragraph: { spacing: { after: 40 }, keepNext: true },
        },
      ],
    },
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 340, hanging: 340 } }, run: { bold: true } },
            },
          ],
        },
        {
          reference: 'dashes',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '–',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 340, hanging: 340 } } },
            },
          ],
        },
      ],
    },
    footnotes: Object.fromEntries(brief.sources.map((source) => [source.number, { children: [footnote(brief, source)] }])),
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 964, bottom: 964, left: 964, right: 964 } } },
        footers: { default: footer(brief, voice) },
        children: [
          ...head(brief),
          ...brief.sections.flatMap(({ title, note, blocks }) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
            ...(note ? [new Paragraph({ style: 'BriefNote', children: [new TextRun(note)] })] : []),
            ...blocks.flatMap((block) => blockOf(block, cited)),
          ]),
          ...documentsOf(brief),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document);
  return Uint8Array.from(bytes);
}

/** Word names a language with its country. */
function languageTag(code: string): string {
  return new Intl.Locale(code).maximize().region ? `${code.split('-')[0]}-${new Intl.Locale(code).maximize().region}` : code;
}

function head(brief: Brief): Paragraph[] {
  return [
    new Paragraph({ style: 'BriefLine', children: [new TextRun({ text: brief.kicker, bold: true })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(brief.title)] }),
    ...brief.facts.map((fact) => new Paragraph({ style: 'BriefNote', children: [new TextRun(fact)] })),
    new Paragraph({
      style: 'BriefNote',
      children: [...brief.key.flatMap((line) => [...line.runs.flatMap((run) => plainRun(run)), new TextRun('    ')]), new TextRun(brief.keyNote)],
    }),
  ];
}

function footer(brief: Brief, voice: Voice): Footer {
  const [before = '', between = '', after = ''] = voice.label('briefPage', { n: '\u0000', all: '\u0000' }).split('\u0000');
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
        children: [
          new TextRun({ style: 'SmallNote', children: [brief.foot, '\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
        ],
      }),
    ],
  });
}

function footnote(brief: Brief, { document, place, date, quote, language }: Brief['sources'][number]): Paragraph {
  return new Paragraph({
    style: 'FootnoteText',
    children: [
      new TextRun(` ${letterOf(document)} ${[date, place].filter(Boolean).join(', ')} `),
      quoteRun(opening(quote), language),
      ...(brief.documents[document]?.title === undefined ? [new TextRun(` ${brief.documents[document]?.name ?? ''}`)] : []),
    ],
  });
}

/** The opening words, by which the place is found again. */
const OPENING = 48;

function opening(words: string): string {
  const all = Array.from(words.replace(/\s+/g, ' ').trim());
  return all.length > OPENING ? `${all.slice(0, OPENING).join('')}…` : all.join('');
}

function blockOf(block: Block, cited: Set<number>): (Paragraph | DocxTable)[] {
  switch (block.kind) {
    case 'list':
      return block.lines.map(
        (line) =>
          new Paragraph({
            style: 'BriefLine',
            numbering: { reference: block.numbered ? 'numbers' : 'dashes', level: 0 },
            children: runsOf(line, cited),
          }),
      );
    case 'table':
      return [tableOf(block, cited), new Paragraph({ spacing: { line: 60, lineRule: LineRuleType.EXACT }, children: [] })];
    case 'clock':
      return clockOf(block, cited);
  }
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'C9C5BC' };
const BORDERS = { top: HAIR, bottom: HAIR, left: NONE, right: NONE, insideHorizontal: HAIR, insideVertical: NONE };

function tableOf({ columns, groups }: Table, cited: Set<number>): DocxTable {
  const widths = columns.map(({ share }) => Math.round(WIDTH * share));
  const cell = (children: Paragraph[], column: number, rowSpan?: number) =>
    new TableCell({
      children,
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.TOP,
      margins: { top: 12, bottom: 12, left: 0, right: 120 },
      ...(rowSpan !== undefined && rowSpan > 1 && { rowSpan }),
    });
  return new DocxTable({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: BORDERS,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, i) => cell([new Paragraph({ style: 'TableHead', children: [new TextRun(head)] })], i)),
      }),
      ...groups.flatMap(({ head, rows }) =>
        rows.map(
          (cells, r) =>
            new TableRow({
              cantSplit: true,
              children: [
                ...(r === 0
                  ? [
                      cell(
                        head.map((line) => new Paragraph({ children: runsOf(line, cited) })),
                        0,
                        rows.length,
                      ),
                    ]
                  : []),
                ...cells.map((line, c) => cell([new Paragraph({ children: runsOf(line, cited) })], c + 1)),
              ],
            }),
        ),
      ),
    ],
  });
}

function clockOf({ name, steps, notes }: Clock, cited: Set<number>): (Paragraph | DocxTable)[] {
  const width = Math.floor(WIDTH / Math.max(1, steps.length));
  const signs = { done: '●', ahead: '○', absent: '◌' } as const;
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: name.runs.flatMap((run) => plainRun(run)) }),
    new DocxTable({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: steps.map(() => width),
      borders: BORDERS,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: steps.map(({ label, state }) =>
            stepCell([new Paragraph({ children: [new TextRun({ text: `${signs[state]} ${label}`, bold: true })] })], width),
          ),
        }),
        new TableRow({
          cantSplit: true,
          children: steps.map(({ date, note }) =>
            stepCell(
              [date, ...(note ? [note] : [])].map((line) => new Paragraph({ children: runsOf(line, cited) })),
              width,
            ),
          ),
        }),
      ],
    }),
    ...notes.map((line) => new Paragraph({ style: 'BriefLine', children: runsOf(line, cited) })),
    new Paragraph({ spacing: { line: 60, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
}

function stepCell(children: Paragraph[], width: number): TableCell {
  return new TableCell({ children, width: { size: width, type: WidthType.DXA }, margins: { top: 30, bottom: 30, left: 0, right: 120 } });
}

function documentsOf(brief: Brief): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(brief.documentsTitle)] }),
    ...brief.documents.map(
      ({ id, title, name, language, about, url }, i) =>
        new Paragraph({
          style: 'BriefSource',
          children: [
            new TextRun({ text: `${letterOf(i)}  `, bold: true }),
            title === undefined ? new TextRun(name) : quoteRun(title, language),
            new TextRun({ text: `  ${[about, id, url].filter(Boolean).join(', ')}`, style: 'SmallNote' }),
          ],
        }),
    ),
  ];
}

function quoteRun(words: string, language: string): TextRun {
  return new TextRun({ text: safe(words), style: 'SourceWords', language: { value: languageTag(language), eastAsia: languageTag(language) } });
}

function runsOf(line: Line, cited: Set<number>): ParagraphChild[] {
  return line.runs.flatMap((run): ParagraphChild[] => {
    if (run.kind !== 'cite') return plainRun(run);
    return run.numbers.flatMap((number, i): ParagraphChild[] => {
      const comma = i > 0 ? [new TextRun({ text: ', ', superScript: true })] : [];
      if (!cited.has(number)) {
        cited.add(number);
        return [...comma, new Bookmark({ id: `source_${number}`, children: [new FootnoteReferenceRun(number)] })];
      }
      return [...comma, new InternalHyperlink({ anchor: `source_${number}`, children: [new TextRun({ text: String(number), superScript: true })] })];
    });
  });
}

function plainRun(run: Run): ParagraphChild[] {
  switch (run.kind) {
    case 'own':
      return [new TextRun({ text: safe(run.words), ...(run.strong && { bold: true }), ...(run.small && { style: 'SmallNote' }) })];
    case 'quote':
      return [quoteRun(`${run.words}${run.cut ? '…' : ''}`, run.language)];
    case 'mark':
      return [new TextRun({ text: `${SIGNS[run.side]} `, color: COLOURS[run.side] })];
    case 'hatch':
      return [new TextRun({ text: '▨ ', color: INK2 })];
    case 'cite':
      return [];
  }
}

/** Signs that XML cannot hold. */
function safe(words: string): string {
  return words.replace(/[\ufffe\uffff]|\p{Cs}|(?![\t\n\r])\p{Cc}/gu, '\ufffd');
}
