import { FACETS, type Facet, type Hit, type TextAnswer } from '../desk/archive.ts';
import { type Answer, type FindWishes, findStatements, findTexts } from '../desk/finding/find.ts';
import type { Voice } from '../language/voice.ts';
import { printable } from '../publishing/columns.ts';
import { makeInk } from '../publishing/ink.ts';
import type { DocumentKind } from '../record/reading.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { wantsColor } from './read.ts';
import { type ArchiveCommand, asksJson, idFrom, withArchive } from './with-archive.ts';

export type SearchCommand = ArchiveCommand &
  Omit<FindWishes, 'facets'> & { readonly color?: boolean; readonly texts?: boolean } & Partial<Readonly<Record<Facet, string>>>;

export async function runSearch(words: readonly string[], command: SearchCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, command[facet]]));
  return withArchive(command, io, voice, async (archive) => {
    const document = command.document === undefined ? undefined : await idFrom(archive, command.document, voice);
    const color = command.color ?? wantsColor(io);
    const wishes = { ...command, facets, document };
    if (command.texts) {
      const texts = await findTexts(archive, words.join(' '), wishes, voice);
      await io.stdout.write(json ? `${JSON.stringify(texts, null, 2)}\n` : `${textLines(texts, voice, color).join('\n')}\n`);
    } else {
      const answer = await findStatements(archive, words.join(' '), wishes, voice);
      await io.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : toText(answer, voice, color));
    }
    return STATUS.read;
  });
}

const MARKS = { own: '●', other: '◆', joint: '◈', each: '●◆', unknown: '○' } as const;

function toText(answer: Answer, voice: Voice, color: boolean): string {
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
      `  ${hit.path}  ${MARKS[hit.side]} ${voice.phrases.acts[hit.act]}${hit.withheld ? ` (${voice.label('withheld')})` : ''}  ${marked(hit, color)}`,
    );
    if (hit.byHeading !== undefined) lines.push(ink.dim(`      ${voice.label('foundByHeading', { heading: printable(hit.byHeading) })}`));
  }
  if (answer.next) lines.push('', voice.label('listMore', { cursor: answer.next }));
  if (answer.texts.total > 0) {
    const { next: _, ...beside } = answer.texts;
    lines.push('', ...textLines(beside, voice, color));
    if (answer.texts.next) lines.push('', voice.label('foundAllTexts', { n: answer.texts.documents }));
  }
  for (const [facet, counts] of Object.entries(answer.facets)) {
    lines.push('', ink.bold(facet));
    for (const { value, count, name, chosen } of counts ?? [])
      lines.push(`  ${chosen ? '*' : ' '} ${String(count).padStart(7)}  ${printable(name ?? value)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What was found in texts that are no accounts of talks: the kind of each, its passages, their places. */
function textLines({ total, documents, items, next }: TextAnswer, voice: Voice, color: boolean): string[] {
  const ink = makeInk(color);
  const lines = [voice.label('foundInTexts', { n: total, m: documents })];
  for (const { document, title, kind, published, passages, found } of items) {
    lines.push(
      '',
      ink.bold(
        `${published ? voice.date(published) : '—'}  ${kind === undefined ? '' : `[${voice.phrases.textKinds[kind as DocumentKind]}] `}${printable(title ?? voice.label('untitled'))}`,
      ),
      ink.dim(`  ${document}`),
    );
    for (const passage of passages) {
      const place = [passage.path, passage.page !== undefined && voice.label('pageN', { n: passage.page })]
        .filter(Boolean)
        .join(voice.label('comma'));
      const [before, after] = passage.more;
      lines.push(`  ${place}  ${before ? '… ' : ''}${marked(passage, color)}${after ? ' …' : ''}`);
    }
    if (found > passages.length) lines.push(ink.dim(`      ${voice.label('passagesMore', { n: found - passages.length })}`));
  }
  if (next) lines.push('', voice.label('listMore', { cursor: next }));
  return lines;
}

/** The quote with the found words inverse; without colour it stays as it is, so that it may be copied. */
function marked({ quote, marks }: Pick<Hit, 'quote' | 'marks'>, color: boolean): string {
  if (!color) return printable(quote);
  const { inverse } = makeInk(color);
  let out = '';
  let at = 0;
  for (const [start, end] of marks) {
    out += printable(quote.slice(at, start)) + inverse(printable(quote.slice(start, end)));
    at = end;
  }
  return out + printable(quote.slice(at));
}
