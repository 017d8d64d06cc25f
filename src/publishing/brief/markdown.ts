/** A brief as CommonMark with tables (GFM) and footnotes. Words of a source are escaped, so that none of them becomes markup. */
import type { Brief, Clock, Line, Run, Side, Table } from '../../briefing/brief.ts';
import { MARKS } from '../../drawing/sides.ts';
import { plain } from '../markdown.ts';
import { letterOf } from './layout.ts';

export function toBriefMarkdown(brief: Brief): string {
  const blocks: string[] = [
    `# ${plain(brief.kicker)}: ${plain(brief.title)}`,
    brief.facts.map(plain).join(' · '),
    [...brief.key.map(words), plain(brief.keyNote)].join(' · '),
  ];
  for (const section of brief.sections) {
    blocks.push(`## ${plain(section.title)}`);
    if (section.note) blocks.push(plain(section.note));
    for (const block of section.blocks) {
      if (block.kind === 'list') blocks.push(block.lines.map((line, i) => `${block.numbered ? `${i + 1}.` : '-'} ${words(line)}`).join('\n'));
      else blocks.push(block.kind === 'table' ? table(block) : clock(block));
    }
  }
  blocks.push(`## ${plain(brief.sourcesTitle)}`);
  blocks.push(
    brief.sources
      .map(
        ({ number, document, place, quote, date }) =>
          `[^${number}]: ${letterOf(document)} ${[date, place].filter(Boolean).map(plain).join(', ')}: 「${plain(quote)}」`,
      )
      .join('\n'),
  );
  blocks.push(`### ${plain(brief.documentsTitle)}`);
  blocks.push(
    brief.documents
      .map(
        ({ title, name, about, id, url }, i) => `- **${letterOf(i)}** ${plain(title ?? name)}: ${plain(about)}, ${id}${url ? `, ${plain(url)}` : ''}`,
      )
      .join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

const SIDES: Readonly<Record<Side, string>> = { own: MARKS.own, other: MARKS.other, joint: MARKS.joint, each: MARKS.each, unknown: MARKS.none };

function words(line: Line): string {
  return line.runs.map(run).join('').replace(/ {2,}/g, ' ').trim();
}

function run(of: Run): string {
  switch (of.kind) {
    case 'own': {
      const inner = plain(of.words);
      if (inner === '') return of.words;
      const [before, after] = [/^\s/.test(of.words) ? ' ' : '', /\s$/.test(of.words) ? ' ' : ''];
      return `${before}${of.strong ? `**${inner}**` : inner}${after}`;
    }
    case 'quote':
      return `「${plain(of.words)}${of.cut ? '…' : ''}」`;
    case 'mark':
      return `${SIDES[of.side]} `;
    case 'hatch':
      return '▨ ';
    case 'cite':
      return of.numbers.map((number) => `[^${number}]`).join('');
  }
}

function table({ columns, groups }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ head }) => plain(head))),
    line(columns.map(() => '---')),
    // The head of a group stands in its first row.
    ...groups.flatMap(({ head, rows }) => rows.map((cells, i) => line([i === 0 ? head.map(words).join('<br>') : '', ...cells.map(words)]))),
  ].join('\n');
}

function clock({ name, steps, notes }: Clock): string {
  const rows = steps.map(({ label, date, note }) => `| ${plain(label)} | ${words(date)} | ${note ? words(note) : ''} |`);
  return [
    `### ${words(name)}`,
    '',
    '| | | |',
    '| --- | --- | --- |',
    ...rows,
    ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${words(note)}`)] : []),
  ].join('\n');
}
