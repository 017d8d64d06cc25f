import { FACETS, type Facet, type Hit, type SearchAnswer } from '../desk/archive.ts';
import { type FindWishes, findStatements } from '../desk/find.ts';
import type { Voice } from '../language/voice.ts';
import { printable } from '../publishing/columns.ts';
import { makeInk } from '../publishing/ink.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { wantsColor } from './read.ts';
import { type ArchiveCommand, asksJson, idFrom, withArchive } from './with-archive.ts';

export type SearchCommand = ArchiveCommand & Omit<FindWishes, 'facets'> & { readonly color?: boolean } & Partial<Readonly<Record<Facet, string>>>;

export async function runSearch(words: readonly string[], command: SearchCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, command[facet]]));
  return withArchive(command, io, voice, async (archive) => {
    const document = command.document === undefined ? undefined : await idFrom(archive, command.document, voice);
    const answer = await findStatements(archive, words.join(' '), { ...command, facets, document }, voice);
    if (json) await io.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    else await io.stdout.write(toText(answer, voice, command.color ?? wantsColor(io)));
    return STATUS.read;
  });
}

const MARKS = { own: '●', other: '◆', joint: '◈', each: '●◆', unknown: '○' } as const;

function toText(answer: SearchAnswer, voice: Voice, color: boolean): string {
  const ink = makeInk(color);
  const lines: string[] = [voice.label('found', { n: answer.total })];
  for (const { word, also, bySound = [] } of answer.along) {
    const known = also.filter((spelled) => !bySound.includes(spelled));
    if (known.length > 0) lines.push(voice.label('foundAlong', { word, also: known.join(', ') }));
    if (bySound.length > 0) lines.push(voice.label('foundBySound', { word, also: bySound.join(', ') }));
  }
  for (const { without, total } of answer.lacking ?? []) lines.push(voice.label('foundWithout', { part: without, n: total }));
  let talks = '';
  for (const hit of answer.items) {
    const of = `${hit.document} ${hit.talks.id}`;
    if (of !== talks) {
      talks = of;
      lines.push(
        '',
        ink.bold(
          `${hit.talks.date ? voice.date(hit.talks.date) : '—'}  ${voice.parties(hit.talks.parties)}  ${printable(hit.title ?? voice.label('untitled'))}`,
        ),
        ink.dim(`  ${hit.document}`),
      );
    }
    lines.push(
      `  ${hit.path}  ${MARKS[hit.side]} ${voice.phrases.acts[hit.act]}${hit.withheld ? ` (${voice.label('withheld')})` : ''}  ${marked(hit, ink.inverse, color)}`,
    );
    if (hit.byHeading !== undefined) lines.push(ink.dim(`      ${voice.label('foundByHeading', { heading: printable(hit.byHeading) })}`));
  }
  for (const [facet, counts] of Object.entries(answer.facets)) {
    lines.push('', ink.bold(facet));
    for (const { value, count, name, chosen } of counts ?? [])
      lines.push(`  ${chosen ? '*' : ' '} ${String(count).padStart(7)}  ${printable(name ?? value)}`);
  }
  if (answer.next) lines.push('', voice.label('listMore', { cursor: answer.next }));
  return `${lines.join('\n')}\n`;
}

/** The quote with the found words inverse; without colour it stays as it is, so that it may be copied. */
function marked({ quote, marks }: Hit, inverse: (words: string) => string, color: boolean): string {
  if (!color) return printable(quote);
  let out = '';
  let at = 0;
  for (const [start, end] of marks) {
    out += printable(quote.slice(at, start)) + inverse(printable(quote.slice(start, end)));
    at = end;
  }
  return out + printable(quote.slice(at));
}
