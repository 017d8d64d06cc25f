import type { Voice } from '../language/voice.ts';
import { printable } from '../publishing/columns.ts';
import { makeBar } from './bar.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { type ArchiveCommand, asksJson, withArchive } from './with-archive.ts';

/** Exit status 0: all holds; 1: something does not. */
export async function runVerify(command: ArchiveCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    const totals = await archive.totals();
    const bar = makeBar(io.stderr, voice, totals.versions);
    const findings = await archive.verify((done) => void bar.tell(done));
    await bar.clear();
    if (json) await io.stdout.write(`${JSON.stringify({ ...totals, items: findings }, null, 2)}\n`);
    else {
      for (const { what, document, detail } of findings) await io.stdout.write(`${what}  ${document ?? '—'}  ${printable(detail)}\n`);
      await io.stderr.write(
        `${voice.label(findings.length === 0 ? 'verifyGood' : 'verifyBad', { n: findings.length, versions: totals.versions, statements: totals.statements })}\n`,
      );
    }
    return findings.length === 0 ? STATUS.read : STATUS.other;
  });
}

export async function runBackup(to: string, command: ArchiveCommand, io: Io, voice: Voice): Promise<Status> {
  const { resolve } = await import('node:path');
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    const bar = makeBar(io.stderr, voice, 100);
    await archive.backup(resolve(io.cwd, to), (done, all) => void bar.tell(all > 0 ? Math.round((done / all) * 100) : 100));
    await bar.clear();
    if (json) await io.stdout.write(`${JSON.stringify({ path: to })}\n`);
    else await io.stderr.write(`${voice.label('backupDone', { path: to })}\n`);
    return STATUS.read;
  });
}
