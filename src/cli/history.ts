import type { Difference, Happening } from '../desk/archive.ts';
import type { Voice } from '../language/voice.ts';
import { printable } from '../publishing/columns.ts';
import type { Correction } from '../record/correction.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { table } from './table.ts';
import { type ArchiveCommand, asksJson, idFrom, withArchive } from './with-archive.ts';

export interface HistoryCommand extends ArchiveCommand {
  readonly limit?: string;
  readonly cursor?: string;
}

/** What happened to a document, its versions and corrections; without an id, to the archive, newest first. */
export async function runHistory(words: string | undefined, command: HistoryCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  const { toNumber } = await import('../desk/finding/list.ts');
  const limit = toNumber(command.limit, voice);
  return withArchive(command, io, voice, async (archive) => {
    const document = words === undefined ? undefined : await idFrom(archive, words, voice);
    const page = await archive.happenings({
      limit,
      ...(document !== undefined && { document }),
      ...(command.cursor !== undefined && { cursor: command.cursor }),
    });
    const versions = document === undefined ? undefined : await archive.versions(document);
    const corrections = document === undefined ? undefined : await archive.corrections({ document });
    if (json) await io.stdout.write(`${JSON.stringify({ ...page, versions, corrections }, null, 2)}\n`);
    else {
      const of = new Map((corrections ?? (await archive.corrections())).map((one) => [one.id, one]));
      await io.stdout.write(
        table(
          page.items.map((one) => [
            one.when.slice(0, 16).replace('T', ' '),
            voice.label(`happening${one.kind[0]?.toUpperCase()}${one.kind.slice(1)}`),
            one.who,
            ...rest(one, of, document === undefined, voice),
          ]),
          io.stdout.columns,
        ),
      );
      if (page.next) await io.stderr.write(`${voice.label('listMore', { cursor: page.next })}\n`);
    }
    return STATUS.read;
  });
}

function rest(one: Happening, corrections: ReadonlyMap<string, Correction>, all: boolean, voice: Voice): string[] {
  const told: string[] = [];
  if (all && one.document) told.push(`${one.document} ${printable(one.title ?? '')}`);
  if (one.n !== undefined && one.kind !== 'corrected' && one.kind !== 'undone')
    told.push(voice.label(one.silent ? 'addSilent' : 'addVersion', { n: one.n }));
  if (one.difference) told.push(differenceWords(one.difference, voice));
  const correction = one.correction === undefined ? undefined : corrections.get(one.correction);
  if (correction) told.push(`${correction.id} ${changeWords(correction)}: ${printable(correction.why)}`);
  return [told.join('  ')];
}

export function differenceWords({ lines, gone, come }: Difference, voice: Voice): string {
  return voice.label('difference', { linesGone: lines.gone, linesCome: lines.come, gone: gone.length, come: come.length });
}

/** A change in the terms of the record: for people who know it, and for programs. */
export function changeWords({ on, change }: Correction): string {
  const { set, ...values } = change;
  const what = Object.entries(values).map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const where = 'anchor' in on && on.anchor ? `${on.anchor.path} “${printable(on.anchor.quote)}” ` : '';
  return `${where}${set} ${what.join(' ')}`.trim();
}
