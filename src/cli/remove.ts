import { makeFault } from '../desk/faults.ts';
import { sign } from '../desk/outside.ts';
import type { Voice } from '../language/voice.ts';
import { printable } from '../publishing/columns.ts';
import { confirmed } from './confirm.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { type ArchiveCommand, asksJson, idFrom, withArchive } from './with-archive.ts';

export interface RemoveCommand extends ArchiveCommand {
  readonly yes?: boolean;
  readonly who?: string;
}

/** Asks first; where nobody can be asked, `--yes` is wanted. */
export async function runRemove(ids: readonly string[], command: RemoveCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    const documents: { id: string; title: string }[] = [];
    for (const words of ids) {
      const row = await archive.document(await idFrom(archive, words, voice));
      if (row && row.removed === undefined && !documents.some(({ id }) => id === row.id))
        documents.push({ id: row.id, title: row.title ?? row.name ?? '' });
    }
    if (documents.length === 0) throw makeFault(voice, 'cli/nothing-to-remove');
    if (!command.yes) {
      const lines = documents.map(({ id, title }) => `  ${id}  ${printable(title)}\n`).join('');
      if (!(await confirmed(`${lines}${voice.label('removeAsk', { n: documents.length })} `, 'cli/needs-yes', io, voice))) {
        await io.stderr.write(`${voice.label('removeNot')}\n`);
        return STATUS.other;
      }
    }
    const removed = documents.map(({ id }) => id);
    const n = await archive.remove(removed, sign(command.who, io.env));
    if (json) await io.stdout.write(`${JSON.stringify({ removed }, null, 2)}\n`);
    else await io.stderr.write(`${voice.label('removeDone', { n, ids: removed.join(' ') })}\n`);
    return STATUS.read;
  });
}

export async function runRestore(ids: readonly string[], command: RemoveCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    const restored: string[] = [];
    for (const words of ids) {
      const row = await archive.document(await idFrom(archive, words, voice));
      if (row?.removed !== undefined) restored.push(row.id);
    }
    if (restored.length === 0) throw makeFault(voice, 'cli/nothing-to-restore');
    const n = await archive.restore(restored, sign(command.who, io.env));
    if (json) await io.stdout.write(`${JSON.stringify({ restored }, null, 2)}\n`);
    else await io.stderr.write(`${voice.label('restoreDone', { n })}\n`);
    return STATUS.read;
  });
}
