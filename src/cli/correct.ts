import type { CorrectionDraft } from '../desk/archive.ts';
import { correctDocument, undoCorrection, type Wishes } from '../desk/correct.ts';
import { makeFault } from '../desk/faults.ts';
import { sign } from '../desk/outside.ts';
import type { Voice } from '../language/voice.ts';
import type { Correction } from '../record/correction.ts';
import { changeWords } from './history.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { table } from './table.ts';
import { type ArchiveCommand, asksJson, idFrom, withArchive } from './with-archive.ts';

export interface CorrectCommand extends ArchiveCommand, Omit<Wishes, 'speakers'> {
  readonly speakers?: string;
  readonly why?: string;
  readonly who?: string;
  readonly list?: boolean;
  readonly orphans?: boolean;
  readonly same?: string;
  readonly different?: string;
  readonly part?: string;
  readonly rejoin?: string;
  readonly reading?: string;
}

export async function runCorrect(id: string | undefined, target: string | undefined, command: CorrectCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    const document = id === undefined ? undefined : await idFrom(archive, id, voice);
    if (command.orphans) {
      const orphans = await archive.orphans(document === undefined ? {} : { document });
      if (json) await io.stdout.write(`${JSON.stringify({ items: orphans }, null, 2)}\n`);
      else
        await io.stdout.write(
          table(
            orphans.map(({ document: of, correction, reason }) => [of, correction.id, reason, changeWords(correction)]),
            io.stdout.columns,
          ),
        );
      return STATUS.read;
    }
    if (command.list) {
      await print(await archive.corrections(document === undefined ? {} : { document }), json, io);
      return STATUS.read;
    }
    const why = reasonOf(command.why, voice);
    const signed = sign(command.who, io.env);
    if (command.same !== undefined || command.different !== undefined) {
      const [one = '', other = ''] = (command.same ?? command.different ?? '').split(',').map((each) => each.trim());
      const draft: CorrectionDraft = {
        on: { of: 'archive' },
        change: { set: command.same === undefined ? 'different' : 'same', names: [one, other] },
        ...signed,
        why,
      };
      await print([await archive.correct(draft)], json, io);
      return STATUS.read;
    }
    const parting = command.part ?? command.rejoin;
    if (parting !== undefined) {
      const [name = '', day = ''] = parting.split(',').map((each) => each.trim());
      const change = { set: command.part === undefined ? ('rejoined' as const) : ('parted' as const), name, day };
      await print([await archive.correct({ on: { of: 'archive' }, change, ...signed, why })], json, io);
      return STATUS.read;
    }
    if (command.reading !== undefined) {
      const [name = '', reading = ''] = command.reading.split(',').map((each) => each.trim());
      const change = { set: 'reading' as const, name, reading: reading === '' || reading === 'none' ? null : reading };
      await print([await archive.correct({ on: { of: 'archive' }, change, ...signed, why })], json, io);
      return STATUS.read;
    }
    if (document === undefined) throw makeFault(voice, 'cli/nothing-to-correct');
    await print(await correctDocument(archive, document, target, command, { signed, why }, voice), json, io);
    return STATUS.read;
  });
}

export async function runUndo(id: string, command: CorrectCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  const why = reasonOf(command.why, voice);
  return withArchive(command, io, voice, async (archive) => {
    await print([await undoCorrection(archive, id, { signed: sign(command.who, io.env), why }, voice)], json, io);
    return STATUS.read;
  });
}

function reasonOf(why: string | undefined, voice: Voice): string {
  if (!why?.trim()) throw makeFault(voice, 'cli/needs-reason');
  return why;
}

async function print(corrections: readonly Correction[], json: boolean, io: Io): Promise<void> {
  if (json) await io.stdout.write(`${JSON.stringify({ items: corrections }, null, 2)}\n`);
  else
    await io.stdout.write(
      table(
        corrections.map((one) => [one.id, one.document ?? '—', one.when.slice(0, 16).replace('T', ' '), one.who, `${changeWords(one)}: ${one.why}`]),
        io.stdout.columns,
      ),
    );
}
