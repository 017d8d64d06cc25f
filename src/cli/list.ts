import { listDocuments } from '../desk/finding/list.ts';
import type { Voice } from '../language/voice.ts';
import type { DocumentKind } from '../record/reading.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { table } from './table.ts';
import { type ArchiveCommand, asksJson, withArchive } from './with-archive.ts';

export interface ListCommand extends ArchiveCommand {
  readonly dyad?: string;
  readonly from?: string;
  readonly to?: string;
  readonly words?: string;
  readonly order?: string;
  readonly limit?: string;
  readonly cursor?: string;
  readonly kind?: string;
  readonly look?: boolean;
  readonly removed?: boolean;
}

export async function runList(command: ListCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    const page = await listDocuments(archive, command, voice);
    if (json) await io.stdout.write(`${JSON.stringify(page, null, 2)}\n`);
    else {
      const rows = page.items.map((row) => [
        row.talks[0]?.date ? voice.date(row.talks[0].date) : row.published ? voice.date(row.published) : '—',
        voice.parties(row.talks[0]?.parties ?? []),
        row.id,
        `${row.low + row.orphans + row.issues.errors > 0 ? '▲ ' : ''}${row.removed ? `(${voice.label('removed')}) ` : ''}${row.n > 1 ? `[${row.n}${row.silent ? '!' : ''}] ` : ''}${row.kind !== undefined && row.kind !== 'readout' ? `[${voice.phrases.textKinds[row.kind as DocumentKind]}] ` : ''}${row.title ?? row.name ?? voice.label('untitled')}`,
      ]);
      await io.stdout.write(rows.length === 0 ? `${voice.label('listEmpty')}\n` : table(rows, io.stdout.columns));
      if (page.next) await io.stderr.write(`${voice.label('listMore', { cursor: page.next })}\n`);
    }
    return STATUS.read;
  });
}
