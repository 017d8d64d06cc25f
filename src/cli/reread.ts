import { allDocuments, type Reread, rereadDocuments, type Told } from '../desk/incoming/reread.ts';
import { loadLanguages } from '../desk/languages.ts';
import { sign } from '../desk/outside.ts';
import type { Voice } from '../language/voice.ts';
import { printable } from '../publishing/columns.ts';
import { makeBar } from './bar.ts';
import { confirmed } from './confirm.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { type ArchiveCommand, asksJson, idFrom, withArchive } from './with-archive.ts';

export interface RereadCommand extends ArchiveCommand {
  readonly yes?: boolean;
  readonly who?: string;
}

/** Shows what today's reader reads otherwise; keeps it only when told so. */
export async function runReread(ids: readonly string[], command: RereadCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  const languages = await loadLanguages();
  return withArchive(command, io, voice, async (archive) => {
    const signal = io.interrupted?.();
    const documents = ids.length === 0 ? allDocuments(archive) : await Promise.all(ids.map((id) => idFrom(archive, id, voice)));
    const { documents: all } = await archive.totals();
    const bar = makeBar(io.stderr, voice, ids.length || all);
    const changed: Omit<Reread, 'reading'>[] = [];
    const toKeep: { id: string; n: number }[] = [];
    let looked = 0;
    const detecting = languages.filter((pack) => pack.language?.detect);
    for await (const { reading: _, ...one } of rereadDocuments(archive, documents, { languages: detecting, signal })) {
      looked++;
      if (!one.same || one.reader.before !== one.reader.after) toKeep.push(one);
      if (!one.same) {
        changed.push(one);
        if (!json) {
          await bar.clear();
          await io.stdout.write(linesOf(one, voice));
        }
      }
      await bar.tell(looked);
    }
    await bar.clear();
    let kept = 0;
    const stopped = signal?.aborted ?? false;
    if (toKeep.length > 0 && !stopped) {
      const question = `${voice.label('rereadAsk', { n: changed.length })} `;
      const keep = command.yes || (changed.length > 0 && !json && io.asks === true && (await confirmed(question, 'cli/needs-yes', io, voice)));
      if (keep) kept = await keepAll(toKeep.map(({ id }) => id));
    }
    if (json) await io.stdout.write(`${JSON.stringify({ looked, changed: changed.length, kept, items: changed }, null, 2)}\n`);
    else
      await io.stderr.write(
        `${voice.label('rereadDone', { looked, changed: changed.length, kept })}${changed.length > 0 && kept === 0 ? ` ${voice.label('rereadHow')}` : ''}\n`,
      );
    return stopped ? STATUS.other : STATUS.read;

    /** Reads once more, one by one, so that a folder of any size needs the memory of one. */
    async function keepAll(which: readonly string[]): Promise<number> {
      let n = 0;
      for await (const { id, n: version, reading } of rereadDocuments(archive, which, { languages: detecting, signal })) {
        if (await archive.replace(id, version, reading, sign(command.who, io.env))) n++;
        await bar.tell(n);
      }
      await bar.clear();
      return n;
    }
  });
}

function linesOf(one: Omit<Reread, 'reading'>, voice: Voice): string {
  const name = (act: Told['act']) => voice.phrases.acts[act];
  const line = (mark: string, { path, act, quote }: Told, more = '') => `  ${mark} ${path}  ${name(act)}${more}  ${printable(quote)}\n`;
  return [
    `${one.id}  ${printable(one.title ?? '')}\n`,
    ...one.gone.map((each) => line('−', each)),
    ...one.come.map((each) => line('+', each)),
    ...one.otherwise.map(({ before, after, fields }) =>
      line('≠', after, before.act === after.act ? ` (${fields.join(', ')})` : ` ← ${name(before.act)}`),
    ),
    ...(one.parts.length > 0 ? [`  ${voice.label('rereadParts', { parts: one.parts.join(', ') })}\n`] : []),
    ...one.orphaned.map((id) => `  ▲ ${voice.label('rereadOrphan', { id })}\n`),
  ].join('');
}
